"""Mean, median and quartiles.

Every figure is computed exactly from the numbers as they are written and rounded to a float once: neither the order of
the respondents nor a last binary digit ever shows in it ((20.1 + 20.2) / 2 is 20.15, and rounded half-up 20.2).
Every function takes a one-dimensional array without missing values and gives None for an empty one.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

_LARGEST = 2.0**62  # a sum that 64 bits hold


def total(values: NDArray[np.number]) -> float | None:
    """The sum."""
    return float(_sum(values)) if values.size else None


def mean(values: NDArray[np.number]) -> float | None:
    """The arithmetic mean, Σx / n."""
    return float(_mean(values)) if values.size else None


def mean_of_means(groups: Iterable[NDArray[np.number]]) -> float | None:
    """The mean of the means of those groups that hold anybody, each with the same weight; None where none does."""
    means = [_mean(values) for values in groups if values.size]
    return float(sum(means, Fraction()) / len(means)) if means else None


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
    whole, part = divmod((values.size - 1) * p, 1)
    at = int(whole)
    ordered = np.partition(values, [at, at + 1] if part else at)  # no other place is looked at
    below = _exact(ordered[at].item())
    return float(below + Fraction(part) * (_exact(ordered[at + 1].item()) - below)) if part else float(below)


def lower_median(values: NDArray[np.number]) -> float | None:
    """The middle value, or the lower of the two middle ones: for dates, a date that occurs."""
    return float(np.sort(values)[(values.size - 1) // 2]) if values.size else None


def _mean(values: NDArray[np.number]) -> Fraction:
    return _sum(values) / values.size


def _sum(values: NDArray[np.number]) -> Fraction:
    whole = np.floor(values) == values
    if whole.all() and (np.abs(values).max(initial=0) * values.size) < _LARGEST:
        return Fraction(int(values.astype(np.int64).sum()))
    different, times = np.unique(values, return_counts=True)
    return sum(
        (_exact(number) * time for number, time in zip(different.tolist(), times.tolist(), strict=True)),
        Fraction(),
    )


def _exact(number: float) -> Fraction:
    """The number that a person would read: 20.1, not the nearest binary fraction."""
    return Fraction(repr(number))
