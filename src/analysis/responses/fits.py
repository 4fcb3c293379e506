"""Answers that have to fit another one: the cells of a grid its total, a date an earlier date.

A miss is told and nothing else is done: nobody knows which of the two is wrong.
"""

from __future__ import annotations

import math

import numpy as np

from analysis.intake.headings import PartKey
from analysis.questionnaire.question import DateQuestion, GridQuestion
from analysis.questionnaire.rows import AddsUpTo
from analysis.responses.checks import fill_with_zeros, is_blank
from analysis.responses.collected import Collected
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
    columns = [collected.answers[key] for key in keys]
    total = collected.answers[PartKey(other.id)].of("number")
    cells = np.array([column.of("number") for column in columns])
    blank = np.array([column.where(is_blank, "detail") for column in columns])
    sum_ = np.nansum(cells, axis=0)
    asked = ~np.isnan(total) & ~np.isnan(cells).all(axis=0)
    equal = np.abs(sum_ - total) <= np.abs(total) * adds_up_to.percent / 100 + 1e-6
    fill_with_zeros(collected, keys, blank & (asked & equal), "sum_blank_zero")
    unknown = np.array([column.has(_unknown) for column in columns]).any(axis=0)
    wrong = asked & ~equal & ((sum_ > total) | ~unknown)
    units = np.zeros(len(total), dtype=bool)
    for at in np.flatnonzero(wrong):
        units[at] = _differ_in_unit(float(sum_[at]), float(total[at]))
    scale, unit = (other.won, other.unit) if other.kind == "money" else (1, other.unit.ko)
    for rule, where in (("sum_differs", wrong & ~units), ("sum_in_other_unit", wrong & units)):
        collected.find(
            rule,
            where,
            keys[0],
            lambda at: f"{other.no} {total[at] / scale:,.10g}{unit}",
            value=lambda at: f"{sum_[at] / scale:,.10g}{unit}",
            whole=True,
        )


def _unknown(cell: Reading) -> bool:
    """Whether there may be an amount that we do not know: a sum without it says little."""
    return not cell.answered and cell.detail != "blank" and cell.reason not in _NO_AMOUNT


def _differ_in_unit(sum_: float, total: float) -> bool:
    """Whether the two have the same digits, as amounts have of which one is in 원 and one in 천원."""
    if sum_ <= 0 or total <= 0:
        return False
    powers = math.log10(sum_ / total)
    return abs(round(powers)) >= 1 and abs(10 ** (powers - round(powers)) - 1) <= _SAME_DIGITS


def _check_after(collected: Collected, date: DateQuestion, after: str) -> None:
    """Dates that end before or on the first day of the other; a month that may lie later is let pass."""
    earlier = collected.questionnaire.question(after)
    first = collected.answers[PartKey(after)].of("start")
    last = collected.answers[PartKey(date.id)].of("end")
    wrong = (first != "") & (last != "") & (last <= first)
    sources = collected.sources
    collected.find(
        "date_order",
        wrong,
        PartKey(date.id),
        lambda at: f"{earlier.no} {sources.cell(PartKey(after), at).text}",
    )
