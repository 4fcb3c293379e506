"""The figures of R's wilcox.test, kruskal.test and svyranktest are in tests/reference/test_comparison.py."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.estimate.design import design, simple
from analysis.tables.estimate.ranks import (
    design_rank_test,
    kruskal_wallis,
    mann_whitney,
    permutation_rank_test,
)

NAN = np.nan
ANSWERS = st.lists(
    st.tuples(st.integers(-1, 2), st.integers(0, 4), st.integers(0, 3)), min_size=1, max_size=30
)


def test_u_counts_the_pairs_in_which_the_first_is_higher():
    """Of 2 × 3 pairs: 4 beats 1, 3 and ties nobody; 2 beats 1. All orders of five: C(5, 2) = 10."""
    found = mann_whitney(np.array([2.0, 4, NAN]), np.array([1.0, 3, 5]))
    assert (found.method, found.n, found.statistic, found.p) == ("exact", 5, 3, 1.0)
    assert found.mean_rank.tolist() == [3, 3]
    apart = mann_whitney(np.array([4.0, 5]), np.array([1.0, 2, 3]))
    assert (apart.statistic, apart.p) == (6, pytest.approx(2 / 10))


def test_ties_and_large_groups_are_told_by_the_normal_distribution():
    assert mann_whitney(np.array([1.0, 2]), np.array([2.0, 3])).method == "normal"
    assert mann_whitney(np.arange(50.0), np.arange(2) + 0.5).method == "normal"
    assert mann_whitney(np.arange(49.0), np.arange(2) + 0.5).method == "exact"


def test_kruskal_and_wallis_statistic_by_hand():
    """12/(n(n + 1)) Σ R²/n − 3(n + 1), of rank sums 6, 15 and 24."""
    found = kruskal_wallis(
        [np.array([1.0, 2, 3]), np.array([4.0, 5, 6, NAN]), np.array([7.0, 8, 9]), np.array([])]
    )
    assert found.statistic == pytest.approx(12 / 90 * (36 + 225 + 576) / 3 - 30)
    assert (found.df, found.n) == (2, 9)
    assert found.mean_rank == pytest.approx([2, 5, 8, NAN], nan_ok=True)


@pytest.mark.parametrize(
    ("groups", "reason"),
    [(([], []), "nobody"), (([NAN], [1.0]), "constant"), (([2.0, 2], [2.0]), "constant")],
)
def test_without_two_groups_or_two_answers_there_is_no_p(groups, reason: str):
    arrays = [np.array(group, dtype=float) for group in groups]
    for found in (mann_whitney(*arrays), kruskal_wallis(arrays)):
        assert found.reason == reason and np.isnan(found.p)


def test_in_a_design_the_rank_is_the_share_of_the_frame_below():
    """Weights 1, 2, 3, 4: below the second answer is 1 of 10, at it and the third, which is alike, are 5."""
    found = design_rank_test(design([1, 2, 3, 4]), np.array([5.0, 6, 6, 9]), np.array([0, 1, 2, 3]))
    assert found.mean_rank == pytest.approx([0.05, 0.35, 0.35, 0.8])


def test_equal_answers_of_different_weight_may_come_in_any_order():
    rng = np.random.default_rng(1)
    values, groups, weights = (
        rng.integers(1, 6, 40).astype(float),
        rng.integers(0, 2, 40),
        rng.uniform(1, 4, 40),
    )
    turned = design_rank_test(design(weights[::-1]), values[::-1], groups[::-1])
    assert turned.p == pytest.approx(design_rank_test(design(weights), values, groups).p)


def test_two_groups_of_a_simple_sample_are_judged_nearly_alike_by_both_tests():
    rng = np.random.default_rng(7)
    values, groups = rng.normal(size=300) + 0.25 * (np.arange(300) % 2), np.arange(300) % 2
    of_design = design_rank_test(simple(300), values, groups)
    classical = mann_whitney(values[groups == 0], values[groups == 1])
    assert of_design.statistic < 0 and of_design.method == "t"
    assert of_design.p == pytest.approx(classical.p, rel=0.15)


@pytest.mark.parametrize(
    ("how", "values", "reason"),
    [
        (simple(6), [NAN] * 6, "nobody"),
        (simple(6), [3.0] * 6, "constant"),
        (design(np.ones(6), clusters=[[1, 1, 1, 2, 2, 2]]), [1.0, 2, 3, 4, 5, 6], "too_few_clusters"),
        (simple(6, 6), [1.0, 2, 3, 4, 5, 6], "no_variance"),
        (simple(6), [1.0, 1, 1, 2, 2, 2], "no_variance"),
    ],
)
def test_of_a_design_without_a_p_a_word_says_why(how, values, reason: str):
    found = design_rank_test(how, np.array(values), np.array([0, 0, 0, 1, 1, 1]))
    assert found.reason == reason and np.isnan(found.p)


@given(ANSWERS)
def test_there_is_a_p_or_a_reason_for_every_answer(some: list[tuple[int, int, int]]):
    groups, values, weights = np.array(some).T
    found = design_rank_test(design(weights), values.astype(float), groups)
    assert (0 <= found.p <= 1) == (found.reason == "")


def test_random_orders_of_few_answers_come_near_to_all_orders():
    """Of C(7, 3) = 35 ways to choose the three, only the observed one and its mirror image are as far apart."""
    groups = np.array([0, 0, 0, 1, 1, 1, 1])
    found = permutation_rank_test(np.arange(7.0), groups)
    assert found.method == "simulated"
    assert found.p == pytest.approx(2 / 35, abs=4 * np.sqrt(2 / 35 * 33 / 35 / 9_999))
    assert found.statistic == pytest.approx(kruskal_wallis([np.arange(3.0), np.arange(3.0, 7)]).statistic)
    assert permutation_rank_test(np.arange(7.0), groups).p == found.p  # always the same orders


def test_in_large_groups_they_come_near_to_the_distribution():
    values, groups = np.tile(np.arange(20.0), 3) + np.repeat([0, 2.0, 4], 20), np.repeat([0, 1, 2], 20)
    approximate = kruskal_wallis([values[groups == group] for group in range(3)])
    found = permutation_rank_test(values, groups)
    assert found.p == pytest.approx(approximate.p, abs=0.02)
    assert found.explained == pytest.approx(design_rank_test(simple(60), values, groups).explained)


@pytest.mark.parametrize(
    ("values", "groups", "reason"),
    [([NAN], [0], "nobody"), ([1.0, 2], [0, 0], "constant"), ([3.0, 3], [0, 1], "constant")],
)
def test_random_orders_of_nothing_tell_nothing(values, groups, reason):
    found = permutation_rank_test(np.array(values), np.array(groups))
    assert (found.reason, np.isnan(found.p)) == (reason, True)
