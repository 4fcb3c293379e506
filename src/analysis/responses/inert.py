"""CSV for spreadsheets: what respondents wrote stays text there, and never becomes a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from analysis.language.cell_text import cell_text

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def spreadsheet_csv(rows: Iterable[Iterable[str | float | int]]) -> bytes:
    """`rows` as CSV in UTF-8 with a byte order mark, by which Excel knows it. Numbers stay numbers.

    A text that no cell of a spreadsheet can hold is cut, and says so: Excel would spill it over the rows below.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    for row in rows:
        writer.writerow([cell_text(inert(cell)) if isinstance(cell, str) else cell for cell in row])
    return file.getvalue().encode("utf-8-sig")


def inert(text: str) -> str:
    """`text` with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text
