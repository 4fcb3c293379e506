"""Who was to be asked what."""

from __future__ import annotations

from pathlib import Path

from tests.responses.answers_file import column, finding, read_rows, rules
from tests.tables.small_survey import SATISFACTION, survey

QUESTIONNAIRE = survey(
    {"id": "satisfaction", "no": "C2", "kind": "scale", "scale": SATISFACTION},
    {"id": "reason", "no": "C2-1", "kind": "open", "ask_if": "satisfaction <= 2", "required": True},
    {"id": "contact", "no": "C2-2", "kind": "text", "ask_if": "answered(reason)"},
)
HEADING = ["C2", "C2-1", "C2-2"]


def test_who_was_routed_past_was_not_asked(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, HEADING, ["만족", "", ""], ["불만족", "멀다", "가"])
    assert column(responses, "reason", "reason") == ["not_asked", ""]
    assert column(responses, "reason", "contact") == ["not_asked", ""]
    assert not responses.findings  # a required question that was not asked is not missing


def test_who_should_have_been_skipped_and_answered_is_out_of_the_base(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, HEADING, ["만족", "그래도 멀다", "가"])
    assert column(responses, "reason", "reason") == ["not_asked"]
    assert column(responses, "detail", "reason") == ["answered_anyway"]
    assert (column(responses, "text", "reason"), column(responses, "raw", "reason")) == (
        [""],
        ["그래도 멀다"],
    )
    assert column(responses, "detail", "contact") == [
        "answered_anyway"
    ]  # what hangs on a skipped question is skipped
    assert rules(responses)["answered_anyway"] == 2


def test_a_condition_on_an_absent_answer_is_false(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, HEADING, ["모름", "", "x"], ["불만족", "", ""])
    assert column(responses, "reason", "reason") == ["not_asked", "no_answer"]
    assert finding(responses, "required_missing").cell == "B3"


def test_a_word_for_nothing_where_nothing_was_asked_is_no_answer_given(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, HEADING, ["만족", "해당없음", "-"])
    assert column(responses, "detail", "reason") == [""]
    assert "answered_anyway" not in rules(responses)


def test_a_question_without_a_column_stays_not_in_file(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["C2"], ["만족"])
    assert column(responses, "reason", "reason") == ["not_in_file"]
