"""The figures of R's fisher.test are in tests/reference/test_comparison.py."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import factorial, prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.estimate.fisher import fisher_exact

SMALL = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 3), min_size=width, max_size=width), min_size=1, max_size=3
    )
)


def tables_like(rows: list[int], columns: list[int]) -> Iterator[list[list[int]]]:
    """Every table with these margins, thought up row by row."""
    if len(rows) == 1:
        yield [columns]
        return

    def ways(left: int, places: list[int]) -> Iterator[list[int]]:
        if len(places) == 1:
            if left <= places[0]:
                yield [left]
            return
        for first in range(min(left, places[0]) + 1):
            yield from ([first, *rest] for rest in ways(left - first, places[1:]))

    for row in ways(rows[0], columns):
        rest = [column - taken for column, taken in zip(columns, row, strict=True)]
        yield from ([row, *others] for others in tables_like(rows[1:], rest))


def probability(table: list[list[int]]) -> Fraction:
    counts = np.array(table)
    above = prod(factorial(int(margin)) for axis in (0, 1) for margin in counts.sum(axis=axis))
    return Fraction(
        above, factorial(int(counts.sum())) * prod(factorial(int(cell)) for cell in counts.ravel())
    )


def test_the_lady_tasting_tea():
    """Fisher (1935): 3 of 4 cups right; 1, 16, 36, 16, 1 of 70 ways, of which 34 are not more probable."""
    found = fisher_exact([[3, 1], [1, 3]])
    assert (found.method, found.n, found.draws) == ("exact", 8, 0)
    assert found.p == pytest.approx(34 / 70, rel=1e-12)


@given(SMALL)
def test_p_is_that_of_all_tables_written_out_in_fractions(table: list[list[int]]):
    found = fisher_exact(table)
    if found.reason:
        assert (
            sum(any(row) for row in table) < 2 or sum(any(column) for column in zip(*table, strict=True)) < 2
        )
        return
    columns = [sum(column) for column in zip(*table, strict=True)]
    chances = [probability(other) for other in tables_like([sum(row) for row in table], columns)]
    assert sum(chances) == 1
    exact = sum(chance for chance in chances if chance <= probability(table))
    assert found.p == pytest.approx(float(exact), rel=1e-11)


@pytest.mark.parametrize("most_tables", [500_000, 0])
def test_neither_the_order_of_rows_and_columns_nor_empty_ones_nor_turning_the_table_matter(most_tables: int):
    table = np.array([[5, 0, 2, 1], [1, 4, 3, 0], [2, 2, 6, 3]])
    others = [table.T, table[::-1], table[:, [2, 0, 3, 1]], np.insert(table, 1, 0, axis=0)]
    p = fisher_exact(table, most_tables, draws=500).p
    assert [fisher_exact(other, most_tables, draws=500).p for other in others] == [
        pytest.approx(p, rel=1e-12)
    ] * 4


def test_what_is_too_large_is_simulated_and_says_so_and_is_the_same_every_time():
    table = np.array([[6, 2, 3], [1, 7, 2], [3, 4, 8]])
    found, exact = fisher_exact(table, most_tables=10), fisher_exact(table)
    assert (found.method, found.draws, exact.method) == ("simulated", 19_999, "exact")
    assert found.p == pytest.approx(exact.p, abs=4 * np.sqrt(exact.p * (1 - exact.p) / 19_999))
    assert fisher_exact(table, most_tables=10) == found


def test_a_simulated_p_is_never_0():
    assert fisher_exact([[60, 0, 0], [0, 60, 0], [0, 0, 60]], most_tables=10, draws=99).p == 0.01


@pytest.mark.parametrize(
    ("table", "reason"), [([[3, 4]], "constant"), ([[0, 2], [0, 5]], "constant"), ([[0]], "nobody")]
)
def test_one_row_or_column_has_nothing_to_compare(table, reason: str):
    found = fisher_exact(table)
    assert found.reason == reason and np.isnan(found.p)


def test_a_large_table_of_two_by_two_is_still_exact():
    assert fisher_exact([[3000, 3100], [2900, 3200]]).method == "exact"
