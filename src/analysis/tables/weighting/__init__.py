"""The answers of a survey weighted to what is known of its frame."""

from analysis.tables.weighting.drawn import weighted_design
from analysis.tables.weighting.fitted import FittedWeights, WeightingReport, fitted_weights
from analysis.tables.weighting.frame import FrameMargin, frame_margins
from analysis.tables.weighting.problems import WeightingError

__all__ = [
    "FittedWeights",
    "FrameMargin",
    "WeightingError",
    "WeightingReport",
    "fitted_weights",
    "frame_margins",
    "weighted_design",
]
