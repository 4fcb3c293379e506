"""What is hidden of the tables of a question, and everything that stands on it.

All tables of a question are protected together: they share the total, and what one hides no other shows. What tables
of different questions give away together is not looked at here (the methods box says so).

The rules, in a table that `Policy.protects`:
  small        a count of 1 … threshold-1; with a base that small, its whole line
  unanimous    what everybody of a line answered: it tells the answer of each (but for a characteristic known anyway)
  complement   hidden so that no row or column is left with one X, or with X's that add up to less than the threshold
  beside       a mean, median, net or total that stands on hidden cells
  few          a quartile of fewer than 10 answers, a median of fewer than 5 (of a confidential quantity: 10): some
               organisation's own value. Of a quantity, the interval of a mean of fewer than 10 answers, of a median of
               fewer than 20 and of any quartile is left out; of a gap, a net promoter score and points of ranks of fewer
               than 10, too
  weights      a weighted figure beside hidden counts; see `weights`
  dominance    minimum, maximum, mean and sum of a quantity that is itself a key or confidential: they are about single
               organisations, the largest above all
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.questionnaire.words import Words, said
from analysis.release.audience import Policy, about_respondents
from analysis.release.audit import line_is_hidden
from analysis.release.board import (
    ABSENT,
    BASE,
    COUNT,
    SHARE,
    Levels,
    Line,
    boards,
    is_value_count,
    level_names,
    parts_of_net,
)
from analysis.release.hide import Hidden, Secrecy, hide
from analysis.release.precision import without_interval
from analysis.tables import Cell, Table

# With so few answers, a quartile or median is one of them: of three, the minimum follows from median and quartile.
ENOUGH = {"q1": 10, "q3": 10, "median": 5}
ENOUGH_CONFIDENTIAL = ENOUGH | {"median": 10}
# The ends of an interval of a median are values of respondents nearer to the ends than quartiles are; a mean with its
# standard error leaves few sets of a few numbers.
ENOUGH_OF_INTERVAL = {"mean": 10, "median": 20}
EXTREMES = ("min", "max", "earliest", "latest")
ON_ALL_COUNTS = ("alpha", "omega", "w", "borda", "nps")
STANDS_ON_COUNTS = ("mean", "median", "score100", "mentions", "code", "sum", *ON_ALL_COUNTS)
OF_VALUES = ("mean", "median", "q1", "q3", "sum")
OF_SEVERAL_ANSWERS = ("nps", "borda")  # and gaps: their errors tell who gave which of them together
OF_BOTH_SIDES = ("gap", "quadrant")
COMPARING = ("p", "p_adjusted", "effect")


def suppress(tables: Sequence[Table], policy: Policy, banners: Iterable[Levels] = ()) -> list[Table]:
    """The tables of one question with everything hidden that `policy` does not let its audience see, in their order.
    Values of hidden cells are gone.

    banners  those of any table that go by this question
    """
    protected = [_without_asides(table, policy) for table in tables if policy.protects(table)]
    if not protected:
        return list(tables)
    about, facts = about_respondents(protected[0]), protected[0].facts
    known_anyway = bool(facts.get("key")) and not facts.get("confidential")
    secrecy = Secrecy(policy.threshold, total=about, unanimous=not known_anyway)
    hidden = Hidden()
    if about:  # the total first, so that no table by a group takes anything from it
        for board in boards([_total(protected[0])], banners):
            hide(board, secrecy, hidden)
    for board in boards(protected, banners):
        hide(board, replace(secrecy, total=False), hidden)
    released = iter([_Protected(table, secrecy, hidden).released() for table in protected])
    return [next(released) if policy.protects(table) else table for table in tables]


def _total(table: Table) -> Table:
    """Of all respondents only."""
    return table.with_cells(tuple(cell for cell in table.cells if not cell.level))


def _without_asides(table: Table, policy: Policy) -> Table:
    """Without what tells by being there: values that somebody gave, how many of a few gave no answer and why."""
    about = about_respondents(table)
    cells = tuple(
        cell
        for cell in table.cells
        if not is_value_count(cell)
        and not (cell.stat == ABSENT and (cell.level or (about and 0 < (cell.value or 0) < policy.threshold)))
    )
    gone = {cell.item for cell in table.cells} - {cell.item for cell in cells}
    items = tuple(label for label in table.items if label.id not in gone)
    notes = (*table.notes, said("release.unanswered")) if table.remarks else table.notes
    return replace(table, cells=cells, items=items, notes=notes, remarks=(), facts=dict(table.facts))


class _Protected:
    """A table whose cells are looked at one by one, with what is hidden of its question."""

    def __init__(self, table: Table, secrecy: Secrecy, hidden: Hidden) -> None:
        self.table, self.secrecy, self.hidden = table, secrecy, hidden
        self.names = level_names(table)
        self.sides = {cell.item for cell in table.cells if cell.stat == BASE} - {""}
        self.sides |= {cell.item.rpartition(":")[0] for cell in table.cells if cell.stat == COUNT} - {""}
        levels = set(self.names.values())
        self.hidden_items: dict[tuple[str, bool], set[str]] = {}
        for level, row, item in hidden.counts:
            if level in levels:
                self.hidden_items.setdefault((row, bool(level)), set()).add(item)
        self.rows_with_hidden_lines = {row for level, row, _ in hidden.lines if level and level in levels}
        alike = [cell for cell in table.cells if self._all_the_same(cell)]
        self.alike = {(self.names[cell.level], cell.row, cell.item) for cell in alike}
        self._levels_alike = {(cell.row, cell.item) for cell in alike if cell.level}
        self._company = {in_group: self._company_of_means(alike, in_group) for in_group in (False, True)}
        confidential = table.facts.get("confidential") and _of_quantities(table)
        self._enough = ENOUGH_CONFIDENTIAL if confidential else ENOUGH

    def released(self) -> Table:
        table = _without_tests(self.table.with_cells(tuple(self._hide(cell) for cell in self.table.cells)))
        if ("", "", "") in self.hidden.lines:
            table = replace(table, base=Words(ko="X", en="X"), facts=dict(table.facts))
        return table

    def _hide(self, cell: Cell) -> Cell:
        """The cell, or what is left of it."""
        level = self.names[cell.level]
        for line in self._lines(cell):
            if line_is_hidden(line, self.hidden.lines):
                rule = self.hidden.lines.get(line) or self.hidden.lines[level, cell.row, ""]
                return _gone(cell, rule, base_too=True)
        seen_by_all = not cell.level and not self.secrecy.total
        if not seen_by_all and 0 < (cell.base or 0) < self.secrecy.threshold:
            return _gone(cell, "small", base_too=True)
        rule = self._rule(cell, level, seen_by_all)
        if rule:
            return _gone(cell, rule)
        return cell if seen_by_all or self._tells_enough(cell) else without_interval(cell)

    def _tells_enough(self, cell: Cell) -> bool:
        """The interval may stand beside the value: it is no number of somebody's."""
        if cell.stat in OF_SEVERAL_ANSWERS or cell.item.rpartition(":")[2] == "gap":
            return (cell.base or 0) >= ENOUGH_OF_INTERVAL["mean"]
        if self.table.on_a_scale or cell.stat not in OF_VALUES:
            return True
        return (cell.base or 0) >= ENOUGH_OF_INTERVAL.get(cell.stat, float("inf"))

    def _rule(self, cell: Cell, level: str, seen_by_all: bool) -> str:
        """The rule that hides a cell of a line that is not hidden; "" where none does."""
        if cell.stat in EXTREMES:
            return "dominance"
        if (
            not seen_by_all
            and (cell.base or 0) < self._enough.get(cell.stat, 0)
            and not self.table.on_a_scale
        ):
            return "few"
        if cell.stat == "answered" and cell.level:
            return "small"
        if cell.stat in ("mean", "sum") and self.secrecy.total and _of_quantities(self.table):
            return "dominance"
        if cell.stat in OF_VALUES and (level, cell.row, cell.item) in self.alike:
            return "unanimous"
        if cell.stat in ("mean", "sum") and cell.row in self._company[bool(cell.level)]:
            return "complement"
        if cell.stat in (COUNT, SHARE):
            rule = self.hidden.counts.get((level, cell.row, cell.item), "")
            if rule:
                return rule
        return "beside" if self._stands_on_hidden(cell) else ""

    def _lines(self, cell: Cell) -> list[Line]:
        """The lines that a cell stands in: of its own side, or of both."""
        side, _, name = cell.item.rpartition(":")
        if name in OF_BOTH_SIDES:
            sides = sorted(self.sides) or [""]
        else:
            sides = [side or (name if name in self.sides else "")]
        return [(self.names[cell.level], cell.row, side) for side in sides]

    def _stands_on_hidden(self, cell: Cell) -> bool:
        """A net, mean, median, score or total of which something that it stands on is hidden.

        Over a group these, too, add up to the total: where one level's counts are hidden, no level's sum is shown, or
        subtraction would give the hidden one back.
        """
        over = set(parts_of_net(cell.item))
        if not over and cell.stat not in STANDS_ON_COUNTS:
            return False
        if cell.level and cell.stat in ("mean", "sum") and (cell.row, cell.item) in self._levels_alike:
            return True
        if not over and self.table.kind in ("number", "money") and cell.stat != "nps":  # bins do not tell a mean
            return False
        of_rows = [
            items
            for (row, in_group), items in self.hidden_items.items()
            if in_group == bool(cell.level) and (row == cell.row or self._is_of_all_rows(cell))
        ]
        if any(item in over if over else _same_side(cell.item, item) for items in of_rows for item in items):
            return True
        return bool(
            cell.level and (over or self._is_of_all_rows(cell))
            and any(row == cell.row or self._is_of_all_rows(cell) for row in self.rows_with_hidden_lines)
        )  # fmt: skip

    def _company_of_means(self, alike: Sequence[Cell], in_group: bool) -> set[str]:
        """Rows whose means are hidden beside those that tell an answer, where the rows of a line add up to something
        known: one hidden mean alone, or several that are all nothing, would be what the others leave of it."""
        if self.table.kind != "allocation" and not self.table.facts.get("adds_up_to"):
            return set()
        hidden = {cell.row for cell in alike if bool(cell.level) == in_group}
        means = [cell for cell in self.table.cells if cell.stat == "mean" and bool(cell.level) == in_group]
        overall = {
            cell.row: cell.value or 0 for cell in self.table.cells if cell.stat == "mean" and not cell.level
        }
        company: set[str] = set()
        while hidden:
            of_level: dict[str, list[float]] = {}
            for cell in means:
                if cell.row in hidden | company and cell.value is not None:
                    of_level.setdefault(cell.level, []).append(cell.value)
            left = {row: value for row, value in overall.items() if row not in hidden | company}
            if not left or all(len(values) > 1 and any(values) for values in of_level.values()):
                break
            company.add(min(left, key=lambda row: (not left[row], left[row], row)))
        return company

    def _is_of_all_rows(self, cell: Cell) -> bool:
        """The mean of the means of all rows; what is made of the counts of all rows, ranks or classes."""
        return cell.stat in ON_ALL_COUNTS or (self.table.kind == "importance_performance" and not cell.row)

    def _all_the_same(self, cell: Cell) -> bool:
        """Everybody of the line gave the same number: a mean at the end of what can be said, or no range at all."""
        if not self.secrecy.unanimous or not (cell.level or self.secrecy.total) or not cell.base:
            return False
        if self.table.kind == "allocation":
            return cell.stat == "mean" and cell.value in (0, self.table.facts["total"])
        largest = self.table.get("max", cell.item, cell.row, cell.level)
        return cell.stat == "min" and largest is not None and largest.value == cell.value


def _of_quantities(table: Table) -> bool:
    return table.kind in ("number", "money") or (table.kind == "grid" and not table.on_a_scale)


def _same_side(item: str, counted: str) -> bool:
    """A mean of "importance" stands on "importance:1" …; a gap or a quadrant on both sides."""
    side = counted.rpartition(":")[0]
    return side in ("", item) or item in OF_BOTH_SIDES


def _without_tests(table: Table) -> Table:
    """Where anything is hidden, without what compares the levels: a p-value is made of the hidden counts, too."""
    if all(cell.status != "suppressed" for cell in table.cells if cell.level):
        return table
    kept = (cell for cell in table.cells if cell.stat not in COMPARING)
    return table.with_cells(tuple(cell._replace(letters="") if cell.letters else cell for cell in kept))


def _gone(cell: Cell, rule: str, base_too: bool = False) -> Cell:
    base = None if base_too else cell.base
    return Cell(*cell.key, None, base=base, status="suppressed", rule=rule)
