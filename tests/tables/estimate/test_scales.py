from __future__ import annotations

import pytest

from analysis.tables.estimate import nets, score100


@pytest.mark.parametrize(
    ("mean", "points", "score"),
    [(1, 5, 0), (5, 5, 100), (3, 5, 50), (4, 7, 50), (3.173077, 5, 54.326925)],  # the last from a real report
)
def test_score100_is_the_way_covered_from_the_lowest_point(mean: float, points: int, score: float):
    assert score100(mean, points) == pytest.approx(score)


def test_score100_of_no_mean_is_none():
    assert score100(None, 5) is None


def test_nets_are_the_outer_two_points_from_four_points_on():
    assert nets(5) == ((4, 5), (1, 2))
    assert nets(4) == ((3, 4), (1, 2))
    assert nets(3) == ()
