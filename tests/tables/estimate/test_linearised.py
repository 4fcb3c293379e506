"""Corners and small figures by hand. Whole samples are held against R in tests/reference."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.tables.estimate.design import design, simple
from analysis.tables.estimate.linearised import (
    mean_scores,
    means,
    ratio_scores,
    ratios,
    shares,
    totals,
)

NAN = np.nan


def one(*values: float) -> np.ndarray:
    return np.array(values)[:, None]


def mask(*inside: int) -> np.ndarray:
    return np.array(inside, dtype=bool)


def test_share_of_a_simple_sample_from_a_known_frame() -> None:
    # 9 of 14 of 21: p(1 − p)/(n − 1) · (1 − n/N). Cochran (1977), eq. 3.7
    found = shares(simple(14, 21), one(*[1] * 9, *[0] * 5))
    assert found.value == pytest.approx([9 / 14])
    assert found.se == pytest.approx([np.sqrt(9 / 14 * 5 / 14 / 13 * (1 - 14 / 21))])
    assert (found.n, found.weight, found.df) == (14, 21, 13)


def test_an_unweighted_share_counts_every_respondent() -> None:
    found = shares(simple(14), one(*[1] * 9, *[0] * 5))
    assert found.deff == pytest.approx([1])
    assert found.effective_n == pytest.approx([14])


def test_several_options_at_once() -> None:
    chosen = np.array([[1, 0, 1], [1, 1, 0], [0, 0, 0], [1, 0, 0]], dtype=bool)
    together = shares(simple(4), chosen)
    apart = [shares(simple(4), chosen[:, [at]]) for at in range(3)]
    assert together.value == pytest.approx([float(each.value[0]) for each in apart])
    assert together.se == pytest.approx([float(each.se[0]) for each in apart])


def test_weighted_mean() -> None:
    # Σwx/Σw = (1·2 + 3·6)/4; scores (x − 5)/4; n/(n−1) Σ(w·score)² of a sum of 0
    found = means(design([1, 3]), one(2, 6))
    assert found.value == pytest.approx([5])
    assert found.se == pytest.approx([np.sqrt(2 * ((-3 / 4) ** 2 + (3 / 4) ** 2))])


def test_total() -> None:
    found = totals(simple(4, 10), one(1, 2, 3, 4))
    assert found.value == pytest.approx([25])
    assert found.se == pytest.approx([np.sqrt(100 * 0.6 * (5 / 3) / 4)])


def test_ratio_of_two_sums() -> None:
    found = ratios(simple(3), one(2, 4, 9), one(1, 2, 2))
    residuals = np.array([2, 4, 9]) - 3 * np.array([1, 2, 2])
    assert found.value == pytest.approx([3])
    assert found.se == pytest.approx([np.sqrt(3 / 2 * (residuals**2).sum()) / 5])


def test_mean_is_the_ratio_to_one() -> None:
    of = design([1, 2, 3, 1.5])
    mean, ratio = means(of, one(3, 1, 4, 1)), ratios(of, one(3, 1, 4, 1), one(1, 1, 1, 1))
    assert (ratio.value, ratio.se) == (pytest.approx(mean.value), pytest.approx(mean.se))


def test_a_domain_keeps_the_design() -> None:
    """Everybody outside still tells how many of the domain might have been drawn."""
    domain = mask(1, 1, 0, 0)
    kept = totals(simple(4), one(1, 1, NAN, NAN), domain)
    cut = totals(simple(2), one(1, 1))
    assert kept.value == cut.value == [2]
    assert cut.se == [0]
    assert kept.se == pytest.approx([np.sqrt(4 / 3 * 4 * 0.25)])


@pytest.mark.parametrize("estimate", [means, totals])
def test_what_stands_outside_a_domain_does_not_matter(estimate) -> None:
    of, domain = design([1, 2, 1, 3], [list("aabb")]), mask(1, 1, 1, 0)
    unknown, known = (estimate(of, one(1, 5, 2, last), domain) for last in (NAN, 7))
    assert (unknown.value, unknown.se, unknown.deff) == (known.value, known.se, known.deff)


def test_ratios_need_nothing_known_outside_either() -> None:
    found = ratios(simple(3), one(2, 4, NAN), one(1, 1, NAN), mask(1, 1, 0))
    assert found.value == [3]
    assert np.isfinite(found.se).all()


def test_a_domain_of_nobody() -> None:
    nobody = mask(0, 0, 0)
    for found in (
        shares(simple(3), one(1, 0, 1), nobody),
        means(simple(3), one(NAN, NAN, NAN), nobody),
        ratios(simple(3), one(1, 2, 3), one(1, 1, 1), nobody),
    ):
        assert np.isnan([found.value, found.se, found.deff, found.effective_n]).all()
        assert (found.n, found.weight, found.df) == (0, 0, 0)
    assert totals(simple(3), one(1, 2, 3), nobody).value == [0]
    assert totals(simple(3), one(1, 2, 3), nobody).se == [0]


def test_weights_of_0_are_nobody() -> None:
    found = means(design([0, 0, 0]), one(1, 2, 3))
    assert np.isnan([found.value, found.se]).all()
    assert found.n == 0


def test_no_respondents_at_all() -> None:
    assert np.isnan(shares(simple(0), np.zeros((0, 2), dtype=bool)).value).all()


def test_one_respondent_tells_no_variance() -> None:
    found = means(simple(3), one(4, 2, 7), mask(0, 1, 0))
    assert (found.value, found.se, found.n, found.df) == ([2], [0], 1, 0)
    assert np.isnan(found.deff)


def test_one_cluster_tells_no_variance() -> None:
    found = means(design([1, 1, 1, 1], clusters=[list("xxyy")]), one(1, 2, 3, 5), mask(1, 1, 0, 0))
    assert found.value == [1.5]
    assert found.se == pytest.approx([0], abs=1e-15)
    assert found.df == 0


@pytest.mark.parametrize("answer", [0.0, 1.0, 4.1])
def test_equal_answers_have_exactly_their_mean_and_no_variance(answer: float) -> None:
    found = means(design([0.1, 0.7, 0.3]), one(answer, answer, answer))
    assert (found.value, found.se) == ([answer], [0])
    assert np.isnan(found.deff)
    assert found.effective_n == pytest.approx([found.kish_n])


def test_a_ratio_to_nothing_is_nothing() -> None:
    found = ratios(simple(2), one(1, 2), one(0, 0))
    assert np.isnan([found.value, found.se]).all()


def test_clusters_that_are_all_alike_leave_an_infinite_effective_n() -> None:
    found = shares(design([1, 1, 1, 1], clusters=[list("xxyy")]), one(1, 0, 1, 0))
    assert (found.value, found.se, found.deff) == ([0.5], [0], [0])
    assert found.effective_n == [np.inf]


def test_a_difference_of_domains_from_their_scores() -> None:
    """Between strata, the variance of a difference is the sum of the two."""
    of = design(np.ones(6), [list("aaabbb")])
    chosen, first = one(1, 0, 1, 0, 0, 1) == 1, mask(1, 1, 1, 0, 0, 0)
    scores = mean_scores(of, chosen, first) - mean_scores(of, chosen, ~first)
    apart = [shares(of, chosen, domain).se ** 2 for domain in (first, ~first)]
    assert of.variance(scores) == pytest.approx(sum(apart))


def test_scores_make_the_standard_error() -> None:
    of, values = design([1, 2, 1, 3], [list("aabb")]), np.array([[1, 2], [5, 1], [2, 2], [0, 9.0]])
    assert np.sqrt(of.variance(mean_scores(of, values))) == pytest.approx(means(of, values).se)
    over, under = values[:, :1], values[:, 1:]
    assert np.sqrt(of.variance(ratio_scores(of, over, under))) == pytest.approx(ratios(of, over, under).se)
