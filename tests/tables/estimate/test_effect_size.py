from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.estimate.design import design, simple
from analysis.tables.estimate.effect_size import (
    cohens_d,
    cohens_h,
    cramers_v,
    cramers_v_corrected,
    hedges_g,
    rank_biserial,
    rank_biserial_of_ranks,
    standardised_difference,
)
from analysis.tables.estimate.ranks import design_rank_test, kruskal_wallis, mann_whitney

NAN = np.nan
TABLES = st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=2, max_size=4)


def test_cramers_v_is_0_without_and_1_with_full_association():
    assert cramers_v([[10, 20], [20, 40]]) == pytest.approx(0)
    assert cramers_v([[5, 0, 0], [0, 7, 3]]) == pytest.approx(1)


def test_cramers_v_of_two_by_two_is_phi():
    """φ = (ad − bc)/√(margins) = (30·32 − 20·18)/√(50·50·48·52)"""
    assert cramers_v([[30, 20], [18, 32]]) == pytest.approx(600 / np.sqrt(50 * 50 * 48 * 52))


def test_cramers_v_is_corrected_by_bergsmas_formula():
    """By hand: φ² = 0.0576923, less 1/99, over 2 − 1/99 − 1."""
    assert cramers_v_corrected([[30, 20], [18, 32]], 100) == pytest.approx(
        np.sqrt((36 / 624 - 1 / 99) / (1 - 1 / 99))
    )


@given(TABLES)
def test_cramers_v_lies_between_0_and_1_and_the_correction_finds_0_where_chance_would_do(table):
    counts = np.array(table)
    plain, corrected = cramers_v(counts), cramers_v_corrected(counts, counts.sum())
    assert np.isnan(plain) == ((counts.any(axis=1).sum() < 2) or (counts.any(axis=0).sum() < 2))
    assert np.isnan(plain) or -1e-12 <= plain <= 1 + 1e-12
    assert np.isnan(corrected) or corrected >= 0


def test_of_nobody_or_one_row_no_association_can_be_told():
    for table in ([[0, 0], [0, 0]], [[3, 4]]):
        assert np.isnan(cramers_v(table)) and np.isnan(cramers_v_corrected(table, 7))


def test_cohens_h_in_the_table_of_his_book():
    """Cohen (1988), table 6.2.2: φ of .50 is 1.571, of .80 2.214, of .05 0.451."""
    assert cohens_h([0.8, 0.5], [0.5, 0.05]) == pytest.approx([2.214 - 1.571, 1.571 - 0.451], abs=0.001)
    assert cohens_h(1, 0) == pytest.approx(np.pi)


def test_cohens_d_by_hand_and_hedges_correction():
    """Means 4 and 2, sums of squares 8 and 2, three degrees of freedom; Γ(3/2)/(√(3/2)Γ(1)) = 0.7236."""
    first, second = np.array([2.0, 4, 6, NAN]), np.array([1.0, 3])
    assert cohens_d(first, second) == pytest.approx(2 / np.sqrt(10 / 3))
    assert hedges_g(first, second) == pytest.approx(2 / np.sqrt(10 / 3) * 0.7236, rel=1e-4)
    assert hedges_g(np.arange(60.0), np.arange(60.0) + 9) == pytest.approx(
        cohens_d(np.arange(60.0), np.arange(60.0) + 9) * (1 - 3 / (4 * 118 - 1)), rel=1e-5
    )


def test_a_difference_without_spread_or_without_a_group_has_no_size():
    assert np.isnan(cohens_d(np.array([1.0, 1]), np.array([2.0, 2])))
    assert np.isnan(cohens_d(np.array([NAN]), np.array([2.0, 3]))) and np.isnan(
        hedges_g(np.array([]), np.array([2.0]))
    )
    assert np.isnan(standardised_difference(np.ones(2), np.zeros(2), np.ones(2)))


def test_two_weighted_groups_are_told_apart_in_standard_deviations():
    assert standardised_difference(
        np.array([4.0, 2]), np.array([1.0, 3]), np.array([3.0, 1])
    ) == pytest.approx(2 / np.sqrt(12 / 4))


def test_rank_biserial_counts_pairs_won_less_pairs_lost():
    """Of 2 × 3 pairs the first group wins 4, ties 1 and loses 1."""
    first, second = np.array([3.0, 4]), np.array([1.0, 2, 4])
    u = mann_whitney(first, second).statistic
    assert rank_biserial(u, 2, 3) == pytest.approx((4 - 1) / 6)
    groups = np.array([0, 0, 1, 1, 1])
    found = design_rank_test(simple(5), np.concatenate([first, second]), groups)
    assert rank_biserial_of_ranks(found.mean_rank) == pytest.approx((4 - 1) / 6)
    assert np.isnan(rank_biserial(0, 0, 3))


def test_rank_biserial_of_a_design_weights_the_pairs():
    """Weights 1, 3 against 2: the first group wins with 1 × 2 and loses with 3 × 2 of 4 × 2."""
    found = design_rank_test(design([1, 3, 2]), np.array([9.0, 1, 5]), np.array([0, 0, 1]))
    assert rank_biserial_of_ranks(found.mean_rank) == pytest.approx((2 - 6) / 8)


def test_epsilon_squared_is_the_ranks_variance_between_the_groups():
    """Sums of squares of the ranks 1 … 9: 54 between the groups of 60."""
    values, groups = np.arange(1.0, 10), np.repeat([0, 1, 2], 3)
    assert design_rank_test(simple(9), values, groups).explained == pytest.approx(54 / 60)
    apart = [values[groups == group] for group in range(3)]
    assert kruskal_wallis(apart).statistic / 8 == pytest.approx(54 / 60)
