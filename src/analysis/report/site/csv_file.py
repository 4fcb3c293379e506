"""A CSV of data/, made for spreadsheets and programs alike: UTF-8 with a byte order mark, lines end as RFC 4180 says,
no word becomes a formula, and a column that would be empty throughout is not there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from analysis.responses.inert import inert
from analysis.whole import write_whole

Row = Iterable[str | int | float | None]


def write_csv(columns: Iterable[str], rows: Iterable[Row], to: Path) -> None:
    """Write the rows, whole or not at all; the same rows give the same bytes. None is an empty cell."""
    told = [[_told(cell) for cell in row] for row in rows]
    lines = [list(columns), *told]
    filled = [
        at for at, of_column in enumerate(zip(*told, strict=True)) if any(one != "" for one in of_column)
    ]
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerows([line[at] for at in filled] if filled else line for line in lines)
    write_whole(to, file.getvalue().encode("utf-8-sig"))


def columns_of(file: Path) -> list[str]:
    """The columns of such a file."""
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        return next(csv.reader(lines), [])


def _told(cell: str | float | None) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _plain(cell)
    return int(cell) if cell == int(cell) else cell


@cache
def _plain(text: str) -> str:
    """In one line, and no formula."""
    return inert(" ".join(text.split()))
