"""Released precision: what leaves in a file is no more exact than what stands on a page.

shares            3 decimals (64.3 %), half-up from count and base, so that page and file round the same way; weighted
                  ones from what they are
intervals         as their figure, each end for itself; standard errors with one decimal more; p-values 3 decimals, or
                  as many more as keep them on their side of the level of the tests; those below 0.001 become 0, which
                  reads "<0.001"; effects 2
scale means       2 decimals (gaps too), as reliability, agreement and Borda's points;  100-point and net promoter scores, means and quartiles of numbers 1, as on a page: a value
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

OF_NUMBERS = ("mean", "median", "q1", "q3", "min", "max", "sum", "score100", "nps")
OF_ITEMS = ("alpha", "omega", "w", "borda")
COARSE = ("median", "q1", "q3")
LEAST_P, MOST_P = 0.001, 15  # a p below the least is only said to be; decimals


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


def without_interval(cell: Cell) -> Cell:
    """A shown figure alone: not how sure it is, and not the rule of what is no longer there."""
    if not cell.shown or (cell.se, cell.low, cell.high) == (None, None, None):
        return cell
    return cell._replace(se=None, low=None, high=None, rule="")


def decimals_of_p(table: Table, p: float) -> int:
    """Three, or so many that a p below the level of the table's tests does not become the level."""
    alpha = Decimal(repr((table.facts.get("comparison") or {}).get("alpha", 1.0)))
    decimals = 3
    while p < alpha <= half_up(p, decimals) and decimals < MOST_P:
        decimals += 1
    return decimals


def _rounded(cell: Cell, table: Table, coarse: bool) -> Cell:
    if cell.value is None:
        return cell
    if cell.stat in ("p", "p_adjusted"):
        p = cell.value
        return cell._replace(value=0.0 if p < LEAST_P else float(half_up(p, decimals_of_p(table, p))))
    if cell.stat == "effect":
        return cell._replace(value=float(half_up(cell.value, 2)))
    if cell.stat == "share":
        weighted = table.facts.get("inference", {}).get("weighted")
        exact = None if weighted or cell.n is None or not cell.base else Fraction(cell.n, cell.base)
        return _to_decimals(cell, 3, exact)
    if cell.stat in OF_ITEMS:
        return _to_decimals(cell, 2)
    if cell.stat not in OF_NUMBERS:
        return cell
    if table.kind == "date":
        return cell._replace(value=float(cell.value // 10_000 * 10_000 + 101)) if coarse else cell
    if coarse and cell.stat in COARSE:
        return without_interval(cell)._replace(value=float(_significant(cell.value, 2)))
    if table.kind == "money":
        return _to_decimals(cell, -3)
    return _to_decimals(cell, 2 if cell.stat == "mean" and _on_a_scale(table, cell) else 1)


def _to_decimals(cell: Cell, decimals: int, exact: Fraction | None = None) -> Cell:
    """The figure and the ends of its interval to so many decimals; to thousands for −3."""

    def rounded(value: float | Fraction | None, decimals: int) -> float | None:
        if value is None:
            return None
        scale = 10 ** max(-decimals, 0)
        precise = value if isinstance(value, Fraction) else Fraction(repr(float(value)))
        return float(half_up(precise / scale, max(decimals, 0)) * scale)

    return cell._replace(
value=rounded(cell.value if exact is None else exact, decimals),
        se=rounded(cell.se, decimals + 1),
        low=rounded(cell.low, decimals),
        high=rounded(cell.high, decimals),
    )


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
