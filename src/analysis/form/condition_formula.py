"""The conditions of the routing as formulas of a worksheet, over the names of the form's cells, and judged now.

A formula says what `Condition.verdict` says of answers that are still being filled in: a question is asked where its
condition is true, and undecided where it may still become true by filling empty cells, or where words stand that a
worksheet does not understand. "Not" is carried down to the comparisons; "and" is then the least of the terms, "or" the
greatest, and every comparison stands in the formula once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.form.amount import amount_of
from analysis.form.fields import Field
from analysis.language.text import match_key
from analysis.questionnaire.answer import Money, Scale
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

NOT_ASKED, UNDECIDED, ASKED = 0, 1, 2
_LITERAL = 255  # letters that a text in a formula may have
_BETWEEN = "¦"  # texts of which one is looked for; nobody types it


class Judged(NamedTuple):
    """A formula for one of the three states, and which it comes to now."""

    formula: str
    state: int


class _Test(NamedTuple):
    """A formula that is TRUE or FALSE, and what it comes to now."""

    formula: str
    holds: bool


class Cells(NamedTuple):
    """Where the answer to a part stands.

    fields  the cells of the part: one, or one an option
    texts   what stands in each now
    gate    whether the part is asked; None where everybody is
    """

    fields: tuple[Field, ...]
    texts: tuple[str, ...]
    gate: Judged | None = None

    @property
    def part(self) -> Part:
        return self.fields[0].part


# The parts that a name stands for: several over the rows of a grid.
CellsOf = Callable[[Name], Sequence[Cells]]

_NO, _MAYBE, _YES = (Judged(str(state), state) for state in (NOT_ASKED, UNDECIDED, ASKED))


def judged(condition: Condition, cells_of: CellsOf, language: str) -> Judged:
    """Whether a question of this condition is asked. language: of the labels on the form."""
    return _Translation(cells_of, language).judged(condition, negated=False)


def literal(text: str) -> str:
    """A text as a formula writes it, in pieces where it is long."""
    pieces = [text[at : at + _LITERAL] for at in range(0, len(text), _LITERAL)] or [""]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces)


def any_of(terms: Sequence[str]) -> str:
    return terms[0] if len(terms) == 1 else f"OR({','.join(terms)})"


def all_of(terms: Sequence[str]) -> str:
    return terms[0] if len(terms) == 1 else f"AND({','.join(terms)})"


def filled(field: Field) -> str:
    """Whether something stands in a cell; blanks are nothing."""
    return f'TRIM({field.name})<>""'


class _Translation:
    def __init__(self, cells_of: CellsOf, language: str) -> None:
        self.cells_of, self.language = cells_of, language

    def judged(self, condition: Condition, negated: bool) -> Judged:
        match condition:
            case Not():
                return self.judged(condition.term, not negated)
            case And() | Or():
                terms = [self.judged(term, negated) for term in condition.terms]
                return _joined(terms, all_are=isinstance(condition, And) != negated)
            case Atom():
                each = [self._atom(condition, negated, cells) for cells in self.cells_of(condition.name)]
                return _joined(each, all_are=(condition.name.over == "all") != negated)
        raise TypeError(condition)

    def _atom(self, atom: Atom, negated: bool, cells: Cells) -> Judged:
        some, known = _filled(cells), self._known(atom, cells)
        otherwise = _open(cells, some if known != some else None)
        if isinstance(atom, Answered):
            if negated:
                return _if(known, _NO, _if(self._void(cells), _YES, _MAYBE) if known != some else _YES)
            return _if(known, _YES, otherwise)
        yes, no = (_NO, _YES) if negated else (_YES, _NO)
        return _if(known, _if(self._holds(atom, cells), yes, no), otherwise)

    def _known(self, atom: Atom, cells: Cells) -> _Test:
        """Whether what stands in the cells is understood, as far as the comparison goes."""
        part = cells.part
        if _is_number(part) and not isinstance(atom, Answered):
            return _Test(f"ISNUMBER({cells.fields[0].name})", amount_of(cells.texts[0]) is not None)
        if part.answer.kind in ("single", "scale"):
            return self._is_one_of(cells, list(self._names(part)))
        return _filled(cells)

    def _void(self, cells: Cells) -> _Test:
        """Whether nothing stands in the cell of a choice, or only the box beside the scale."""
        answer, nothing = cells.part.answer, [""]
        if isinstance(answer, Scale) and answer.not_applicable:
            nothing.append(_plain(answer.not_applicable.text(self.language)))
        return _one_of(cells, nothing)

    def _holds(self, atom: Atom, cells: Cells) -> _Test:
        """Whether the comparison holds of what is understood."""
        name, answer = cells.fields[0].name, cells.part.answer
        marked = [bool(text.strip()) for text in cells.texts]
        match atom:
            case Is():
                return self._is_one_of(cells, atom.options)
            case Has():
                at = [bool(f.option and f.option.id == atom.option) for f in cells.fields].index(True)
                return _Test(filled(cells.fields[at]), marked[at])
            case Count():
                chosen = "+".join(f"({filled(field)})" for field in cells.fields)
                holds = bool(COMPARISONS[atom.operator](sum(marked), atom.number))
                return _Test(f"({chosen}){atom.operator}{written(atom.number)}", holds)
            case Compare() if isinstance(answer, Scale):
                holds_of = COMPARISONS[atom.operator]
                points = [p.id for p in answer.scale.points if bool(holds_of(int(p.id), atom.number))]
                return self._is_one_of(cells, points)
            case Compare():
                won = answer.won if isinstance(answer, Money) else 1
                amount = f"N({name})*{won}" if won != 1 else f"N({name})"
                holds = bool(COMPARISONS[atom.operator]((amount_of(cells.texts[0]) or 0) * won, atom.number))
                return _Test(f"{amount}{atom.operator}{written(atom.number)}", holds)
        raise TypeError(atom)

    def _is_one_of(self, cells: Cells, ids: Sequence[str]) -> _Test:
        names = self._names(cells.part)
        return _one_of(cells, [name for one in ids for name in names[one]])

    def _names(self, part: Part) -> dict[str, list[str]]:
        """What chooses each option: its label, or its number on the form where no label is a number itself."""
        options = part.answer.choices
        labels = [option.text(self.language) for option in options]
        numbers = {str(number) for number in range(1, len(options) + 1)}
        by_number = not numbers & {match_key(label) for label in labels}
        return {
            option.id: [_plain(label), *([str(number)] if by_number else [])]
            for number, (option, label) in enumerate(zip(options, labels, strict=True), start=1)
        }


def _joined(terms: Sequence[Judged], all_are: bool) -> Judged:
    if len(terms) == 1:
        return terms[0]
    name, least_or_greatest = ("MIN", min) if all_are else ("MAX", max)
    formulas = ",".join(term.formula for term in terms)
    return Judged(f"{name}({formulas})", least_or_greatest(term.state for term in terms))


def _if(test: _Test, then: Judged, otherwise: Judged) -> Judged:
    formula = f"IF({test.formula},{then.formula},{otherwise.formula})"
    return Judged(formula, then.state if test.holds else otherwise.state)


def _open(cells: Cells, some: _Test | None) -> Judged:
    """Where nothing is known: may an answer still come? `some`: whether words stand there."""
    if cells.gate is None:
        return _MAYBE
    asked = _Test(f"{cells.gate.formula}>{NOT_ASKED}", cells.gate.state > NOT_ASKED)
    tests = [asked] if some is None else [some, asked]
    either = _Test(any_of([test.formula for test in tests]), any(test.holds for test in tests))
    return _if(either, _MAYBE, _NO)


def _filled(cells: Cells) -> _Test:
    return _Test(any_of([filled(field) for field in cells.fields]), any(text.strip() for text in cells.texts))


def _one_of(cells: Cells, texts: Sequence[str]) -> _Test:
    """Whether one of these stands in the cell, in capitals or not."""
    field, text = cells.fields[0], _plain(cells.texts[0])
    listed = literal(_BETWEEN + _BETWEEN.join(texts) + _BETWEEN)
    b = literal(_BETWEEN)
    return _Test(f"ISNUMBER(FIND({b}&LOWER(TRIM({field.name}))&{b},{listed}))", text in texts)


def _plain(text: str) -> str:
    """As LOWER(TRIM()) of a worksheet leaves it."""
    return " ".join(filter(None, text.split(" "))).lower()


def _is_number(part: Part) -> bool:
    """Of words in the cell of a number ("약 200") a worksheet knows nothing."""
    return part.answer.kind in ("number", "money")
