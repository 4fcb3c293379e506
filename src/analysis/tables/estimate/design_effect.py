"""How much the design adds to the variance, and how many respondents drawn simply would tell as much.

    deff = V / V_srs,   V_srs = W² s² / n (× 1 − n/W without replacement),   s² = n/(n−1) Σw(u − ū)² / W

V the variance by the design, u the unweighted linearised scores of the n respondents, W = Σw. Kish, L. (1965). Survey
Sampling. Wiley, ch. 8.2 (without replacement); Kish, L. (1995). Methods for design effects. J. Official Statistics 11,
55–77 (with replacement: "deft²").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from analysis.tables.estimate.design import Numbers

if TYPE_CHECKING:
    from analysis.tables.estimate.linearised import Estimates

Drawing = Literal["with_replacement", "without_replacement"]


def design_effect(estimates: Estimates, drawing: Drawing = "with_replacement") -> Numbers:
    """k design effects, against a simple random sample of as many, drawn with or without replacement.

    "without_replacement" takes the sum of the weights for the size of the population: R's `deff=TRUE`; the other is
    R's `deff="replace"`. nan where all answers are equal, for fewer than two respondents, and without replacement
    where the weights do not add up to more than the respondents.
    """
    if drawing == "with_replacement":
        return estimates.deff
    left = 1 - estimates.n / estimates.weight if estimates.weight > estimates.n else np.nan
    return estimates.deff / left


def kish_effective_n(weights: Numbers) -> float:
    """(Σw)² / Σw²: how many equally weighted respondents vary as little; nan without a weight above 0.

    It knows of the weights only, not of strata or clusters. Kish (1965), ch. 11.7.
    """
    squares = float(weights @ weights)
    return float(weights.sum()) ** 2 / squares if squares else np.nan


def weighting_effect(weights: Numbers) -> float:
    """1 + CV² of the weights above 0: the part of the design effect that unequal weights make; n / Kish's n.

    CV² has the divisor n. Kish, L. (1992). Weighting for unequal P_i. J. Official Statistics 8, 183–200.
    """
    return int(np.count_nonzero(weights)) / kish_effective_n(weights)
