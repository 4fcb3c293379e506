"""A number line with round ticks: where a value stands is the only thing that is worked out here."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.charts.marks import Line, Mark, Words
from analysis.charts.measure import room

FAR = 25.0  # the largest value so many times the median: the line goes by tens


@dataclass(frozen=True)
class Axis:
    """low … high over left … right (pixels; right may be the smaller). `ticks` are round and within.
    by_tens: every tick is ten times the one before."""

    low: float
    high: float
    left: float
    right: float
    ticks: tuple[float, ...]
    by_tens: bool = False

    def at(self, value: float) -> float:
        if self.by_tens:
            value = self.low + (math.log10(value / self.low) / math.log10(self.high / self.low)) * (
                self.high - self.low
            )
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)

    def marks(self, y: float, word: Callable[[float], str]) -> Iterator[Mark]:
        """The line at y with its ticks below."""
        yield Line(self.left, y, self.right, y, "ink2", 1.0)
        for tick in self.ticks:
            yield Line(self.at(tick), y, self.at(tick), y + 5, "ink2", 1.0)
            yield Words(self.at(tick), y + 19, word(tick), 12, colour="ink3", anchor="middle")


def axis(
    values: Sequence[float], left: float, right: float, word: Callable[[float], str], whole: bool = False
) -> Axis:
    """A line that holds the values, with as many ticks as their words have room for. whole: ticks at whole
    numbers."""
    for ticks in _by_tens(values) if _far_apart(values) else _evenly(values, whole):
        widths = [room(word(tick), 12) for tick in ticks]
        inset = max(widths[0] / 2, widths[-1] / 2, 10.0)
        apart = (right - left - 2 * inset) / (len(ticks) - 1)
        if all(one / 2 + other / 2 + 8 <= apart for one, other in pairwise(widths)):
            break
    else:
        ticks = (ticks[0], ticks[-1])  # no more words have room
    return Axis(ticks[0], ticks[-1], left + inset, right - inset, ticks, _far_apart(values))


def _far_apart(values: Sequence[float]) -> bool:
    """Most would stand on one spot of an even line."""
    ordered = sorted(values)
    return len(ordered) > 2 and ordered[0] > 0 and ordered[-1] > FAR * ordered[len(ordered) // 2]


def _by_tens(values: Sequence[float]) -> Iterator[tuple[float, ...]]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    for step in (1, 2, 3):
        last = low + step * math.ceil((high - low) / step)
        yield tuple(10.0**power for power in range(low, last + 1, step))


def _evenly(values: Sequence[float], whole: bool) -> Iterator[tuple[float, ...]]:
    low, high = min(values), max(values)
    if low == high:
        margin = max(1.0, abs(low) * 0.1)
        low, high = (0.0 if 0 <= low < margin else low - margin), high + margin
    for most in (9, 7, 6, 5, 4, 3, 2, 1):
        step = _round_step((high - low) / most, whole)
        yield tuple(round(step * at, 10) for at in range(math.floor(low / step), math.ceil(high / step) + 1))


def _round_step(step: float, whole: bool) -> float:
    """1, 2 or 5 times a power of ten, not below `step`."""
    power = 10.0 ** math.floor(math.log10(step))
    found = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= step * 0.999)
    return max(1.0, found) if whole else found
