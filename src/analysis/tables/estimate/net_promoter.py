"""The net promoter score of an item from 0 to 10."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.tables.estimate.design import Design, Mask

Numbers = NDArray[np.float64]

LOWEST, HIGHEST = 0, 10
PASSIVE, PROMOTER = 7, 9  # from which answer on


@dataclass(frozen=True)
class NetPromoter:
    """value       promoters less detractors, in points from −100 to 100; None of nobody
    se          its standard error in points; None of nobody
    promoters, passives, detractors  how many respondents
    df          degrees of freedom of the standard error
    """

    value: float | None
    se: float | None
    promoters: int
    passives: int
    detractors: int
    df: int

    @property
    def n(self) -> int:
        return self.promoters + self.passives + self.detractors


def net_promoter(design: Design, answers: ArrayLike, domain: Mask | None = None) -> NetPromoter:
    """Of n answers 0 … 10 (nan for none): the share of 9 and 10 less the share of 0 to 6, × 100.

    It is the mean of +1 (promoter), 0 (passive) and −1 (detractor), and has the variance of a mean: the linearised
    score of a respondent is (y − ȳ) / Σw. What an answer counts for is convention, not measurement.
    Raises ValueError for an answer outside 0 … 10.

    Reichheld, F. F. (2003). The one number you need to grow. Harvard Business Review 81(12), 46–54.
    """
    given = np.asarray(answers, dtype=float)
    inside = ~np.isnan(given) & (design.weights > 0)
    if domain is not None:
        inside &= domain
    if ((given[inside] < LOWEST) | (given[inside] > HIGHEST)).any():
        raise ValueError("an answer is not from 0 to 10")
    scores = promoter_scores(given)
    promoters, passives, detractors = (int((scores[inside] == score).sum()) for score in (1, 0, -1))
    df = design.degrees_of_freedom(inside)
    if not inside.any():
        return NetPromoter(None, None, 0, 0, 0, df)
    size = design.weights[inside].sum()
    mean = (design.weights * np.where(inside, scores, 0)).sum() / size
    linearised = np.where(inside, (scores - mean) / size, 0)
    se = float(np.sqrt(design.variance(linearised[:, None])[0]))
    return NetPromoter(float(100 * mean), 100 * se, promoters, passives, detractors, df)


def promoter_scores(answers: ArrayLike) -> Numbers:
    """+1 for 9 and 10, 0 for 7 and 8, −1 for what is below; nan for none."""
    given = np.asarray(answers, dtype=float)
    scores = np.where(given >= PROMOTER, 1.0, np.where(given >= PASSIVE, 0.0, -1.0))
    return np.where(np.isnan(given), np.nan, scores)
