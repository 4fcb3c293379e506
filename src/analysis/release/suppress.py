"""Small cells are hidden, and enough beside them that subtraction does not bring them back.

One table at a time: hidden lines first (a group level with too few answers), then cells, then everything that stands
on a hidden cell. What several tables together give away is not looked at here (the methods box says so).

The rules, in a table that `Policy.protects`:
  small        a count of 1 … threshold-1; with a base that small, its whole line
  complement   hidden so that no row or column is left with one X, or with X's that add up to less than the threshold
  beside       a mean, median, net or total that stands on hidden cells
  few          a quartile of fewer than 10 answers, a median of fewer than 5: some organisation's own value
  dominance    minimum, maximum, mean and sum of a quantity that is itself a key or confidential: they are about single
               organisations, the largest above all
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from analysis.questionnaire.words import Words, said
from analysis.release.audience import Policy, about_respondents
from analysis.release.audit import Key, Line, numbers
from analysis.release.grid import (
    ABSENT,
    BASE,
    COUNT,
    SHARE,
    Block,
    blocks,
    counts,
    is_value_count,
    parts_of_net,
)
from analysis.tables import Cell, Table

# With so few answers, a quartile or median is one of them: of three, the minimum follows from median and quartile.
ENOUGH = {"q1": 10, "q3": 10, "median": 5}
EXTREMES = ("min", "max", "earliest", "latest")
STANDS_ON_COUNTS = ("mean", "median", "score100", "mentions", "code")


Candidate = TypeVar("Candidate", str, Key)


def suppress(table: Table, policy: Policy) -> Table:
    """The table with everything hidden that `policy` does not let its audience see. Values of hidden cells are gone."""
    if not policy.protects(table):
        return table
    cells = tuple(cell for cell in table.cells if not _tells_by_being_there(cell, table, policy))
    notes = (*table.notes, said("release.unanswered")) if table.remarks else table.notes
    table = replace(table, cells=cells, notes=notes, remarks=(), facts=dict(table.facts))
    lines = _hidden_lines(table, policy.threshold)
    if ("", "") in lines:
        table = replace(table, base=Words(ko="X", en="X"), facts=dict(table.facts))
    hidden = _hidden_counts(table, policy.threshold, lines)
    _stop_the_reader(table, hidden, lines)
    return table.with_cells(tuple(_hide(cell, table, lines, hidden) for cell in table.cells))


def _tells_by_being_there(cell: Cell, table: Table, policy: Policy) -> bool:
    """A value that somebody gave, and how many of a few gave no answer for which reason."""
    if cell.stat == ABSENT:
        return bool(cell.level) or (about_respondents(table) and 0 < (cell.value or 0) < policy.threshold)
    return is_value_count(cell)


def _hidden_lines(table: Table, threshold: int) -> dict[Line, str]:
    """Group levels (or the total) whose base is small, and others beside them, by the rule that hid each."""
    hidden: dict[Line, str] = {}
    for row in dict.fromkeys(cell.row for cell in table.cells):
        bases = {level: n for (level, item), n in counts(table, row, BASE).items() if item == ""}
        levels = {level: n for level, n in bases.items() if level}
        out = [level for level, n in levels.items() if 0 < n < threshold]
        hidden |= {(level, row): "small" for level in out}
        while out and _weak([levels[level] for level in out], threshold):
            beside = _smallest({level: n for level, n in levels.items() if level not in out}, len(out))
            if beside is None:
                break
            out.append(beside)
            hidden[beside, row] = "complement"
        if about_respondents(table) and 0 < bases.get("", 0) < threshold:
            hidden["", row] = "small"
    return hidden


def _hidden_counts(table: Table, threshold: int, lines: dict[Line, str]) -> dict[Key, str]:
    """Cells to hide, by the rule that hid each: small ones, then rows and columns until neither has a lone X."""
    hidden: dict[Key, str] = {}
    found = [(block, counts(table, block.row)) for block in blocks(table)]
    totals = [""] if about_respondents(table) else []
    open_levels = {
        block: [level for level in (*totals, *block.levels) if (level, block.row) not in lines]
        for block, _ in found
    }
    for block, n in found:
        for level in open_levels[block]:
            for item in block.items:
                if 0 < n.get((level, item), 0) < threshold:
                    hidden[level, block.row, item] = "small"
    while any(
        _balance_rows(block, n, open_levels[block], threshold, hidden)
        or _balance_columns(block, n, lines, threshold, hidden)
        for block, n in found
    ) or (table.kind == "ranking" and _balance_ranks(table, hidden)):
        pass
    return hidden


def _stop_the_reader(table: Table, hidden: dict[Key, str], lines: dict[Line, str]) -> None:
    """Hide more, as long as all equations of the table together give a hidden count away; in the end, the group."""
    given = numbers(table)
    hideable = [key for key in given.true if key[0] or about_respondents(table)]
    while found := given.found(hidden, lines):
        level, row, item = found[0]
        beside = {
            key: given.true[key]
            for key in hideable
            if key[2] and key[1] == row and (key[0] == level or key[2] == item)
            and key not in hidden and key[:2] not in lines and given.true[key[0], row, ""]
        }  # fmt: skip
        key = _smallest(beside, out_count=1)
        if key is not None:
            hidden[key] = "complement"
            continue
        left = {key[:2] for key in hideable if key[0]} - lines.keys()
        if not left:
            return
        lines |= dict.fromkeys(left, "complement")


def _balance_rows(
    block: Block, n: dict[tuple[str, str], int], levels: list[str], threshold: int, hidden: dict[Key, str]
) -> bool:
    """Hide one more cell in a line that has a lone X, or X's whose sum is small. True where something was hidden."""
    for level in levels:
        line = {item: n.get((level, item), 0) for item in block.items}
        out = [item for item in line if (level, block.row, item) in hidden]
        if out and _weak([line[item] for item in out], threshold):
            beside = _smallest(
                {item: count for item, count in line.items() if item not in out}, out_count=len(out)
            )
            if beside is not None:
                hidden[level, block.row, beside] = "complement"
                return True
    return False


