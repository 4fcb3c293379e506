"""A data entry workbook that came back: each sheet is known by its code, each row by the number of its paper."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from analysis.intake.entry import entries, paper_key, papers
from analysis.intake.errors import IntakeError, NoAnswers
from analysis.intake.read import read_answers
from analysis.questionnaire.question import PartKey
from tests.form.typed import FIRST, typed_workbook
from tests.intake.files import workbook
from tests.tables.small_survey import REGIONS, survey

OPTIONS = {"law": "법률", "bylaw": "조례"}
QUESTIONS = (
    {"id": "region", "kind": "single", "options": REGIONS},
    {"id": "basis", "kind": "multi", "options": OPTIONS},
    {"id": "people", "kind": "number"},
)
ASKED = survey(*QUESTIONS)


def read(path: Path, asked=ASKED):  # type: ignore[no-untyped-def]
    return entries(read_answers(path), asked)


def test_each_sheet_is_the_entry_that_its_code_says_whatever_it_is_called(tmp_path: Path) -> None:
    path = typed_workbook(tmp_path / "a.xlsx", ASKED, [{"no": 1, "people": 3}], [{"no": 1, "people": 4}])
    book = openpyxl.load_workbook(path)
    book[FIRST].title = "김두레가 적은 것"
    book.save(path)
    assert [(one.turn, one.matching.sheet.name) for one in read(path)] == [
        (1, "김두레가 적은 것"),
        (2, "2차 입력"),
    ]


def test_columns_are_known_by_the_names_of_the_cells(tmp_path: Path) -> None:
    path = typed_workbook(tmp_path / "a.xlsx", ASKED, [{"no": 1, "region": 2, "basis__law": "1"}])
    (first,) = read(path)
    matching = first.matching
    assert matching.columns == {PartKey("region"): 2, PartKey("basis"): 3, PartKey("people"): 5}
    assert matching.claimed[PartKey("basis")].ticks == {"law": 3, "bylaw": 4}
    assert matching.sheet.reference(int(matching.sheet.numbers[1]), 2) == "C4"


def test_rows_with_a_number_and_nothing_else_are_left_out_and_counted(tmp_path: Path) -> None:
    path = typed_workbook(tmp_path / "a.xlsx", ASKED, [{"no": 1}, {"no": 2, "people": 3}, {"no": 3}])
    (first,) = read(path)
    assert (papers(first.matching), first.numbered) == (["2"], 2)


def test_what_stands_in_a_column_that_is_no_cell_of_the_form_is_told_and_lost_to_nobody(
    tmp_path: Path,
) -> None:
    path = typed_workbook(tmp_path / "a.xlsx", ASKED, [{"no": 1, "people": 3}])
    book = openpyxl.load_workbook(path)
    book[FIRST]["H1"], book[FIRST]["H4"] = "메모", "전화로 확인"
    book.save(path)
    (first,) = read(path)
    assert [(one.column, one.heading, one.answers) for one in first.matching.unmatched] == [(7, "메모", 1)]


def test_a_workbook_made_before_an_option_came_is_read_by_the_cells_that_it_has(tmp_path: Path) -> None:
    path = typed_workbook(tmp_path / "a.xlsx", ASKED, [{"no": 1, "basis__law": "1"}])
    more = survey(QUESTIONS[0], {**QUESTIONS[1], "options": {**OPTIONS, "notice": "고시"}}, QUESTIONS[2])
    (first,) = read(path, more)
    assert first.matching.without == {PartKey("basis"): ("고시",)}


def test_one_sheet_saved_as_text_is_still_that_entry(tmp_path: Path) -> None:
    rows = openpyxl.load_workbook(typed_workbook(tmp_path / "a.xlsx", ASKED, [{"no": 7, "people": 3}]))[FIRST]
    lines = [
        ",".join("" if cell is None else str(cell) for cell in row)
        for row in rows.iter_rows(values_only=True)
    ]
    path = tmp_path / "1차.csv"
    path.write_text("\n".join(lines[:4]), encoding="utf-8")
    (first,) = read(path)
    assert papers(first.matching) == ["7"]


@pytest.mark.parametrize(
    ("head", "folder"), [({"survey": "other"}, "2016/other"), ({"year": 2015}, "2015/member_orgs")]
)
def test_the_workbook_of_another_survey_or_year_is_refused_with_its_folder(
    tmp_path: Path, head: dict, folder: str
) -> None:
    path = typed_workbook(tmp_path / "a.xlsx", survey(*QUESTIONS, **head), [{"no": 1, "people": 3}])
    with pytest.raises(IntakeError, match=folder):
        read(path)


def test_a_workbook_in_which_nothing_was_typed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoAnswers, match="아직 입력하지"):
        read(typed_workbook(tmp_path / "a.xlsx", ASKED))


def test_any_other_workbook_is_none(tmp_path: Path) -> None:
    assert read(workbook(tmp_path / "a.xlsx", [["Q1", "Q3"], ["서울", 3]])) == ()


@pytest.mark.parametrize("text", ["7", " 7 ", "007", "No. 7", "no7", "7번", "７"])
def test_a_number_of_a_paper_is_the_same_however_it_is_written(text: str) -> None:
    assert paper_key(text) == "7"
