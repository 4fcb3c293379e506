"""What must fit between questions: ids, numbers, headings, sections, banners, conditions that name others.

What a question says of itself is checked where its kind is defined. These checks run on the pieces of a file;
of its broken questions only the ids are known, so that one mistake neither hides nor causes another.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.questionnaire.answer import Date, Money, Multi, Number, Scale, Single
from analysis.questionnaire.condition import Answered, Atom, Compare, Count, Has, Is, Name
from analysis.questionnaire.problem import Place, Problem, RoutingError
from analysis.questionnaire.question import Part, Question
from analysis.questionnaire.questionnaire import Banner, Section
from analysis.questionnaire.routing import parse
from analysis.questionnaire.words import Option


@dataclass(frozen=True)
class Pieces:
    """A questionnaire as far as it could be read.

    ids        of all questions in the order of the file, "" where one has none
    questions  those that are whole, by their position in the file
    sections   None where they could not be read
    banners    those that are whole, by their position in the file
    """

    ids: tuple[str, ...]
    questions: dict[int, Question]
    sections: tuple[Section, ...] | None
    banners: dict[int, Banner]

    def question(self, question_id: str) -> Question | None:
        """The question of that id, if it is whole."""
        return self.questions.get(self.ids.index(question_id)) if question_id in self.ids else None


def check(pieces: Pieces) -> Iterator[Problem]:
    """Everything that does not fit."""
    yield from _taken(pieces)
    yield from _sections(pieces)
    yield from _routing(pieces)
    yield from _banners(pieces)


def _taken(pieces: Pieces) -> Iterator[Problem]:
    """No id, printed number or column heading twice; one identifier; no banner twice."""
    first: dict[tuple[str, str], Place] = {}

    def taken(rule: str, place: Place, **hint: str) -> Iterator[Problem]:
        value = " ".join("".join(hint.values()).casefold().split())
        other = first.setdefault((rule, value), place)
        if other != place:
            yield Problem(rule, place, hint, other)

    for index, question_id in enumerate(pieces.ids):
        if question_id:
            yield from taken("duplicate_question", ("questions", index, "id"), id=question_id)
    for index, question in pieces.questions.items():
        at: Place = ("questions", index)
        yield from taken("duplicate_no", (*at, "no"), number=question.no)
        if question.identifier:
            yield from taken("second_identifier", (*at, "identifier"))
        if question.header:
            yield from taken("duplicate_header", (*at, "header"), header=question.header)
        for number, row in enumerate(getattr(question, "rows", ())):
            if row.header:
                yield from taken("duplicate_header", (*at, "rows", number, "header"), header=row.header)
    for index, banner in pieces.banners.items():
        yield from taken("duplicate_banner", ("banners", index, "id"), id=banner.id)


def _sections(pieces: Pieces) -> Iterator[Problem]:
    if pieces.sections is None:
        return
    known = [section.id for section in pieces.sections]
    for index, question in pieces.questions.items():
        if question.section and question.section not in known:
            hints = {"section": question.section, "known": ", ".join(known) or "-"}
            yield Problem("unknown_section", ("questions", index, "section"), hints)


def _routing(pieces: Pieces) -> Iterator[Problem]:
    for index, question in pieces.questions.items():
        if question.ask_if is None:
            continue
        place: Place = ("questions", index, "ask_if")
        try:
            condition = parse(question.ask_if)
        except RoutingError as error:
            yield Problem("routing_syntax", place, error.hints)
            continue
        for atom in condition.atoms():
            for problem in _atom(atom, index, pieces):
                hints = {"part": str(atom.name), "condition": question.ask_if, **problem.hints}
                yield Problem(problem.rule, place, hints)


def _atom(atom: Atom, index: int, pieces: Pieces) -> Iterator[Problem]:
    """Whether a comparison names an answer that comes before, and says of it what can be said."""
    name = atom.name
    if name.question not in pieces.ids:
        near = difflib.get_close_matches(name.question, pieces.ids, n=1)
        yield Problem("routing_misspelt", (), {"nearest": near[0]}) if near else Problem("routing_unknown")
    elif pieces.ids.index(name.question) >= index:
        yield Problem("routing_later")
    elif question := pieces.question(name.question):
        parts = {(part.row, part.column): part for part in question.parts()}
        if part := parts.get((name.row, name.column)):
            yield from _said(atom, part)
        else:
            known = [str(Name(name.question, row, column)) for row, column in parts if row or not column]
            yield Problem("routing_part", (), {"known": ", ".join(known) or "-"})


def _said(atom: Atom, part: Part) -> Iterator[Problem]:
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


def _banners(pieces: Pieces) -> Iterator[Problem]:
    for index, banner in pieces.banners.items():
        place: Place = ("banners", index)
        named = {"id": banner.id, "by": banner.by}
        if banner.by not in pieces.ids:
            yield Problem("banner_unknown_question", (*place, "by"), named)
        elif question := pieces.question(banner.by):
            options = _levels_by_default(question)
            if not options:
                yield Problem("banner_kind", (*place, "by"), named)
            elif banner.levels:
                yield from _levels(banner, place, options)


def _levels_by_default(question: Question) -> tuple[Option, ...]:
    """The options of a single or multi, the points of a scale, the bands of a date; none of other kinds."""
    match question:
        case Single() | Multi():
            return question.options
        case Scale():
            return question.scale.points
        case Date():
            return question.bands
    return ()


def _levels(banner: Banner, place: Place, options: tuple[Option, ...]) -> Iterator[Problem]:
    """Every option of the question is in exactly one level."""
    known = [option.id for option in options]
    named = {"id": banner.id, "by": banner.by, "known": ", ".join(known)}
    level_of: dict[str, str] = {}
    for number, level in enumerate(banner.levels):
        for option in level.of:
            hints = named | {"level": level.id, "option": option}
            at: Place = (*place, "levels", number, "of")
            if option not in known:
                yield Problem("level_unknown_option", at, hints)
            elif option in level_of:
                yield Problem("level_option_twice", at, hints | {"first": level_of[option]})
            level_of.setdefault(option, level.id)
    for option in known:
        if option not in level_of:
            yield Problem("level_option_nowhere", (*place, "levels"), named | {"option": option})
