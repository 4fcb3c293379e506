"""The ways in which the page's script writes a number, as `narrative.show_cell` does.

A column of a table is written in one way; the page is told which, and only where that is not what `show_cell` says is
the text itself in the page. number.js has the same rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from analysis.language import half_up, percent, thousands
from analysis.narrative import Figure, show_cell
from analysis.narrative.figure import NOTHING
from analysis.tables import Cell, Table

SHARE, AMOUNT, WHOLE, HUNDRED = "%", "a", "g", "m"
# Decimals; whole numbers without any; from a hundred on without any; divided by what stands behind the stroke.
WAYS = ("0", "2", "1", SHARE, WHOLE, HUNDRED, AMOUNT, "/1000", "/10000", "/1000000", "/100000000")
OR_NOTHING = ("count", "share", "amount")  # of which none is a sign


def way_of(table: Table, cells: Sequence[Cell], language: str) -> tuple[str, dict[Cell, str]]:
    """The way that writes most of these cells (of one statistic) as `show_cell` does, without units, and the texts of
    those that it does not."""
    told = {cell: text_of(table, cell, language) for cell in cells if cell.shown and cell.value is not None}
    best, left = "", told
    for way in (SHARE, *WAYS) if cells[0].stat == "share" else WAYS:
        other = {cell: text for cell, text in told.items() if written(way, cell) != text}
        if not best or len(other) < len(left):
            best, left = way, other
        if not left:
            break
    return best, left


def text_of(table: Table, cell: Cell, language: str) -> str:
    """What `show_cell` says, without its unit."""
    shown = show_cell(table, cell, language, unit=False)
    return shown.text if isinstance(shown, Figure) else shown


def written(way: str, cell: Cell) -> str:
    """The number of a shown cell, as the page's script writes it."""
    value = cell.value or 0.0
    if value == 0 and cell.stat in OR_NOTHING:
        return NOTHING
    if way == SHARE:
        by_count = cell.n is not None and cell.base and share_of(cell.n, cell.base) == half_up(value, 3)
        return percent(cell.n, cell.base) if by_count and cell.base and cell.n is not None else percent(value, 1)
    if way == AMOUNT:
        return f"{'△' if value < 0 else ''}{thousands(abs(value))}"
    if way.startswith("/"):
        return thousands(Fraction(repr(float(value))) / int(way[1:]))
    if way == WHOLE:
        return thousands(value, 0 if value == int(value) else 1)
    if way == HUNDRED:
        return thousands(value, 0 if abs(value) >= 100 else 1)
    return thousands(value, int(way))


def share_of(n: int, base: int) -> Fraction:
    """A count's share at the precision in which shares of counts are released."""
    return Fraction(half_up(Fraction(n, base), 3))
