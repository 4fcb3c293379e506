"""Raking: weights whose sums agree with several margins of the frame at once.

The weights of the categories of one margin are multiplied so that they add up to what the frame has, then those of the
next, over and over. Deming, W. E. & Stephan, F. F. (1940). On a least squares adjustment of a sampled frequency table
when the expected marginal totals are known. Annals of Mathematical Statistics 11, 427–444.

Weights beyond a limit are set to it after each further sweep, so that the others make up for them, as in DeBell, M. &
Krosnick, J. A. (2009). Computing Weights for American National Election Study Survey Data. ANES Technical Report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from analysis.tables.estimate.design import Numbers
from analysis.tables.estimate.weighting.margin import Margin, check_margins
from analysis.tables.estimate.weighting.residuals import MarginCalibration, Residuals

TOLERANCE = 1e-10
MOST_SWEEPS = 500  # without limits, and as many again with them


@dataclass(frozen=True, eq=False)
class Fitted:
    """weights      of n respondents, adding up to the frame
    calibration  what a `Design` with these weights has to know of them
    sweeps       how often all margins were gone through; those with limits counted too
    differences  of each margin, how far the weights of a category are from what they should add up to, at most, as
                 a share of the frame
    trimmed      how many weights are at a limit
    converged    whether all differences are within the tolerance
    """

    weights: Numbers
    calibration: MarginCalibration
    sweeps: int
    differences: tuple[float, ...]
    trimmed: int
    converged: bool


def rake(
    base: ArrayLike,
    margins: Sequence[Margin],
    lowest: float = 0.0,
    highest: float = np.inf,
    tolerance: float = TOLERANCE,
    most_sweeps: int = MOST_SWEEPS,
    rule: Residuals = "sweeps",
) -> Fitted:
    """Weights from `base` weights (n) that agree with the margins; their total is that of the first margin.

    lowest, highest  what no weight may lie beyond (in weights, not ratios); a base weight of 0 stays 0
    tolerance        of `Fitted.differences`: sweeps end when it is met, or after `most_sweeps`
    rule             of the residuals, see `residuals`

    R's `rake` ends when no cell changes by 1 or more, after 10 sweeps at most; given a small `epsilon` it finds the
    same weights. Margins that contradict one another (there is no such table), or limits that leave no room, give
    what the last sweep gave, brought to the total within the limits, and `converged` False.
    Raises MarginMissed where a category has nobody in the sample or in the frame, ValueError for limits that no
    weights can keep.
    """
    base = np.asarray(base, dtype=float)
    margins = tuple(margins)
    check_margins(base, margins)
    total = float(margins[0].population.sum())
    there = base > 0
    if not lowest * there.sum() <= total <= highest * there.sum():
        raise ValueError("no weights within the limits add up to the frame")
    targets = [margin.targets(base, total) for margin in margins]
    weights, sweeps = base * (total / base.sum()), 0
    for low, high in ((0.0, np.inf), (lowest, highest)):
        done = sweeps > 0 and np.array_equal(weights, _within(weights, low, high))
        for _ in range(0 if done else most_sweeps):
            for margin, target in zip(margins, targets, strict=True):
                weights = _to_targets(weights, margin, target)
            weights = _within(weights, low, high)
            sweeps += 1
            if max(_differences(weights, margins, targets)) <= tolerance:
                break
    weights = _to_total(weights, total, lowest, highest)
    differences = _differences(weights, margins, targets)
    at_limit = there & ((weights <= lowest) | (weights >= highest))
    return Fitted(
        weights,
        MarginCalibration(base, weights, margins, rule),
        sweeps,
        differences,
        int(at_limit.sum()),
        max(differences) <= tolerance,
    )


def _to_targets(weights: Numbers, margin: Margin, target: Numbers) -> Numbers:
    sums = margin.sums(weights)
    factors = np.divide(target, sums, out=np.ones_like(target), where=sums > 0)
    return weights * factors[margin.category]


def _within(weights: Numbers, low: float, high: float) -> Numbers:
    return np.where(weights > 0, np.clip(weights, low, high), 0.0)


def _to_total(weights: Numbers, total: float, low: float, high: float) -> Numbers:
    """The weights that are at no limit times one factor, so that all together are the total; those that it would take
    beyond a limit are set to it, and the others make up for them."""
    while abs(missing := total - weights.sum()) > TOLERANCE * total:
        free = (weights > 0) & ((weights < high) if missing > 0 else (weights > low))
        if not free.any():
            break
        weights = _within(np.where(free, weights * (1 + missing / weights[free].sum()), weights), low, high)
    return weights


def _differences(
    weights: Numbers, margins: Sequence[Margin], targets: Sequence[Numbers]
) -> tuple[float, ...]:
    total = targets[0].sum()
    return tuple(
        float(np.abs(margin.sums(weights) - target).max() / total)
        for margin, target in zip(margins, targets, strict=True)
    )
