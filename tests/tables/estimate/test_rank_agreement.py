"""The figures of R: tests/reference/test_scales.py."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.tables.estimate.rank_agreement import agreement_test, borda_points, kendalls_w, shared_ranks

NONE = np.nan
# of four options the first two; only the first; none
PARTIAL = [[1, 2, NONE, NONE], [NONE, 1, NONE, NONE], [NONE, NONE, NONE, NONE]]


def same(found: np.ndarray, expected: list) -> None:
    np.testing.assert_array_equal(found, np.array(expected, dtype=float))


def test_the_first_of_two_ranks_gives_two_points_and_no_rank_none():
    same(borda_points(PARTIAL, 2), [[2, 1, 0, 0], [0, 2, 0, 0], [NONE] * 4])


def test_by_the_modified_count_who_ranks_one_option_gives_one_point():
    same(borda_points(PARTIAL, 2, "modified"), [[2, 1, 0, 0], [0, 1, 0, 0], [NONE] * 4])


def test_by_average_every_respondent_gives_as_many_points():
    points = borda_points(PARTIAL, 2, "average")
    same(points, [[4, 3, 1.5, 1.5], [2, 4, 2, 2], [NONE] * 4])
    assert points[:2].sum(axis=1).tolist() == [10, 10]


def test_the_rules_are_one_where_all_rank_all():
    everything = [[1, 2, 3], [3, 1, 2]]
    same(borda_points(everything, 3, "average"), borda_points(everything, 3, "top").tolist())
    same(borda_points(everything, 3, "modified"), borda_points(everything, 3, "top").tolist())


def test_options_left_out_share_the_ranks_left_over():
    same(shared_ranks(PARTIAL), [[1, 2, 3.5, 3.5], [3, 1, 3, 3], [NONE] * 4])


@pytest.mark.parametrize(
    ("ranks", "w"),
    [
        ([[1, 2, 3], [1, 2, 3]], 1),
        ([[1, 2, 3], [3, 2, 1]], 0),
        ([[1, NONE, NONE], [1, NONE, NONE]], 1),
        ([[1, 2, 3]], 1),
        # rank sums 4, 6, 8: S = 8, and 12·8 / (9·24 − 3·24)
        ([[1, 2, 3], [1, 2, 3], [2, 2, 2]], 2 / 3),
    ],
    ids=["agreed", "opposed", "the same one first", "one respondent", "a tie of everything"],
)
def test_kendalls_w(ranks: list, w: float):
    assert kendalls_w(ranks).value == pytest.approx(w)


def test_who_ranks_nothing_has_no_part_in_it():
    assert kendalls_w([[1, 2, 3], [1, 2, 3], [NONE] * 3]).n == 2


def test_a_weight_of_2_is_the_same_respondent_twice():
    twice = kendalls_w([[1, 2, 3], [1, 2, 3], [1, 3, 2], [2, 1, NONE]])
    weighted = kendalls_w([[1, 2, 3], [1, 3, 2], [2, 1, NONE]], [2, 1, 1])
    assert weighted.value == pytest.approx(twice.value)


@pytest.mark.parametrize(
    "ranks",
    [np.empty((0, 3)), [[1], [1]], [[2, 2], [2, 2]]],
    ids=["nobody", "one option", "all tied"],
)
def test_there_is_no_agreement_of(ranks: object):
    assert kendalls_w(ranks).value is None


def test_no_agreement_at_all_has_p_1():
    chi2, df, p = agreement_test(kendalls_w([[1, 2, 3], [3, 2, 1]]))
    assert (chi2, df, p) == (0, 2, 1)
