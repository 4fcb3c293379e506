"""data/<report>.csv: the released cells of a report, a line each, with the Korean words of their places.

Words that every line of a question would repeat stand once, in data/<report>.questions.csv, and words in English in
data/<report>.words.csv. How many gave an answer is the n of its share; a line of its own tells it only where it is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from analysis.release import Bundle
from analysis.report.site.csv_file import Row, write_csv
from analysis.tables import Cell, Table

# The columns and the type of their values (Frictionless Table Schema); what each holds is said in the catalogue.
FIELDS = {
    "question": "string", "group": "string", "level": "string", "level_ko": "string", "row": "string",
    "row_ko": "string", "item": "string", "item_ko": "string", "stat": "string", "value": "number", "low": "number",
    "high": "number", "n": "integer", "base": "integer", "status": "string", "rule": "string",
}  # fmt: skip
AXES = {"level": "levels", "row": "rows", "item": "items"}


def write_cells(bundle: Bundle, to: Path) -> None:
    write_csv(FIELDS, (row for table in bundle.tables for row in _rows(table)), to)


def _rows(table: Table) -> Iterator[Row]:
    words = {name: {label.id: label.words.ko for label in getattr(table, axis)} for name, axis in AXES.items()}
    for cell in table.cells:
        if _is_n_of_its_share(table, cell):
            continue
        places = ((cell.level, "level"), (cell.row, "row"), (cell.item, "item"))
        placed = (part for at, name in places for part in (at, words[name].get(at, "") if at else ""))
        yield (table.question, table.group, *placed, cell.stat, *_numbers(cell), cell.status, cell.rule)


def _is_n_of_its_share(table: Table, cell: Cell) -> bool:
    """A count that the line of its share tells as well: both are suppressed, or its n is the count. Not so where the
    answers are weighted, or where a share is not told for being one of few."""
    share = table.get("share", cell.item, cell.row, cell.level) if cell.stat == "count" else None
    if share is None or (share.status, share.rule, share.base) != (cell.status, cell.rule, cell.base):
        return False
    alone = cell.low is None and cell.high is None and share.n == cell.n == cell.value
    return cell.status == "suppressed" or (cell.shown and alone)


def _numbers(cell: Cell) -> Row:
    """value, low, high, n, base; of a cell that is not shown, only of how many it would be a part."""
    return (cell.value, cell.low, cell.high, cell.n, cell.base) if cell.shown else (*[None] * 4, cell.base)
