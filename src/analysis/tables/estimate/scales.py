"""An answer scale of k points, lowest first, valued 1 … k."""

from __future__ import annotations

POINTS_WITH_NETS = 4  # below that, the two nets would overlap or leave nothing between them


def score100(mean: float | None, k: int) -> float | None:
    """A mean on the scale 1 … k as points from 0 (all at the lowest) to 100 (all at the highest).

    (mean − 1) / (k − 1) × 100: the distance covered from the lowest point, not mean × 100 / k.
    """
    return None if mean is None else (mean - 1) / (k - 1) * 100


def nets(k: int) -> tuple[tuple[int, int], ...]:
    """The top two and the bottom two points ("top-2 box", "bottom-2 box") by position; none for k < 4.

    >>> nets(5)
    ((4, 5), (1, 2))
    """
    return ((k - 1, k), (1, 2)) if k >= POINTS_WITH_NETS else ()
