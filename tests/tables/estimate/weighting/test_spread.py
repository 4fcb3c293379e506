from __future__ import annotations

import numpy as np
import pytest

from analysis.tables.estimate.weighting import spread


def test_equal_weights_cost_nothing():
    even = spread(np.full(8, 2.5))
    assert (even.ratio, even.cv, even.effective_n, even.effect) == pytest.approx((1, 0, 8, 1))


def test_the_effective_number_is_that_of_kish():
    """1, 1, 1, 5: (8)² / 28 = 2.2857; mean 2, sd √3, so 1 + cv² = 1.75 = 4 / 2.2857."""
    uneven = spread(np.array([1, 1, 1, 5, 0]))
    assert (uneven.n, uneven.smallest, uneven.mean, uneven.largest, uneven.ratio) == (4, 1, 2, 5, 5)
    assert uneven.effective_n == pytest.approx(64 / 28)
    assert uneven.effect == pytest.approx(1 + uneven.cv**2) == pytest.approx(1.75)


def test_of_no_weights_there_is_no_spread():
    assert spread(np.zeros(3)) is None
