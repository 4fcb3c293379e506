"""An answer scale of k points, lowest first, valued 1 … k."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def score100(values: NDArray[np.integer], k: int) -> float | None:
    """The mean of answers 1 … k as points from 0 (all at the lowest) to 100 (all at the highest); None of nobody.

    (mean − 1) / (k − 1) × 100: the distance covered from the lowest point, not mean × 100 / k. Made in integers
    and divided once: of the mean 2.05, floats make 26.249999999999996, which would be rounded down.
    """
    n = values.size
    return (int(values.sum()) - n) * 100 / (n * (k - 1)) if n else None


def nets(k: int, top: int, bottom: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The points of the upper and of the lower net ("top-2 box", "bottom-2 box") by position; () for one of no points.

    >>> nets(5, 2, 2)
    ((4, 5), (1, 2))
    """
    return tuple(range(k - top + 1, k + 1)), tuple(range(1, bottom + 1))
