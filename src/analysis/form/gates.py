"""Which questions of a form are asked, by what is filled in: as formulas for its cells, and judged now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.form.body import Table
from analysis.form.condition_formula import UNDECIDED, Cells, Judged, judged
from analysis.form.fields import Field
from analysis.form.plan import FormPlan
from analysis.questionnaire.condition import Condition, Name
from analysis.questionnaire.question import PartKey

_LONGEST = 8000  # letters of a formula; Excel takes 8192


class Gate(NamedTuple):
    """Whether a question, or a cell of a conditional column, is asked.

    name     of the cell that says so
    formula  of that cell: one of the three states
    state    what it comes to as the form is sent
    """

    name: str
    formula: str
    state: int


Gates = Mapping[PartKey, Gate]


def gates_of(plan: FormPlan, filled: Mapping[str, str]) -> Gates:
    """The gate of every question with a condition, and of every cell in a column with one. filled: by field name."""
    fields: dict[PartKey, tuple[Field, ...]] = defaultdict(tuple)
    for field in plan.fields:
        if not field.own_words:
            fields[field.part.key] += (field,)
    gates: dict[PartKey, Gate] = {}
    given = _Given(plan, fields, filled, gates)
    for number, block in enumerate(plan.blocks, start=1):
        question = block.question.id
        if block.condition:
            gates[PartKey(question)] = _gate(f"dure_on_{number}", block.condition, given)
        if not isinstance(block.body, Table):
            continue
        for at, line in enumerate(block.body.lines, start=1):
            in_row = _GivenInRow(plan, fields, filled, gates, question, line.id)
            for across, column in enumerate(block.body.columns, start=1):
                if column.condition:
                    name = f"dure_on_{number}_{at}_{across}"
                    gates[PartKey(question, line.id, column.id)] = _gate(name, column.condition, in_row)
    return gates


def _gate(name: str, condition: Condition, given: _Given) -> Gate:
    formula, state = judged(condition, given.cells_of, given.plan.language)
    if len(formula) >= _LONGEST:
        return Gate(name, f"={UNDECIDED}", UNDECIDED)
    return Gate(name, f"={formula}", state)


@dataclass
class _Given:
    """What is filled in, and where it stands, for conditions."""

    plan: FormPlan
    fields: Mapping[PartKey, tuple[Field, ...]]
    filled: Mapping[str, str]
    gates: Gates

    def keys(self, name: Name) -> Sequence[PartKey]:
        """The parts that a name in a condition stands for."""
        if not name.over:
            return [PartKey(name.question, name.row, name.column)]
        return [key for key in self.fields if (key.question, key.column) == (name.question, name.column)]

    def cells_of(self, name: Name) -> Sequence[Cells]:
        return [self._cells(key) for key in self.keys(name)]

    def _cells(self, key: PartKey) -> Cells:
        fields, gate = self.fields[key], self.gate(key)
        texts = tuple(self.filled.get(field.name, "") for field in fields)
        return Cells(fields, texts, Judged(gate.name, gate.state) if gate else None)

    def gate(self, key: PartKey) -> Gate | None:
        """What decides whether the answer of a part is asked for: its column's condition, or the question's."""
        return self.gates.get(key) or self.gates.get(PartKey(key.question))


@dataclass
class _GivenInRow(_Given):
    """… in one row of a grid, whose columns the condition names."""

    grid: str
    row: str

    def keys(self, name: Name) -> Sequence[PartKey]:
        return [PartKey(self.grid, self.row, name.question)]

    def gate(self, key: PartKey) -> Gate | None:
        return self.gates.get(key)
