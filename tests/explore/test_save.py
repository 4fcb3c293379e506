"""A result as a file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest

import start
from analysis.explore.result import Result
from analysis.explore.save import KINDS, SaveError, marked, save
from analysis.explore.survey import Survey, open_survey


@pytest.fixture(scope="module")
def survey() -> Survey:
    return open_survey("member_orgs", root=start.ROOT)


@pytest.fixture(scope="module")
def result(survey: Survey) -> Result:
    return survey.table("overall_satisfaction", by="region", where="C2 >= 3")


def lines(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"))))


def sheets(file: Path) -> list[list[object]]:
    """All that stands in the cells of a workbook, a list a sheet."""
    return [[cell.value for row in page for cell in row if cell.value is not None] for page in openpyxl.load_workbook(file)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_name_says_what_it_is_and_that_it_is_not_released(result: Result, tmp_path: Path, kind: str) -> None:
    file = save(result, tmp_path / "explored", kind)
    assert file == tmp_path / "explored" / f"member_orgs-2016-overall_satisfaction-by-region-공개전.{kind}"
    assert file.is_file()


def test_an_english_one_says_so_in_english(tmp_path: Path) -> None:
    english = open_survey("member_orgs", language="en", root=start.ROOT).table("outlook")
    assert save(english, tmp_path, "csv").name == "member_orgs-2016-outlook-not-released.csv"


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_is_written_once_and_another_beside_it(survey: Survey, tmp_path: Path, kind: str) -> None:
    def saved(where: str) -> str:
        return save(survey.table("outlook", where=where), tmp_path, kind).name

    first, again, other, both = saved(""), saved(""), saved("C2 >= 4"), saved("")
    assert first == again == both == f"member_orgs-2016-outlook-공개전.{kind}"
    assert other == f"member_orgs-2016-outlook-공개전-2.{kind}"
    assert len([*tmp_path.iterdir()]) == 2


def test_each_file_says_that_it_is_not_released_and_invented(result: Result, tmp_path: Path) -> None:
    assert "공개 전" in save(result, tmp_path, "svg").read_text(encoding="utf-8")
    assert all(line["released"] == "false" and "공개 전" in line["note"] for line in lines(save(result, tmp_path, "csv")))
    assert all("예시 자료" in line["note"] for line in lines(save(result, tmp_path, "csv")))
    book = openpyxl.load_workbook(save(result, tmp_path, "xlsx"))
    for page in book:
        assert any("공개 전" in str(cell.value) for row in page.iter_rows(max_row=6) for cell in row)
        assert "공개 전" in page.oddFooter.left.text
    assert "공개 전" in book.properties.description


def test_a_picture_has_the_figure_in_dots(result: Result, tmp_path: Path) -> None:
    assert save(result, tmp_path, "png").read_bytes().startswith(b"\x89PNG")


def test_the_csv_has_every_cell_in_full_with_what_was_asked(result: Result, tmp_path: Path) -> None:
    found = lines(save(result, tmp_path, "csv"))
    assert [(one["level"], one["item"], one["stat"]) for one in found] == [
        (cell.level, cell.item, cell.stat) for cell in result.table.cells
    ]
    assert [float(one["value"]) if one["value"] else None for one in found] == [cell.value for cell in result.table.cells]
    assert {(one["where"], one["weights"]) for one in found} == {("overall_satisfaction >= 3", "no")}, "nobody was weighted"


def test_the_workbook_has_the_numbers_of_the_table(result: Result, tmp_path: Path) -> None:
    (found,) = sheets(save(result, tmp_path, "xlsx"))
    assert "C2 지난 1년간 활동 만족도: 사무소 소재지" in found
    assert 13 in found and round(result.table.get("share", "4").value, 3) in found


def test_words_that_a_spreadsheet_would_obey_stay_words(survey: Survey, tmp_path: Path) -> None:
    file = save(survey.table("outlook", where="region == '서울'"), tmp_path, "csv")
    assert not any(cell.startswith(("=", "+", "@")) for line in lines(file) for cell in line.values())


def test_code_saves_by_the_name_of_a_file_which_gains_the_mark(result: Result, tmp_path: Path) -> None:
    assert result.save(tmp_path / "내 그림.svg") == tmp_path / "내-그림-공개전.svg"
    assert result.save(tmp_path / "내 그림-공개전.svg").name == "내-그림-공개전.svg"
    assert result.save(str(tmp_path / "TABLE.XLSX")).name == "TABLE-공개전.xlsx"


@pytest.mark.parametrize("stem", ['a:b*c?"<>|', "con/../x", "끝.", "  ", "-"])
def test_a_name_is_one_that_every_system_takes(stem: str) -> None:
    name = marked(stem, "ko")
    assert name.endswith("-공개전") and not set(name) & set('<>:"/\\|?* ') and name[0] not in ".-"


def test_what_is_empty_has_no_figure_or_is_of_no_kind_is_refused(survey: Survey, tmp_path: Path) -> None:
    for asked, kind, said in (
        (survey.table("outlook", where="region is sejong"), "xlsx", "0개입니다"),
        (survey.table("wishes"), "png", "csv나 xlsx"),
        (survey.table("outlook"), "docx", "svg, png, csv, xlsx"),
    ):
        with pytest.raises(SaveError, match=said):
            save(asked, tmp_path, kind)
    assert [*tmp_path.iterdir()] == []
