"""Conditions must read, name answers that come before, and say of them what can be said."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.questionnaire.answer import Answer, Money, Multi, Number, Scale, Single
from analysis.questionnaire.condition import COMPARISONS, Answered, Atom, Compare, Count, Has, Is, Name
from analysis.questionnaire.pieces import Pieces, misnamed
from analysis.questionnaire.problem import Place, Problem, RoutingError
from analysis.questionnaire.question import GridQuestion, Part, Question
from analysis.questionnaire.routing import parse
from analysis.questionnaire.words import Option


def check_conditions(pieces: Pieces) -> Iterator[Problem]:
    """What is wrong with the `ask_if` of questions, and of the columns of grids."""
    for index, question in pieces.questions.items():
        for place, condition, column in _conditions(question, ("questions", index)):
            try:
                atoms = list(parse(condition).atoms())
            except RoutingError as error:
                yield Problem("routing_syntax", place, error.hints)
                continue
            for atom in atoms:
                if column is None:
                    found = _atom(atom, index, pieces)
                else:
                    found = _atom_in_row(atom, column, question)
                for problem in found:
                    hints = {"part": str(atom.name), "condition": condition, **problem.hints}
                    yield Problem(problem.rule, place, hints)


def _conditions(question: Question, place: Place) -> Iterator[tuple[Place, str, int | None]]:
    """Every condition of a question: where it stands, what it says, and of which column it is (from 0)."""
    if question.ask_if is not None:
        yield (*place, "ask_if"), question.ask_if, None
    for number, column in enumerate(question.columns if isinstance(question, GridQuestion) else ()):
        if column.ask_if is not None:
            yield (*place, "columns", number, "ask_if"), column.ask_if, number


def _atom(atom: Atom, index: int, pieces: Pieces) -> Iterator[Problem]:
    """Whether a comparison names an answer that comes before, and says of it what can be said."""
    name = atom.name
    if name.question not in pieces.ids:
        yield misnamed("routing", (), name.question, pieces.ids[:index])
    elif pieces.ids.index(name.question) >= index:
        yield Problem("routing_later")
    elif question := pieces.question(name.question):
        parts = {_name(part, name.over): part for part in question.parts() if part.row or not name.over}
        if part := parts.get(name):
            yield from said_of(atom, part)
        else:
            known = [str(other) for other in parts if other.row or other.over or not other.column]
            yield Problem("routing_part", (), {"known": ", ".join(known) or "-"})


def _name(part: Part, over: str) -> Name:
    return Name(part.question, "" if over else part.row, part.column, over)


def _atom_in_row(atom: Atom, position: int, grid: GridQuestion) -> Iterator[Problem]:
    """Whether a comparison in the condition of a column names a column before it, and nothing else."""
    name = atom.name
    columns = {part.column: part for part in grid.parts()}
    before = list(columns)[:position]
    if name != Name(name.question):
        yield Problem("row_condition_reaches_out", (), {"known": ", ".join(before) or "-"})
    elif name.question not in columns:
        yield misnamed("row_condition", (), name.question, before)
    elif name.question not in before:
        yield Problem("row_condition_later")
    else:
        yield from said_of(atom, columns[name.question])


def said_of(atom: Atom, part: Part) -> Iterator[Problem]:
    """Whether what the comparison says can be said of an answer of that kind."""
    answer = part.answer
    kinds: tuple[type[Atom], ...]
    options: tuple[Option, ...] = ()
    match answer:
        case Single():
            allowed, kinds, options = "is, in, answered", (Is,), answer.options
        case Multi():
            allowed, kinds, options = "has, count, answered", (Has, Count), answer.options
        case Scale():
            allowed, kinds, options = "<, <=, =, >=, >, is, in, answered", (Is, Compare), answer.scale.points
        case Number() | Money():
            allowed, kinds = "<, <=, =, >=, >, answered", (Compare,)
        case _:
            allowed, kinds = "answered", ()
    if not isinstance(atom, (Answered, *kinds)):
        said = {Is: "is", Has: "has", Count: "count", Compare: "<="}[type(atom)]
        yield Problem("routing_kind", (), {"kind": answer.kind, "said": said, "allowed": allowed})
        return
    known = [option.id for option in options]
    for option in atom.options if isinstance(atom, Is) else (atom.option,) if isinstance(atom, Has) else ():
        if option not in known:
            yield Problem("routing_option", (), {"option": option, "known": ", ".join(known)})
    yield from _sometimes(atom, answer)


def _sometimes(atom: Atom, answer: Answer) -> Iterator[Problem]:
    """Whether the comparison tells answers apart: that of a point of a scale, or a number of choices."""
    if isinstance(atom, Compare) and isinstance(answer, Scale):
        last, problems = len(answer.scale.points), ("routing_no_point", "routing_every_point")
    elif isinstance(atom, Count) and isinstance(answer, Multi):
        last, problems = answer.max_choices or len(answer.options), ("routing_no_count",)
    else:
        return
    holds = {bool(COMPARISONS[atom.operator](number, atom.number)) for number in range(1, last + 1)}
    for rule, always in zip(problems, (False, True), strict=False):
        if holds == {always}:
            yield Problem(rule, (), {"last": last})
