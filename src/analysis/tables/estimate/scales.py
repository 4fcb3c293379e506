"""An answer scale of k points, lowest first, valued 1 … k."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

POINTS_WITH_NETS = 4  # below that, the two nets would overlap or leave nothing between them


def score100(values: NDArray[np.integer], k: int) -> float | None:
    """The mean of answers 1 … k as points from 0 (all at the lowest) to 100 (all at the highest); None of nobody.

    (mean − 1) / (k − 1) × 100: the distance covered from the lowest point, not mean × 100 / k. Made in integers
    and divided once: of the mean 2.05, floats make 26.249999999999996, which would be rounded down.
    """
    n = values.size
    return (int(values.sum()) - n) * 100 / (n * (k - 1)) if n else None


def nets(k: int) -> tuple[tuple[int, int], ...]:
    """The top two and the bottom two points ("top-2 box", "bottom-2 box") by position; none for k < 4.

    >>> nets(5)
    ((4, 5), (1, 2))
    """
    return ((k - 1, k), (1, 2)) if k >= POINTS_WITH_NETS else ()
