"""The workbook of an XLSForm as text: its sheets, row by row, by the headings of their columns."""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from analysis.questionnaire.problem import Problem, QuestionnaireError
from analysis.questionnaire.words import Words
from analysis.workbook_file import check_order, open_workbook
from analysis.zipped import Archive, Refused

MAX_BYTES = 20_000_000
MAX_UNPACKED = 200_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 200
_ESCAPED = re.compile("_x000[dD]_")  # how workbooks write a carriage return


class Line(NamedTuple):
    """A row of a sheet: its number as spreadsheets count, and its cells by column, the empty ones left out."""

    number: int
    cells: dict[str, str]


Book = dict[str, tuple[Line, ...]]


def read_book(path: Path) -> Book:
    """The sheets of a workbook by name in lower case; headings in lower case, but for the language behind "::".

    Raises QuestionnaireError for what is no workbook, is damaged, too large, or defines entities.
    """
    try:
        _check_size(path, path.stat().st_size, MAX_BYTES)
        with warnings.catch_warnings(action="ignore"), path.open("rb") as file, Archive(file) as archive:
            _check_size(path, sum(part.file_size for part in archive.infolist()), MAX_UNPACKED)
            book = open_workbook(archive)
            return {
                sheet.title.strip().lower(): tuple(_lines(archive, sheet, path)) for sheet in book.worksheets
            }
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


def _lines(archive: Archive, sheet: ReadOnlyWorksheet, path: Path) -> Iterator[Line]:
    check_order(archive, sheet)
    sheet.reset_dimensions()  # the size a sheet states is often not its own
    headings: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > MAX_ROWS or len(cells) > MAX_COLUMNS:
            raise _error(path, "too_large", limit=f"{MAX_ROWS:,} × {MAX_COLUMNS}")
        texts = [_text(cell) for cell in cells]
        if not headings:
            headings = [_heading(text) for text in texts] if any(texts) else []
        elif found := {name: text for name, text in zip(headings, texts, strict=False) if name and text}:
            yield Line(number, found)


def _heading(text: str) -> str:
    name, colons, language = text.partition("::")
    return f"{name.strip().lower()}{colons}{language.strip()}"


def _text(cell: object) -> str:
    """What a person would call the content of a cell: 1 and not 1.0, true and not True."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return unicodedata.normalize("NFC", _ESCAPED.sub("", str(cell))).strip()


def _error(path: Path, rule: str, **hints: str | Words) -> QuestionnaireError:
    return QuestionnaireError(path, [Problem(rule, hints=hints)])
