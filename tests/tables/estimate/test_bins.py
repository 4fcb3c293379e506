"""Round edges: 1-2-5 for what has a long tail, even steps for what has not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.estimate import bin_positions, inner_edges

WHOLE = st.integers(-(10**6), 10**9).map(float)
ANY = st.floats(-1e9, 1e12, allow_subnormal=False).filter(lambda value: value == 0 or abs(value) > 1e-6)


@pytest.mark.parametrize(
    ("values", "edges"),
    [
        (np.arange(101), [20, 40, 60, 80]),  # a score of 0 … 100
        (2.0 ** np.arange(11), [2, 5, 10, 20, 50, 100, 200]),  # each twice the one before
        ([0, 1, 2] * 20, [1, 2]),  # no more bins than values
        ([0.1, 0.2, 0.3, 0.4, 0.5, 0.6] * 10, [0.2, 0.3, 0.4, 0.5, 0.6]),
        ([5] * 60, []),
        ([0] * 97 + [3, 8, 20], [1]),  # nearly nobody: those who do are told apart
        ([4] * 97 + [3, 5, 6], [4, 5]),
        ([-20, -10, 0, 10, 20, 30] * 10, [-10, 0, 10, 20, 30]),
    ],
)
def test_edges_are_round_and_follow_the_values(values: list[float], edges: list[float]):
    assert inner_edges(np.array(values, dtype=float)) == edges


def test_an_outlier_does_not_stretch_the_bins():
    values = np.array([*range(1, 100), 1_000_000], dtype=float)
    assert max(inner_edges(values)) <= 100


@given(st.lists(WHOLE, min_size=41, max_size=80) | st.lists(ANY, min_size=41, max_size=80))
def test_every_value_lies_in_one_bin_and_there_are_no_more_than_eight(found: list[float]):
    values = np.array(found)
    edges = inner_edges(values)
    assert len(edges) <= 7
    assert edges == sorted(set(edges))
    ends = [-np.inf, *edges, np.inf]
    within = [(low <= values) & (values < high) for low, high in zip(ends, ends[1:], strict=False)]
    assert (np.sum(within, axis=0) == 1).all()
    assert (np.argmax(within, axis=0) == bin_positions(values, edges)).all()


@given(st.lists(st.integers(0, 10**6), min_size=41, max_size=80, unique=True))
def test_five_bins_or_more_where_values_are_many_and_the_open_ones_are_never_empty(found: list[int]):
    values = np.array(found, dtype=float)
    edges = inner_edges(values)
    counts = np.bincount(bin_positions(values, edges), minlength=len(edges) + 1)
    assert counts[0] and counts[-1]
    assert all(edge == int(edge) for edge in edges)
