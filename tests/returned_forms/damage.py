"""What happens to a workbook on its way: each function does to an open form what a person or a program does."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.utils import coordinate_to_tuple
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_CELL = re.compile(r"(?P<sheet>.+)!\$(?P<column>[A-Z]+)\$(?P<row>\d+)\Z")
Damage = Callable[[Workbook], None]


def damaged(path: Path, content: bytes, damage: Damage) -> Path:
    """The form in a file, after the damage was done."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    damage(book)
    book.save(path)
    return path


def place(book: Workbook, name: str) -> tuple[Worksheet, int, int]:
    """The sheet, row and column (from 1) of the cell of that name."""
    found = _CELL.match(book.defined_names[name].attr_text)
    assert found is not None
    row, column = coordinate_to_tuple(found["column"] + found["row"])
    return book[found["sheet"].strip("'")], row, column


def write(book: Workbook, name: str, value: object, right: int = 0, down: int = 0) -> None:
    """Write into the cell of that name, or so many cells beside it; what was merged there comes apart."""
    sheet, row, column = place(book, name)
    _part(sheet, row + down, column + right)
    sheet.cell(row + down, column + right).value = value


def insert_row(book: Workbook, name: str) -> None:
    """A row above the cell; names and merged cells move as they do in Excel."""
    sheet, row, _ = place(book, name)
    sheet.insert_rows(row)
    for merged in sheet.merged_cells.ranges:
        if merged.min_row >= row:
            merged.shift(row_shift=1)
    _move_names(book, sheet, row, 1)


def delete_row(book: Workbook, name: str) -> None:
    """The row of the cell; names that pointed at it lead nowhere."""
    sheet, row, _ = place(book, name)
    for merged in list(sheet.merged_cells.ranges):
        if merged.min_row == row:
            sheet.unmerge_cells(merged.coord)
        elif merged.min_row > row:
            merged.shift(row_shift=-1)
    sheet.delete_rows(row)
    _move_names(book, sheet, row, -1)


def delete_sheet(book: Workbook, name: str) -> None:
    sheet, _, _ = place(book, name)
    _move_names(book, sheet, 1, -(10**6))
    book.remove(sheet)


def copy_sheet(book: Workbook, name: str, title: str) -> Worksheet:
    """A copy of the sheet of that cell; it gets the names of the cells for its own."""
    sheet, _, _ = place(book, name)
    copy = book.copy_worksheet(sheet)
    copy.title = title
    for own, defined in book.defined_names.items():
        found = _CELL.match(defined.attr_text)
        if found and found["sheet"].strip("'") == sheet.title:
            reference = f"'{title}'!${found['column']}${found['row']}"
            copy.defined_names[own] = DefinedName(own, attr_text=reference)
    return copy


def rename(book: Workbook, name: str, title: str) -> None:
    """Give the sheet of that cell another name; all names follow."""
    sheet, _, _ = place(book, name)
    quoted = title.replace("'", "''")
    for defined in book.defined_names.values():
        defined.attr_text = defined.attr_text.replace(f"'{sheet.title}'!", f"'{quoted}'!")
    sheet.title = title


def pasted(content: bytes) -> bytes:
    """All cells of the sheets, copied into a new workbook: the names stay behind."""
    book, new = openpyxl.load_workbook(io.BytesIO(content)), openpyxl.Workbook()
    new.remove(new.active)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            copy = new.create_sheet(sheet.title)
            for row in sheet.iter_rows():
                for cell in row:
                    is_formula = isinstance(cell.value, str) and cell.value.startswith("=")
                    if cell.value is not None and not is_formula:
                        copy.cell(cell.row, cell.column).value = cell.value
    file = io.BytesIO()
    new.save(file)
    return file.getvalue()


def _part(sheet: Worksheet, row: int, column: int) -> None:
    for merged in list(sheet.merged_cells.ranges):
        inside = merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col
        if inside and (row, column) != (merged.min_row, merged.min_col):
            sheet.unmerge_cells(merged.coord)


def _move_names(book: Workbook, sheet: Worksheet, row: int, by: int) -> None:
    for defined in book.defined_names.values():
        found = _CELL.match(defined.attr_text)
        if not found or found["sheet"].strip("'") != sheet.title or int(found["row"]) < row:
            continue
        at = int(found["row"])
        gone = by < 0 and at < row - by
        defined.attr_text = "#REF!" if gone else f"{found['sheet']}!${found['column']}${at + by}"
