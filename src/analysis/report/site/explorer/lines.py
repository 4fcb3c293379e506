"""The cells of a table as a line of text for each level, and back.

A line has a token for each column, parted by "|": nothing where the table has no such cell, "X" of a hidden one, "E"
of an empty one, "U" of one that is not comparable, "N" of one that is shown and not known. Else the value, and behind
it what cannot be known from what stands before:

    14          the value
    14@13       of 13; the base holds for what follows in the line, until another is told ("@-": none is told)
    %           a share: the count of its row and item, as a part of the base
    0.389/12    a share of its own, behind which stand 12 ("/-": it is not told how many)
    3=집중 개선  the value, and how it is written where that is not the column's way
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.report.site.explorer.shown import share_of
from analysis.tables import Cell, Table

SIGNS = {"suppressed": "X", "empty": "E", "not_comparable": "U"}
STATUS = {sign: status for status, sign in SIGNS.items()}
UNKNOWN, AS_COUNTED = "N", "%"
_TOKEN = re.compile(r"(?P<value>%|N|[^/@=]+)(?:/(?P<n>[^@=]+))?(?:@(?P<base>[^=]+))?(?:=(?P<text>.*))?")


class Column(NamedTuple):
    """A statistic of a row and item, and the way in which its numbers are written. texts: of the cells that are not
    written so; a page that is read has them in its lines."""

    row: str
    item: str
    stat: str
    way: str
    unit: str
    texts: Mapping[Cell, str] = {}


class Held(NamedTuple):
    """A cell as the page holds it. n: of shares only. text: where it is not written in the way of its column."""

    status: str
    value: float | None = None
    n: int | None = None
    base: int | None = None
    text: str | None = None


def write_lines(table: Table, levels: Iterable[str], columns: Sequence[Column]) -> list[str]:
    return ["|".join(_tokens(table, level, columns)) for level in levels]


def _tokens(table: Table, level: str, columns: Sequence[Column]) -> Iterator[str]:
    base: int | None = None
    for column in columns:
        cell = table.get(column.stat, column.item, column.row, level)
        if cell is None:
            yield ""
        elif not cell.shown:
            yield SIGNS[cell.status]
        else:
            yield _token(table, cell, column, base)
            base = cell.base


def _token(table: Table, cell: Cell, column: Column, base: int | None) -> str:
    token = UNKNOWN if cell.value is None else _plain(cell.value)
    if cell.stat == "share":
        count = table.get("count", cell.item, cell.row, cell.level)
        counted = count.value if count is not None and count.shown else None
        if cell.n is None or cell.n != counted:
            token += f"/{'-' if cell.n is None else cell.n}"
        elif cell.base and cell.value is not None and float(share_of(cell.n, cell.base)) == cell.value:
            token = AS_COUNTED
    if cell.base != base:
        token += f"@{'-' if cell.base is None else cell.base}"
    if cell in column.texts:
        token += f"={column.texts[cell]}"
    return token


def read_lines(
    lines: Iterable[str], levels: Iterable[str], columns: Sequence[Column]
) -> dict[tuple[str, str, str, str], Held]:
    """The inverse of `write_lines`: the cells by level, row, item and stat."""
    held: dict[tuple[str, str, str, str], Held] = {}
    for level, line in zip(levels, lines, strict=True):
        base: int | None = None
        for column, token in zip(columns, line.split("|"), strict=True):
            key = (level, column.row, column.item, column.stat)
            if token in STATUS:
                held[key] = Held(STATUS[token])
            elif token:
                counted = held.get((level, column.row, column.item, "count"))
                held[key] = _read(token, base, counted if column.stat == "share" else None)
                base = held[key].base
    return held


def _read(token: str, base: int | None, counted: Held | None) -> Held:
    found = _TOKEN.fullmatch(token)
    if found is None:
        raise ValueError(f"no token of a cell: {token!r}")
    if found["base"]:
        base = None if found["base"] == "-" else int(found["base"])
    n = int(counted.value) if counted is not None and counted.value is not None else None
    if found["n"]:
        n = None if found["n"] == "-" else int(found["n"])
    if found["value"] == AS_COUNTED:
        assert n is not None and base
        value: float | None = float(share_of(n, base))
    else:
        value = None if found["value"] == UNKNOWN else float(found["value"])
    return Held("shown", value, n, base, found["text"])


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(float(value))
