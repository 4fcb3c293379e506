"""How many, and of how many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def counts(positions: NDArray[np.integer], k: int) -> list[int]:
    """How often each of the positions 0 … k-1 occurs. `positions` is one-dimensional, with no other value.

    >>> counts(np.array([0, 2, 2]), 3)
    [1, 0, 2]
    """
    return np.bincount(positions, minlength=k).tolist()


def share(count: int, base: int) -> float | None:
    """count / base as a number from 0 to 1; None for a base of nobody.

    Where a respondent may choose several, `base` counts respondents: the share is the per cent of cases.
    """
    return count / base if base else None
