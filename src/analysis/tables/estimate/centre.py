"""Mean, median and quartiles.

Sums are exact and rounded once (math.fsum), so that the order of the respondents never shows in a figure.
Every function takes a one-dimensional array without missing values and gives None for an empty one.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray


def total(values: NDArray[np.number]) -> float | None:
    """The sum."""
    return math.fsum(values.tolist()) if values.size else None


def mean(values: NDArray[np.number]) -> float | None:
    """The arithmetic mean, Σx / n."""
    return math.fsum(values.tolist()) / values.size if values.size else None


def mean_difference(first: NDArray[np.number], second: NDArray[np.number]) -> float | None:
    """The mean of first − second, pair by pair; both hold the same respondents in the same order."""
    return mean(first - second)


def median(values: NDArray[np.number]) -> float | None:
    """The middle value; halfway between the two middle ones where their number is even."""
    return quantile(values, 0.5)


def quartiles(values: NDArray[np.number]) -> tuple[float | None, float | None]:
    """The first and third quartile by type 7 of Hyndman & Fan (1996), R's default, Excel's QUARTILE.INC.

    The value at position 1 + (n − 1)p of the sorted values, interpolated between neighbours.
    Hyndman, R. J. & Fan, Y. (1996). Sample quantiles in statistical packages. Am. Statistician 50, 361–365.

    >>> quartiles(np.array([1, 2, 3, 4]))
    (1.75, 3.25)
    """
    return quantile(values, 0.25), quantile(values, 0.75)


def quantile(values: NDArray[np.number], p: float) -> float | None:
    """The p-quantile by type 7 of Hyndman & Fan (1996), 0 ≤ p < 1."""
    if not values.size:
        return None
    ordered = np.sort(values).tolist()
    whole, part = divmod((len(ordered) - 1) * p, 1)
    below = ordered[int(whole)]
    return float(below + part * (ordered[int(whole) + 1] - below)) if part else float(below)


def lower_median(values: NDArray[np.number]) -> float | None:
    """The middle value, or the lower of the two middle ones: for dates, a date that occurs."""
    return float(np.sort(values)[(values.size - 1) // 2]) if values.size else None
