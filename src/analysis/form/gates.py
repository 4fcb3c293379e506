"""Which questions of a form are asked, by what is filled in: as formulas for its cells, and judged now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from analysis.form.amount import amount_of
from analysis.form.body import Table
from analysis.form.condition_formula import Cells, asked, could
from analysis.form.fields import Field
from analysis.form.plan import FormPlan
from analysis.language.text import match_key
from analysis.questionnaire.answer import Money, Multi, Scale
from analysis.questionnaire.condition import Answers, Condition, Name
from analysis.questionnaire.question import Part, PartKey

NOT_ASKED, ASKED, UNDECIDED = 0, 1, 2  # undecided: what it hangs on is not answered yet
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
    formulas = (make(condition, given.cells_of, given.plan.language) for make in (asked, could))
    formula = "=IF({},1,IF({},2,0))".format(*formulas)
    if len(formula) > _LONGEST:
        return Gate(name, f"={UNDECIDED}", UNDECIDED)
    if condition.evaluate(given)[0]:
        return Gate(name, formula, ASKED)
    given.anything_open = True
    possible = bool(condition.evaluate(given)[0])
    given.anything_open = False
    return Gate(name, formula, UNDECIDED if possible else NOT_ASKED)


@dataclass
class _Given:
    """What is filled in, for conditions (`condition.Values`), and where it stands, for formulas.

    anything_open  whether everything is possible in empty cells that may still be asked for
    """

    plan: FormPlan
    fields: Mapping[PartKey, tuple[Field, ...]]
    filled: Mapping[str, str]
    gates: Gates
    grid: str = ""
    row: str = ""
    anything_open: bool = False

    def keys(self, name: Name) -> Sequence[PartKey]:
        """The parts that a name in a condition stands for."""
        rows = self.rows(name.question) if name.over else (name.row,)
        return [PartKey(name.question, row, name.column) for row in rows]

    def cells_of(self, name: Name) -> Sequence[Cells]:
        gates = {key: self.gate(key) for key in self.keys(name)}
        return [Cells(self.fields[key], f"{gate.name}<>0" if gate else "TRUE") for key, gate in gates.items()]

    def gate(self, key: PartKey) -> Gate | None:
        """What decides whether the answer of a part is asked for: its column's condition, or the question's."""
        return self.gates.get(key) or self.gates.get(PartKey(key.question))

    def rows(self, question: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key.row for key in self.fields if key.question == question))

    def __call__(self, question: str, row: str, column: str) -> Answers:
        (key,) = self.keys(Name(question, row, column))
        chosen, number, answered = self._answer(self.fields[key])
        gate = self.gate(key)
        open_ = self.anything_open and not answered and (gate is None or gate.state != NOT_ASKED)
        return Answers(
            codes=np.array(["|".join(chosen)]),
            which=np.zeros(1, dtype=int),
            number=np.array([number]),
            answered=np.array([answered]),
            open=np.array([open_]),
        )

    def _answer(self, fields: Sequence[Field]) -> tuple[list[str], float, bool]:
        """The ids chosen, the number (won, position on a scale), and whether there is an answer."""
        part, texts = fields[0].part, [self.filled.get(field.name, "") for field in fields]
        answer = part.answer
        if isinstance(answer, Multi):
            chosen = [
                field.option.id for field, text in zip(fields, texts, strict=True) if text and field.option
            ]
            return chosen, float("nan"), bool(chosen)
        if answer.kind in ("number", "money"):
            amount = amount_of(texts[0])
            won = answer.won if isinstance(answer, Money) else 1
            return [], float("nan") if amount is None else amount * won, amount is not None
        chosen = _chosen(part, texts[0], self.plan.language)
        position = float(chosen[0]) if chosen and isinstance(answer, Scale) else float("nan")
        beside = isinstance(answer, Scale) and answer.not_applicable
        answered = bool(texts[0]) and not (beside and beside.text(self.plan.language) == texts[0])
        return chosen, position, answered


class _GivenInRow(_Given):
    """… in one row of a grid, whose columns the condition names."""

    def keys(self, name: Name) -> Sequence[PartKey]:
        return [PartKey(self.grid, self.row, name.question)]

    def gate(self, key: PartKey) -> Gate | None:
        return self.gates.get(key)


def _chosen(part: Part, text: str, language: str) -> list[str]:
    """The option of that label, or of that number on the form where no label is a number itself."""
    answer = part.answer
    options = answer.scale.points if isinstance(answer, Scale) else getattr(answer, "options", ())
    labels = {option.text(language).casefold(): option.id for option in options}
    numbers = {str(number): option.id for number, option in enumerate(options, start=1)}
    if {match_key(label) for label in labels} & set(numbers):
        numbers = {}
    found = labels.get(text.casefold()) or numbers.get(text)
    return [found] if found else []
