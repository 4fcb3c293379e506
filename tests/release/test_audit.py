"""The reader's arithmetic: what follows from what is shown."""

from __future__ import annotations

from analysis.release.audit import numbers
from tests.release.counted import counted_table

LINES = {"": [5, 3, 4], "seoul": [3, 1, 2], "busan": [2, 2, 2]}


def test_a_lone_hidden_count_is_its_line_s_remainder() -> None:
    assert numbers(counted_table({"": [5, 3, 4]})).found({("", "", "2"): "small"}, {}) == [("", "", "2")]


def test_two_in_a_line_keep_each_other_s_secret() -> None:
    hidden = {("", "", "1"): "small", ("", "", "2"): "complement"}
    assert numbers(counted_table({"": [5, 3, 4]})).found(hidden, {}) == []


def test_rows_and_columns_together_tell_what_neither_does() -> None:
    """Two X in each line and each column but one: the lone column gives its count, and the line then the other."""
    hidden = {("seoul", "", "1"): "x", ("seoul", "", "2"): "x", ("busan", "", "2"): "x"}
    found = numbers(counted_table(LINES)).found(hidden, {})
    assert set(found) == set(hidden)


def test_a_square_of_hidden_counts_holds() -> None:
    square = {(level, "", item): "x" for level in ("seoul", "busan") for item in "12"}
    assert numbers(counted_table(LINES)).found(square, {}) == []


def test_a_hidden_line_beside_a_shown_one_is_found_by_its_base() -> None:
    found = numbers(counted_table(LINES)).found({}, {("seoul", ""): "small"})
    assert ("seoul", "", "1") in found


def test_several_choices_do_not_add_up_to_the_base() -> None:
    table = counted_table({"": [5, 3, 4]}, kind="multi")
    assert numbers(table).found({("", "", "2"): "small"}, {}) == []
