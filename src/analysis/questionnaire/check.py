"""What must fit between questions: ids, numbers, headings, sections, conditions, sums, dates, banners.

What a question says of itself is checked where its kind is defined. These checks run on the pieces of a file;
of its broken questions only the ids are known, so that one mistake neither hides nor causes another.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.questionnaire.answer import Date, Multi, Scale, Single
from analysis.questionnaire.check_blocks import check_blocks
from analysis.questionnaire.check_conditions import check_conditions
from analysis.questionnaire.check_fits import check_fits
from analysis.questionnaire.check_sessions import check_sessions
from analysis.questionnaire.check_weighting import check_weighting
from analysis.questionnaire.pieces import Pieces, misnamed
from analysis.questionnaire.problem import Place, Problem
from analysis.questionnaire.question import Question
from analysis.questionnaire.questionnaire import Banner
from analysis.questionnaire.words import Option


def check(pieces: Pieces) -> Iterator[Problem]:
    """Everything that does not fit."""
    yield from _taken(pieces)
    yield from _sections(pieces)
    yield from check_blocks(pieces)
    yield from check_conditions(pieces)
    yield from check_fits(pieces)
    yield from check_sessions(pieces)
    yield from check_weighting(pieces)
    yield from _banners(pieces)
    yield from _breaks(pieces)


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
        for header in question.headers:
            yield from taken("duplicate_header", (*at, "header"), header=header)
        for field in ("rows", "columns"):
            for number, one in enumerate(getattr(question, field, ())):
                if one.header:
                    yield from taken("duplicate_header", (*at, field, number, "header"), header=one.header)
        for field in ("importance_header", "performance_header"):
            if header := getattr(question, field, None):
                yield from taken("duplicate_header", (*at, field), header=header)
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


def _breaks(pieces: Pieces) -> Iterator[Problem]:
    """A trend can only end at a question that is asked."""
    for question_id in pieces.breaks:
        if question_id not in pieces.ids:
            yield misnamed("breaks", ("breaks", question_id), question_id, pieces.ids)


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
