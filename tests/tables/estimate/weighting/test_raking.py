from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.estimate.design import design
from analysis.tables.estimate.weighting import Margin, MarginMissed, post_stratify, rake

ONES = np.ones(6)
SEX = Margin(np.array([0, 0, 0, 1, 1, 1]), np.array([40.0, 60.0]))
AGE = Margin(np.array([0, 1, 1, 0, 0, 1]), np.array([70.0, 30.0]))


def test_raked_weights_add_up_to_every_margin():
    fit = rake(ONES, [SEX, AGE])
    assert SEX.sums(fit.weights)[:2] == pytest.approx([40, 60])
    assert AGE.sums(fit.weights)[:2] == pytest.approx([70, 30])
    assert fit.converged and fit.trimmed == 0 and max(fit.differences) < 1e-10


def test_raking_keeps_how_the_sample_goes_together():
    """The odds ratio of two margins stays that of the base weights: 1 × 1 / (2 × 2) here (Deming & Stephan 1940)."""
    weights = rake(ONES, [SEX, AGE]).weights
    table = [weights[0], weights[1] + weights[2], weights[3] + weights[4], weights[5]]
    assert table[0] * table[3] / (table[1] * table[2]) == pytest.approx(1 / 4)


def test_a_margin_in_shares_of_a_second_total_counts_by_its_shares():
    tenth = Margin(AGE.category, AGE.population / 10)
    assert rake(ONES, [SEX, tenth]).weights == pytest.approx(rake(ONES, [SEX, AGE]).weights)


@pytest.mark.parametrize(
    ("category", "population", "why", "where"),
    [
        ([0, 0, 0, 1, 1, 1], [40.0, 50.0, 10.0], "nobody", 2),
        ([0, 0, 0, 1, 1, 2], [40.0, 60.0, 0.0], "not_in_frame", 2),
    ],
)
def test_a_category_without_anybody_is_refused_by_its_place(category, population, why, where):
    with pytest.raises(MarginMissed) as caught:
        rake(ONES, [SEX, Margin(np.array(category), np.array(population))])
    assert (caught.value.margin, caught.value.category, caught.value.why) == (1, where, why)


def test_who_is_in_no_category_keeps_their_share_and_the_others_divide_the_rest():
    """One of six is 1/6 of the frame's 100, whatever they are; the other 83.3 are split 40 to 60."""
    unknown = Margin(np.array([0, 0, 0, 1, 1, -1]), SEX.population)
    fit = post_stratify(ONES, unknown)
    assert fit.weights[5] == pytest.approx(100 / 6)
    assert fit.weights[:3].sum() / fit.weights[:5].sum() == pytest.approx(0.4)
    assert fit.weights.sum() == pytest.approx(100)


def test_limits_hold_and_the_others_make_up_for_them():
    free = rake(ONES, [SEX, AGE]).weights
    assert free.max() > 24
    fit = rake(ONES, [SEX, AGE], highest=24)
    assert fit.weights.max() <= 24 and fit.converged and fit.trimmed == 2
    assert SEX.sums(fit.weights)[:2] == pytest.approx([40, 60])


def test_limits_that_leave_no_room_are_kept_and_the_missed_margin_is_told():
    fit = post_stratify(ONES, SEX, highest=18)
    assert fit.weights.max() == 18 and not fit.converged and fit.trimmed == 3
    assert fit.weights.sum() == pytest.approx(100)
    assert fit.differences == pytest.approx((0.06,))  # 54 of 60, of 100


def test_no_weights_within_limits_can_reach_a_larger_frame():
    with pytest.raises(ValueError, match="limits"):
        rake(ONES, [SEX], highest=10)


def test_margins_that_contradict_one_another_do_not_converge():
    """Who is in one category of the first is in the same of the second: no weights can agree with both."""
    other = Margin(SEX.category, np.array([60.0, 40.0]))
    fit = rake(ONES, [SEX, other], most_sweeps=20)
    assert not fit.converged and fit.sweeps == 20
    assert fit.differences == pytest.approx((0.2, 0.0), abs=1e-12)


def test_a_base_weight_of_0_stays_0():
    base = np.array([1, 1, 0, 1, 1, 1.0])
    fit = rake(base, [SEX, AGE], lowest=1)
    assert fit.weights[2] == 0 and fit.weights.sum() == pytest.approx(100)
    assert fit.calibration.residuals(fit.weights[:, None])[2] == 0


@pytest.mark.parametrize("rule", ["sweeps", "regression"])
def test_what_the_margins_know_has_no_variance(rule):
    fit = rake(ONES, [SEX, AGE], rule=rule)
    of = replace(design(ONES), weights=fit.weights, calibration=fit.calibration)
    known = np.stack([SEX.category == 0, AGE.category == 1, np.ones(6)], axis=1).astype(float)
    assert of.variance(known) == pytest.approx([0, 0, 0], abs=1e-18 * 100**2)
    assert (of.variance(np.array([[1.0], [0], [0], [0], [2], [0]])) > 0).all()


@pytest.mark.parametrize("rule", ["sweeps", "regression"])
def test_of_whom_no_margin_knows_anything_the_mean_of_all_is_known(rule):
    """Linearised by hand: who is in no category has the deviation from the mean of all, the others that from the mean
    of theirs, moved by the mean of all who are in one less that of all."""
    category = np.array([0, 0, 1, 1, -1, -1])
    half = Margin(category, np.array([50.0, 50.0]))
    y = np.array([1.0, 3, 4, 8, 10, 16])
    fit = rake(ONES, [half], rule=rule)
    assert fit.weights == pytest.approx(np.full(6, 100 / 6))
    left = fit.calibration.residuals((fit.weights * y)[:, None])[:, 0] / fit.weights
    assert left == pytest.approx(y - 7 - np.array([2 - 4, 2 - 4, 6 - 4, 6 - 4, 0, 0]))


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1), st.floats(0.5, 20)), min_size=12, max_size=30)
)
def test_any_sample_that_is_in_every_cell_can_be_raked(people):
    cells = [(a, b, 1.0) for a in range(3) for b in range(2)]
    first, second, base = (np.array(values) for values in zip(*cells, *people, strict=True))
    margins = [Margin(first, np.array([10.0, 20, 30])), Margin(second, np.array([45.0, 15]))]
    fit = rake(base, margins)
    assert fit.converged
    for margin in margins:
        assert margin.sums(fit.weights)[:-1] == pytest.approx(margin.population, rel=1e-8)
