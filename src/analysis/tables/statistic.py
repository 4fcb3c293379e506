"""A statistic on its way into a table: a cell that does not know its level yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from analysis.tables.estimate import share
from analysis.tables.table import Cell, Status

# The reasons of design.md, in the order in which they are told.
REASONS = ("no_answer", "dont_know", "refused", "not_applicable", "invalid", "not_asked", "not_in_file")


class Statistic(NamedTuple):
    """As `Cell`; a value of None is "empty" (there is nobody to speak of) unless `status` says otherwise."""

    item: str
    stat: str
    value: float | None
    n: int | None
    base: int | None
    row: str = ""
    status: Status = "shown"
    rule: str = ""

    def at(self, row: str, column: str = "") -> Statistic:
        """The same statistic in a row and under a column: item "4" is "<column>:4", item "" "<column>"."""
        item = self.item if not column else f"{column}:{self.item}" if self.item else column
        return Statistic(item, self.stat, self.value, self.n, self.base, row, self.status, self.rule)

    def cell(self, level: str) -> Cell:
        status: Status = "empty" if self.value is None and self.status == "shown" else self.status
        return Cell(
            level,
            self.row,
            self.item,
            self.stat,
            self.value,
            n=self.n,
            base=self.base,
            status=status,
            rule=self.rule,
        )


def base_line(base: int, absent: Mapping[str, int]) -> Iterator[Statistic]:
    """How many gave a usable answer, and how many gave none for which reason."""
    yield Statistic("", "base", base, base, base)
    for reason in sorted(absent, key=REASONS.index):
        yield Statistic(reason, "absent", absent[reason], absent[reason], None)


def count_and_share(item: str, count: int, base: int) -> Iterator[Statistic]:
    """How many chose an item, and what part of the base that is."""
    yield Statistic(item, "count", count if base else None, count, base)
    yield Statistic(item, "share", share(count, base), count, base)


def measure(stat: str, value: float | None, n: int, item: str = "") -> Statistic:
    """A figure that stands on n answers."""
    return Statistic(item, stat, value, n, n)
