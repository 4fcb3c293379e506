"""What an explore.html says, read back from the file and held against tables that were made anew."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.report.site.explorer.data import TABLES, HeldTable, held_table, read_data
from analysis.report.site.explorer.lines import SIGNS, Held
from analysis.tables import Cell, Table
from analysis.tables.address import address

_DATA = re.compile(rf'<script type="application/json" id="{TABLES}">(.*?)</script>', re.DOTALL)


@dataclass(frozen=True)
class HeldPage:
    """The tables of a page, and the language of its words."""

    language: str
    tables: tuple[HeldTable, ...]


def read_page(html: str) -> HeldPage | None:
    """What the page holds; None of a page of another kind. Raises ValueError, KeyError, TypeError or IndexError where
    it cannot be read."""
    found = _DATA.search(html)
    if found is None:
        return None
    data = json.loads(found[1])
    return HeldPage(data["language"], tuple(read_data(data)))


def numbers_held(page: HeldPage) -> int:
    return sum(cell.status == "shown" for table in page.tables for cell in table.cells.values())


def differing(held: HeldTable, table: Table | None, language: str) -> Iterator[tuple[str, str]]:
    """(what the page says, its address) of every cell that is not as `table` has it, and of its finding."""
    true = held_table(table, language) if table else None
    for key, cell in held.cells.items():
        if true is None or true.cells.get(key) != cell:
            place = address(held.survey, held.year, held.question, held.group, Cell(*key, value=None))
            yield _words(cell), place
    if table and true and true.found != held.found:
        yield held.found, table.name


def _words(cell: Held) -> str:
    if cell.status != "shown":
        return SIGNS[cell.status]
    return cell.text or ("…" if cell.value is None else f"{cell.value:g}")
