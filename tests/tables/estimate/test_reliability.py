"""The figures of R: tests/reference/test_scales.py."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.tables.estimate.reliability import alpha, feldt_interval, omega, one_factor

THREE = np.array([[1, 2, 1], [2, 2, 3], [3, 4, 3], [4, 3, 5], [5, 5, 4], [2, 3, 2]], dtype=float)


def test_alpha_of_two_items_by_hand():
    """Variances 2/3 and 2/3, of the sum 2: 2 · (1 − (4/3)/2) = 2/3."""
    assert alpha([[1, 1], [2, 3], [3, 2]]).value == pytest.approx(2 / 3, abs=1e-15)


def test_items_that_all_say_the_same_have_alpha_1():
    assert alpha([[1, 1], [2, 2], [4, 4]]).value == pytest.approx(1)


def test_a_turned_item_counts_as_its_opposite():
    opposite = THREE.copy()
    opposite[:, 1] = 6 - opposite[:, 1]
    assert alpha(opposite, turned=[1]).value == pytest.approx(alpha(THREE).value)
    assert omega(opposite, turned=[1]).value == pytest.approx(omega(THREE).value)


def test_the_order_and_origin_of_the_scale_have_no_influence_but_unequal_units_have():
    assert alpha(THREE + 10).value == pytest.approx(alpha(THREE).value)
    assert alpha(THREE * [1, 1, 9]).value != pytest.approx(alpha(THREE).value)
    assert alpha(THREE * [1, 1, 9], standardised=True).value == pytest.approx(
        alpha(THREE, standardised=True).value
    )


def test_who_left_out_an_item_is_left_out():
    with_gap = np.vstack([THREE, [5, np.nan, 1]])
    assert alpha(with_gap) == alpha(THREE)
    assert alpha(with_gap).n == 6


def test_a_weight_of_2_is_the_same_respondent_twice():
    twice = np.vstack([THREE, THREE[:1]])
    assert alpha(THREE, weights=[2, 1, 1, 1, 1, 1]).value == pytest.approx(alpha(twice).value)
    assert omega(THREE, weights=[2, 1, 1, 1, 1, 1]).value == pytest.approx(omega(twice).value)


def test_omega_of_three_items_is_exact():
    """With three items one factor fits exactly: λ₁² = r₁₂·r₁₃/r₂₃."""
    r = np.array([[1, 0.6, 0.5], [0.6, 1, 0.4], [0.5, 0.4, 1]])
    expected = np.sqrt([0.6 * 0.5 / 0.4, 0.6 * 0.4 / 0.5, 0.5 * 0.4 / 0.6])
    np.testing.assert_allclose(one_factor(r), expected, rtol=1e-10)


def test_equal_loadings_make_omega_alpha():
    equally_good = np.full((4, 4), 0.5) + 0.5 * np.eye(4)
    loadings = one_factor(equally_good)
    assert loadings.sum() ** 2 / (loadings.sum() ** 2 + (1 - loadings**2).sum()) == pytest.approx(
        4 * 0.5 / (1 + 3 * 0.5)
    )


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ([[1], [2]], "items"),
        ([[1, 2]], "respondents"),
        ([[1, 2], [1, np.nan]], "respondents"),
        (np.empty((0, 3)), "respondents"),
        ([[3, 3], [3, 3]], "variance"),
        ([[1, 5], [2, 4], [4, 2]], "variance"),
    ],
    ids=["one item", "one respondent", "one complete", "nobody", "all alike", "the sums alike"],
)
def test_there_is_no_alpha_of(answers: list, why: str):
    found = alpha(answers)
    assert (found.value, found.why) == (None, why)


def test_an_item_that_all_answered_alike_counts_in_alpha_but_has_no_correlation():
    constant = np.column_stack([THREE[:, :2], np.full(6, 4)])
    two = alpha(THREE[:, :2]).value
    assert alpha(constant).value == pytest.approx(two * (3 / 2) / 2)
    assert alpha(constant, standardised=True).why == "variance"
    assert omega(constant).why == "variance"


def test_there_is_no_omega_of_two_items_or_of_items_that_tell_one_another():
    assert omega(THREE[:, :2]).why == "items"
    assert omega(np.column_stack([THREE, THREE[:, 0]])).why == "dependent"
    assert omega(THREE[:3]).why == "dependent"


def test_fewer_complete_cases_than_asked_for_have_no_value():
    assert alpha(THREE, fewest=6).value is not None
    assert alpha(THREE, fewest=7).why == omega(THREE, fewest=7).why == "respondents"


def test_a_factor_that_would_explain_more_than_all_of_an_item_is_a_heywood_case():
    """r₁₂·r₁₃/r₂₃ is 1.6."""
    assert one_factor(np.array([[1, 0.7, 0.7], [0.7, 1, 0.3], [0.7, 0.3, 1]])) is None


def test_alpha_is_below_0_where_items_run_against_each_other():
    assert alpha([[1, 4], [2, 4], [4, 1], [5, 2]]).value < 0


def test_feldts_interval_narrows_with_respondents_and_may_reach_below_0():
    low, high = feldt_interval(0.8, 30, 5)
    assert low < 0.8 < high < 1
    lower, higher = feldt_interval(0.8, 300, 5)
    assert low < lower < higher < high
    assert feldt_interval(0.1, 5, 3)[0] < 0
