"""What every reader makes of a file: sheets of cells that remember where they came from.

A sheet is kept by columns, and every text of a column once: a file of a million answers is a few thousand texts and
the numbers that say which stands where.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from openpyxl.utils import get_column_letter

from analysis.intake.readers.bounds import check_different
from analysis.questionnaire.condition import Mask

_LOOK = 64  # rows after which the different cells are counted again


class Cell(NamedTuple):
    """text   what a person sees in the cell, untouched
    value  what the file holds: str, int, float, bool, date, datetime, time, DeclaredMissing or None (nothing at all)
    """

    text: str
    value: object = None

    @property
    def number(self) -> int | float | None:
        """The number that was typed as one; None for text, however much it looks like a number."""
        is_number = isinstance(self.value, (int, float)) and not isinstance(self.value, bool)
        return self.value if is_number else None


class DeclaredMissing(NamedTuple):
    """The value of a cell that the file itself declares to be no answer (a user-missing value of SPSS or Stata)."""

    code: str


EMPTY = Cell("")


class Row(NamedTuple):
    """number is the row's number in the file, counted from 1 as spreadsheets do."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, eq=False)
class SheetColumn:
    """The cells of one column, from the heading down.

    which   for every row the position of its cell among the different ones
    texts   the text of each different cell, "" where there is nothing
    values  what the file holds behind each text; None where the file holds nothing but text
    """

    which: NDArray[np.int32]
    texts: pa.StringArray
    values: tuple[object, ...] | None = None

    def cell(self, position: int) -> Cell:
        """The cell at that position among the different ones."""
        text = self.texts[position].as_py()
        if self.values is not None:
            return Cell(text, self.values[position])
        return Cell(text, text) if text else EMPTY

    def at(self, row: int) -> Cell:
        return self.cell(int(self.which[row]))

    @cached_property
    def filled(self) -> Mask:
        """The rows whose cell holds more than blanks."""
        blank = pc.equal(pc.utf8_trim_whitespace(self.texts), "").to_numpy(zero_copy_only=False)
        return ~blank[self.which]

    def rows(self, chosen: Mask | NDArray[np.intp]) -> SheetColumn:
        """The same column with these rows only."""
        return replace(self, which=self.which[chosen])

    def put(self, texts: Mapping[int, str]) -> SheetColumn:
        """The same column with other texts in these rows."""
        which = self.which.copy()
        which[list(texts)] = np.arange(len(self.texts), len(self.texts) + len(texts))
        added = list(texts.values())
        values = None if self.values is None else (*self.values, *(text or None for text in added))
        return SheetColumn(which, pa.concat_arrays([self.texts, pa.array(added, pa.string())]), values)


NO_CELLS = pa.array([""], pa.string())


def nothing(rows: int) -> SheetColumn:
    """A column of empty cells."""
    return SheetColumn(np.zeros(rows, np.int32), NO_CELLS)


