"""Intervals against published figures, and at the corners. svyciprop's are held against R in tests/reference."""

from __future__ import annotations

import itertools
from typing import Any, get_args

import numpy as np
import pytest

from analysis.tables.estimate.design import design, simple
from analysis.tables.estimate.intervals import ShareMethod, mean_interval, share_interval
from analysis.tables.estimate.linearised import Estimates, means, shares

METHODS = get_args(ShareMethod)
every_method = pytest.mark.parametrize("method", METHODS)
METHODS_WITHIN = [method for method in METHODS if method not in ("mean", "normal")]


def of(count: int, n: int) -> Estimates:
    """A share of a simple sample with replacement."""
    return shares(simple(n), np.arange(n)[:, None] < count)


EVERY_SHARE = shares(simple(40), np.arange(40)[:, None] < np.arange(41))  # 0 of 40 … 40 of 40


def ends(estimates: Estimates, method: Any, confidence: float = 0.95) -> list[float]:
    low, high = share_interval(estimates, method, confidence)
    return [float(low[0]), float(high[0])]


def test_wilsons_interval_of_a_simple_sample() -> None:
    # Newcombe, R. G. (1998). Two-sided confidence intervals for the single proportion. Statistics in Medicine 17,
    # 857–872, table I, method 3
    assert ends(of(81, 263), "wilson") == pytest.approx([0.2553, 0.3662], abs=5e-5)
    assert ends(of(15, 148), "wilson") == pytest.approx([0.0624, 0.1605], abs=5e-5)
    assert ends(of(0, 20), "wilson") == pytest.approx([0, 0.1611], abs=5e-5)
    assert ends(of(1, 29), "wilson") == pytest.approx([0.0061, 0.1718], abs=5e-5)


def test_wilson_takes_the_respondents_divided_by_the_design_effect() -> None:
    """Everybody twice, as pairs drawn together: hardly more than the half of them tell."""
    chosen = np.repeat(np.arange(20)[:, None] < 6, 2, axis=0)
    doubled = shares(design(np.ones(40), clusters=[np.repeat(np.arange(20), 2)]), chosen)
    m, z2 = (
        40 / (2 * (20 / 19) / (40 / 39)),
        1.959963984540054**2,
    )  # the design effect of test_design_effect.py
    centre = (0.3 + z2 / (2 * m)) / (1 + z2 / m)
    half = np.sqrt(z2) * np.sqrt(0.21 / m + z2 / (4 * m * m)) / (1 + z2 / m)
    assert ends(doubled, "wilson") == pytest.approx([centre - half, centre + half])


def test_the_adjusted_wilson_is_wider_where_clusters_are_few() -> None:
    of = design(np.ones(40), clusters=[np.repeat(np.arange(5), 8)])
    found = shares(of, np.random.default_rng(1).random((40, 1)) < 0.4)
    (low, high), (wider_low, wider_high) = ends(found, "wilson"), ends(found, "wilson_adjusted")
    assert wider_low < low < high < wider_high


def test_the_adjusted_wilson_is_wilsons_where_respondents_were_drawn_one_by_one() -> None:
    assert ends(of(7, 25), "wilson_adjusted") == pytest.approx(ends(of(7, 25), "wilson"))


def test_nobody_and_everybody_have_clopper_and_pearsons_bound() -> None:
    # 1 − (α/2)^(1/n): Newcombe (1998), table I, method 5: 0 of 20, 0.1684
    bound = 1 - 0.025 ** (1 / 20)
    assert bound == pytest.approx(0.1684, abs=5e-5)
    for method in ("beta", "logit", "xlogit"):
        assert ends(of(0, 20), method) == pytest.approx([0, bound])
        assert ends(of(20, 20), method) == pytest.approx([1 - bound, 1])


def test_nobody_by_the_likelihood_and_the_angle() -> None:
    t2 = 2.0930240544082634**2
    assert ends(of(0, 20), "likelihood") == pytest.approx([0, 1 - np.exp(-t2 / (2 * 19))])
    assert ends(of(0, 20), "asin") == pytest.approx([0, np.sin(np.sqrt(t2 / 20) / 2) ** 2])


def test_nobody_is_a_point_where_the_interval_is_the_share_and_so_many_errors() -> None:
    for method in ("mean", "normal"):
        assert ends(of(0, 20), method) == [0, 0]
        assert ends(of(20, 20), method) == [1, 1]


def test_unequal_weights_widen_the_bound_of_nobody() -> None:
    unequal = shares(design([1, 1, 1, 9]), np.zeros((4, 1), dtype=bool))
    assert ends(unequal, "beta") == pytest.approx([0, 1 - 0.025 ** (1 / unequal.kish_n)])
    assert unequal.kish_n == pytest.approx(144 / 84)


@every_method
def test_without_degrees_of_freedom_there_is_no_interval(method: str) -> None:
    chosen, clusters = np.array([[1], [0], [1], [0]], dtype=bool), [list("xxyy")]
    nobody = shares(simple(4), chosen, np.zeros(4, dtype=bool))
    somebody = shares(simple(4), chosen, np.array([1, 0, 0, 0], dtype=bool))
    together = shares(design(np.ones(4), clusters=clusters), chosen, np.array([1, 1, 0, 0], dtype=bool))
    lonely = shares(design(np.ones(4), [list("abcd")]), chosen)
    for none in (nobody, somebody, together, lonely):
        assert np.isnan(ends(none, method)).all()


@every_method
def test_where_everybody_answered_the_interval_is_the_share(method: str) -> None:
    assert ends(shares(simple(4, 4), np.arange(4)[:, None] < 1), method) == [0.25, 0.25]


@every_method
@pytest.mark.parametrize("confidence", [0.5, 0.95, 0.999])
def test_intervals_mirror(method: Any, confidence: float) -> None:
    low, high = share_interval(EVERY_SHARE, method, confidence)
    assert low == pytest.approx(1 - high[::-1], abs=1e-12)


@pytest.mark.parametrize("method", METHODS_WITHIN)
def test_intervals_hold_the_share_and_stay_within_0_and_1(method: Any) -> None:
    low, high = share_interval(EVERY_SHARE, method)
    narrower_low, narrower_high = share_interval(EVERY_SHARE, method, 0.8)
    for lower, upper in itertools.pairwise((0, low, narrower_low, EVERY_SHARE.value, narrower_high, high, 1)):
        assert np.all(lower <= upper)


def test_the_angle_does_not_go_below_0() -> None:
    assert ends(of(1, 14), "asin")[0] == 0  # R goes on to 0.0008, the square of a negative sine


def test_mean_by_t_and_by_the_normal_distribution() -> None:
    found = means(simple(4), np.array([[1.0], [2], [3], [4]]))
    se = np.sqrt(5 / 3 / 4)
    assert np.ravel(mean_interval(found)) == pytest.approx(2.5 + np.array([-1, 1]) * 3.182446305284263 * se)
    assert np.ravel(mean_interval(found, "normal")) == pytest.approx(
        2.5 + np.array([-1, 1]) * 1.959963984540054 * se
    )


def test_several_shares_at_once() -> None:
    together = shares(simple(10), np.arange(10)[:, None] < [0, 3, 10])
    for method in METHODS:
        apart = [ends(of(count, 10), method) for count in (0, 3, 10)]
        assert np.stack(share_interval(together, method), axis=1) == pytest.approx(np.array(apart))


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_a_level_of_confidence_is_a_share(confidence: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        share_interval(of(3, 10), "wilson", confidence)
