"""What a bundle says of the survey as a whole."""

from __future__ import annotations

import pytest

from analysis.release.survey import release
from analysis.tables.build import build_tables
from tests.tables.small_survey import absent, answered, survey

DONE = {"id": "done", "kind": "single", "options": {"yes": "예", "no": "아니오"}}


@pytest.mark.parametrize("partial", ["counted", "not_counted", None])
def test_that_who_broke_off_counts_is_told_where_it_is_so(partial: str | None) -> None:
    sessions = {"question": "done", "complete": ["yes"], "partial": partial} if partial else None
    responses = answered(survey(DONE, sessions=sessions), done=["yes"] * 5 + ["no"] * 5)
    facts = release(responses, build_tables(responses), "members").facts
    assert facts.get("partial_counted") == (True if partial == "counted" else None)


def test_a_hidden_cell_does_not_say_by_which_rule() -> None:
    """That all gave one answer is the answer; "one or two" beside the base and what is shown is often the number."""
    responses = answered(survey(DONE | {"key": True}), done=["yes"] * 9 + ["no"])
    tables = build_tables(responses)
    hidden = {
        audience: [
            cell for table in release(responses, tables, audience).tables for cell in table.cells if cell.status == "suppressed"
        ]
        for audience in ("members", "public")
    }
    for cells in hidden.values():
        assert cells and {cell.rule for cell in cells} == {""}


WHY = {"id": "why", "kind": "open", "ask_if": "done = no"}


@pytest.mark.parametrize(("asked", "left_out"), [(0, True), (2, True), (3, False)])
def test_a_question_in_words_that_was_put_to_a_few_is_left_out_but_for_the_committee(asked: int, left_out: bool) -> None:
    given = ["no"] * asked + ["yes"] * (9 - asked)
    wrote = ["까닭" if answer == "no" else absent("not_asked") for answer in given]
    responses = answered(survey(DONE, WHY), done=given, why=wrote)
    tables = build_tables(responses)
    members, committee = (release(responses, tables, audience) for audience in ("members", "committee"))
    assert ("why" not in {table.question for table in members.tables}) is left_out
    assert members.facts.get("left_out") == (["why"] if left_out else None)
    assert any("주관식" in words.ko for words in members.protection) is left_out
    assert "why" in {table.question for table in committee.tables} and "left_out" not in committee.facts