def _balance_columns(
    block: Block,
    n: dict[tuple[str, str], int],
    lines: dict[Line, str],
    threshold: int,
    hidden: dict[Key, str],
) -> bool:
    """The same down a column: the levels of a group add up to the total, which the reader sees."""
    for item in block.items:
        column = {level: n.get((level, item), 0) for level in block.levels}
        out = [level for level in column if (level, block.row) in lines or (level, block.row, item) in hidden]
        if out and _weak([column[level] for level in out], threshold):
            beside = _smallest(
                {level: count for level, count in column.items() if level not in out}, len(out)
            )
            if beside is not None:
                hidden[beside, block.row, item] = "complement"
                return True
    return False


def _balance_ranks(table: Table, hidden: dict[Key, str]) -> bool:
    """What was chosen at any rank is the sum of its ranks: hide it with them, and them with it."""
    before = len(hidden)
    for cell in table.cells:
        if cell.stat == COUNT and cell.item and "+" in cell.row:
            keys = [(cell.level, row, cell.item) for row in (cell.row, *cell.row.split("+"))]
            if any(key in hidden for key in keys):
                for key in keys:
                    hidden.setdefault(key, "complement")
    return len(hidden) > before


def _weak(counts: list[int], threshold: int) -> bool:
    """One X alone, or X's that together are few: subtraction from the total would give them back."""
    return len(counts) == 1 or 0 < sum(counts) < threshold


def _smallest(candidates: dict[Candidate, int], out_count: int) -> Candidate | None:
    """The smallest count that is not nothing; a nothing only to give a lone X its company."""
    real = {key: count for key, count in candidates.items() if count > 0}
    pool = real or (candidates if out_count == 1 else {})
    return min(pool, key=lambda key: (pool[key], key)) if pool else None


def _hide(cell: Cell, table: Table, lines: dict[Line, str], hidden: dict[Key, str]) -> Cell:
    """The cell, or what is left of it."""
    line = (cell.level, cell.row)
    if line in lines:
        return _gone(cell, lines[line], base_too=True)
    if cell.stat in EXTREMES:
        return _gone(cell, "dominance")
    if (
        (cell.base or 0) < ENOUGH.get(cell.stat, 0)
        and not table.on_a_scale
        and (cell.level or about_respondents(table))
    ):
        return _gone(cell, "few")
    if cell.stat == "answered" and cell.level:
        return _gone(cell, "small")
    if cell.stat in ("mean", "sum") and _of_quantities(table) and about_respondents(table):
        return _gone(cell, "dominance")
    if cell.stat in (COUNT, SHARE) and (cell.level, cell.row, cell.item) in hidden:
        return _gone(cell, hidden[cell.level, cell.row, cell.item])
    if _stands_on_hidden(cell, lines, hidden):
        return _gone(cell, "beside")
    return cell


def _of_quantities(table: Table) -> bool:
    return table.kind in ("number", "money") or (table.kind == "grid" and not table.on_a_scale)


def _stands_on_hidden(cell: Cell, lines: dict[Line, str], hidden: dict[Key, str]) -> bool:
    """A net, mean, median, score or total whose counts are not all shown.

    Over a group these, too, add up to the total: where one level's counts are hidden, no level's sum is shown, or
    subtraction would give the hidden one back.
    """
    if parts_of_net(cell.item):
        over = set(parts_of_net(cell.item))
    elif cell.stat in STANDS_ON_COUNTS:
        over = None
    else:
        return False
    same_row = [
        (level, item) for level, row, item in hidden if row == cell.row and bool(level) == bool(cell.level)
    ]
    if any(item in over if over else _same_side(cell.item, item) for _, item in same_row):
        return True
    return bool(over and cell.level and any(row == cell.row for _, row in lines))


def _same_side(item: str, counted: str) -> bool:
    """A mean of "importance" stands on "importance:1" …; a gap or a quadrant on both sides."""
    side = counted.rpartition(":")[0]
    return side in ("", item) or item in ("gap", "quadrant")


def _gone(cell: Cell, rule: str, base_too: bool = False) -> Cell:
    base = None if base_too else cell.base
    return replace(cell, value=None, low=None, high=None, n=None, base=base, status="suppressed", rule=rule)
