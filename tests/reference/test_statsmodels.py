"""Against statsmodels, which takes seconds to load: all that is held against it is here."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.tables.estimate.binomial import binomial_interval
from analysis.tables.estimate.multiplicity import benjamini_hochberg, holm


@pytest.mark.parametrize("n", [1, 2, 14, 30, 321])
@pytest.mark.parametrize(("method", "theirs"), [("wilson", "wilson"), ("clopper_pearson", "beta")])
def test_every_count_agrees_with_statsmodels(n: int, method: str, theirs: str):
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    counts = np.arange(n + 1)
    for ours, other in zip(
        binomial_interval(counts, n, method),
        proportion.proportion_confint(counts, n, method=theirs),
        strict=True,
    ):
        np.testing.assert_allclose(ours, other, rtol=1e-9, atol=1e-14)


def test_adjusted_p_values_agree_with_statsmodels():
    multipletests = pytest.importorskip("statsmodels.stats.multitest").multipletests
    for family in np.random.default_rng(4).random((20, 9)) ** 3:
        assert np.allclose(holm(family), multipletests(family, method="holm")[1], rtol=1e-12)
        assert np.allclose(benjamini_hochberg(family), multipletests(family, method="fdr_bh")[1], rtol=1e-12)
