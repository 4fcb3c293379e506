"""Responses that were broken off: they count or not, as the questionnaire says, and it is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.questionnaire import Questionnaire
from analysis.questionnaire.sessions import Sessions
from analysis.responses.responses import Responses
from analysis.responses.standing import Standing
from analysis.responses.store import read_responses, write_responses
from analysis.responses.wide import wide_rows
from tests.responses.answers_file import finding, read_rows, rules
from tests.tables.small_survey import survey

NAME = {"id": "name", "no": "A1", "kind": "text", "identifier": True}
STATUS = {
    "id": "status",
    "no": "S",
    "kind": "single",
    "options": {"complete": "Complete", "partial": "Partial"},
}
USES = {"id": "uses", "no": "B1", "kind": "number", "required": True, "max": 100}
HEADING = ["A1", "S", "B1"]


def with_sessions(partial: str) -> Questionnaire:
    sessions = Sessions(question="status", complete=("complete",), partial=partial)
    return survey(NAME, STATUS, USES).model_copy(update={"sessions": sessions})


def read(folder: Path, partial: str, *rows: list[str]) -> Responses:
    return read_rows(folder, with_sessions(partial), HEADING, *rows)


ROWS = (["가", "Complete", "1"], ["나", "Partial", "999"], ["다", "Partial", "3"])


def test_where_they_do_not_count_nothing_is_told_of_their_answers(tmp_path: Path) -> None:
    responses = read(tmp_path, "not_counted", *ROWS)
    assert responses.respondents == ["row-2"]
    assert set(rules(responses)) == {"broken_off_left_out"}
    told = finding(responses, "broken_off_left_out")
    assert (told.severity, told.file, told.value, told.hint) == ("note", "answers.csv", "2", "3")
    assert told.text().startswith("S: 응답 3건 가운데 2건은 끝까지 답하지 않았습니다.")


def test_where_they_count_their_number_is_told(tmp_path: Path) -> None:
    responses = read(tmp_path, "counted", *ROWS)
    assert responses.respondents == ["row-2", "row-3", "row-4"]
    assert (finding(responses, "broken_off_counted").value, rules(responses)["out_of_range"]) == ("2", 1)


def test_who_broke_off_before_any_answer_never_counts(tmp_path: Path) -> None:
    responses = read(tmp_path, "counted", *ROWS, ["", "Partial", ""])
    assert responses.respondents == ["row-2", "row-3", "row-4"]
    assert finding(responses, "broken_off_empty").value == "1"
    assert "nothing_answered" not in rules(responses)


def test_who_broke_off_owes_no_required_answer(tmp_path: Path) -> None:
    wish = {"id": "wish", "no": "D1", "kind": "text"}
    questionnaire = with_sessions("counted")
    questions = survey(NAME, STATUS, USES, wish).questions
    questionnaire = questionnaire.model_copy(update={"questions": questions})
    rows = ["A1", "S", "B1", "D1"], ["가", "Complete", "", "x"], ["나", "Partial", "", "y"]
    assert finding(read_rows(tmp_path, questionnaire, *rows), "required_missing").cell == "C2"


@pytest.mark.parametrize("status", ["", "Disqualified"])
def test_a_response_that_does_not_say_how_it_ended_counts(tmp_path: Path, status: str) -> None:
    responses = read(tmp_path, "not_counted", ["가", status, "1"])
    assert responses.respondents == ["row-2"]
    told = finding(responses, "session_unknown")
    assert (told.severity, told.cell, told.value) == ("warning", "B2", status)


def test_a_file_that_has_no_such_column_counts_and_is_told_once(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, with_sessions("not_counted"), ["A1", "B1"], ["가", "1"], ["나", "2"])
    assert responses.respondents == ["row-2", "row-3"]
    assert finding(responses, "sessions_not_in_file").value == "2"
    assert "session_unknown" not in rules(responses)


@pytest.mark.parametrize("partial", ["counted", "not_counted"])
def test_a_response_that_came_to_its_end_is_not_replaced_by_one_that_did_not(
    tmp_path: Path, partial: str
) -> None:
    responses = read(tmp_path, partial, ["가", "Complete", "1"], ["가", "Partial", "2"])
    assert responses.respondents == ["row-2"]


def test_why_a_response_does_not_count_is_kept_with_the_responses(tmp_path: Path) -> None:
    responses = read(tmp_path, "not_counted", *ROWS, ["라", "", ""], ["가", "Complete", "7"])
    kept = [Standing.REPLACED, *[Standing.BROKEN_OFF] * 2, Standing.EMPTY, Standing.COUNTED]
    write_responses(responses, tmp_path / "out")
    for one in (responses, read_responses(tmp_path / "out", responses.questionnaire)):
        assert one.origin.standing.tolist() == kept
        assert one.respondents == ["row-6"]


def test_the_table_of_responses_says_who_broke_off(tmp_path: Path) -> None:
    responses = read(tmp_path, "not_counted", *ROWS)
    assert [row[1] for row in wide_rows(responses)][1:] == ["예", *["아니오(끝까지 답하지 않음)"] * 2]
