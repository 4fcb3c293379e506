"""What the margins explain of the scores is no longer left to chance: the variance is that of the rest.

Two rules, by name:

"regression"  the residuals of a regression of the scores on the categories of all margins, with the base weights:
              Deville, J.-C. & Särndal, C.-E. (1992). Calibration estimators in survey sampling. JASA 87, 376–382.
              With one margin, the deviations from the means of the cells: Särndal, Swensson & Wretman (1992),
              Model Assisted Survey Sampling, ch. 7.6. R: `postStratify`, and `calibrate(calfun = "raking")`.
"sweeps"      ten times over the margins, the deviations from the plain means of its categories: R's `rake`, which
              most published figures come from.

Who belongs to no category of a margin has the mean of all respondents for what the margin explains; and a category
explains how far its mean lies from that of all who belong to one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from analysis.tables.estimate.design import Numbers
from analysis.tables.estimate.weighting.margin import Margin

Residuals = Literal["regression", "sweeps"]
SWEEPS = 10  # of R's svyrecvar


@dataclass(frozen=True, eq=False)
class MarginCalibration:
    """The `Calibration` of a design whose `weights` were fitted to `margins` from `base` weights (n each)."""

    base: Numbers
    weights: Numbers
    margins: tuple[Margin, ...]
    rule: Residuals

    def residuals(self, scores: Numbers) -> Numbers:
        """weight × score (n × k) less what the margins explain; whose weight is 0 stays 0."""
        somebody = self.weights > 0
        plain = np.divide(scores, self.weights[:, None], out=np.zeros_like(scores), where=somebody[:, None])
        if self.rule == "regression":
            left = plain - self._basis @ (self._fit @ plain)
        else:
            left = plain
            for _ in range(SWEEPS):
                for margin in self.margins:
                    left = left - _explained(margin, left, somebody.astype(float))
        return left * self.weights[:, None]

    @cached_property
    def _basis(self) -> Numbers:
        """n × p: a column of ones; one for each category, less the frame's share of it for all who belong to one."""
        columns = [np.ones((self.base.size, 1))]
        for margin in self.margins:
            belongs = np.equal.outer(margin.category, np.arange(margin.k)).astype(float)
            columns.append(belongs - np.outer(margin.known, margin.population / margin.population.sum()))
        return np.hstack(columns)

    @cached_property
    def _fit(self) -> Numbers:
        """p × n: the coefficients of the regression as sums over the respondents."""
        root = np.sqrt(np.where(self.weights > 0, self.base, 0))[:, None]
        return np.linalg.pinv(self._basis * root) * root.T


def _explained(margin: Margin, values: Numbers, counted: Numbers) -> Numbers:
    """n × k, from plain means over those who count."""
    sizes = np.maximum(margin.sums(counted), 1)[:, None]
    sums = np.stack([margin.sums(column * counted) for column in values.T], axis=1)
    means = sums / sizes
    if margin.known.all():
        return means[margin.category]
    everybody = sums.sum(axis=0) / max(counted.sum(), 1)
    belonging = sums[:-1].sum(axis=0) / max(counted[margin.known].sum(), 1)
    return np.where(margin.known[:, None], means[margin.category] - belonging, 0) + everybody
