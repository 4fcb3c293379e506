"""Intervals for shares under a binomial model; those of R and statsmodels are in tests/reference."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import ndtri

from analysis.tables.estimate.binomial import binomial_interval

Z = float(ndtri(0.975))


def test_newcombe_s_own_figures():
    # Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    low, high = binomial_interval([81, 15, 0, 1], [263, 148, 20, 29], "wilson")
    assert low.round(4).tolist() == [0.2553, 0.0624, 0.0, 0.0061]
    assert high.round(4).tolist() == [0.3662, 0.1605, 0.1611, 0.1718]
    low, high = binomial_interval([81, 15, 0, 1], [263, 148, 20, 29], "wilson_corrected")
    assert low.round(4).tolist() == [0.2535, 0.0598, 0.0, 0.0018]
    assert high.round(4).tolist() == [0.3682, 0.1644, 0.2005, 0.1963]
    low, high = binomial_interval([81, 15, 0, 1], [263, 148, 20, 29], "clopper_pearson")
    assert low.round(4).tolist() == [0.2527, 0.0578, 0.0, 0.0009]
    assert high.round(4).tolist() == [0.3676, 0.1617, 0.1684, 0.1776]


def test_the_ends_of_wilson_lie_where_the_score_test_just_rejects():
    for end in binomial_interval(9, 14):
        assert abs(9 / 14 - end) / np.sqrt(end * (1 - end) / 14) == pytest.approx(Z)


def test_the_correction_moves_the_count_by_half():
    low, high = binomial_interval(9, 14, "wilson_corrected")
    assert (9 - 0.5 - 14 * low) / np.sqrt(14 * low * (1 - low)) == pytest.approx(Z)
    assert (9 + 0.5 - 14 * high) / np.sqrt(14 * high * (1 - high)) == pytest.approx(-Z)


@pytest.mark.parametrize("method", ["wilson", "wilson_corrected", "clopper_pearson"])
class TestEveryMethod:
    def test_nobody_and_everybody_reach_the_ends_exactly(self, method: str):
        low, high = binomial_interval([0, 14], 14, method)
        assert low[0] == 0 and high[1] == 1
        assert 0 < high[0] < 1 and 0 < low[1] < 1

    def test_of_nobody_nothing_is_known(self, method: str):
        low, high = binomial_interval(0, 0, method)
        assert (low, high) == (0, 1)

    def test_the_share_lies_inside_and_the_rest_is_its_mirror(self, method: str):
        counts = np.arange(22)
        low, high = binomial_interval(counts, 21, method)
        assert (low <= counts / 21).all() and (counts / 21 <= high).all()
        np.testing.assert_allclose(low[::-1] + high, 1, rtol=1e-12)

    @pytest.mark.parametrize("given", [(15, 14), (-1, 14), (float("nan"), 14)])
    def test_impossible_counts_are_refused(self, method: str, given: tuple[float, int]):
        with pytest.raises(ValueError, match="count"):
            binomial_interval(*given, method)


def test_a_method_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="wald"):
        binomial_interval(1, 2, "wald")
