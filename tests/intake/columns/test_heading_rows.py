"""Headings of several rows become titles only where it is certain that they are headings."""

from __future__ import annotations

import pytest

from analysis.intake import AnswerFile, IntakeError
from analysis.intake.columns.heading_rows import settle_heading
from analysis.intake.columns.headings import headings_of
from analysis.intake.columns.matching import choose_sheets
from tests.intake.files import sheet_of
from tests.tables.small_survey import survey

QUESTIONS = (
    {"id": "name", "no": "A1", "ask": "단체의 명칭", "kind": "text"},
    {"id": "staff", "no": "A8", "ask": "사무국 인력", "kind": "grid", "rows": {"full": "상근", "part": "비상근"},
     "columns": {"women": "여", "men": "남"}, "answer": {"kind": "number"}},
    {"id": "income", "no": "A9", "ask": "총수입", "kind": "number"},
    {"id": "women", "no": "B1", "ask": "여", "kind": "number"},
)  # fmt: skip
QUESTIONNAIRE = survey(*QUESTIONS)
HEADINGS = headings_of(QUESTIONNAIRE)


def titles(*rows: list[str], declared: int | None = None) -> list[str]:
    return list(settle_heading(sheet_of(*rows), HEADINGS, declared).heading)


def test_a_group_stands_over_the_empty_cells_to_its_right() -> None:
    assert titles(
        ["A1", "A8", "", "A9"], ["", "상근 / 여", "상근 / 남", ""], ["가", "1", "2", "3"], declared=2
    ) == [
        "A1",
        "A8 [상근 / 여]",
        "A8 [상근 / 남]",
        "A9",
    ]


def test_three_rows_make_rows_and_columns_of_a_grid() -> None:
    sheet = sheet_of(
        ["A1", "A8", "", "", ""],
        ["", "상근", "", "비상근", ""],
        ["", "여", "남", "여", "남"],
        ["가", "1", "2", "3", "4"],
    )
    settled = settle_heading(sheet, HEADINGS, 3)
    assert settled.heading_rows == 3
    assert settled.heading[1:] == ("A8 [상근 / 여]", "A8 [상근 / 남]", "A8 [비상근 / 여]", "A8 [비상근 / 남]")


def test_a_group_that_is_a_section_of_the_form_is_left_aside() -> None:
    sheet = sheet_of(["일반현황", "", "재정"], ["A1", "B1", "A9"], ["가", "1", "2"])
    questionnaire = survey(*QUESTIONS, heading_rows=2)
    (matching,), _ = choose_sheets(AnswerFile("a.csv", (sheet,)), questionnaire)
    assert len(matching.columns) == 3


def test_an_item_of_one_question_is_no_other_question() -> None:
    """여 is a question too, but not under A8."""
    names = settle_heading(sheet_of(["A8", ""], ["여", "남"], ["1", "2"]), HEADINGS, 2).names(0)
    assert names == ("A8 [여]",)


def test_one_row_is_one_row_where_nothing_else_is_certain() -> None:
    sheet = sheet_of(["A1", "A9"], ["응답", "3"], ["나", "4"])
    assert settle_heading(sheet, HEADINGS) is sheet
    assert settle_heading(sheet, HEADINGS, 1) is sheet


def test_a_second_row_of_answers_is_not_taken_for_a_heading_because_the_questionnaire_says_so() -> None:
    sheet = sheet_of(["A1", "A9"], ["가", "3"], ["나", "4"])
    with pytest.raises(IntakeError, match="2번째 줄은 제목이 아니라 응답으로"):
        choose_sheets(AnswerFile("a.csv", (sheet,)), survey(*QUESTIONS, heading_rows=2))


def test_import_ids_in_all_columns_are_the_mark_of_qualtrics() -> None:
    heading = [["Q1", "income"], ["단체의 명칭", "돈"], ['{"ImportId":"QID1_TEXT"}', '{"ImportId":"QID2"}']]
    settled = settle_heading(sheet_of(*heading, ["가", "3"]), HEADINGS)
    assert settled.heading_rows == 3
    assert settled.names(0) == ("단체의 명칭",)
    assert settled.names(1) == ("돈", "income")
    one_only = settle_heading(sheet_of(*heading[:2], [heading[2][0], "3"]), HEADINGS)
    assert one_only.heading_rows == 1


def test_ids_above_other_wordings_are_enough_for_qualtrics() -> None:
    ids = [["name", "income"], ["이름이?", "돈은?"], ['{"ImportId":"QID1"}', '{"ImportId":"QID2"}']]
    (matching,), _ = choose_sheets(AnswerFile("a.csv", (sheet_of(*ids, ["가", "3"]),)), QUESTIONNAIRE)
    assert len(matching.columns) == 2


def test_the_second_row_of_survey_monkey() -> None:
    first = ["Respondent ID", "Collector ID", "단체의 명칭", "사무국 인력", ""]
    second = ["", "", "Open-Ended Response", "상근 - 여", "상근 - 남"]
    settled = settle_heading(sheet_of(first, second, ["1", "2", "가", "3", "4"]), HEADINGS)
    assert settled.heading == (
        "Respondent ID",
        "Collector ID",
        "단체의 명칭",
        "사무국 인력 [상근 - 여]",
        "사무국 인력 [상근 - 남]",
    )


def test_one_answer_that_reads_response_makes_no_heading() -> None:
    assert titles(["A1", "A9"], ["Response", "3"]) == ["A1", "A9"]


def test_what_the_reader_of_a_file_has_settled_stays() -> None:
    sheet = settle_heading(sheet_of(["A8", ""], ["상근 / 여", "상근 / 남"], ["1", "2"]), HEADINGS, 2)
    assert settle_heading(sheet, HEADINGS, 3) is sheet
