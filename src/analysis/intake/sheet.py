"""What every reader makes of a file: sheets of cells that remember where they came from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from openpyxl.utils import get_column_letter


class Cell(NamedTuple):
    """text   what a person sees in the cell, untouched
    value  what the file holds: str, int, float, bool, date, datetime, time or None (nothing at all)
    """

    text: str
    value: object = None

    @property
    def number(self) -> int | float | None:
        """The number that was typed as one; None for text, however much it looks like a number."""
        is_number = isinstance(self.value, (int, float)) and not isinstance(self.value, bool)
        return self.value if is_number else None


EMPTY = Cell("")


class Row(NamedTuple):
    """number is the row's number in the file, counted from 1 as spreadsheets do."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """The rows of one sheet that hold anything. The first of them is taken for the heading."""

    file: str
    name: str  # "" where a kind of file has no sheets
    rows: tuple[Row, ...]

    @property
    def place(self) -> str:
        """file › sheet, as far as there is one."""
        return " › ".join(filter(None, (self.file, self.name)))

    @property
    def heading(self) -> tuple[str, ...]:
        """The heading's texts, as wide as the widest row: a column without a heading is ""."""
        width = max((len(row.cells) for row in self.rows), default=0)
        texts = [cell.text for cell in self.rows[0].cells] if self.rows else []
        return (*texts, *[""] * (width - len(texts)))

    @property
    def body(self) -> tuple[Row, ...]:
        return self.rows[1:]


@dataclass(frozen=True)
class AnswerFile:
    """A file that came back: its visible sheets, and the names of the hidden ones, which nobody reads."""

    file: str
    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()


def reference(row: int, column: int) -> str:
    """The name of a cell as spreadsheets print it: row 2 (from 1), column 5 (from 0) is "F2"."""
    return f"{_letters(column)}{row}"


@cache
def _letters(column: int) -> str:
    return get_column_letter(column + 1)


def cell_at(row: Row, column: int) -> Cell:
    """The cell in that column (from 0); an empty one where the row ends before it."""
    return row.cells[column] if column < len(row.cells) else EMPTY
