"""What may be chosen of a survey, in its words: questions, groups, answers to filter by. Nothing names anybody."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.language import message
from analysis.language.text import match_key
from analysis.questionnaire.answer import Date, Multi, Scale, Single
from analysis.questionnaire.question import Part, Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Words

Choice = tuple[str, str]  # what a person reads, and what it stands for


def questions(questionnaire: Questionnaire, language: str, sought: str = "") -> tuple[Choice, ...]:
    """The questions that have every word of `sought` in their number, wording, options or rows, in the order of the
    form. Case and blanks within words do not count, as in the search of the pages."""
    keys = [match_key(word) for word in sought.split()]
    return tuple(
        (f"{question.no} {question.label.text(language)}", question.id)
        for question in _offered(questionnaire)
        if all(any(key in said for said in _said(question)) for key in keys)
    )


def groups(questionnaire: Questionnaire, language: str, question: str) -> tuple[Choice, ...]:
    """No group, the committee's banners, then each question with options, but for the one that is asked."""
    found = [(message("explore.panel.no_group", language), "")]
    banners = [one for one in questionnaire.banners if "committee" in one.audiences and one.by != question]
    for banner in banners:
        words = banner.label or questionnaire.question(banner.by).label
        found.append((words.text(language), banner.id))
    taken = {banner.id for banner in banners}
    found += [
        (f"{one.no} {one.label.text(language)}", one.id)
        for one in _offered(questionnaire)
        if isinstance(one, Single | Multi | Scale | Date) and one.id not in {question, *taken}
    ]
    return tuple(found)


def answers(questionnaire: Questionnaire, language: str) -> tuple[Choice, ...]:
    """What can be filtered by ticking options: parts of questions, by the names that `where.py` reads."""
    return tuple(
        (" · ".join((f"{question.no} {question.label.text(language)}", *_places(part, language))), _name(part))
        for question in _offered(questionnaire)
        for part in _with_options(question)
    )


def options(questionnaire: Questionnaire, language: str, name: str) -> tuple[Choice, ...]:
    """The options of one of `answers`."""
    part = next(
        part for question in _offered(questionnaire) for part in _with_options(question) if _name(part) == name
    )
    return tuple((option.text(language), option.id) for option in part.answer.choices)


def filter_of(name: str, ids: tuple[str, ...]) -> str:
    """The filter that ticked options are: any of them."""
    return f"{name} in [{', '.join(repr(id_) for id_ in ids)}]"


def _offered(questionnaire: Questionnaire) -> Iterator[Question]:
    return (question for question in questionnaire.questions if not question.private)


def _said(question: Question) -> Iterator[str]:
    """Every word by which a question may be remembered, as it is compared."""
    words: list[Words | None] = [question.label, question.ask]
    for part in question.parts():
        words += [part.row_words, part.column_words, *getattr(part.answer, "choices", ())]
    yield match_key(f"{question.no} {question.id}")
    for one in filter(None, words):
        yield match_key(f"{one.ko} {one.en or ''}")


def _with_options(question: Question) -> Iterator[Part]:
    """The parts with options; not the places of a ranking, which have no names in a filter."""
    for part in question.parts():
        if isinstance(part.answer, Single | Multi | Scale) and (part.row or not part.column):
            yield part


def _places(part: Part, language: str) -> tuple[str, ...]:
    return tuple(words.text(language) for words in (part.row_words, part.column_words) if words)


def _name(part: Part) -> str:
    return ".".join(filter(None, part.key))
