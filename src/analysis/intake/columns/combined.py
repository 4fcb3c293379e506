"""Several columns that answer one part become one: a tick for every option, or a column for every choice.

The rest of the program sees a column like any other, whose cells hold `Chosen`. Rows are put together as whole
columns of small numbers; what they say is made out once for every different row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from analysis.intake.columns.ticks import Says, TickColumn, ones_and_twos, readings
from analysis.intake.sheet import EMPTY, Cell, DeclaredMissing, Sheet, SheetColumn, letters
from analysis.questionnaire.words import Option

_LARGEST = 1 << 62  # of a number that stands for a row of cells
_BETWEEN = "; "  # choices, where a person reads them
_NUMBERS = {"blank": 0, "yes": 1, "no": 2}  # all other cells are told apart
_SAYS = {"yes": True, "words": True, "no": False}


class Tick(NamedTuple):
    """What the column of an option says in one row: True, False, or None where it is blank."""

    option: str
    says: bool | None
    place: str
    text: str


class Chosen(NamedTuple):
    """What several columns say together.

    options   ids of the options chosen, by their ticks or ranks, in the order of the list
    written   the respondent's own words, from the column of 기타
    problems  rules of findings with what fills their {hint}
    joined    the cell that holds all choices, where there is one: it is the answer
    slots     the choices as written, where each stands in a column of its own
    ticks     all ticks, to be compared with the other columns
    """

    options: tuple[str, ...] = ()
    written: str = ""
    problems: tuple[tuple[str, str], ...] = ()
    joined: Cell = EMPTY
    slots: tuple[Cell, ...] = ()
    ticks: tuple[Tick, ...] = ()


class _Mark(NamedTuple):
    """One cell of the column of an option, and what it says."""

    option: Option
    says: Says
    cell: Cell
    place: str


def combine(
    sheet: Sheet,
    options: Sequence[Option],
    joined: int | None = None,
    ticks: Sequence[tuple[str, int]] = (),
    slots: Sequence[int] = (),
) -> SheetColumn:
    """One column of cells that hold `Chosen`, from the columns (from 0) of a part.

    joined  the column that holds all choices
    ticks   options with their columns
    slots   the columns of the first choice, the second, …
    """
    columns = tick_columns(sheet, options, ticks)
    said = readings(columns, ones_and_twos(columns))
    numbers = [[_NUMBERS.get(says, at + len(_NUMBERS)) for at, says in enumerate(one)] for one in said]
    parts = [
        np.array(one, np.int64)[column.cells.which] for one, column in zip(numbers, columns, strict=True)
    ]
    all_choices = None if joined is None else body(sheet, joined)
    each_choice = [body(sheet, column) for column in slots]
    parts += [column.which.astype(np.int64) for column in (*filter(None, [all_choices]), *each_choice)]

    def cell(row: int) -> Cell:
        marks = []
        for column, one in zip(columns, said, strict=True):
            at = int(column.cells.which[row])
            marks.append(_Mark(column.option, one[at], column.cells.cell(at), place_of(sheet, column.column)))
        whole = EMPTY if all_choices is None else all_choices.at(row)
        choices = tuple(one for column in each_choice if (one := column.at(row)).text.strip())
        if not (whole.text.strip() or choices) and (alike := _alike(marks)):
            return alike
        chosen = _chosen(marks)._replace(joined=whole, slots=choices)
        ticked = ", ".join(mark.option.ko for mark in marks if mark.says == "yes")
        if all_choices is not None and ticked and not whole.text.strip():
            chosen = chosen._replace(problems=(*chosen.problems, ("ticks_alone", ticked)))
        return Cell(_text(chosen, marks), chosen)

    first = min([*(column.column for column in columns), *slots]) if joined is None else joined
    return column_of(sheet, first, parts, cell)


def tick_columns(
    sheet: Sheet, options: Sequence[Option], columns: Sequence[tuple[str, int]]
) -> list[TickColumn]:
    """The columns of options in the order of the list."""
    at = dict(columns)
    return [
        TickColumn(option, number, at[option.id], body(sheet, at[option.id]))
        for number, option in enumerate(options, start=1)
        if option.id in at
    ]


def body(sheet: Sheet, column: int) -> SheetColumn:
    """The cells of a column below the heading."""
    return sheet.columns[column].rows(np.arange(sheet.heading_rows, len(sheet)))


def place_of(sheet: Sheet, column: int) -> str:
    """What people find a column by."""
    if sheet.places:
        return sheet.places[column]
    return sheet.heading[column] if sheet.by_name else letters(column)


def column_of(
    sheet: Sheet, first: int, parts: Sequence[NDArray[np.int64]], cell: Callable[[int], Cell]
) -> SheetColumn:
    """The column with `cell(row)` for every row (from 0, below the heading) that differs in `parts`; over it
    the heading of the column `first`."""
    key = np.zeros(len(sheet) - sheet.heading_rows, np.int64)
    size = 1
    for part in parts:
        width = int(part.max(initial=0)) + 1
        if size * width > _LARGEST:
            key = pd.factorize(key)[0]
            size = int(key.max(initial=0)) + 1
        key = key * width + part
        size *= width
    which, different = pd.factorize(key)
    rows = np.zeros(len(different), np.intp)
    rows[which[::-1]] = np.arange(len(which))[::-1]
    cells = [Cell(sheet.heading[first], sheet.heading[first]), *(cell(int(row)) for row in rows)]
    return SheetColumn(
        np.concatenate([np.zeros(sheet.heading_rows, np.int32), which.astype(np.int32) + 1]),
        pa.array([one.text for one in cells], pa.string()),
        tuple(one.value for one in cells),
    )


def _alike(marks: Sequence[_Mark]) -> Cell | None:
    """The cell that stands in every column and is neither yes nor no: a code for no answer, as a rule."""
    filled = {mark.cell for mark in marks if mark.says != "blank"}
    missing = len(filled) == 1 and marks[0].says in ("stray", "missing", "blank")
    one = next(iter(filled)) if missing else EMPTY
    everywhere = len(marks) > 1 and all(mark.says in ("stray", "words") for mark in marks)
    return one if missing and (everywhere or isinstance(one.value, DeclaredMissing)) else None


def _chosen(marks: Sequence[_Mark]) -> Chosen:
    return Chosen(
        tuple(mark.option.id for mark in marks if mark.says in ("yes", "words")),
        ", ".join(mark.cell.text.strip() for mark in marks if mark.says == "words"),
        tuple(
            ("tick_unread", f"{mark.option.ko} [{mark.place}]: {mark.cell.text.strip()}")
            for mark in marks
            if mark.says == "stray"
        ),
        ticks=tuple(
            Tick(mark.option.id, _SAYS.get(mark.says), mark.place, mark.cell.text.strip()) for mark in marks
        ),
    )


def _text(chosen: Chosen, marks: Sequence[_Mark]) -> str:
    """What a person would read in one cell; "" where nothing is ticked."""
    if chosen.joined.text.strip():
        return chosen.joined.text
    if chosen.slots:
        return _BETWEEN.join(cell.text.strip() for cell in chosen.slots)
    pieces = []
    for mark in marks:
        if mark.says == "yes":
            pieces.append(mark.option.ko)
        elif mark.says not in ("no", "blank"):
            pieces.append(f"{mark.option.ko}: {mark.cell.text.strip()}")
    return _BETWEEN.join(pieces)