@dataclass(frozen=True, eq=False)
class Sheet:
    """The rows of one sheet that hold anything. The first `heading_rows` of them are taken for the heading.

    numbers   for every row its number in the file, counted from 1 as spreadsheets do
    titles    for every column, all that it is called, where that is not just its cell in the first row: the text of
              a heading of several rows, or the name and the label of a variable. What comes first is tried first
    by_name   whether people find a cell by the name of its column (SPSS, Stata) and not by a letter
    merged    ranges of cells that were made one ("B2:B4"), as far as the kind of file tells: only the first holds
              anything
    places    for every column the name of its cell, where the sheet stands for a form that one respondent filled in
              and whose answers lie all over it; there is one row below the heading then
    """

    file: str
    name: str  # "" where a kind of file has no sheets
    numbers: NDArray[np.int32]
    columns: tuple[SheetColumn, ...]
    heading_rows: int = 1
    titles: tuple[tuple[str, ...], ...] = ()
    by_name: bool = False
    merged: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def __len__(self) -> int:
        """Rows, those of the heading included."""
        return len(self.numbers)

    @property
    def place(self) -> str:
        """file › sheet, as far as there is one."""
        return " › ".join(filter(None, (self.file, self.name)))

    @cached_property
    def heading(self) -> tuple[str, ...]:
        """What stands at the head of every column; "" for a column without a heading."""
        if self.titles:
            return tuple(titles[0] if titles else "" for titles in self.titles)
        return tuple(column.at(0).text for column in self.columns) if len(self) else ()

    def names(self, column: int) -> tuple[str, ...]:
        """All that a column is called, in the order in which it is to be tried."""
        return self.titles[column] if self.titles else (self.heading[column],)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows as rows, for sheets that are small."""
        return tuple(self._row(at) for at in range(len(self)))

    @property
    def body(self) -> tuple[Row, ...]:
        return self.rows[self.heading_rows :]

    def first_rows(self, number: int) -> tuple[Row, ...]:
        return tuple(self._row(at) for at in range(min(number, len(self))))

    def _row(self, at: int) -> Row:
        return Row(int(self.numbers[at]), tuple(column.at(at) for column in self.columns))

    def only(self, rows: Mask) -> Sheet:
        """The same sheet without the rows for which `rows` is false."""
        if rows.all():
            return self
        return replace(self, numbers=self.numbers[rows], columns=tuple(c.rows(rows) for c in self.columns))

    def reference(self, number: int, column: int) -> str:
        """The name of the cell in the row of that number: "F2", the variable and the row of its data window, or where
        it stands on a form."""
        if self.places:
            return self.places[column]
        return f"{self.heading[column]}, {number}행" if self.by_name else reference(number, column)

    def head(self, column: int) -> str:
        """Where the heading of a column stands: "F1"; the variable where it is no cell; the answer on a form."""
        if self.places:
            return self.places[column]
        return self.heading[column] if self.by_name else reference(int(self.numbers[0]), column)


@dataclass(frozen=True)
class AnswerFile:
    """A file that came back: its visible sheets, and the names of the hidden ones, which nobody reads.

    remarks  what has to be said of the file as a whole: rules of findings with what fills their {hint}
    """

    file: str
    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()


def sheet_of_rows(file: str, name: str, rows: Iterable[tuple[int, Sequence[Cell]]], **more: object) -> Sheet:
    """A sheet from numbered rows of cells, which may differ in width. Rows of blanks are left out.

    Raises IntakeError where more cells differ than can be remembered.
    """
    numbers = array("i")
    found: list[dict[Cell, int]] = []
    which: list[array[int]] = []
    for number, cells in rows:
        if not any(cell.text.strip() for cell in cells):
            continue
        for _ in range(len(found), len(cells)):
            found.append({EMPTY: 0})
            which.append(array("i"))
        for seen, places, cell in zip(found, which, cells, strict=False):
            if len(places) < len(numbers):  # rows that ended before this column
                _fill(places, len(numbers))
            places.append(seen.setdefault(cell, len(seen)))
        numbers.append(number)
        if len(numbers) % _LOOK == 0:
            check_different(file, sum(map(len, found)))
    for places in which:
        _fill(places, len(numbers))
    columns = tuple(map(_column, found, which))
    return Sheet(file, name, np.asarray(numbers, np.int32), columns, **more)  # type: ignore[arg-type]


def _fill(places: array[int], rows: int) -> None:
    """Empty cells, which are the first of the different ones, for the rows that are missing."""
    places.frombytes(bytes((rows - len(places)) * places.itemsize))


def _column(seen: dict[Cell, int], places: array[int]) -> SheetColumn:
    texts = pa.array([cell.text for cell in seen], pa.string())
    values = tuple(cell.value for cell in seen)
    plain = all(cell.value == (cell.text or None) for cell in seen)
    return SheetColumn(np.asarray(places, np.int32), texts, None if plain else values)


def reference(row: int, column: int) -> str:
    """The name of a cell as spreadsheets print it: row 2 (from 1), column 5 (from 0) is "F2"."""
    return f"{letters(column)}{row}"


@cache
def letters(column: int) -> str:
    """The name of a column as spreadsheets print it: 5 (from 0) is "F"."""
    return get_column_letter(column + 1)


def cell_at(row: Row, column: int) -> Cell:
    """The cell in that column (from 0); an empty one where the row ends before it."""
    return row.cells[column] if column < len(row.cells) else EMPTY
