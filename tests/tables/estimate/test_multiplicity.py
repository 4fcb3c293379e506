from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.estimate.multiplicity import benjamini_hochberg, holm

FAMILY = st.lists(st.floats(0, 1), min_size=1, max_size=12)
BOTH = pytest.mark.parametrize("adjust", [holm, benjamini_hochberg])


def test_holm_by_hand():
    """Three times the smallest, twice the next, the largest as it is, and never below one before it."""
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])


def test_benjamini_and_hochberg_by_hand():
    """The largest as it is, the next times 3/2, the smallest times 3, and never above one after it."""
    assert benjamini_hochberg([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.04, 0.04])


@BOTH
def test_a_missing_p_is_no_member_of_the_family(adjust):
    found = adjust([0.01, np.nan, 0.04, 0.03, np.nan])
    assert found[[0, 2, 3]] == pytest.approx(adjust([0.01, 0.04, 0.03]))
    assert np.isnan(found[[1, 4]]).all()
    assert np.isnan(adjust([np.nan, np.nan])).all() and adjust([]).size == 0


@BOTH
def test_every_line_is_a_family_of_its_own(adjust):
    lines = np.array([[0.01, 0.2, np.nan], [0.5, 0.02, 0.03]])
    assert adjust(lines) == pytest.approx(np.array([adjust(line) for line in lines]), nan_ok=True)


@BOTH
@given(FAMILY)
def test_adjusting_keeps_the_order_and_never_lowers_a_p(adjust, family: list[float]):
    found = adjust(family)
    assert (found >= np.array(family)).all() and (found <= 1).all()
    assert (np.diff(found[np.argsort(family, kind="stable")]) >= 0).all()


@given(FAMILY)
def test_holm_is_never_the_more_generous_of_the_two_nor_stricter_than_bonferroni(family: list[float]):
    assert (holm(family) >= benjamini_hochberg(family) - 1e-12).all()
    assert (holm(family) <= np.minimum(1, len(family) * np.array(family)) + 1e-12).all()
