"""Many tests at once: p-values that still mean something.

Of twenty tests of nothing one is below 0.05 on average. A p adjusted for the family of tests it belongs to may be held
against the same 0.05. The family is what the caller hands over, and should be stated where the p is shown.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from analysis.tables.estimate.design import Numbers

Adjustment = Literal["holm", "benjamini_hochberg"]


def holm(p: ArrayLike) -> Numbers:
    """Adjusted p of a family, in the order given: below α for any true null hypothesis with a chance of at most α.

    The i-th smallest of m is max over j ≤ i of (m − j + 1) p_(j), at most 1. Several families at once: one a row of the
    last axis. A nan is no member of the family and stays nan. As R's p.adjust(method = "holm").
    Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian J. of Statistics 6, 65–70.

    >>> holm([0.01, 0.04, 0.03, float("nan")])
    array([0.03, 0.06, 0.06,  nan])
    """
    values, order, members = _sorted(p)
    rank = np.arange(values.shape[-1])
    grown = np.maximum.accumulate((members - rank) * values, axis=-1)  # nan are last and grow nothing
    return _restored(grown, order)


def benjamini_hochberg(p: ArrayLike) -> Numbers:
    """Adjusted p of a family, in the order given: of those below α at most the share α is expected to be wrong.

    The i-th smallest of m is min over j ≥ i of (m / j) p_(j). For independent or positively dependent tests; axes and
    nan as in `holm`. As R's p.adjust(method = "BH").
    Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. J. of the Royal Statistical Society B 57,
    289–300.
    """
    values, order, members = _sorted(p)
    rank = np.arange(1, values.shape[-1] + 1)
    scaled = members / rank * values
    lowered = np.fmin.accumulate(scaled[..., ::-1], axis=-1)[..., ::-1]
    return _restored(np.where(np.isnan(values), np.nan, lowered), order)


def _sorted(p: ArrayLike) -> tuple[Numbers, np.ndarray, np.ndarray]:
    """Smallest first and nan last, from where each came, and how many there are."""
    given = np.asarray(p, dtype=float)
    order = np.argsort(given, axis=-1, kind="stable")
    values = np.take_along_axis(given, order, axis=-1)
    return values, order, (~np.isnan(given)).sum(axis=-1, keepdims=True)


def _restored(adjusted: Numbers, order: np.ndarray) -> Numbers:
    found = np.empty_like(adjusted)
    np.put_along_axis(found, order, np.minimum(adjusted, 1.0), axis=-1)
    return found
