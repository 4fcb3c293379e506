"""A workbook of several sheets of answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from tests.intake.files import Rows, workbook
from tests.responses.answers_file import rules
from tests.tables.small_survey import survey

QUESTIONNAIRE = survey(
    {"id": "name", "no": "A1", "kind": "text", "identifier": True},
    {"id": "a", "no": "A2", "kind": "text"}, {"id": "b", "no": "A3", "kind": "text"},
)  # fmt: skip


def read(folder: Path, *sheets: Rows) -> Responses:
    def further(book: Any, _: Any) -> None:
        for name, rows in enumerate(sheets[1:], start=2):
            sheet = book.add_worksheet(f"{name:02}")
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)

    return build_responses(QUESTIONNAIRE, [workbook(folder / "답.xlsx", sheets[0], further, "01")])


def test_every_sheet_of_the_same_heading_is_read(tmp_path: Path) -> None:
    heading = ["A1", "A2", "A3"]
    responses = read(tmp_path, *([heading, [name, "x", name]] for name in ("가온", "나래", "다솜")))
    assert responses.respondents == ["1-row-2", "2-row-2", "3-row-2"]
    assert responses.files == ("답.xlsx",)
    assert rules(responses) == {"sheet_also_read": 2}


def test_a_sheet_of_other_columns_is_read_if_it_names_its_respondents(tmp_path: Path) -> None:
    responses = read(tmp_path, [["A1", "A2", "A3"], ["가온", "x", "y"]], [["A1", "A2"], ["나래", "z"]])
    assert len(responses.respondents) == 2


def test_a_sheet_that_does_not_is_an_error_that_names_it(tmp_path: Path) -> None:
    responses = read(tmp_path, [["A1", "A2", "A3"], ["가온", "x", "y"]], [["A2", "A3"], ["z", "w"]])
    assert len(responses.respondents) == 1
    [told] = [told for told in responses.findings if told.rule == "sheet_also_answers"]
    assert (told.severity, told.sheet) == ("error", "02")
