"""Round edges between which many numbers are counted.

Two families of edges are tried over the middle 90 % of the values (so that no outlier stretches the rest, and the
first and the last bin hold a twentieth or more): even steps of 1, 2 or 5 times a power of ten, and the series
1, 2, 5, 10, 20, 50, …, which follows long tails. Whichever spreads the values most evenly over its bins is taken: the
one with the smallest Σ(share of a bin)², the chance that two values taken at random share a bin (Simpson, E. H. 1949.
Measurement of diversity. Nature 163, 688). Sizes (members, sales) then come out in steps of 1-2-5, scores in even
ones, without anybody having to say which is which.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from analysis.tables.estimate.centre import quantile

FEWEST, MOST = 5, 8  # bins: fewer hide the shape, more cannot be read at a glance
ROUND = (1, 2, 5)


def inner_edges(values: NDArray[np.number]) -> list[float]:
    """The edges between the bins, rising: k edges make k + 1 bins, each from its edge up to the next, exclusive.

    5 to 8 bins where the values allow it; fewer where they are few; no edge where all are the same.
    Whole numbers get whole edges. `values` is one-dimensional, not empty, without missing values.

    >>> inner_edges(np.array([1, 3, 4, 8, 12, 15, 30, 45, 80, 150, 400]))
    [5.0, 10.0, 20.0, 50.0, 100.0, 200.0]
    """
    low, high = quantile(values, 0.05), quantile(values, 0.95)
    assert low is not None and high is not None
    tried = [edges for edges in (*_even(values, low, high), *_one_two_five(values, low, high)) if edges]
    if not tried:
        return _around_the_common(values, low)
    wanted = [edges for edges in tried if FEWEST <= len(edges) + 1]
    most = max(map(len, tried))
    return min(
        wanted or [edges for edges in tried if len(edges) == most],
        key=lambda edges: (_concentration(values, edges), len(edges)),
    )


def bin_positions(values: NDArray[np.number], edges: list[float]) -> NDArray[np.intp]:
    """The position, 0 … k, of the bin that each value lies in; a value on an edge lies above it."""
    return np.searchsorted(np.array(edges, dtype=float), values, side="right")


def _even(values: NDArray[np.number], low: float, high: float) -> Iterator[list[float]]:
    """Multiples of a round step above `low`, up to `high`."""
    whole = _whole(values)
    for step in _series(high - low, 4):
        if step >= 1 or not whole:
            first, last = (math.floor(end / step + 1e-9) for end in (low, high))  # 0.6 / 0.1 is 5.999…
            multiples = range(first + 1, last + 1)
            if len(multiples) < MOST:
                yield [_exact(multiple, step) for multiple in multiples]


def _one_two_five(values: NDArray[np.number], low: float, high: float) -> Iterator[list[float]]:
    """1, 2, 5, 10, … above `low`, up to `high`; where these are too many, every run of as many as there may be."""
    positive = values[values > 0]
    if low < 0 or not positive.size:
        return
    edges = [edge for edge in _series(high, 15) if low < edge <= high and edge >= positive.min()]
    length = min(len(edges), MOST - 1)
    yield from (edges[at : at + length] for at in range(len(edges) - length + 1))


def _around_the_common(values: NDArray[np.number], common: float) -> list[float]:
    """Nine in ten gave the same value: it is a bin of its own, apart from what lies below and above."""
    edges = [common] if values.min() < common else []
    return [*edges, common + 1] if _whole(values) and values.max() > common else edges


def _whole(values: NDArray[np.number]) -> bool:
    return bool((values == np.floor(values)).all())


def _series(up_to: float, decades: int) -> list[float]:
    """1, 2, 5 times the powers of ten not above `up_to`, over so many decades, rising."""
    if up_to <= 0:
        return []
    top = math.floor(math.log10(up_to))
    found = (_power(digit, exponent) for exponent in range(top - decades + 1, top + 1) for digit in ROUND)
    return [edge for edge in found if edge <= up_to]


def _power(digit: int, exponent: int) -> float:
    """digit × 10^exponent, as near as a float comes (0.05 and not 0.05000000000000001)."""
    return float(digit * 10**exponent) if exponent >= 0 else digit / 10**-exponent


def _exact(multiple: int, step: float) -> float:
    return float(multiple * int(step)) if step >= 1 else multiple / round(1 / step)


def _concentration(values: NDArray[np.number], edges: list[float]) -> float:
    shares = np.bincount(bin_positions(values, edges), minlength=len(edges) + 1) / values.size
    return float((shares**2).sum())
