"""What weights and strata tell of hidden counts, and what of it is not told.

The total of a question is told with its counts. Where respondents weigh by a characteristic, its weighted share is a
second sum of the same hidden counts, with other factors: both together give them. So, too, its standard error, where the
strata are that characteristic, and what levels of another banner show: they hold the same respondents.

In the rows of a question of which something is hidden:
  sample not drawn simply  figures have no se, no interval and no letters, and there are no tests
  answers weighted         a share, and a mean or score of points, is told in whole per cent (or as `UNITS` says) where
                           as many respondents as the threshold, were they of other levels, could not be seen in it;
                           else it is hidden (rule "weights"), as any other weighted figure. A line in which all weigh
                           the same is left: its shares are those of its counts
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from analysis.language.rounding import half_up
from analysis.release.audience import Policy
from analysis.release.board import SHARE
from analysis.release.precision import without_interval
from analysis.release.suppress import COMPARING
from analysis.tables import Cell, Table

RULE = "weights"
UNITS = {SHARE: 2, "mean": 1, "score100": 0, "nps": 0}  # decimals
OTHER_WEIGHTED = ("median", "q1", "q3", "alpha", "omega", "w", "borda", "code")
OF_ONE_RESPONDENT = ("dominance", "few", RULE)  # rules that hide no count
FOR_THE_RELEASE = (
    "spread",
    "complex",
)  # facts that only this looks at: largest less smallest weight, of their mean
SAME = 1e-9


def without_joint_figures(tables: Sequence[Table], policy: Policy, elsewhere: bool = False) -> list[Table]:
    """The suppressed tables of one question without the figures that would give hidden counts back.

    elsewhere  counts are hidden in the table of another question that is broken down by this one
    """
    rows = rows_with_hidden_counts(tables)
    if not policy.threshold or not (rows or elsewhere):
        return list(tables)
    if elsewhere:
        rows = {cell.row for table in tables for cell in table.cells}
    return [_guarded(table, rows | {""}, policy.threshold) for table in tables]


def without_facts_of_release(table: Table) -> Table:
    """Without the facts of its sample that are for the release alone."""
    inference = table.facts.get("inference") or {}
    if not any(name in inference for name in FOR_THE_RELEASE):
        return table
    kept = {name: fact for name, fact in inference.items() if name not in FOR_THE_RELEASE}
    return replace(table, facts={**table.facts, "inference": kept})


def sizes_tell(table: Table) -> bool:
    """How much the levels of the group weigh, and how sure that is, could tell of counts in them: not where all of a
    level weigh the same. table: as it is before anything is hidden."""
    inference = table.facts.get("inference") or {}
    return not all(_lines(table).values()) if inference.get("weighted") else bool(inference.get("complex"))


def rows_with_hidden_counts(tables: Sequence[Table]) -> set[str]:
    """Rows in which some table hides how many they are."""
    return {
        cell.row
        for table in tables
        for cell in table.cells
        if cell.status == "suppressed" and cell.stat != "answered" and cell.rule not in OF_ONE_RESPONDENT
    }


def _guarded(table: Table, rows: set[str], threshold: int) -> Table:
    inference = table.facts.get("inference") or {}
    weighted = inference.get("weighted")
    if not (weighted or inference.get("complex")):
        return table
    alike = {line for line, weighs_alike in _lines(table).items() if weighs_alike}
    moved = float(inference.get("spread", float("inf"))) * threshold
    cells: list[Cell] = []
    for cell in table.cells:
        if cell.row not in rows:
            cells.append(cell)
        elif cell.stat not in COMPARING:
            alone = without_interval(cell)._replace(letters="")
            as_counted = not weighted or (cell.level, cell.row) in alike
            cells.append(alone if as_counted else _of_weights(alone, table, moved))
    return table.with_cells(tuple(cells))


def _lines(table: Table) -> dict[tuple[str, str], bool]:
    """Level and row of the lines that have shares, but not of all respondents: whether these are those of their
    counts, for all in the line weigh the same."""
    alike: dict[tuple[str, str], bool] = {}
    for cell in table.cells:
        if cell.level and cell.stat == SHARE and cell.value is not None and cell.base:
            line = (cell.level, cell.row)
            alike[line] = alike.get(line, True) and abs(cell.value - (cell.n or 0) / cell.base) < SAME
    return alike


def _of_weights(cell: Cell, table: Table, moved: float) -> Cell:
    """A figure of a line whose respondents weigh differently, as far as it may be told. moved: how many respondents
    more or less a count of the line seems to be at most, if as many as the threshold are of other levels."""
    if not cell.shown or cell.value is None or cell.stat not in (*UNITS, *OTHER_WEIGHTED):
        return cell
    reach, base = _reach(cell, table), cell.base or 0
    decimals = UNITS.get(cell.stat, 0)
    if not (reach and base) or moved * reach / base >= 0.5 * 10.0**-decimals:
        return Cell(*cell.key, None, base=cell.base, status="suppressed", rule=RULE)
    return cell._replace(value=float(half_up(Fraction(repr(float(cell.value))), decimals)), rule="")


def _reach(cell: Cell, table: Table) -> float:
    """How far apart two respondents' contributions to a figure may lie; 0 where that is not known."""
    if cell.stat == "mean":
        points = table.facts.get("points")
        if not table.on_a_scale or not isinstance(points, int):
            return 0.0
        return (points - 1.0) * (2.0 if cell.item.rpartition(":")[2] == "gap" else 1.0)
    return {SHARE: 1.0, "score100": 100.0, "nps": 200.0}.get(cell.stat, 0.0)
