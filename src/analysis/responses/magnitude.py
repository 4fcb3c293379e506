"""Amounts so far above all others that they are likely to be in won where thousands were asked for."""

from __future__ import annotations

from statistics import median

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
        readings = collected.readings[key]
        amounts = [amount for at, _ in collected.counted() if (amount := readings[at].number)]
        if len(amounts) < _ENOUGH or (middle := median(amounts)) <= 0:
            continue
        for at, source in collected.counted():
            amount = readings[at].number
            bare = not any(doubt.rule == "unit_in_cell" for doubt in readings[at].doubts)
            if amount is not None and bare and amount * _SLACK >= middle * part.answer.won:
                shown = f"{middle / part.answer.won:,.0f}{part.answer.unit}"
                collected.find("amount_far_above", source, key, shown)
