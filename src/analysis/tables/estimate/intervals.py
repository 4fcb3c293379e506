"""Intervals of shares and means: by name, since conventions differ.

p is the share, V its variance by the design, n the respondents, t the quantile of Student's t with the design's degrees
of freedom in the domain, z that of the normal distribution, m = p(1 − p)/V. At p = 0 and p = 1 the design tells no
variance; there m is Kish's effective n of the weights.

    logit, xlogit     expit(logit p ± t √V / (p(1 − p)));  at p = 0 and 1: beta
    likelihood        the q for which the weighted deviance is no larger:  2 m (n − 1)/n · KL(p ‖ q) ≤ t²
    asin              sin²(arcsin √p ± t / (2 √m)), the angle kept within 0 … π/2
    beta              Clopper & Pearson for m (t_{n−1}/t)² respondents
    mean, normal      p ± t √V,  p ± z √V: may leave 0 … 1, and are a point at p = 0 and 1
    wilson            Wilson for n / design effect respondents: his own interval in a simple sample with replacement
    wilson_adjusted   the same, for n / design effect · (t_{n−1}/t)² respondents

Every interval is nan where the domain has no degrees of freedom (nobody, one respondent, one cluster a stratum), and
the share itself where 0 < p < 1 and V is 0, as where everybody in the frame answered. Sources: Rao, J. N. K. & Scott,
A. J. (1984). On chi-squared tests for multiway contingency tables. Ann. Statistics 12, 46–60 (likelihood); Korn, E. L. &
Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive counts estimated
from survey data. Survey Methodology 24, 193–201 (beta, the adjustment); Wilson, E. B. (1927). Probable inference. JASA
22, 209–212; Franco, C., Little, R., Louis, T. & Slud, E. (2019). Comparative study of confidence intervals for
proportions in complex sample surveys. J. Survey Statistics and Methodology 7, 334–364 (Wilson on the effective n).
The first five, but for the corners, are those of svyciprop in R's survey package.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from analysis.tables.estimate.design import Numbers
from analysis.tables.estimate.linearised import Estimates

ShareMethod = Literal[
    "logit", "xlogit", "likelihood", "asin", "beta", "mean", "normal", "wilson", "wilson_adjusted"
]
MeanMethod = Literal["t", "normal"]
Interval = tuple[Numbers, Numbers]


def share_interval(estimates: Estimates, method: ShareMethod, confidence: float = 0.95) -> Interval:
    """The lower and upper ends, k each, of the intervals of k shares."""
    if method in ("mean", "normal"):
        return mean_interval(estimates, "t" if method == "mean" else "normal", confidence)
    tail = _tail(confidence)
    p = estimates.value
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = _METHODS[method](estimates, tail)
    point = (estimates.se == 0) & (p > 0) & (p < 1)
    known = np.isfinite(p) & (estimates.df > 0)
    low, high = np.where(point, p, low), np.where(point, p, high)
    return np.where(known, low, np.nan), np.where(known, high, np.nan)


def mean_interval(estimates: Estimates, method: MeanMethod = "t", confidence: float = 0.95) -> Interval:
    """value ± quantile × se, k each, of means, totals or ratios; nan without degrees of freedom."""
    tail = _tail(confidence)
    quantile = _t(tail, estimates.df) if method == "t" else special.ndtri(tail)
    half = np.where(np.greater(estimates.df, 0), -quantile, np.nan) * estimates.se
    return estimates.value - half, estimates.value + half


def _logit(estimates: Estimates, tail: float) -> Interval:
    p = estimates.value
    half = -_t(tail, estimates.df) * estimates.se / (p * (1 - p))
    low, high = special.expit(special.logit(p) - half), special.expit(special.logit(p) + half)
    edge = (p == 0) | (p == 1)
    if not edge.any():
        return low, high
    beta_low, beta_high = _beta(estimates, tail)
    return np.where(edge, beta_low, low), np.where(edge, beta_high, high)


def _likelihood(estimates: Estimates, tail: float) -> Interval:
    p, n = estimates.value, estimates.n
    entropy = special.entr(p) + special.entr(1 - p)
    limit = _t(tail, estimates.df) ** 2 * n / (2 * (n - 1) * _binomial_n(estimates))

    def end(logit: Numbers) -> Numbers:
        """The deviance is convex in the logit: from a point beyond the end, Newton's steps never pass it."""
        for _ in range(60):
            over = np.logaddexp(0, logit) - p * logit - entropy - limit
            logit = logit - over / (special.expit(logit) - p)
        return special.expit(logit)

    low, high = end(-(limit + entropy) / p), end((limit + entropy) / (1 - p))
    return np.where(p == 0, 0.0, low), np.where(p == 1, 1.0, high)


def _asin(estimates: Estimates, tail: float) -> Interval:
    angle = np.arcsin(np.sqrt(estimates.value))
    half = -_t(tail, estimates.df) / (2 * np.sqrt(_binomial_n(estimates)))
    return np.sin(np.maximum(angle - half, 0)) ** 2, np.sin(np.minimum(angle + half, np.pi / 2)) ** 2


def _beta(estimates: Estimates, tail: float) -> Interval:
    p = estimates.value
    m = _binomial_n(estimates) * _adjustment(estimates, tail)
    low = special.betaincinv(m * p, m * (1 - p) + 1, tail)
    high = special.betaincinv(m * p + 1, m * (1 - p), 1 - tail)
    return np.where(p == 0, 0.0, low), np.where(p == 1, 1.0, high)


def _wilson(estimates: Estimates, tail: float) -> Interval:
    return _score(estimates.value, estimates.effective_n, tail)


def _wilson_adjusted(estimates: Estimates, tail: float) -> Interval:
    return _score(estimates.value, estimates.effective_n * _adjustment(estimates, tail), tail)


def _score(p: Numbers, m: Numbers, tail: float) -> Interval:
    z2 = float(special.ndtri(tail)) ** 2
    centre = p + z2 / (2 * m)
    half = np.sqrt(z2 * p * (1 - p) / m + (z2 / (2 * m)) ** 2)
    low, high = (centre - half) / (1 + z2 / m), (centre + half) / (1 + z2 / m)
    return np.where(p == 0, 0.0, low), np.where(p == 1, 1.0, high)


_METHODS = {
    "logit": _logit,
    "xlogit": _logit,
    "likelihood": _likelihood,
    "asin": _asin,
    "beta": _beta,
    "wilson": _wilson,
    "wilson_adjusted": _wilson_adjusted,
}


def _binomial_n(estimates: Estimates) -> Numbers:
    """m: of how many draws a binomial share would vary as much."""
    p = estimates.value
    return np.where((p == 0) | (p == 1), estimates.kish_n, p * (1 - p) / estimates.se**2)


def _adjustment(estimates: Estimates, tail: float) -> Numbers:
    """(t_{n−1} / t)²: fewer degrees of freedom than respondents − 1 tell less."""
    return (_t(tail, np.subtract(estimates.n, 1)) / _t(tail, estimates.df)) ** 2


def _t(tail: float, df: ArrayLike) -> Numbers:
    """nan without degrees of freedom."""
    different, of = np.unique(np.asarray(df, dtype=float), return_inverse=True)  # each costs a search
    return special.stdtrit(np.where(different > 0, different, np.nan), tail)[of]


def _tail(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise ValueError("a level of confidence lies between 0 and 1")
    return (1 - confidence) / 2
