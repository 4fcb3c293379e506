"""Columns headed by nothing but an option belong to its question only beyond doubt."""

from __future__ import annotations

from analysis.intake.columns.matching import match_columns
from analysis.questionnaire.question import PartKey
from tests.intake.files import sheet_of
from tests.tables.small_survey import survey

FRUIT = {"apple": "사과", "pear": "배", "other": {"ko": "기타", "other": True}}
FISH = {"cod": "대구", "eel": "장어", "other": {"ko": "기타", "other": True}}
QUESTIONNAIRE = survey(
    {"id": "name", "no": "A1", "kind": "text"},
    {"id": "fruit", "no": "A2", "kind": "multi", "options": FRUIT},
    {"id": "fish", "no": "A3", "kind": "multi", "options": FISH},
)


def matched(heading: list[str], *rows: list[str]) -> set[str]:
    return {key.question for key in match_columns(sheet_of(heading, *rows), QUESTIONNAIRE).columns}


def test_what_both_have_belongs_to_the_question_beside_it() -> None:
    heading = ["A1", "사과", "배", "기타", "대구", "장어", "기타"]
    matching = match_columns(sheet_of(heading, ["가", "사과", "", "감", "", "장어", "김"]), QUESTIONNAIRE)
    assert matching.cells(PartKey("fruit")).at(1).text == "사과; 기타: 감"
    assert matching.cells(PartKey("fish")).at(1).text == "장어; 기타: 김"


def test_one_column_alone_may_be_headed_so_by_chance() -> None:
    assert matched(["A1", "사과", "비고", "배"], ["가", "사과", "", "배"]) == {"name"}


def test_columns_that_hold_anything_else_are_none() -> None:
    assert matched(["A1", "사과", "배"], ["가", "3", "1"]) == {"name"}


def test_a_question_with_a_column_of_its_own_needs_no_other() -> None:
    matching = match_columns(sheet_of(["A2", "사과", "배"], ["사과", "사과", ""]), QUESTIONNAIRE)
    assert matching.cells(PartKey("fruit")).at(1).text == "사과"
    assert [column.heading for column in matching.unmatched] == ["사과", "배"]


def test_options_that_two_questions_share_belong_to_neither() -> None:
    twice = survey(
        {"id": "name", "no": "A1", "kind": "text"},
        {"id": "one", "no": "A2", "kind": "multi", "options": FRUIT},
        {"id": "two", "no": "A3", "kind": "multi", "options": FRUIT},
    )
    assert list(match_columns(sheet_of(["A1", "사과", "배"], ["가", "사과", ""]), twice).columns) == [
        PartKey("name")
    ]
