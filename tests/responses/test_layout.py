"""What is to be said of a file as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest

from analysis.intake import IntakeError
from analysis.responses.build import build_responses
from tests.intake.files import workbook
from tests.responses.answers_file import column, finding, read_rows, rules
from tests.tables.small_survey import survey

QUESTIONNAIRE = survey(
    {"id": "name", "no": "A1", "ask": "단체의 명칭", "kind": "text", "required": True},
    {"id": "staff", "no": "A8", "ask": "인력", "kind": "grid", "rows": {"full": "상근", "part": "비상근"},
     "answer": {"kind": "number"}},
    {"id": "wish", "no": "D1", "ask": "바라는 점", "kind": "open"},
)  # fmt: skip


def test_a_file_that_fits_is_nothing_to_speak_of(tmp_path: Path) -> None:
    assert not read_rows(
        tmp_path, QUESTIONNAIRE, ["A1", "A8 [상근]", "A8 [비상근]", "D1"], ["가", "1", "2", "x"]
    ).findings


def test_questions_without_a_column_are_told_once_and_marked_in_every_response(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["A1", "D1"], ["가", "x"], ["나", "y"])
    told = finding(responses, "not_in_file")
    assert (told.severity, told.question, told.value) == ("warning", "A8", "A8. 인력")
    assert column(responses, "reason", "staff", "full") == ["not_in_file", "not_in_file"]


def test_a_single_row_without_a_column_is_named(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["A1", "A8 [상근]", "D1"], ["가", "1", "x"])
    assert finding(responses, "not_in_file").value == "A8. 인력 [비상근]"


def test_a_required_question_without_a_column_is_an_error(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["A8 [상근]", "A8 [비상근]", "D1"], ["1", "2", "x"])
    assert finding(responses, "required_not_in_file").severity == "error"


def test_the_answers_of_a_strange_column_are_counted_and_what_it_may_be_is_said_once(tmp_path: Path) -> None:
    heading = ["A1", "A8 [상근]", "A8 [비상근]", "D1. 바라는 점들", "비고", "", "메모"]
    rows = [["가", "1", "2", "x", "늦음", "99", ""], ["나", "1", "2", "y", "", "98", ""]]
    responses = read_rows(tmp_path, QUESTIONNAIRE, heading, *rows)
    told = {one.rule: (one.severity, one.cell, one.value, one.hint) for one in responses.findings}
    assert told == {
        "unmatched_column_near": ("error", "D1", "D1. 바라는 점들", "2"),
        "unmatched_column": ("warning", "E1", "비고", "1"),
        "unnamed_column": ("warning", "F1", "99", "2"),
        "unmatched_column_empty": ("note", "G1", "메모", ""),
    }
    assert finding(responses, "unmatched_column_near").text() == (
        "'D1. 바라는 점들' 열은 질문지의 어느 제목과도 맞지 않아 이 열의 답 2개를 쓰지 않았습니다. "
        "D1의 답이라면 질문지의 header에 이 제목을 적어 주십시오."
    )


def test_a_strange_column_near_a_row_takes_the_place_of_that_row_only(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["A1", "A8. 인력 [상근자]", "D1"], ["가", "1", "x"])
    assert finding(responses, "unmatched_column_near").name == "A8 [상근]"
    assert finding(responses, "not_in_file").value == "A8. 인력 [비상근]"


def test_a_strange_column_of_a_known_number_takes_the_place_of_the_question(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["A1", "A8 몇 명", "D1"], ["가", "1", "x"])
    assert finding(responses, "unmatched_column_near").name == "A8"
    assert rules(responses) == {"unmatched_column_near": 1}


def test_a_strange_column_without_answers_takes_the_place_of_nothing(tmp_path: Path) -> None:
    heading = ["A1", "A8 [상근]", "A8 [비상근]", "D1. 바라는 점들"]
    responses = read_rows(tmp_path, QUESTIONNAIRE, heading, ["가", "1", "2", ""])
    assert rules(responses) == {"unmatched_column_empty": 1, "not_in_file": 1}


def test_sheets_that_were_not_read_are_named(tmp_path: Path) -> None:
    rows = [["A1", "A8 [상근]", "A8 [비상근]", "D1"], ["가", "1", "2", "x"]]

    def fill(book: Any, _: Any) -> None:
        for name, content in (("안내", [["읽어 주십시오"], ["첫째"]]), ("4월분", [rows[0], ["나", "3", "4", "y"]]), ("숨김", rows)):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(content):
                sheet.write_row(number, 0, row)
        sheet.hide()

    responses = build_responses(QUESTIONNAIRE, [workbook(tmp_path / "answers.xlsx", rows, fill)])
    assert {told.sheet: told.rule for told in responses.findings} == {
        "안내": "sheet_not_read", "4월분": "sheet_also_read", "숨김": "hidden_sheet",
    }  # fmt: skip
    assert len(rules(responses)) == 3


def test_what_is_said_of_a_variable_gives_its_name_and_label_and_no_respondents_row(tmp_path: Path) -> None:
    frame = pd.DataFrame({"v1": ["가", "나"], "v66": [3.0, 4.0], "v7": ["몇", "많이"]})
    path = tmp_path / "a.sav"
    pyreadstat.write_sav(frame, str(path), column_labels=["A1", "A8. 인력 [상근자]", "A8 [비상근]"])
    responses = build_responses(QUESTIONNAIRE, [path])
    near = finding(responses, "unmatched_column_near")
    assert (near.cell, near.value, near.name) == ("v66", "v66 (A8. 인력 [상근자])", "A8 [상근]")
    cells = [one.cell for one in responses.findings if one.rule == "unreadable_number"]
    assert cells == ["v7, 1행", "v7, 2행"]
    assert column(responses, "cell", "staff", "part") == cells


def test_two_variables_of_one_question_are_named_without_a_row(tmp_path: Path) -> None:
    path = tmp_path / "a.sav"
    pyreadstat.write_sav(pd.DataFrame({"v1": ["가"], "v2": ["나"]}), str(path), column_labels=["A1", "A1"])
    with pytest.raises(IntakeError, match="a.sav: v1과 v2가 같은 문항의 열입니다"):
        build_responses(QUESTIONNAIRE, [path])


def test_cells_merged_over_several_respondents_are_named_those_of_the_heading_are_not(tmp_path: Path) -> None:
    rows = [
        ["A1", "D1", "A8", ""],
        ["", "", "상근", "비상근"],
        ["가", "모임", "1", "2"],
        ["나", "", "1", "2"],
    ]

    def merge(_: Any, sheet: Any) -> None:
        sheet.merge_range("C1:D1", "A8")
        sheet.merge_range("A1:A2", "A1")
        sheet.merge_range("B3:B4", "모임")

    told = QUESTIONNAIRE.model_copy(update={"heading_rows": 2})
    responses = build_responses(told, [workbook(tmp_path / "a.xlsx", rows, merge)])
    merged = finding(responses, "merged_cells")
    assert (merged.severity, merged.cell, merged.hint) == ("warning", "B3", "B3:B4")
    assert column(responses, "text", "wish") == ["모임", ""]
