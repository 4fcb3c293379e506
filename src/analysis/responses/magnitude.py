"""Amounts that are likely to be in another unit than was asked for, told by the amounts of the others.

Budgets differ by the hundredfold without anybody being wrong, so that all of this has to hold of an amount:

- it stands in its cell without a unit, and at least five amounts above 0 were given
- read in the other unit it would lie among the others: 원 where more was asked for, or a unit at least a thousand
  times the one asked for (만원 for 천원 is ten times too low, and so may be an amount that is right)
- it is at least a hundred times the median, or at most a hundredth of it (unit of a thousand; of others in proportion)
- it lies 3.5 robust standard deviations from the median of the logarithms (Iglewicz and Hoaglin 1993: 1.4826 times
  the median absolute deviation); where many answered, so far that chance alone would hardly take anybody there
  (Chauvenet's criterion: fewer than half a respondent of so many)

Where no single amount is far from the others they may be in two units all the same, half and half. This is told once
of a question, where the amounts without a unit fall into two groups of three or more each, with nothing between them
for at least a factor of 30; neither group spreads as far as the gap between them; and their medians differ by the
factor between two units, by 3 times more or less. The gap, the spread and the numbers are ours.
"""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from analysis.questionnaire.answer import WON, Money
from analysis.questionnaire.question import PartKey
from analysis.responses.collected import Collected

_ENOUGH = 5  # amounts that make a median worth comparing with
_SLACK = 10  # an amount in the wrong unit, put right, may still be a tenth of the median or ten times it
_STEP = 1_000  # the least by which the larger unit differs
_DEVIATIONS = 3.5
_ROBUST = (
    1.4826  # what makes of a median absolute deviation a standard deviation, where amounts are log-normal
)
_GROUP = 3  # amounts that make a group
_GAP = 1.5  # decades between two groups
_NEAR = 0.5  # decades by which the medians may miss the factor between two units
_LEAST = 0.1  # decades: the deviation where more than half of the amounts are the same


def check_magnitudes(collected: Collected) -> None:
    """Tell of amounts that are likely to be in another unit. They stay as they were read."""
    for part in collected.questionnaire.parts():
        if isinstance(part.answer, Money):
            _check(collected, part.key, part.answer)


def _check(collected: Collected, key: PartKey, answer: Money) -> None:
    column = collected.answers[key]
    amounts = np.nan_to_num(column.of("number"))
    given = collected.counted & (amounts > 0)
    if given.sum() < _ENOUGH:
        return
    logs = np.log10(amounts, where=given, out=np.full(len(amounts), np.nan))
    middle = float(np.nanmedian(logs))
    deviation = max(_ROBUST * float(np.nanmedian(np.abs(logs - middle))), _LEAST)
    by_chance = NormalDist().inv_cdf(1 - 1 / (4 * int(given.sum())))
    odd = given & (np.abs(logs - middle) > max(_DEVIATIONS, by_chance) * deviation)
    bare = ~column.has(lambda reading: any(doubt.rule == "unit_in_cell" for doubt in reading.doubts))
    if not odd.any():
        _check_groups(collected, key, answer, np.where(given & bare, logs, np.nan))
        return
    median = float(np.median(amounts[given]))
    smallest, greatest = amounts[given].min(), amounts[given].max()

    def among_others(factor: float) -> np.ndarray:
        return (amounts * factor >= smallest) & (amounts * factor <= greatest)

    above = (amounts * _SLACK >= median * answer.won) & among_others(1 / answer.won)
    larger = [won / answer.won for won in WON.values() if won >= answer.won * _STEP]
    below = np.zeros(len(amounts), dtype=bool)
    for step in larger:
        below |= (amounts * step <= median * _SLACK) & among_others(step)
    shown = f"{median / answer.won:,.0f}{answer.unit}"
    if answer.won > 1:
        collected.find("amount_far_above", odd & bare & above, key, shown)
    collected.find("amount_far_below", odd & bare & below, key, shown)


def _check_groups(collected: Collected, key: PartKey, answer: Money, logs: NDArray[np.float64]) -> None:
    """Tell of amounts that fall into two groups; nan among their logarithms is no amount."""
    order = np.argsort(logs)[: np.count_nonzero(~np.isnan(logs))]
    if len(order) < 2 * _GROUP:
        return
    gaps = np.diff(logs[order])
    cut = int(gaps.argmax()) + 1
    low, high = logs[order[:cut]], logs[order[cut:]]
    apart = float(np.median(high) - np.median(low))
    steps = {abs(np.log10(won / answer.won)) for won in WON.values() if won != answer.won}
    if (
        min(len(low), len(high)) >= _GROUP
        and gaps[cut - 1] >= _GAP
        and gaps[cut - 1] > max(np.ptp(low), np.ptp(high))
        and any(step >= np.log10(_STEP) and abs(apart - step) <= _NEAR for step in steps)
    ):
        told = [f"{len(one):,} ({_shown(one, answer)})" for one in (low, high)]
        collected.find("amounts_in_two_units", order[cut:].min(), key, told[1], value=told[0])


def _shown(logs: NDArray[np.float64], answer: Money) -> str:
    """The least and the greatest of amounts, in the unit that was asked for."""
    return "~".join(f"{10**one / answer.won:,.10g}" for one in (logs.min(), logs.max())) + answer.unit
