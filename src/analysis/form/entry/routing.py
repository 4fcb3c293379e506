"""Which cells of a row of a data entry workbook are not asked for, by what was typed before them: as formulas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.form.body import Table
from analysis.form.condition_formula import NOT_ASKED, Cells, Judged, judged
from analysis.form.fields import Field
from analysis.form.plan import FormPlan
from analysis.questionnaire.condition import Condition, Name
from analysis.questionnaire.question import PartKey

_LONGEST = 4_000  # letters of a formula that is worth its while


def not_asked(plan: FormPlan, cells: Mapping[str, str]) -> dict[str, list[str]]:
    """Conditions without "=" that are true in the first row where a cell is surely not asked for, by its name.

    cells: what formulas of that row call each cell ("$D4"), by its name.
    """
    row = _Row(plan, cells)
    found: dict[str, list[str]] = defaultdict(list)
    for block in plan.blocks:
        if block.condition and (formula := row.never(block.condition)):
            for cell in block.cells:
                found[cell.field.name].append(formula)
        if not isinstance(block.body, Table):
            continue
        for line in block.body.lines:
            for column, its in zip(block.body.columns, line.cells, strict=True):
                formula = row.never(column.condition, block.question.id, line.id) if column.condition else ""
                if formula:
                    for cell in its:
                        found[cell.field.name].append(formula)
    return found


class _Row:
    """What conditions look at, cell by cell of one row."""

    def __init__(self, plan: FormPlan, cells: Mapping[str, str]) -> None:
        self.language = plan.language
        self._conditions = {block.question.id: block.condition for block in plan.blocks if block.condition}
        self._fields: dict[PartKey, tuple[Field, ...]] = defaultdict(tuple)
        self._gates: dict[str, Judged | None] = {}
        for field in plan.fields:
            if not field.own_words:
                self._fields[field.part.key] += (replace(field, name=cells[field.name]),)

    def never(self, condition: Condition, grid: str = "", row: str = "") -> str:
        """Where the condition cannot become true any more; "" where that would take too long a formula.

        grid, row: of a condition that names columns of one row of a grid.
        """
        gate = self._judged(condition, grid, row)
        return f"{gate.formula}={NOT_ASKED}" if gate else ""

    def _judged(self, condition: Condition, grid: str = "", row: str = "") -> Judged | None:
        """None where the formula would be too long."""

        def cells_of(name: Name) -> Sequence[Cells]:
            keys = [PartKey(grid, row, name.question)] if grid else self._keys(name)
            gate = None if grid else self._gate(name.question)
            return [Cells(self._fields[key], ("",) * len(self._fields[key]), gate) for key in keys]

        gate = judged(condition, cells_of, self.language)
        return gate if len(gate.formula) <= _LONGEST else None

    def _gate(self, question: str) -> Judged | None:
        """Whether a question is asked, worked out once; None where everybody is, or where it takes too long a formula:
        what hangs on it then stays open."""
        if question not in self._gates:
            condition = self._conditions.get(question)
            self._gates[question] = self._judged(condition) if condition else None
        return self._gates[question]

    def _keys(self, name: Name) -> list[PartKey]:
        if not name.over:
            return [PartKey(name.question, name.row, name.column)]
        return [key for key in self._fields if (key.question, key.column) == (name.question, name.column)]
