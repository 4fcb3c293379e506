"""Released precision: what leaves in a file is no more exact than what stands on a page.

shares            3 decimals (64.3 %), half-up from count and base, so that page and file round the same way
scale means       2 decimals (gaps too);  100-point scores, means and quartiles of numbers 1, as on a page: a value
                  rounded twice would not be the value
money             whole thousands of won
a quantity that is a key or confidential, where the policy protects it: 2 significant figures, too coarse to be
looked up in anybody's accounts; a median date its year only, for the middle one of 13 dates is somebody's own, and none
where the answers are counted by month or year: the counts say as much as its year
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from analysis.language.rounding import half_up
from analysis.release.audience import Policy, about_respondents
from analysis.tables import Cell, Table

OF_NUMBERS = ("mean", "median", "q1", "q3", "min", "max", "sum", "score100")
COARSE = ("median", "q1", "q3")


def at_released_precision(table: Table, policy: Policy) -> Table:
    """The table with every value rounded to the precision in which this audience gets it."""
    if policy.exact:
        return table
    coarse = (
        policy.protects(table)
        and about_respondents(table)
        and table.kind in ("number", "money", "grid", "date")
    )
    if coarse and table.kind == "date":
        if table.facts["precision"] != "year" and table.facts["periods"] != "band":
            table = table.with_cells(tuple(cell for cell in table.cells if cell.stat != "median"))
        table = replace(table, facts={**table.facts, "precision": "year"})
    return table.with_cells(tuple(_rounded(cell, table, coarse) for cell in table.cells))


def _rounded(cell: Cell, table: Table, coarse: bool) -> Cell:
    if cell.value is None or cell.stat not in ("share", *OF_NUMBERS):
        return cell
    if table.kind == "date" and cell.stat != "share":
        value = cell.value // 10_000 * 10_000 + 101 if coarse else cell.value
    elif cell.stat == "share":
        value = half_up(Fraction(cell.n, cell.base) if cell.n is not None and cell.base else cell.value, 3)
    elif coarse and cell.stat in COARSE:
        value = _significant(cell.value, 2)
    elif table.kind == "money":
        value = half_up(Fraction(repr(float(cell.value))) / 1000, 0) * 1000
    else:
        value = half_up(cell.value, 2 if cell.stat == "mean" and _on_a_scale(table, cell) else 1)
    return replace(cell, value=float(value))


def _on_a_scale(table: Table, cell: Cell) -> bool:
    """The question is, or the column of a grid that the cell is in."""
    column = cell.item.partition(":")[0]
    kinds = {facts["id"]: facts["kind"] for facts in table.facts.get("columns") or ()}
    return table.on_a_scale or kinds.get(column) == "scale"


def _significant(value: float, figures: int) -> Decimal:
    """Half-up to so many significant figures: 214020000 -> 210000000."""
    exact = Decimal(repr(float(value)))
    if exact == 0:
        return Decimal(0)
    unit = Decimal(1).scaleb(exact.adjusted() - figures + 1)
    return half_up(exact / unit, 0) * unit
