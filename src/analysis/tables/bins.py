"""Many numbers, counted between round edges: "10~20명 미만"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from analysis.language import money, thousands
from analysis.language.number_format import in_unit
from analysis.questionnaire.answer import Money, Number
from analysis.questionnaire.words import Words
from analysis.tables.cell import Label
from analysis.tables.estimate import bin_positions, inner_edges
from analysis.tables.sampling import Among
from analysis.tables.statistic import Statistic, positions_and_shares
from analysis.tables.wording import both

WON = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"), (10**3, "k"), (1, ""))  # as English newspapers shorten it


@dataclass(frozen=True)
class Bin:
    """From `low`, inclusive, up to `high`, exclusive. The last one is open above (high is None); the first begins at
    0, or is open below where values are negative (low is None)."""

    id: str
    low: float | None
    high: float | None


class Bins:
    """Count and share of every bin, "bin1" … "binK", lowest first. The edges are those of everyone's values, so that
    every group is counted in the same bins."""

    def __init__(self, answer: Number | Money, everyone: NDArray[np.float64]) -> None:
        self.edges = inner_edges(everyone)
        lowest, highest = float(everyone.min()), float(everyone.max())
        first = lowest if not self.edges else 0.0 if lowest >= 0 else None
        ends = pairwise((first, *self.edges, None))
        self._bins = [Bin(f"bin{at}", low, high) for at, (low, high) in enumerate(ends, start=1)]
        self.facts = {"bins": [asdict(found) for found in self._bins]}
        written = _Writing(answer, whole=bool((everyone == np.floor(everyone)).all()))
        if lowest == highest:
            self.items = (Label("bin1", written.value(lowest)),)
        else:
            self.items = tuple(Label(found.id, written.bin(found)) for found in self._bins)

    def statistics(self, among: Among, values: NDArray[np.float64]) -> Iterator[Statistic]:
        ids = [found.id for found in self._bins]
        yield from positions_and_shares(among, ids, bin_positions(values, self.edges))


@dataclass(frozen=True)
class _Writing:
    """How the ends of bins are written; whole says that all values are whole numbers."""

    answer: Number | Money
    whole: bool

    def bin(self, found: Bin) -> Words:
        """ "5명 미만", "5~10명 미만", "1,000명 이상"; "3명" where whole numbers leave nothing else."""
        low, high = found.low, found.high
        if high is None:
            return both("bin.from", low=self.value(low or 0))
        if self.whole and low is not None and high - low == 1:
            return self.value(low)
        if not low:
            return both("bin.below", high=self.value(high))
        return both("bin.between", low=self._bare(low), high=self.value(high))

    def value(self, value: float) -> Words:
        """ "10명", "5,000만 원"; in English "10 people", "₩50m"."""
        bare = self._bare(value)
        if isinstance(self.answer, Money):
            return Words(ko=money(round(value)), en=bare.en)
        unit = self.answer.unit
        return Words(ko=f"{bare.ko}{unit.ko}", en=in_unit(bare.text("en"), unit.text("en")))

    def _bare(self, value: float) -> Words:
        """The same without its unit: "10", "5,000만"."""
        if isinstance(self.answer, Money):
            unit, letter = next((of for of in WON if abs(value) >= of[0]), WON[-1])
            return Words(ko=money(round(value)).rstrip(" 원"), en=f"₩{_number(value / unit)}{letter}")
        return Words(ko=_number(value), en=_number(value))


def _number(value: float) -> str:
    return thousands(value) if value == int(value) else repr(float(value))
