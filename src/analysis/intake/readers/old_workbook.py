"""Reader of workbooks of old Excel (.xls)."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.intake.readers.bounded import bounded_rows
from analysis.intake.readers.damage import encrypted, opening
from analysis.intake.readers.shown import shown
from analysis.intake.sheet import EMPTY, AnswerFile, Cell, sheet_of_rows

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell as OldCell
    from xlrd.sheet import Sheet as OldSheet

_VISIBLE = 0


def read_old_workbook(path: Path) -> AnswerFile:
    """The visible sheets, with the values that were last shown in them. Macros are never looked at.

    Raises IntakeError for a file that is damaged or locked by a password.
    """
    import xlrd  # few files are of this kind

    with opening(path, "옛 엑셀 파일(.xls)", "the old workbook (.xls)", "엑셀", "Excel"):
        try:
            book = xlrd.open_workbook(
                path, logfile=io.StringIO(), on_demand=True, formatting_info=True, ragged_rows=True
            )
        except xlrd.XLRDError as error:
            if "encrypted" in str(error):
                raise encrypted(path, "엑셀", "Excel") from None
            raise
        with book:
            return _read(path.name, book)


def _read(file: str, book: Book) -> AnswerFile:
    sheets, hidden = [], []
    for name in book.sheet_names():
        sheet = book.sheet_by_name(name)
        if sheet.visibility == _VISIBLE:
            sheets.append(sheet_of_rows(file, name, bounded_rows(file, name, rows_of(book, sheet))))
        else:
            hidden.append(name)
        book.unload_sheet(name)
    return AnswerFile(file, tuple(sheets), tuple(hidden))


def rows_of(book: Book, sheet: OldSheet) -> Iterator[tuple[int, list[Cell]]]:
    for at in range(sheet.nrows):
        yield at + 1, [_cell(book, cell) for cell in sheet.row(at)]


def _cell(book: Book, cell: OldCell) -> Cell:
    import xlrd

    number_format = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            return Cell(cell.value, cell.value) if cell.value else EMPTY
        case xlrd.XL_CELL_NUMBER:
            value: object = int(cell.value) if cell.value.is_integer() else cell.value
        case xlrd.XL_CELL_DATE:
            value = _date(cell.value, number_format, book.datemode)
        case xlrd.XL_CELL_BOOLEAN:
            value = bool(cell.value)
        case xlrd.XL_CELL_ERROR:
            value = xlrd.error_text_from_code.get(cell.value, "#VALUE!")
        case _:
            return EMPTY
    return Cell(shown(value, number_format), value)


def _date(number: float, number_format: str, counted_from: int) -> object:
    """A date, a time of day, or a length of time ("[h]:mm"); the number where it is too large for any."""
    import xlrd

    try:
        if "[h" in number_format.lower() or "[m" in number_format.lower():
            return dt.timedelta(days=number)
        moment = xlrd.xldate.xldate_as_datetime(number, counted_from)
    except (OverflowError, ValueError, xlrd.xldate.XLDateError):
        return number
    return moment.time() if 0 <= number < 1 else moment
