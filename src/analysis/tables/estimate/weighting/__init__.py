"""Weights fitted to what is known of the frame, their spread, and what they explain of a variance."""

from analysis.tables.estimate.weighting.margin import Margin, MarginMissed
from analysis.tables.estimate.weighting.post_stratification import post_stratify
from analysis.tables.estimate.weighting.raking import Fitted, rake
from analysis.tables.estimate.weighting.residuals import MarginCalibration
from analysis.tables.estimate.weighting.spread import Spread, spread

__all__ = [
    "Fitted",
    "Margin",
    "MarginCalibration",
    "MarginMissed",
    "Spread",
    "post_stratify",
    "rake",
    "spread",
]
