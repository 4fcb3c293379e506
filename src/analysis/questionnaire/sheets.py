"""A workbook as text: its sheets, row by row, as whoever wrote it would read them aloud."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
import warnings
from collections.abc import Iterator
from pathlib import Path

from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from analysis.questionnaire.problem import Problem, QuestionnaireError
from analysis.questionnaire.words import Words
from analysis.workbook_file import check_order, open_workbook
from analysis.zipped import Archive, Refused

MAX_BYTES = 20_000_000
MAX_UNPACKED = 200_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 200
_ESCAPED = re.compile("_x([0-9a-fA-F]{4})_")  # how workbooks write what cannot stand in XML

Sheets = dict[str, tuple[tuple[str, ...], ...]]


def read_sheets(path: Path) -> Sheets:
    """The texts of every sheet, by its name; "" for an empty cell.

    Raises QuestionnaireError for what is no workbook, is damaged, too large, or defines entities.
    """
    try:
        _check_size(path, path.stat().st_size, MAX_BYTES)
        with warnings.catch_warnings(action="ignore"), path.open("rb") as file, Archive(file) as archive:
            _check_size(path, sum(part.file_size for part in archive.infolist()), MAX_UNPACKED)
            book = open_workbook(archive)
            return {sheet.title: tuple(_rows(archive, sheet, path)) for sheet in book.worksheets}
    except QuestionnaireError:
        raise
    except Refused as refused:
        reason = Words(ko=refused.words("ko"), en=refused.words("en"))
        raise _error(path, "form_refused", reason=reason) from None
    except OSError as error:
        raise _error(path, "unreadable", detail=error.strerror or str(error)) from error
    except Exception as error:  # the reader raises whatever the damage happens to cause
        raise _error(path, "form_damaged", detail=str(error)) from error


def _check_size(path: Path, size: int, limit: int) -> None:
    if size > limit:
        raise _error(path, "too_large", limit=f"{limit // 1_000_000} MB")


def _rows(archive: Archive, sheet: ReadOnlyWorksheet, path: Path) -> Iterator[tuple[str, ...]]:
    check_order(archive, sheet)
    sheet.reset_dimensions()  # the size a sheet states is often not its own
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > MAX_ROWS or len(cells) > MAX_COLUMNS:
            raise _error(path, "too_large", limit=f"{MAX_ROWS:,} × {MAX_COLUMNS}")
        yield tuple(_text(cell) for cell in cells)


def _text(cell: object) -> str:
    """What a person would call the content of a cell: 1 and not 1.0, true and not True, a day without its hour."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        cell = cell.date()
    return unicodedata.normalize("NFC", _ESCAPED.sub(_letter, str(cell)))


def _letter(escaped: re.Match[str]) -> str:
    letter = chr(int(escaped[1], 16))
    return escaped[0] if unicodedata.category(letter) == "Cs" else letter  # half a letter is none


def _error(path: Path, rule: str, **hints: str | Words) -> QuestionnaireError:
    return QuestionnaireError(path, [Problem(rule, hints=hints)])
