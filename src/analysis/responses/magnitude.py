"""Amounts so far above all others that they are likely to be in won where thousands were asked for."""

from __future__ import annotations

import numpy as np

from analysis.intake.headings import PartKey
from analysis.questionnaire.answer import Money
from analysis.responses.collected import Collected

_ENOUGH = 5  # amounts that make a median worth comparing with
_SLACK = (
    10  # who writes won in a question for 천원 is a thousand times too high, and may be a tenth of the median
)


def check_magnitudes(collected: Collected) -> None:
    """Tell of amounts that read as won would be amounts like the others. They stay as they were read.

    An amount with its unit beside it is what it says. Nothing is told in questions that ask for won.
    """
    for part in collected.questionnaire.parts():
        if not isinstance(part.answer, Money) or part.answer.won == 1:
            continue
        key = PartKey(part.question, part.row, part.column)
        column = collected.answers[key]
        amounts = column.of("number")
        given = collected.counted & ~np.isnan(amounts) & (amounts != 0)
        middle = float(np.median(amounts[given])) if given.sum() >= _ENOUGH else 0
        if middle <= 0:
            continue
        bare = ~column.has(lambda reading: any(doubt.rule == "unit_in_cell" for doubt in reading.doubts))
        far = given & bare & (np.nan_to_num(amounts) * _SLACK >= middle * part.answer.won)
        collected.find("amount_far_above", far, key, f"{middle / part.answer.won:,.0f}{part.answer.unit}")
