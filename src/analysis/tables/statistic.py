"""A statistic on its way into a table: a cell that does not know its level yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.tables.cell import TOO_FEW, Cell, Status
from analysis.tables.estimate import median, quartiles
from analysis.tables.estimate.quantiles import Rule
from analysis.tables.sampling import Among, Mask
from analysis.tables.sought import NO_LIMITS, Interval, Limits, Sought, sought_of

QUANTILES = {"q1": 0.25, "median": 0.5, "q3": 0.75}

# The reasons of design.md, in the order in which they are told.
REASONS = ("no_answer", "dont_know", "refused", "not_applicable", "invalid", "not_asked", "not_in_file")


class Statistic(NamedTuple):
    """As `Cell`; a value of None is "empty" (there is nobody to speak of) unless `status` says otherwise.

    sought: where its interval will be found, and in which column; see `sought`.
    """

    item: str
    stat: str
    value: float | None
    n: int | None
    base: int | None
    row: str = ""
    status: Status = "shown"
    rule: str = ""
    se: float | None = None
    low: float | None = None
    high: float | None = None
    sought: tuple[Sought, int] | None = None

    def at(self, row: str, column: str = "") -> Statistic:
        """The same statistic in a row and under a column: item "4" is "<column>:4", item "" "<column>"."""
        item = self.item if not column else f"{column}:{self.item}" if self.item else column
        return Statistic(item, *self[1:5], row, *self[6:])

    def cell(self, level: str, interval: Interval | None = None) -> Cell:
        status: Status = "empty" if self.value is None and self.status == "shown" else self.status
        item, stat, value, n, base, row, _, rule, se, low, high, _ = self
        if interval is not None and value is not None:
            se, low, high, rule = interval
        return Cell(level, row, item, stat, value, se, low, high, n, base, status, rule)


def base_line(base: int, absent: Mapping[str, int]) -> Iterator[Statistic]:
    """How many gave a usable answer, and how many gave none for which reason."""
    yield Statistic("", "base", base, base, base)
    for reason in sorted(absent, key=REASONS.index):
        yield Statistic(reason, "absent", absent[reason], absent[reason], None)


def counts_and_shares(among: Among, items: Iterable[str], chosen: Mask) -> Iterator[Statistic]:
    """How many of some respondents chose each item, and what part of them that is. chosen: respondents × items.

    A share of fewer than the survey's least is not told.
    """
    base, few = among.who.size, among.sampling.few
    counts = chosen.sum(axis=0).tolist()
    if 0 < base < few:
        for item, count in zip(items, counts, strict=True):
            yield Statistic(item, "count", count, count, base)
            yield Statistic(item, "share", None, count, base, status="not_comparable", rule=TOO_FEW)
        return
    shares = among.means(chosen, [count / base if base else None for count in counts])
    sought = sought_of(among, chosen, shares=True)
    for at, (item, count, share) in enumerate(zip(items, counts, shares, strict=True)):
        yield Statistic(item, "count", count if base else None, count, base)
        yield Statistic(item, "share", share, count, base, sought=sought and (sought, at))


def positions_and_shares(
    among: Among, items: Sequence[str], positions: NDArray[np.intp]
) -> Iterator[Statistic]:
    """The same, where each of the respondents chose the one item at a position of 0 …; -1 for none of them."""
    return counts_and_shares(among, items, positions[:, None] == np.arange(len(items)))


def mean_of(
    among: Among,
    values: NDArray[np.number],
    plain: float | None,
    item: str = "",
    stat: str = "mean",
    within: Limits = NO_LIMITS,
) -> Statistic:
    """The mean of some respondents' values; plain: as it is without weights, exact.

    within: between which numbers any mean lies, and so its interval. Where there are too few for a share, there are
    too few for an interval.
    """
    column, n = values[:, None], among.who.size
    (value,) = among.means(column, [plain])
    sought = sought_of(among, column, shares=False, within=within) if n >= among.sampling.few else None
    return Statistic(item, stat, value, n, n, sought=sought and (sought, 0))


def median_of(among: Among, values: NDArray[np.number], rule: Rule = "hf7") -> Statistic:
    """The median of some respondents' values. rule: "school" for points, between which nothing lies but their middle;
    without weights there is no difference."""
    return quantiles_of(among, values, {"median": median(values)}, rule)[0]


def quartiles_of(among: Among, values: NDArray[np.number]) -> list[Statistic]:
    """Median, first and third quartile."""
    q1, q3 = quartiles(values)
    return quantiles_of(among, values, {"median": median(values), "q1": q1, "q3": q3})


def quantiles_of(
    among: Among, values: NDArray[np.number], plain: dict[str, float | None], rule: Rule = "hf7"
) -> list[Statistic]:
    """Quantiles; plain: as they are without weights, exact."""
    n = among.who.size
    found = among.quantiles(values, [QUANTILES[stat] for stat in plain], list(plain.values()), rule)
    return [
        Statistic("", stat, sure.value, n, n, "", "shown", sure.rule, *sure[1:4])
        for stat, sure in zip(plain, found, strict=True)
    ]


def measure(stat: str, value: float | None, n: int, item: str = "") -> Statistic:
    """A figure that stands on n answers."""
    return Statistic(item, stat, value, n, n)
