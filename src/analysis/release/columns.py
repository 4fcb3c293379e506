"""Columns of a grid beside each other: how many answered one of them tells of what is hidden of another.

"How many cases?" is asked of those who said that they have any. Beside 14 organisations of which it is hidden how many
said so, the base 10 of that column would tell that ten did, or hardly more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.tables import Cell, Table

RULE = "beside"


def without_bases_beside(tables: Sequence[Table]) -> list[Table]:
    """The suppressed tables of one question without the lines of a column that fewer answered than another whose
    counts are hidden in the same row. They go in all levels: what one level lacks, the others and the total
    would give back."""
    gone = {place for table in tables for place in _telling(table)}
    gone |= {(row, column, True) for row, column, of_levels in gone if not of_levels}  # which add up to the total
    if not gone:
        return list(tables)
    return [
        table.with_cells(
            tuple(
                _hidden(cell) if (cell.row, _column(cell), bool(cell.level)) in gone else cell
                for cell in table.cells
            )
        )
        for table in tables
    ]


def _telling(table: Table) -> Iterator[tuple[str, str, bool]]:
    """Row and column whose base tells of hidden counts beside it, and whether that is of levels."""
    columns = {column["id"] for column in table.facts.get("columns") or ()}
    bases = {(cell.level, cell.row, cell.item): cell for cell in table.cells if cell.stat == "base" and cell.item in columns}
    hidden = {
        (cell.level, cell.row, _column(cell))
        for cell in table.cells
        if cell.stat == "count" and cell.status == "suppressed"
    }
    for level, row, column in hidden:
        of = bases.get((level, row, column))
        for (at_level, at_row, other), base in bases.items():
            beside = (at_level, at_row) == (level, row) and other != column
            if beside and of is not None and (base.value or 0) < (of.value or 0) and base.shown:
                yield row, other, bool(level)


def _column(cell: Cell) -> str:
    return cell.item.partition(":")[0]


def _hidden(cell: Cell) -> Cell:
    if not cell.shown:
        return cell._replace(n=None, base=None)
    return Cell(*cell.key, None, status="suppressed", rule=RULE)
