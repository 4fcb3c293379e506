from __future__ import annotations

import numpy as np
import pytest

from analysis.language import half_up
from analysis.tables.estimate import nets, score100


@pytest.mark.parametrize(
    ("values", "points", "score"),
    [([1, 1], 5, 0), ([5, 5], 5, 100), ([2, 4], 5, 50), ([4], 7, 50), ([1, 2, 2], 3, 100 / 3)],
)
def test_score100_is_the_way_covered_from_the_lowest_point(values: list[int], points: int, score: float):
    assert score100(np.array(values), points) == score


def test_score100_is_exact_so_that_half_a_tenth_is_rounded_up():
    """Twenty answers that add up to 41: (2.05 − 1) / 4 × 100 is 26.249999999999996 in floats."""
    score = score100(np.array([2] * 19 + [3]), 5)
    assert score == 26.25
    assert str(half_up(score, 1)) == "26.3"


def test_score100_of_nobody_is_none():
    assert score100(np.array([], dtype=int), 5) is None


def test_nets_are_so_many_points_at_either_end():
    assert nets(5, 2, 2) == ((4, 5), (1, 2))
    assert nets(7, 3, 1) == ((5, 6, 7), (1,))
    assert nets(3, 0, 0) == ((), ())
