"""How uneven weights are, and what that costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike


@dataclass(frozen=True)
class Spread:
    """n            how many have a weight above 0
    smallest, mean, largest  of these weights
    ratio        largest / smallest
    cv           coefficient of variation: standard deviation (divided by n) / mean
    effective_n  (Σw)² / Σw²: as many with equal weights would tell as much of a mean to which the weights have no
                 relation. Kish, L. (1965). Survey Sampling. Wiley, 11.7
    effect       n / effective_n = 1 + cv²: by how much the variance of such a mean grows
    """

    n: int
    smallest: float
    mean: float
    largest: float
    ratio: float
    cv: float
    effective_n: float
    effect: float


def spread(weights: ArrayLike) -> Spread | None:
    """The spread of the weights that are above 0; None where none is."""
    given = np.asarray(weights, dtype=float)
    given = given[given > 0]
    if not given.size:
        return None
    mean, smallest, largest = float(given.mean()), float(given.min()), float(given.max())
    effective = float(given.sum() ** 2 / (given**2).sum())
    return Spread(
        given.size, smallest, mean, largest, largest / smallest, float(given.std() / mean), effective,
        given.size / effective,
    )  # fmt: skip
