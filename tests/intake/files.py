"""Small files of answers, made where they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from analysis.intake.sheet import Cell, Sheet, sheet_of_rows

Rows = Sequence[Sequence[Any]]


def csv_file(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def workbook(
    path: Path, rows: Rows = (), more: Callable[[Any, Any], None] | None = None, name: str = "응답"
) -> Path:
    """An .xlsx whose sheet holds `rows`; `more` may add what it likes to the workbook and the sheet."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        if more:
            more(book, sheet)
    return path


def sheet_of(*rows: Sequence[str], file: str = "answers.csv", name: str = "") -> Sheet:
    """A sheet of texts, as a reader would make it."""
    return sheet_of_rows(
        file, name, ((n, [Cell(text, text or None) for text in row]) for n, row in enumerate(rows, start=1))
    )


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in sheet.rows]
