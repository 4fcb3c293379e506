"""The room for formulas: pure functions on arrays, with their sources; no questionnaire and no Table."""

from analysis.tables.estimate.bins import bin_positions, inner_edges
from analysis.tables.estimate.centre import (
    lower_median,
    mean,
    mean_difference,
    mean_of_means,
    median,
    quartiles,
    total,
)
from analysis.tables.estimate.quadrants import CUT_TOLERANCE, Quadrant, quadrant
from analysis.tables.estimate.scales import nets, score100
from analysis.tables.estimate.shares import counts, share

__all__ = [
    "CUT_TOLERANCE",
    "Quadrant",
    "bin_positions",
    "counts",
    "inner_edges",
    "lower_median",
    "mean",
    "mean_difference",
    "mean_of_means",
    "median",
    "nets",
    "quadrant",
    "quartiles",
    "score100",
    "share",
    "total",
]
