"""Answers that have to fit another one: the cells of a grid their total, a number its equal, a date an earlier date.

A miss is told and nothing else is done: nobody knows which of the two is wrong. What was given with "about" or "at
least" is compared as the span that it may mean.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.questionnaire.answer import Money
from analysis.questionnaire.counterpart import Named
from analysis.questionnaire.question import DateQuestion, GridQuestion, MoneyQuestion, NumberQuestion, PartKey
from analysis.responses.answer_column import AnswerColumn, Mask
from analysis.responses.checks import fill_with_zeros, is_blank
from analysis.responses.collected import Collected
from analysis.responses.reading import Reading

_NO_AMOUNT = ("not_asked", "not_applicable", "not_in_file")  # such a cell takes nothing from the sum
_SAME_DIGITS = 0.02  # how near to a power of ten the ratio of two amounts is that differ in their unit only
_EXACTLY = 1e-4  # of the total: how near the sum comes once the one cell in another unit is put right
_CLEARLY = 0.01  # of the total: how far it was off before
_ABOUT = 0.1  # "약 300" may be 270 to 330
_POWERS = [power for power in range(-5, 6) if power]  # of ten, by which the units of money differ

Amounts = NDArray[np.float64]


def check_fits(collected: Collected) -> None:
    """Compare what `adds_up_to`, `equals` and `after` name. After the routing, which leaves answers out."""
    for question in collected.questionnaire.questions:
        if isinstance(question, GridQuestion) and question.adds_up_to:
            _check_sum(collected, question, question.adds_up_to)
        elif isinstance(question, (NumberQuestion, MoneyQuestion)) and question.equals:
            _check_equal(collected, question.id, question.equals)
        elif isinstance(question, DateQuestion) and question.after:
            _check_after(collected, question, question.after)


def _check_sum(collected: Collected, grid: GridQuestion, adds_up_to: Named) -> None:
    """Of those who gave the total and at least one cell. Where what they gave adds up, an empty cell is 0."""
    other = PartKey(*adds_up_to.part)
    keys = collected.keys(grid.id)
    columns = [collected.answers[key] for key in keys]
    cells = np.array([column.of("number") for column in columns])
    blank = np.array([column.where(is_blank, "detail") for column in columns])
    total = collected.answers[other].of("number")
    sum_ = np.nansum(cells, axis=0)
    asked = ~np.isnan(total) & ~np.isnan(cells).all(axis=0)
    slack = _slack(total, adds_up_to)
    fill_with_zeros(collected, keys, blank & (asked & (np.abs(sum_ - total) <= slack)), "sum_blank_zero")
    spans = np.array([_span(column) for column in columns])
    unknown = np.array([column.has(_unknown) for column in columns]).any(axis=0)
    too_much, too_little = _outside(np.nansum(spans, axis=0), _span(collected.answers[other]), slack)
    wrong = asked & (too_much | (too_little & ~unknown))
    units = wrong & _differ_in_unit(sum_, total)
    shown, name = _shown(collected, other)

    def total_of(at: int) -> str:
        return f"{name} {shown(total[at])}"

    wrong &= ~units
    if isinstance(grid.parts()[0].answer, Money):
        wrong &= ~_find_cell_in_other_unit(collected, keys, (cells, sum_, total), wrong, total_of)
    for rule, where in (("sum_differs", wrong), ("sum_in_other_unit", units)):
        collected.find(rule, where, keys[0], total_of, value=lambda at: shown(sum_[at]), whole=True)


def _check_equal(collected: Collected, question: str, equals: Named) -> None:
    """Of those who gave both."""
    key, other = PartKey(question), PartKey(*equals.part)
    own, others = (collected.answers[one] for one in (key, other))
    number, expected = own.of("number"), others.of("number")
    too_much, too_little = _outside(_span(own), _span(others), _slack(expected, equals))
    wrong = (too_much | too_little) & ~np.isnan(number) & ~np.isnan(expected)
    units = _differ_in_unit(number, expected)
    own_shown, _ = _shown(collected, key)
    shown, name = _shown(collected, other)
    for rule, where in (("not_equal", wrong & ~units), ("equal_in_other_unit", wrong & units)):
        collected.find(
            rule,
            where,
            key,
            lambda at: f"{name} {shown(expected[at])}",
            value=lambda at: own_shown(number[at]),
        )


def _find_cell_in_other_unit(
    collected: Collected,
    keys: Sequence[PartKey],
    amounts: tuple[Amounts, Amounts, Amounts],
    wrong: Mask,
    total_of: Callable[[int], str],
) -> Mask:
    """Tell of the cell that alone spoils a sum: with some zeros more or less the cells would make the total.

    Of the respondents `wrong`; where two cells could be the one, nothing is told of them. Returns the told.
    """
    at = np.flatnonzero(wrong)
    cells, sum_, total = (np.nan_to_num(array[..., at]) for array in amounts)
    one_of = np.array(
        [
            np.logical_or.reduce(
                [np.abs(sum_ + cell * (10.0**power - 1) - total) <= total * _EXACTLY for power in _POWERS]
            )
            & (cell > 0)
            for cell in cells
        ]
    )
    sure = (one_of.sum(axis=0) == 1) & (np.abs(sum_ - total) > np.abs(total) * _CLEARLY)
    for key, this in zip(keys, one_of, strict=True):
        collected.find("cell_in_other_unit", at[sure & this], key, total_of)
    told = np.zeros_like(wrong)
    told[at[sure]] = True
    return told


def _span(column: AnswerColumn) -> Amounts:
    """The least and the most that every number may mean (2 × respondent); both the number where it is exact."""
    number, qualifier = column.field("number"), column.field("qualifier")
    about = np.where(qualifier == "approx", np.abs(number) * _ABOUT, 0)
    open_ended = np.isin(qualifier, ("over", "ge")) & ~np.isnan(number)
    return np.array([number - about, np.where(open_ended, np.inf, number + about)])[:, column.which]


def _outside(span: Amounts, other: Amounts, slack: Amounts) -> tuple[Mask, Mask]:
    """Whether a span lies above the other, and whether below."""
    return span[0] > other[1] + slack, span[1] < other[0] - slack


def _slack(expected: Amounts, named: Named) -> Amounts:
    return np.abs(expected) * named.percent / 100 + 1e-6


def _unknown(cell: Reading) -> bool:
    """Whether there may be an amount that we do not know: a sum without it says little."""
    return not cell.answered and cell.detail != "blank" and cell.reason not in _NO_AMOUNT


def _differ_in_unit(one: Amounts, other: Amounts) -> Mask:
    """Whether two have the same digits, as amounts have of which one is in 원 and one in 천원."""
    positive = (one > 0) & (other > 0)
    powers = np.log10(np.where(positive, one, 1) / np.where(positive, other, 1))
    whole = np.round(powers)
    return positive & (np.abs(whole) >= 1) & (np.abs(10.0 ** (powers - whole) - 1) <= _SAME_DIGITS)


def _shown(collected: Collected, key: PartKey) -> tuple[Callable[[float], str], str]:
    """How amounts are shown in the unit of a part, and what it is called on the form."""
    question = collected.questionnaire.question(key.question)
    answer = next(part.answer for part in question.parts() if part.key == key)
    scale, unit = (answer.won, answer.unit) if isinstance(answer, Money) else (1, answer.unit.ko)
    return lambda amount: f"{amount / scale:,.10g}{unit}", collected.name(key)


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
