"""The figures of R: tests/reference/test_scales.py."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.tables.estimate.design import design, simple
from analysis.tables.estimate.net_promoter import net_promoter, promoter_scores


def test_6_is_a_detractor_7_and_8_are_passive_and_9_is_a_promoter():
    np.testing.assert_array_equal(promoter_scores([0, 6, 7, 8, 9, 10, np.nan]), [-1, -1, 0, 0, 1, 1, np.nan])


def test_the_score_is_the_share_of_promoters_less_that_of_detractors():
    found = net_promoter(simple(5), [10, 9, 8, 3, np.nan])
    assert found.value == 25
    assert (found.promoters, found.passives, found.detractors, found.n) == (2, 1, 1, 4)


def test_its_standard_error_is_that_of_a_mean():
    """Of +1, +1, 0, −1: s² = 11/12, and s²/4 of the mean."""
    assert net_promoter(simple(4), [10, 9, 8, 3]).se == pytest.approx(100 * np.sqrt(11 / 12 / 4))


def test_of_a_census_it_has_no_error():
    assert net_promoter(simple(4, population=4), [10, 9, 8, 3]).se == 0


def test_weights_move_the_score_and_not_the_counts():
    found = net_promoter(design([3, 1]), [10, 0])
    assert (found.value, found.n) == (50, 2)


def test_a_weight_of_0_is_nobody():
    assert net_promoter(design([1, 0]), [10, 0]).n == 1


def test_of_nobody_there_is_none():
    found = net_promoter(simple(2), [np.nan, np.nan])
    assert (found.value, found.se, found.n) == (None, None, 0)
    assert net_promoter(simple(2), [10, 3], np.array([False, False])).value is None


def test_all_alike_has_no_error():
    found = net_promoter(simple(3), [10, 10, 9])
    assert (found.value, found.se) == (100, 0)


def test_an_answer_outside_the_scale_is_refused():
    with pytest.raises(ValueError, match="0 to 10"):
        net_promoter(simple(2), [11, 3])
