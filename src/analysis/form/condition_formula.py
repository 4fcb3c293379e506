"""The conditions of the routing as formulas of a worksheet, over the names of the form's cells.

A formula says what `Condition.verdict` says: a comparison with an empty cell is neither true nor false, and a
question is asked where its condition is true. `could` says where it may still become true while cells are empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.form.fields import Field
from analysis.language.text import match_key
from analysis.questionnaire.answer import Money, Multi, Scale
from analysis.questionnaire.condition import (
    COMPARISONS,
    And,
    Answered,
    Atom,
    Compare,
    Condition,
    Count,
    Has,
    Is,
    Name,
    Not,
    Or,
    written,
)  # fmt: skip
from analysis.questionnaire.question import Part

_LITERAL = 255  # letters that a text in a formula may have


class Cells(NamedTuple):
    """Where the answer to a part stands.

    fields  the cells of the part: one, or one an option
    open    a formula: whether an answer may still come where there is none
    """

    fields: tuple[Field, ...]
    open: str = "TRUE"

    @property
    def part(self) -> Part:
        return self.fields[0].part


CellsOf = Callable[
    [Name], Sequence[Cells]
]  # the parts that a name stands for: several over the rows of a grid
Formulas = tuple[str, str]  # where it is true, where it is false


def asked(condition: Condition, cells_of: CellsOf, language: str) -> str:
    """A formula: TRUE where the condition is true, and FALSE elsewhere."""
    return _Translation(cells_of, language, possible=False).verdict(condition)[0]


def could(condition: Condition, cells_of: CellsOf, language: str) -> str:
    """A formula: TRUE where the condition is true or may still become so by filling empty cells."""
    return _Translation(cells_of, language, possible=True).verdict(condition)[0]


def literal(text: str) -> str:
    """A text as a formula writes it, in pieces where it is long."""
    pieces = [text[at : at + _LITERAL] for at in range(0, len(text), _LITERAL)] or [""]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces)


def any_of(terms: Sequence[str]) -> str:
    return terms[0] if len(terms) == 1 else f"OR({','.join(terms)})"


def all_of(terms: Sequence[str]) -> str:
    return terms[0] if len(terms) == 1 else f"AND({','.join(terms)})"


def filled(field: Field) -> str:
    """Whether something stands in a cell."""
    return f'{field.name}<>""'


class _Translation:
    def __init__(self, cells_of: CellsOf, language: str, possible: bool) -> None:
        self.cells_of, self.language, self.possible = cells_of, language, possible

    def verdict(self, condition: Condition) -> Formulas:
        match condition:
            case Not():
                true, false = self.verdict(condition.term)
                return false, true
            case And() | Or():
                both = [self.verdict(term) for term in condition.terms]
                return _joined(both, all_are=isinstance(condition, And))
            case Atom():
                each = [self._atom(condition, cells) for cells in self.cells_of(condition.name)]
                return _joined(each, all_are=condition.name.over == "all")
        raise TypeError(condition)

    def _atom(self, atom: Atom, cells: Cells) -> Formulas:
        answered = self._answered(cells)
        if isinstance(atom, Answered):
            true, false = answered, f"NOT({answered})"
        else:
            holds = self._holds(atom, cells)
            known = f"ISNUMBER({cells.fields[0].name})" if _is_number(cells.part) else answered
            true, false = f"AND({known},{holds})", f"AND({known},NOT({holds}))"
            answered = known
        if self.possible:
            open_ = f"AND(NOT({answered}),{cells.open})"
            true, false = f"OR({true},{open_})", f"OR({false},{open_})"
        return true, false

    def _answered(self, cells: Cells) -> str:
        answer = cells.part.answer
        if isinstance(answer, Scale) and answer.not_applicable:
            name, beside = cells.fields[0].name, literal(answer.not_applicable.text(self.language))
            return f'AND({name}<>"",{name}&""<>{beside})'
        return any_of([filled(field) for field in cells.fields])

    def _holds(self, atom: Atom, cells: Cells) -> str:
        name = cells.fields[0].name
        match atom:
            case Is():
                return self._is_one_of(cells, atom.options)
            case Has():
                return any_of([filled(f) for f in cells.fields if f.option and f.option.id == atom.option])
            case Count():
                chosen = "+".join(f"({filled(field)})" for field in cells.fields)
                return f"({chosen}{atom.operator}{written(atom.number)})"
            case Compare() if isinstance(cells.part.answer, Scale):
                holds = COMPARISONS[atom.operator]
                points = cells.part.answer.scale.points
                return self._is_one_of(cells, [p.id for p in points if bool(holds(int(p.id), atom.number))])
            case Compare():
                won = cells.part.answer.won if isinstance(cells.part.answer, Money) else 1
                amount = f"N({name})*{won}" if won != 1 else f"N({name})"
                return f"({amount}{atom.operator}{written(atom.number)})"
        raise TypeError(atom)

    def _is_one_of(self, cells: Cells, ids: Sequence[str]) -> str:
        """By its label, or by its number on the form where no label is a number itself."""
        answer = cells.part.answer
        options = answer.scale.points if isinstance(answer, Scale) else getattr(answer, "options", ())
        labels = {option.id: option.text(self.language) for option in options}
        numbers = {option.id: str(number) for number, option in enumerate(options, start=1)}
        if {match_key(label) for label in labels.values()} & set(numbers.values()):
            numbers = {}
        texts = [said for one in ids for said in (labels[one], numbers.get(one, "")) if said]
        tests = [f'{cells.fields[0].name}&""={literal(text)}' for text in texts]
        return any_of(tests) if tests else "FALSE"


def _joined(verdicts: Sequence[Formulas], all_are: bool) -> Formulas:
    true, false = zip(*verdicts, strict=True)
    return (all_of(true), any_of(false)) if all_are else (any_of(true), all_of(false))


def _is_number(part: Part) -> bool:
    """Of words in the cell of a number ("약 200") a worksheet knows nothing."""
    return not isinstance(part.answer, Scale | Multi) and part.answer.kind in ("number", "money")
