"""The address of a cell, which stands beside its number on every page."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, unquote

from analysis.tables.cell import Cell, TableError


def address(survey: str, year: int, question: str, group: str, cell: Cell) -> str:
    """The address of a cell on every page: who asks where a number came from starts here.

    >>> address("member_orgs", 2016, "overall_satisfaction", "", Cell("", "", "4+5", "share", .643))
    'member_orgs/2016/overall_satisfaction/by=/4+5/share'

    Empty parts are left out from the left: `stat`, `item/stat`, `row/item/stat` (with `row//stat` for no item).
    """
    by = _quote(group, "") + (":" + _quote(cell.level, "+") if cell.level else "")
    tail = [_quote(part, "+:=") for part in (cell.row, cell.item, cell.stat)]
    if not cell.row:
        tail = tail[1:] if cell.item else tail[2:]
    return "/".join([survey, str(year), question, f"by={by}", *tail])


@lru_cache(maxsize=8192)  # a survey has few ids, and a page shows them thousands of times
def _quote(part: str, safe: str) -> str:
    return quote(part, safe=safe)


def parse_address(text: str) -> tuple[str, int, str, str, tuple[str, str, str, str]]:
    """(survey, year, question, group, cell key) of an address; `Table.value` knows the stats of a key that are ends of
    intervals ("share.low"). Raises TableError where it is none."""
    parts = text.split("/")
    if not 5 <= len(parts) <= 7 or not parts[3].startswith("by=") or not parts[1].isdecimal():
        raise TableError(
            f"'{text}'은(는) 칸의 주소가 아닙니다: survey/year/question/by=group:level/row/item/stat",
            f"'{text}' is no cell address: survey/year/question/by=group:level/row/item/stat",
        )
    group, _, level = parts[3].removeprefix("by=").partition(":")
    row, item, stat = ["", "", *map(unquote, parts[4:])][-3:]
    return parts[0], int(parts[1]), parts[2], unquote(group), (unquote(level), row, item, stat)
