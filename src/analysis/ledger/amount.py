"""An amount of money in a cell of somebody's accounts: its sign may be a triangle or brackets. No guesses."""

from __future__ import annotations

import re
from fractions import Fraction

from analysis.intake.sheet import Cell
from analysis.language import half_up
from analysis.language.text import normalise

WON = {"원": 1, "천원": 1_000, "만원": 10_000, "백만원": 1_000_000}
NOTHING = frozenset("-–—−")
_AMOUNT = re.compile(
    r"(?P<sign>[-−–△▲+]?)\s*(?:₩|\\)?\s*(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?"
    r"\s*(?P<unit>천원|만원|백만원|원)?"
)
_BRACKETS = re.compile(r"\((.*)\)\Z")


class NoAmount(ValueError):
    """What stands in the cell is no amount of whole won."""


def read_amount(cell: Cell, unit: str) -> int | None:
    """The amount in whole won; None for an empty cell, 0 for a dash.

    unit: of the sheet, a key of WON; a unit in the cell itself goes before it. "△1,000", "▲1,000", "-1,000"
    and "(1,000)" are minus. Raises NoAmount for anything else: a date, a word, a comma out of place.
    """
    if cell.number is not None:
        return _won(Fraction(repr(float(cell.number))), unit)
    text = normalise(cell.text)
    if not text:
        return None
    if text in NOTHING:
        return 0
    inside = _BRACKETS.match(text)
    match = _AMOUNT.fullmatch(inside[1].strip() if inside else text)
    if not match:
        raise NoAmount(text)
    size = _won(Fraction(match["whole"].replace(",", "") + (match["rest"] or "")), match["unit"] or unit)
    return -size if inside or match["sign"] not in ("", "+") else size


def _won(number: Fraction, unit: str) -> int:
    won = number * WON[unit]
    nearest = int(half_up(won))
    if abs(won - nearest) > Fraction(1, 1000):  # a spreadsheet's sum may be a hair off a whole number
        raise NoAmount(str(float(number)))
    return nearest
