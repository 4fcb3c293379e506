"""Importance–performance analysis.

Martilla, J. A. & James, J. C. (1977). Importance-performance analysis. Journal of Marketing 41(1), 77–79.
"""

from __future__ import annotations

from enum import IntEnum

CUT_TOLERANCE = 1e-9  # a mean that equals the cut line but for its last binary digit lies on it


class Quadrant(IntEnum):
    """Martilla and James's four corners."""

    KEEP_UP = 1
    CONCENTRATE_HERE = 2
    LOW_PRIORITY = 3
    POSSIBLE_OVERKILL = 4


def quadrant(
    importance: float, performance: float, importance_cut: float, performance_cut: float
) -> Quadrant:
    """Where a programme lies between the two cut lines; a programme on a line counts as above it.

    Higher means more important and better done: turn the sign of a scale whose low end is the good one.
    """
    important = importance >= importance_cut - CUT_TOLERANCE
    well_done = performance >= performance_cut - CUT_TOLERANCE
    if important:
        return Quadrant.KEEP_UP if well_done else Quadrant.CONCENTRATE_HERE
    return Quadrant.POSSIBLE_OVERKILL if well_done else Quadrant.LOW_PRIORITY
