"""Weighted quantiles by named rules, and Woodruff's intervals for them.

With the values x₁ ≤ … ≤ xₙ of those whose weight is not 0, S_i the sum of the first i weights and W = Sₙ:

    math, hf1    the first x_i with S_i ≥ pW: the inverse of the distribution function
    school, hf2  the same, halfway to the next where S_i = pW
    hf3          over the different values: the first with S_i > pW, or the one with S_i = pW where i is even
    shahvaish    the last x_i with (S_i n/W + ½ − w_i n/(2W)) / (n + 1) ≤ p
    hf4 … hf9    interpolated between the points (π_i, x_i), x₁ before the first and xₙ after the last:
                 hf4 S_i / W                      hf5 (S_i − w_i/2) / W           hf6 S_i / (W + wₙ)
                 hf7 S_{i−1} / S_{n−1}            hf8 (S_{i−1} + 2 S_i)/3 / (W + wₙ/3)
                 hf9 (3 S_{i−1} + 5 S_i)/8 / (W + wₙ/4)

Of equal weights they are the types 1, 2, 4 … 9 of Hyndman & Fan (1996); "hf7" is then `quartiles` of `centre`. "hf3" is
R's and not type 3, which rounds to the nearest. Among equal values with different weights, hf5 … hf9 depend on which
comes last. The rules are those of svyquantile in R's survey package 4.1, but for three places where that errs: for p
below w₁/W it takes the second value (math, school, hf1 … hf3) or leaves the range of the values (hf4), and shahvaish
holds only for weights of mean 1.

The interval is Woodruff's: that of the share of answers up to the quantile, read off the weighted distribution by the
same rule. It lies around

    target    p itself, as Woodruff has it: below the population's quantile is at most p of it and up to there at least
              p, however many are equal. The standard error is that of the share F up to the quantile found or below
              it, whichever is nearer p, times √(p(1 − p) / (F(1 − F))). Where all answers are equal and tell none it
              is √(p(1 − p) / n), n Kish's, or 0 where everybody in the frame answered
    estimate  the share of answers up to the quantile found, with its own error, as svyquantile in R's survey package
              4.1 has it. Of equal answers it may be far from p, and the interval miss more often than it says: of 205
              answers 5 and 195 answers 4 it is 5 to 5, around the target 4 to 5

Woodruff, R. S. (1952). Confidence intervals for medians and other position measures. JASA 47, 635–646; Shah, B. V. &
Vaish, A. K. (2006). Confidence intervals for quantile estimation from complex survey data. Proc. ASA Section on Survey
Research Methods; Hyndman, R. J. & Fan, Y. (1996). Sample quantiles in statistical packages. Am. Statistician 50,
361–365.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from scipy import special

from analysis.tables.estimate.design import Design, Mask, Numbers
from analysis.tables.estimate.intervals import share_interval
from analysis.tables.estimate.linearised import Estimates, shares

Rule = Literal["math", "school", "shahvaish", "hf1", "hf2", "hf3", "hf4", "hf5", "hf6", "hf7", "hf8", "hf9"]
IntervalOfShare = Literal["mean", "xlogit", "beta", "asin"]
Centre = Literal["target", "estimate"]

_SAME = 1e-12  # sums of weights, and values, that differ by less differ in their last digits only


@dataclass(frozen=True, eq=False)
class Quantiles:
    """j quantiles: value, se, low and high are j each; nan for a domain of nobody.

    An end is nan where the interval of the share leaves 0 … 1: the sample is too small to tell, for how far beyond
    its smallest or largest answer the population goes on is not in it. se is the length of the interval over twice
    the quantile of t: nan with an end, and around the target also where both ends are one of many equal answers.
    """

    value: Numbers
    se: Numbers
    low: Numbers
    high: Numbers


def quantiles(
    design: Design,
    values: Numbers,
    probabilities: Sequence[float],
    domain: Mask | None = None,
    rule: Rule = "hf7",
    interval: IntervalOfShare = "mean",
    confidence: float = 0.95,
    centre: Centre = "target",
) -> Quantiles:
    """The j quantiles in the domain of n values (nan outside it if need be), with Woodruff's intervals.

    0 < probabilities < 1. interval: that of the share, by the method of that name in `intervals`.
    """
    inside = design.weights > 0 if domain is None else domain & (design.weights > 0)
    known, weights = values[inside], design.weights[inside]
    if not known.size:
        nothing = np.full(len(probabilities), np.nan)
        return Quantiles(nothing, nothing, nothing, nothing)
    value = weighted_quantiles(known, weights, probabilities, rule)
    digits = _SAME * np.abs(known).max()
    up_to, below = values[:, None] <= value + digits, values[:, None] < value - digits
    if centre == "target":
        around = _brought(design, np.hstack([up_to, below]), np.asarray(probabilities, dtype=float), inside)
    else:
        around = shares(design, up_to, inside)
    ends = []
    for share in share_interval(around, interval, confidence):
        told = (share >= 0) & (share <= 1)
        end = weighted_quantiles(known, weights, np.where(told, share, 0.5), rule)
        ends.append(np.where(told, end, np.nan))
    low, high = ends
    t = -float(special.stdtrit(around.df, (1 - confidence) / 2)) if around.df > 0 else np.nan
    se = (high - low) / (2 * t)
    if centre == "target":
        low, high = np.minimum(low, value), np.maximum(high, value)  # but for last digits they are
        se = np.where((low == high) & (around.se > 0), np.nan, se)
    return Quantiles(value, se, low, high)


def _brought(design: Design, chosen: Mask, p: Numbers, inside: Mask) -> Estimates:
    """The j shares p, with the error of the nearer of two found, brought to p. chosen is n × 2j."""
    found = shares(design, chosen, inside)
    share = found.value.reshape(2, -1)
    tells = (share > 0) & (share < 1)
    of, each = np.where(tells, np.abs(share - p), np.inf).argmin(axis=0), np.arange(p.size)
    at, error, deff = (figure.reshape(2, -1)[of, each] for figure in (found.value, found.se, found.deff))
    known = not any(stage.correction.any() for stage in design.stages)
    untold = 0.0 if known else np.sqrt(p * (1 - p) / found.kish_n)
    with np.errstate(divide="ignore", invalid="ignore"):
        se = np.where(tells.any(axis=0), error * np.sqrt(p * (1 - p) / (at * (1 - at))), untold)
    return replace(found, value=p, se=se, deff=deff)


def weighted_quantiles(
    values: Numbers, weights: Numbers, probabilities: Sequence[float] | Numbers, rule: Rule = "hf7"
) -> Numbers:
    """The j quantiles of n values without nan, whose weights are 0 or more; nan where none is above 0."""
    counted = weights > 0
    p = np.asarray(probabilities, dtype=float)
    if not counted.any():
        return np.full(p.size, np.nan)
    order = np.argsort(values[counted], kind="stable")
    x, w = values[counted][order].astype(float), weights[counted][order].astype(float)
    if rule in _POINTS:
        return np.interp(p, _POINTS[rule](w, np.cumsum(w)), x) if x.size > 1 else np.full(p.size, x[0])
    if rule == "shahvaish":
        points = ((np.cumsum(w) - w / 2) * x.size / w.sum() + 0.5) / (x.size + 1)
        return x[np.maximum(np.searchsorted(points, p + _SAME, side="right") - 1, 0)]
    return _step(x, w, p, rule)


def _step(x: Numbers, w: Numbers, p: Numbers, rule: Rule) -> Numbers:
    if rule == "hf3":
        x, of = np.unique(x, return_inverse=True)
        w = np.bincount(of, w)
    reached = np.cumsum(w) / w.sum()
    at = np.minimum(np.searchsorted(reached, p - _SAME), x.size - 1)
    after = np.minimum(at + 1, x.size - 1)
    exactly = np.abs(reached[at] - p) <= _SAME
    if rule in ("school", "hf2"):
        return np.where(exactly, (x[at] + x[after]) / 2, x[at])
    if rule == "hf3":
        return np.where(exactly & (at % 2 == 0), x[after], x[at])
    return x[at]


_POINTS: dict[str, Callable[[Numbers, Numbers], Numbers]] = {
    "hf4": lambda w, s: s / s[-1],
    "hf5": lambda w, s: (s - w / 2) / s[-1],
    "hf6": lambda w, s: s / (s[-1] + w[-1]),
    "hf7": lambda w, s: (s - w) / s[-2],
    "hf8": lambda w, s: (s - w / 3) / (s[-1] + w[-1] / 3),
    "hf9": lambda w, s: (s - w * 3 / 8) / (s[-1] + w[-1] / 4),
}
