"""Answers that groups of respondents can be compared by."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from analysis.tables.estimate.design import Mask, Numbers
from analysis.tables.sampling import Among
from analysis.tables.sought import NO_LIMITS, Limits


@dataclass(frozen=True, eq=False)
class Comparable:
    """Answers whose levels can be compared.

    among   who gave them
    items   ids of what was chosen, and `chosen` who of them chose what: m × k
    each    every item is tested for itself, since a respondent may have chosen several
    values  where the answers have an order, m of them: their ranks are tested then, and their means compared
    within  between which numbers these lie
    """

    among: Among
    items: tuple[str, ...] = ()
    chosen: Mask = field(default_factory=lambda: np.zeros((0, 0), dtype=bool))
    each: bool = False
    values: Numbers | None = None
    within: Limits = NO_LIMITS
    row: str = ""
    column: str = ""

    def at(self, row: str, column: str = "") -> Comparable:
        return replace(self, row=row, column=column)

    def name(self, item: str = "") -> str:
        """An item as it is called in the table."""
        return item if not self.column else f"{self.column}:{item}" if item else self.column
