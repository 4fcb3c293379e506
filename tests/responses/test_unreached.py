"""Questions without a column that nobody was to be asked."""

from __future__ import annotations

from pathlib import Path

from tests.responses.answers_file import finding, read_rows, rules
from tests.tables.small_survey import survey

YES_NO = {"yes": "예", "no": "아니오"}
QUESTIONNAIRE = survey(
    {"id": "a", "no": "A", "kind": "single", "options": YES_NO},
    {"id": "b", "no": "B", "ask": "무엇", "kind": "text", "ask_if": "a is yes", "required": True},
    {"id": "c", "no": "C", "ask": "왜", "kind": "text", "ask_if": "answered(b)"},
)


def test_what_nobody_came_to_is_one_note(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["A"], ["아니오"])
    told = finding(responses, "not_reached")
    assert (told.severity, told.value, told.hint) == ("note", "2", "B. 무엇, C. 왜")
    assert rules(responses) == {"not_reached": 1}


def test_what_somebody_was_to_be_asked_is_missing(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["A"], ["아니오"], ["예"])
    assert finding(responses, "required_not_in_file").question == "B"
    assert finding(responses, "not_in_file").question == "C"  # B may have been answered


def test_what_may_have_been_asked_is_missing(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["A"], ["아니오"], ["글쎄"])
    assert finding(responses, "required_not_in_file").question == "B"
