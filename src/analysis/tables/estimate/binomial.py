"""Intervals for a share where a binomial model is stated: n independent answers, each with the same chance.

With p = x/n and z the 1 − α/2 quantile of the normal distribution:

    wilson            (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), the π with |p − π| ≤ z √(π(1 − π)/n)
                      Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
                      JASA 22, 209–212. On average near 1 − α, for a single π also below it
    wilson_corrected  the π with |p − π| − 1/2n ≤ z √(π(1 − π)/n)
                      Newcombe, R. G. (1998). Two-sided confidence intervals for the single proportion. Statistics in
                      Medicine 17, 857–872, method 4. R's prop.test is the same but for x = n/2: it corrects by |x − n/2|
                      where that is below 1/2
    clopper_pearson   beta quantiles: α/2 of (x, n − x + 1) and 1 − α/2 of (x + 1, n − x); at least 1 − α for every π
                      Clopper, C. J. & Pearson, E. S. (1934). The use of confidence or fiducial limits illustrated in
                      the case of the binomial. Biometrika 26, 404–413. R's binom.test
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaincinv, ndtri

from analysis.tables.estimate.design import Numbers

Method = Literal["wilson", "wilson_corrected", "clopper_pearson"]


def binomial_interval(
    count: ArrayLike, n: ArrayLike, method: Method = "wilson", confidence: float = 0.95
) -> tuple[Numbers, Numbers]:
    """The ends, from 0 to 1, of the interval for the share that `count` of n respondents stand for.

    count and n are of any shapes that broadcast, and so are low and high. The lower end is exactly 0 for a count of
    0, the upper exactly 1 for a count of n; of nobody (n = 0) the interval is 0 to 1. Raises ValueError for a count
    that is missing, below 0 or above n, a confidence that is not between 0 and 1, and a method that is not there.

    >>> [round(float(end), 4) for end in binomial_interval(9, 14)]
    [0.3876, 0.8366]
    """
    x, of = np.broadcast_arrays(np.asarray(count, dtype=float), np.asarray(n, dtype=float))
    if not ((x >= 0) & (x <= of)).all():
        raise ValueError("a count is missing, below 0 or above the respondents")
    if not 0 < confidence < 1:
        raise ValueError("the confidence is not between 0 and 1")
    alpha = 1 - confidence
    if method == "clopper_pearson":
        lower = betaincinv(np.maximum(x, 1), of - x + 1, alpha / 2)
        upper = betaincinv(x + 1, np.maximum(of - x, 1), 1 - alpha / 2)
    elif method in ("wilson", "wilson_corrected"):
        half = 0.5 if method == "wilson_corrected" else 0.0
        z2 = float(ndtri(1 - alpha / 2)) ** 2
        lower = _wilson_end(x - half, of, z2, -1)
        upper = _wilson_end(x + half, of, z2, +1)
    else:
        raise ValueError(f"no interval is called {method!r}")
    return np.where(x == 0, 0.0, lower), np.where(x == of, 1.0, upper)


def _wilson_end(x: Numbers, n: Numbers, z2: float, side: int) -> Numbers:
    """The lower (−1) or upper (+1) solution π of (x − nπ)² = z² n π(1 − π)."""
    some = np.maximum(n, 1)  # of nobody the ends are set afterwards
    root = np.sqrt(np.maximum(z2 * (x * (1 - x / some) + z2 / 4), 0))
    return (x + z2 / 2 + side * root) / (n + z2)
