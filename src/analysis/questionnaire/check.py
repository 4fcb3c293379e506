"""What must fit between questions: ids, numbers, sections, headings, banners and the conditions that name other questions.

What a question says of itself is checked where its kind is defined. These checks run on the pieces of a file; of
its broken questions only the ids are known, so that one mistake neither hides nor causes another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.questionnaire.problem import Place, Problem
from analysis.questionnaire.question import Date, Multi, Question, Scale, Single
from analysis.questionnaire.questionnaire import Banner, Section
from analysis.questionnaire.words import Option


@dataclass(frozen=True)
class Pieces:
    """A questionnaire as far as it could be read.

    ids        of all questions in the order of the file, "" where one has none
    questions  those that are whole, by their position in the file
    sections   None where they could not be read
    banners    likewise
    """

    ids: tuple[str, ...]
    questions: dict[int, Question]
    sections: tuple[Section, ...] | None
    banners: dict[int, Banner]

    def question(self, question_id: str) -> Question | None:
        """The question of that id, if it is whole."""
        return self.questions.get(self.ids.index(question_id)) if question_id in self.ids else None


def check(pieces: Pieces) -> Iterator[Problem]:
    """Everything that does not fit, question by question, then banner by banner."""
    yield from _unique(pieces)
    yield from _sections(pieces)
    yield from _banners(pieces)


def options_of(question: Question) -> dict[str, str] | None:
    """The values a table can be broken down by, id to Korean label; None where the question has none.

    Options of a single or multi, points of a scale, bands of a date.
    """
    match question:
        case Single() | Multi():
            options: tuple[Option, ...] = question.options
        case Scale():
            options = question.scale.points
        case Date() if question.bands:
            options = question.bands
        case _:
            return None
    return {option.id: option.ko for option in options}


def _unique(pieces: Pieces) -> Iterator[Problem]:
    """No id, number, heading twice; one identifier."""
    seen: dict[tuple[str, str], Place] = {}

    def first(what: str, name: str, place: Place) -> Place:
        return seen.setdefault((what, name), place)

    for index, question_id in enumerate(pieces.ids):
        place: Place = ("questions", index, "id")
        if question_id and (other := first("id", question_id, place)) != place:
            yield Problem("duplicate_question", place, other, {"id": question_id})
    for index, question in pieces.questions.items():
        named = {"question": question.id, "no": question.no}
        at: Place = ("questions", index)
        if (other := first("no", question.no, (*at, "no"))) != (*at, "no"):
            yield Problem("duplicate_no", (*at, "no"), other, {"number": question.no}, **named)
        if question.identifier and (other := first("identifier", "", (*at, "identifier"))) != (*at, "identifier"):
            yield Problem("second_identifier", (*at, "identifier"), other, **named)
        rows = getattr(question, "rows", ())
        headers = [((*at, "header"), question.header)]
        headers += [((*at, "rows", number, "header"), row.header) for number, row in enumerate(rows)]
        for place, header in headers:
            if header and (other := first("header", " ".join(header.casefold().split()), place)) != place:
                yield Problem("duplicate_header", place, other, {"header": header}, **named)


def _sections(pieces: Pieces) -> Iterator[Problem]:
    if pieces.sections is None:
        return
    known = [section.id for section in pieces.sections]
    for index, question in pieces.questions.items():
        if question.section and question.section not in known:
            hints = {"section": question.section, "known": ", ".join(known) or "-"}
            yield Problem(
                "unknown_section", ("questions", index, "section"), (), hints, question=question.id, no=question.no
            )


def _banners(pieces: Pieces) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for index, banner in pieces.banners.items():
        place: Place = ("banners", index)
        if seen.setdefault(banner.id, place) != place:
            yield Problem("duplicate_banner", (*place, "id"), (), {"id": banner.id})
        if banner.by not in pieces.ids:
            yield Problem("banner_unknown_question", (*place, "by"), (), {"id": banner.id, "by": banner.by})
        elif question := pieces.question(banner.by):
            options = options_of(question)
            if options is None:
                yield Problem("banner_kind", (*place, "by"), (), {"id": banner.id, "by": banner.by})
            elif banner.levels:
                yield from _levels(banner, place, options)


def _levels(banner: Banner, place: Place, options: dict[str, str]) -> Iterator[Problem]:
    """Every option of the question is in exactly one level."""
    level_of: dict[str, str] = {}
    for number, level in enumerate(banner.levels):
        for option in level.of:
            at: Place = (*place, "levels", number, "of")
            hints = {"id": banner.id, "by": banner.by, "level": level.id, "option": option, "known": ", ".join(options)}
            if option not in options:
                yield Problem("level_unknown_option", at, (), hints)
            elif option in level_of:
                yield Problem("level_option_twice", at, (), hints | {"first": level_of[option]})
            level_of.setdefault(option, level.id)
    for option in options:
        if option not in level_of:
            yield Problem("level_option_nowhere", (*place, "levels"), (), {"id": banner.id, "option": option})
