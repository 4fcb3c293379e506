"""Answers that have to fit another one: the cells of a grid its total, a date an earlier date.

A miss is told and nothing else is done: nobody knows which of the two is wrong.
"""

from __future__ import annotations

import math

from analysis.intake.headings import PartKey
from analysis.questionnaire.question import DateQuestion, GridQuestion, MoneyQuestion, NumberQuestion
from analysis.questionnaire.rows import AddsUpTo
from analysis.responses.collected import Collected, Source
from analysis.responses.reading import Reading

_NO_AMOUNT = ("not_asked", "not_applicable", "not_in_file")  # such a cell takes nothing from the sum
_SAME_DIGITS = 0.02  # how near to a power of ten the ratio of two amounts is that differ in their unit only


def check_fits(collected: Collected) -> None:
    """Compare what `adds_up_to` and `after` name. To be called after the routing: it leaves answers out."""
    for question in collected.questionnaire.questions:
        if isinstance(question, GridQuestion) and question.adds_up_to:
            _check_sum(collected, question, question.adds_up_to)
        elif isinstance(question, DateQuestion) and question.after:
            _check_after(collected, question, question.after)


def _check_sum(collected: Collected, grid: GridQuestion, adds_up_to: AddsUpTo) -> None:
    """Of those who gave the total and at least one cell. Where what they gave adds up, an empty cell is 0."""
    other = collected.questionnaire.question(adds_up_to.question)
    keys = collected.keys(grid.id)
    for position, source in enumerate(collected.sources):
        total = collected.readings[PartKey(other.id)][position].number
        cells = {key: collected.readings[key][position] for key in keys}
        given = [cell.number for cell in cells.values() if cell.number is not None]
        if total is None or not given:
            continue
        sum_ = math.fsum(given)
        blank = [key for key, cell in cells.items() if cell.detail == "blank"]
        if math.isclose(sum_, total, rel_tol=0, abs_tol=abs(total) * adds_up_to.percent / 100 + 1e-6):
            for key in blank:
                zero = Reading(number=0.0, qualifier="exact", detail="blank_as_zero")
                collected.readings[key][position] = zero
            if blank:
                rows = ", ".join(collected.words[key] for key in blank)
                collected.find("sum_blank_zero", source, blank[0], rows, whole=True)
        elif sum_ > total or not any(_unknown(cell) for cell in cells.values()):
            _tell(collected, source, keys[0], other, sum_, total)


def _unknown(cell: Reading) -> bool:
    """Whether there may be an amount that we do not know: a sum without it says little."""
    return not cell.answered and cell.detail != "blank" and cell.reason not in _NO_AMOUNT


def _tell(
    collected: Collected,
    source: Source,
    key: PartKey,
    other: NumberQuestion | MoneyQuestion,
    sum_: float,
    total: float,
) -> None:
    scale, unit = (other.won, other.unit) if other.kind == "money" else (1, other.unit.ko)
    shown, expected = (f"{amount / scale:,.10g}{unit}" for amount in (sum_, total))
    rule = "sum_in_other_unit" if _differ_in_unit(sum_, total) else "sum_differs"
    collected.find(rule, source, key, f"{other.no} {expected}", value=shown, whole=True)


def _differ_in_unit(sum_: float, total: float) -> bool:
    """Whether the two have the same digits, as amounts have of which one is in 원 and one in 천원."""
    if sum_ <= 0 or total <= 0:
        return False
    powers = math.log10(sum_ / total)
    return abs(round(powers)) >= 1 and abs(10 ** (powers - round(powers)) - 1) <= _SAME_DIGITS


def _check_after(collected: Collected, date: DateQuestion, after: str) -> None:
    """Dates that end before or on the first day of the other; a month that may lie later is let pass."""
    earlier = collected.questionnaire.question(after)
    for position, source in enumerate(collected.sources):
        first = collected.readings[PartKey(after)][position]
        second = collected.readings[PartKey(date.id)][position]
        if first.start and second.end and second.end <= first.start:
            collected.find(
                "date_order", source, PartKey(date.id), f"{earlier.no} {source.cell(PartKey(after)).text}"
            )
