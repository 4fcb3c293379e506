"""A file that came back: opened by what it is, refused in a sentence where there is nothing in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from analysis.intake import IntakeError, read_answers
from tests.intake.files import csv_file, texts, workbook


def test_csv_under_the_name_of_a_workbook_is_read_as_csv(tmp_path: Path) -> None:
    (sheet,) = read_answers(csv_file(tmp_path / "answers.xlsx", "A1,A2\n가,1\n")).sheets
    assert texts(sheet) == [["A1", "A2"], ["가", "1"]]


def test_a_workbook_under_the_name_of_csv_is_read_as_a_workbook(tmp_path: Path) -> None:
    (sheet,) = read_answers(workbook(tmp_path / "answers.csv", [["A1"], ["가"]])).sheets
    assert (sheet.name, texts(sheet)) == ("응답", [["A1"], ["가"]])


@pytest.mark.parametrize("text", ["\n\n  \n", ",,,\n,,,\n"])
def test_a_file_of_blanks_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(IntakeError, match="내용이 없습니다"):
        read_answers(csv_file(tmp_path / "answers.csv", text))


def test_an_empty_sheet_is_named(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="시트: 응답"):
        read_answers(workbook(tmp_path / "answers.xlsx"))


def test_a_heading_without_answers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="응답이 한 줄도 없습니다"):
        read_answers(csv_file(tmp_path / "answers.csv", "A1,A2\n"))


def test_sheets_without_answers_are_left_out(tmp_path: Path) -> None:
    def fill(book: Any, _: Any) -> None:
        book.add_worksheet("빈 시트")
        book.add_worksheet("한 줄").write_string(0, 0, "읽어 주십시오")

    answers = read_answers(workbook(tmp_path / "answers.xlsx", [["A1"], ["가"]], fill))
    assert [sheet.name for sheet in answers.sheets] == ["응답"]


def test_a_file_that_is_not_there_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="열 수 없습니다"):
        read_answers(tmp_path / "answers.csv")


@pytest.mark.parametrize(
    ("name", "remarks"), [("a.xlsx", (("named_otherwise", "CSV"),)), ("a.CSV", ()), ("a.txt", ())]
)
def test_a_name_that_says_another_kind_is_remarked_on(
    tmp_path: Path, name: str, remarks: tuple[tuple[str, str], ...]
) -> None:
    assert read_answers(csv_file(tmp_path / name, "A1,A2\n가,1\n")).remarks == remarks
