"""Post-stratification: the weights of every cell add up to what the frame has in it.

w = d · N_c / Σ_c d. Holt, D. & Smith, T. M. F. (1979). Post stratification. JRSS A 142, 33–46.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from analysis.tables.estimate.weighting.margin import Margin
from analysis.tables.estimate.weighting.raking import MOST_SWEEPS, TOLERANCE, Fitted, rake


def post_stratify(
    base: ArrayLike,
    cells: Margin,
    lowest: float = 0.0,
    highest: float = np.inf,
    tolerance: float = TOLERANCE,
    most_sweeps: int = MOST_SWEEPS,
) -> Fitted:
    """Weights from `base` weights (n) that add up to the frame in every cell: raking to one margin, which is done
    after one sweep where no limit is set. The residuals are the deviations from the cells' means, weighted by `base`.

    Raises and trims like `rake`.
    """
    return rake(base, (cells,), lowest, highest, tolerance, most_sweeps, rule="regression")
