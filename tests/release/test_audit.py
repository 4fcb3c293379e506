"""The reader's arithmetic: what follows from what is shown."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from analysis.release.audit import found
from analysis.release.board import Board, Equation, Key, boards
from analysis.tables import Table
from tests.release.counted import counted_table

FEW = 3


def worked_out(table: Table, hidden: Mapping[Key, str], lines: Mapping[Key, str] | None = None) -> list[Key]:
    (board,) = boards([table])
    return found(board, hidden, lines or {}, FEW)


LINES = {"": [5, 3, 4], "seoul": [3, 1, 2], "busan": [2, 2, 2]}


def test_a_lone_hidden_count_is_its_line_s_remainder() -> None:
    assert worked_out(counted_table({"": [5, 3, 4]}), {("", "", "2"): "small"}) == [("", "", "2")]


def test_two_in_a_line_keep_each_other_s_secret() -> None:
    hidden = {("", "", "1"): "small", ("", "", "2"): "complement"}
    assert worked_out(counted_table({"": [5, 3, 4]}), hidden) == []


def test_rows_and_columns_together_tell_what_neither_does() -> None:
    """Two X in each line and each column but one: the lone column gives its count, and the line then the other."""
    hidden = {("g=seoul", "", "1"): "x", ("g=seoul", "", "2"): "x", ("g=busan", "", "2"): "x"}
    assert set(worked_out(counted_table(LINES), hidden)) == set(hidden)


def test_a_square_of_hidden_counts_holds() -> None:
    square = {(level, "", item): "x" for level in ("g=seoul", "g=busan") for item in "12"}
    assert worked_out(counted_table(LINES), square) == []


def test_a_hidden_line_beside_a_shown_one_is_found_by_its_base() -> None:
    assert ("g=seoul", "", "1") in worked_out(counted_table(LINES), {}, {("g=seoul", "", ""): "small"})


def test_several_choices_do_not_add_up_to_the_base() -> None:
    table = counted_table({"": [5, 3, 4]}, kind="multi")
    assert worked_out(table, {("", "", "2"): "small"}) == []


def test_two_x_that_add_up_to_one_do_not_tell_which_of_them_is_nobody() -> None:
    table = counted_table({"": [1, 11], "seoul": [1, 5], "busan": [0, 6]})
    square = {(f"g={level}", "", item): "x" for level in ("seoul", "busan") for item in "12"}
    assert worked_out(table, square) == []


def test_a_hidden_sum_of_nothings_is_not_taken_for_somebody() -> None:
    """Nobody is in a level, and what was chosen at any rank is hidden there for another level's sake. A reader who
    takes that X for somebody finds no numbers that could be, and would look for them without end."""
    ranks = [("g=near", rank, "pay") for rank in ("1", "2", "1+2")]
    *each, any_rank = ranks
    board = Board(
        counts=dict.fromkeys(ranks, 0),
        bases={(level, rank, ""): 0 for level, rank, _ in ranks},
        blocks=(),
        groups=(("g=near",),),
        equations=(Equation(tuple(each), any_rank),),
        one_choice=True,
    )
    assert found(board, {any_rank}, {}, FEW) == []


def test_counts_that_cannot_be_are_refused_and_not_looked_at_without_end() -> None:
    one, other, both = (("", "", item) for item in ("1", "2", "1+2"))
    board = Board(
        counts={one: 5, other: 3, both: 0},
        bases={("", "", ""): 8},
        blocks=(),
        groups=(),
        equations=(Equation((one, other), both),),
        one_choice=True,
    )
    with pytest.raises(ValueError, match="do not add up"):
        found(board, (), (), FEW)
