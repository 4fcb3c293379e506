"""What is chosen in the panel, and what was chosen before."""

from __future__ import annotations

from analysis.explore.panel.state import History, State
from analysis.explore.query import Query

STATE = State("member_orgs", (2016,), "dues_level", by="area", chart="parts")


def test_each_year_is_asked_the_same() -> None:
    state = State("member_orgs", (2016, 2017), "dues_level", by="area", weights=False, show="count")
    assert state.queries == tuple(
        Query("member_orgs", year, "dues_level", by="area", weights=False, show="count") for year in (2016, 2017)
    )


def test_filters_are_one_filter_that_all_of_them_make() -> None:
    assert STATE.where == ""
    assert STATE.with_filter("region is seoul").where == "region is seoul"
    both = STATE.with_filter("region is seoul").with_filter("staff >= 2 or voice >= 4")
    assert both.where == "(region is seoul) and (staff >= 2 or voice >= 4)"


def test_a_filter_is_there_once_and_goes_by_its_place() -> None:
    both = STATE.with_filter("region is seoul").with_filter("voice >= 4").with_filter("region is seoul")
    assert both.filters == ("region is seoul", "voice >= 4")
    assert both.without_filter(0).filters == ("voice >= 4",)


def test_another_question_keeps_group_and_filters_but_not_the_kind_of_figure() -> None:
    state = STATE.with_filter("voice >= 4").with_question("outlook")
    assert (state.question, state.by, state.filters, state.chart) == ("outlook", "area", ("voice >= 4",), "")


def test_the_same_question_chosen_again_changes_nothing() -> None:
    assert STATE.with_question("dues_level") is STATE


def test_a_question_is_not_broken_down_by_itself() -> None:
    assert State("s", (2016,), "a", by="b").with_question("b").by == ""


def test_undo_goes_back_change_by_change_and_redo_forward_again() -> None:
    first, second, third = (STATE.with_question(question) for question in ("a", "b", "c"))
    history = History(first).then(second).then(third)
    assert history.undo().now == second
    assert history.undo().undo().now == first
    assert history.undo().undo().redo().redo() == history


def test_at_either_end_there_is_nothing_to_undo_or_redo() -> None:
    history = History(STATE)
    assert history.undo() == history.redo() == history


def test_a_change_after_undo_takes_the_place_of_what_was_undone() -> None:
    history = History(STATE).then(STATE.with_question("b")).undo().then(STATE.with_question("c"))
    assert history.redo() == history
    assert history.undo().now == STATE


def test_what_changes_nothing_is_no_step() -> None:
    assert History(STATE).then(STATE) == History(STATE)
