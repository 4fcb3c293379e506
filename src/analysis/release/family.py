"""Adjusted p-values of the tests that are released: those of hidden tables would show in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from analysis.tables import Table
from analysis.tables.estimate.multiplicity import holm

Place = tuple[int, str, str]  # which table, row, item


def adjusted_among_themselves(tables: Sequence[Table]) -> list[Table]:
    """The tables with every `p_adjusted` by Holm over the tests of its family that are in them.

    Holm takes the largest of several multiples: the adjusted p of a shown test can be that of a hidden one. A family is
    all tests by one group, of the survey or of one table, as `facts.comparison` says.
    """
    families: dict[tuple[str, ...], dict[Place, float]] = defaultdict(dict)
    for at, table in enumerate(tables):
        for cell in table.cells:
            if cell.stat == "p" and cell.value is not None:
                families[_family(table)][at, cell.row, cell.item] = cell.value
    found = {
        place: value
        for values in families.values()
        for place, value in zip(values, holm(list(values.values())).tolist(), strict=True)
    }
    return [
        _with_adjusted(at, table, found, len(families.get(_family(table), ())))
        for at, table in enumerate(tables)
    ]


def _family(table: Table) -> tuple[str, ...]:
    of_survey = (table.facts.get("comparison") or {}).get("family") == "survey"
    return (table.group,) if of_survey else (table.group, table.question)


def _with_adjusted(at: int, table: Table, found: dict[Place, float], tests: int) -> Table:
    told = table.facts.get("comparison")
    if not told:
        return table
    cells = (
        cell._replace(value=found[at, cell.row, cell.item]) if cell.stat == "p_adjusted" else cell
        for cell in table.cells
    )
    return replace(table, cells=tuple(cells), facts={**table.facts, "comparison": {**told, "tests": tests}})
