"""A Table as a reader sees it in print: columns, blocks of lines, and which cell stands where.

The page (HTML) and the workbook (XLSX) show the same face, so they cannot disagree. A face chooses and orders
cells; it computes nothing. How a kind of question is laid out is said in `layout.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from analysis.narrative import unit_of
from analysis.narrative.figure import sign_of, sign_of_interval
from analysis.tables import Cell, Table
from analysis.tables.table import OF_HOW_MANY


@dataclass(frozen=True)
class Column:
    """A column: its heading, and the statistics shown in it (a count with its share stands in one column of
    the page and in two of the workbook; "share.interval" is the interval of a share, in the workbook three columns).
    Neighbours with the same `group` stand under one heading. text: of
    words, which begin at the left."""

    words: str
    stats: tuple[str, ...]
    group: str = ""
    text: bool = False


@dataclass(frozen=True)
class Entry:
    """What stands where a line meets a column: the cells of one table, one for each statistic of the column.

    None where the table has no such cell. interval: it is the cell's interval that is shown. counts: they are
    counts that stand in the place of shares of too few respondents.
    """

    table: Table
    cells: tuple[Cell | None, ...]
    interval: bool = False
    counts: bool = False


@dataclass(frozen=True)
class Line:
    """A line: its label, and an entry (or a plain word, or nothing) for every column."""

    words: str
    entries: tuple[Entry | str | None, ...]
    total: bool = False


@dataclass(frozen=True)
class Block:
    """Lines that belong together, such as the levels of a group. words: their heading, "" for none."""

    words: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Face:
    """A table in print. `words` says what it shows where a question has several faces ("" otherwise). folded: it is so
    long that the page shows it to who asks for it."""

    words: str
    corner: str
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    folded: bool = False

    @property
    def lines(self) -> int:
        """How many lines it has, without headings."""
        return sum(len(block.lines) for block in self.blocks)

    @property
    def groups(self) -> tuple[tuple[str, int], ...]:
        """The headings above the headings, with how many columns each spans; empty where there are none."""
        if not any(column.group for column in self.columns):
            return ()
        return tuple(
            (words, len(list(them))) for words, them in groupby(column.group for column in self.columns)
        )

    @property
    def with_bases(self) -> bool:
        """Behind its numbers stands how many each is of."""
        return any(stat.endswith(OF_HOW_MANY) for column in self.columns for stat in column.stats)

    def shown(self) -> Iterator[tuple[Table, Cell]]:
        """Every cell in the face, in reading order."""
        for block in self.blocks:
            for line in block.lines:
                for entry in line.entries:
                    if isinstance(entry, Entry):
                        yield from ((entry.table, cell) for cell in entry.cells if cell is not None)

    def signs(self) -> frozenset[str]:
        """What stands in place of its numbers: "X", "-", "…"."""
        entries = [entry for block in self.blocks for line in block.lines for entry in line.entries]
        words = {entry for entry in entries if isinstance(entry, str)}
        told = [entry for entry in entries if isinstance(entry, Entry)]
        return frozenset(words | {
            (sign_of_interval if entry.interval else sign_of)(cell)
            for entry in told
            for cell in entry.cells
            if cell is not None
        })  # fmt: skip

    def units(self, language: str) -> tuple[str, ...]:
        """The units of its numbers, in the order they are met: ("개", "%")."""
        return tuple(dict.fromkeys(
            unit for table, cell in self.shown() if (unit := unit_of(table, cell, language))
        ))  # fmt: skip
