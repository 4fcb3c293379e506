"""A sheet that people ruled for themselves: titles above, a heading of one row or two, merged cells.

Its heading tells which column is which; "(단위 : 천원)" above the table, or "예산액(천원)" in it, tells the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

from analysis.intake import read_answers
from analysis.intake.readers.sniff import sniff
from analysis.intake.sheet import EMPTY, Cell, Row, Sheet, cell_at, reference
from analysis.language.text import match_key, normalise
from analysis.ledger.amount import WON, NoAmount, read_amount
from analysis.ledger.errors import LedgerError

_LOOK = 15  # rows in which the heading is looked for
_UNIT = re.compile(r"단위[:：]?(백만원|천원|만원|원)")
_UNIT_IN_HEADING = re.compile(r"\((백만원|천원|만원|원)\)")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")

# column -> the headings by which it is known, as `heading_key` leaves them
Headings = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class RuledRow:
    """A row below the heading: its cells by the name of their column."""

    sheet: RuledSheet
    row: Row

    def cell(self, column: str) -> Cell:
        place = self.sheet.columns.get(column)
        return EMPTY if place is None else cell_at(self.row, place)

    def text(self, column: str) -> str:
        """On one line; "" where the sheet has no such column."""
        return " ".join(normalise(self.cell(column).text).split())

    def place(self, column: str) -> str:
        """file › sheet › cell"""
        return f"{self.sheet.name} › {reference(self.row.number, self.sheet.columns[column])}"

    def error(self, column: str, rule: str, **fields: object) -> LedgerError:
        return LedgerError(self.place(column), 0, rule, **fields)

    def amount(self, column: str) -> int | None:
        """In won; None for an empty cell. LedgerError where something stands there that is no amount."""
        if column not in self.sheet.columns:
            return None
        if self.sheet.is_shared(self.row.number, column):
            raise self.error(column, "amount_merged")
        try:
            return read_amount(self.cell(column), self.sheet.unit)
        except NoAmount:
            raise self.error(column, "no_amount", value=self.text(column)) from None


@dataclass(frozen=True)
class RuledSheet:
    """name: file › sheet. unit: a key of WON; `declared`: the sheet says so, else 원 was taken for granted.

    columns: name of a column → its place. shared: merged ranges, each by its first and last row (from 1) and
    its first and last column (from 0).
    """

    name: str
    title: str
    unit: str
    declared: bool
    columns: Mapping[str, int]
    body: tuple[Row, ...]
    shared: tuple[tuple[int, int, int, int], ...]

    def rows(self) -> Iterator[RuledRow]:
        return (RuledRow(self, row) for row in self.body)

    def is_shared(self, number: int, column: str) -> bool:
        """The cell is one with the cell above or below it, so that nobody can tell whose amount it holds."""
        at = self.columns[column]
        return any(
            first <= number <= last and left <= at <= right and first != last
            for first, last, left, right in self.shared
        )


def heading_key(text: str) -> str:
    """A heading without blanks and remarks in brackets: "예산액 (A)" is "예산액"."""
    return match_key(_BRACKETED.sub("", normalise(text)))


def read_ruled(
    path: Path, headings: Headings, required: Sequence[str]
) -> tuple[tuple[RuledSheet, ...], tuple[str, ...]]:
    """The sheets of a file that have the required columns, and the names of those that do not.

    Raises LedgerError where no sheet has them, IntakeError for a file that cannot be read at all.
    """
    found, others, nearest = [], [], (-1, "", [*required])
    sheets = read_answers(path).sheets
    merged = _merged(path)
    for sheet in sheets:
        rows, columns = _heading(sheet, headings)
        missing = [column for column in required if column not in columns]
        if missing:
            others.append(sheet.name)
            nearest = max(nearest, (len(columns), sheet.place, missing), key=lambda near: near[0])
            continue
        unit, declared = _unit(sheet, rows)
        last = rows[-1].number
        body = tuple(row for row in sheet.rows if row.number > last and not _repeats(row, columns, headings))
        shared = merged.get(sheet.name, ())
        found.append(RuledSheet(sheet.place, sheet.name, unit, declared, columns, body, shared))
    if not found:
        _, place, missing = nearest
        raise LedgerError(
            place or path.name, 0, "no_columns",
            missing=", ".join(min(headings[column], key=len) for column in missing),
            columns=", ".join(min(names, key=len) for names in headings.values()),
        )  # fmt: skip
    return tuple(found), tuple(others)


def _heading(sheet: Sheet, headings: Headings) -> tuple[tuple[Row, ...], dict[str, int]]:
    """The rows of the heading and the columns found in it: of one row, or of two that are read as one."""
    best: tuple[tuple[Row, ...], dict[str, int]] = ((sheet.rows[0],), {})
    for at, row in enumerate(sheet.rows[:_LOOK]):
        for rows in ((row,), tuple(sheet.rows[at : at + 2])):
            columns = _columns(rows, headings)
            if len(columns) > len(best[1]):
                best = (rows, columns)
    return best


def _columns(rows: Sequence[Row], headings: Headings) -> dict[str, int]:
    """A heading in the lower row goes before the one above it: 과목 over 관, 항, 목."""
    found: dict[str, int] = {}
    for at in range(max(len(row.cells) for row in rows)):
        texts = [heading_key(cell_at(row, at).text) for row in reversed(rows)]
        for text in filter(None, texts):
            names = [name for name, known in headings.items() if text in known and name not in found]
            if names:
                found[names[0]] = at
                break
    return found


def _repeats(row: Row, columns: Mapping[str, int], headings: Headings) -> bool:
    """The heading again, as where a page of print began."""
    return all(heading_key(cell_at(row, at).text) in headings[name] for name, at in columns.items())


def _unit(sheet: Sheet, heading: Sequence[Row]) -> tuple[str, bool]:
    above = [row for row in sheet.rows if row.number <= heading[-1].number]
    texts = ["".join(normalise(cell.text).split()) for row in above for cell in row.cells]
    said = {match[1] for text in texts if (match := _UNIT.search(text))}
    said |= {match[1] for text in texts if (match := _UNIT_IN_HEADING.search(text))}
    if len(said) > 1:
        raise LedgerError(sheet.place, 0, "two_units", units=", ".join(sorted(said, key=WON.__getitem__)))
    return (said.pop(), True) if said else ("원", False)


def _merged(path: Path) -> dict[str, tuple[tuple[int, int, int, int], ...]]:
    """The merged ranges of each sheet; the reader of answers, made for large files, does not see them."""
    if sniff(path) != "xlsx":
        return {}
    with path.open("rb") as file:
        book = load_workbook(file, data_only=True)
    return {
        sheet.title: tuple(
            (area.min_row, area.max_row, area.min_col - 1, area.max_col - 1)
            for area in sheet.merged_cells.ranges
        )
        for sheet in book.worksheets
    }
