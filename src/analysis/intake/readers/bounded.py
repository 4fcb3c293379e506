"""Rows within bounds: what every reader of rows passes them through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from analysis.intake.readers.bounds import MAX_LETTERS, check_cells, check_columns, check_letters, check_rows
from analysis.intake.sheet import Cell, reference


def bounded_rows(
    file: str, sheet: str, rows: Iterable[tuple[int, Sequence[Cell]]]
) -> Iterator[tuple[int, Sequence[Cell]]]:
    """The numbered rows of a sheet as they come; IntakeError as soon as they are beyond bounds."""
    width = 0
    for count, (number, cells) in enumerate(rows, start=1):
        check_rows(file, number)
        if len(cells) > width:
            width = len(cells)
            check_columns(file, width)
        check_cells(file, count, width)
        for column, cell in enumerate(cells):
            if len(cell.text) > MAX_LETTERS:
                place = " › ".join(filter(None, (file, sheet, reference(number, column))))
                check_letters(place, len(cell.text))
        yield number, cells
