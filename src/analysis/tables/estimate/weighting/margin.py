"""A margin: how the frame divides over some categories, and in which of them each respondent is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from analysis.tables.estimate.design import Mask, Numbers


@dataclass(frozen=True, eq=False)
class Margin:
    """category  of n respondents, 0 … k-1; -1 where it is not known
    population   of k categories, how many of the frame are in each
    """

    category: NDArray[np.intp]
    population: Numbers

    @property
    def k(self) -> int:
        return self.population.size

    @property
    def known(self) -> Mask:
        return self.category >= 0

    def sums(self, weights: Numbers) -> Numbers:
        """Of k + 1 categories, the last one that of those whose category is not known."""
        return np.bincount(self.category % (self.k + 1), weights, minlength=self.k + 1)

    def targets(self, base: Numbers, total: float) -> Numbers:
        """What the weights of each of k + 1 categories are to add up to, together `total`.

        Those whose category is not known keep the share that they have by their `base` weights; the others divide
        the rest as the frame does. So nobody is left out, and nobody's category is made up.
        """
        unknown = total * base[~self.known].sum() / base.sum()
        return np.append(self.population / self.population.sum() * (total - unknown), unknown)


class MarginMissed(ValueError):
    """A category of which the frame has somebody and the sample nobody ("nobody"), or the other way ("not_in_frame").

    margin, category  their positions
    """

    def __init__(self, margin: int, category: int, why: Literal["nobody", "not_in_frame"]) -> None:
        super().__init__(f"margin {margin}, category {category}: {why}")
        self.margin = margin
        self.category = category
        self.why = why


def check_margins(base: Numbers, margins: tuple[Margin, ...]) -> None:
    """Raises MarginMissed, and ValueError for weights or margins that are none."""
    if not (np.isfinite(base).all() and (base >= 0).all() and base.sum() > 0):
        raise ValueError("a base weight is negative or missing, or all are 0")
    for at, margin in enumerate(margins):
        population = margin.population
        if margin.category.shape != base.shape:
            raise ValueError("a margin has not as many respondents as there are weights")
        if not (np.isfinite(population).all() and (population >= 0).all() and population.sum() > 0):
            raise ValueError("a count of the frame is negative or missing, or all are 0")
        sampled = margin.sums(base)[:-1]
        if (missed := np.flatnonzero((population > 0) & (sampled == 0))).size:
            raise MarginMissed(at, int(missed[0]), "nobody")
        if (missed := np.flatnonzero((population == 0) & (sampled > 0))).size:
            raise MarginMissed(at, int(missed[0]), "not_in_frame")
