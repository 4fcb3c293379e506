"""What people call a question, an option or a group: by its id, its printed number, or its words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import NoReturn

from analysis.errors import DureError
from analysis.language import LANGUAGES, message
from analysis.questionnaire.question import Part, Question
from analysis.questionnaire.questionnaire import Banner, Questionnaire
from analysis.questionnaire.words import Option, Words

_LISTED = 20  # names that an error lists


class NoSuchName(DureError):
    """Nothing is called that. names: what is, the nearest first."""

    names: tuple[str, ...] = ()


def question_named(questionnaire: Questionnaire, name: str) -> Question:
    """The question of that id, printed number, label or wording. Raises NoSuchName with the nearest names."""
    if name in questionnaire:
        return questionnaire.question(name)
    called: dict[str, str] = {}
    for question in questionnaire.questions:
        for known in (question.no, *_said(question.label), *_said(question.ask)):
            called.setdefault(_plain(known), question.id)
    found = called.get(_plain(name))
    if found:
        return questionnaire.question(found)
    no_such("question", name, {one.id: one.label for one in questionnaire.questions if not one.private})


def banner_named(questionnaire: Questionnaire, name: str) -> Banner:
    """The banner of that id or label, or a question whose options are the levels. Raises NoSuchName."""
    for banner in questionnaire.banners:
        label = banner.label or questionnaire.question(banner.by).label
        if _plain(name) in map(_plain, (banner.id, *_said(label))):
            return banner
    try:
        question = question_named(questionnaire, name)
    except NoSuchName:
        known = {one.id: one.label or questionnaire.question(one.by).label for one in questionnaire.banners}
        known |= {one.id: one.label for one in questionnaire.questions if can_group(one)}
        no_such("group", name, known)
    return Banner(id=question.id, by=question.id)


def can_group(question: Question) -> bool:
    """Whether tables can be broken down by it: it has options, a scale or dates, and names nobody."""
    return not question.private and (bool(getattr(question, "choices", ())) or question.kind == "date")


def option_named(part: Part, options: Iterable[Option], name: str) -> Option:
    """The option of that id or label. Raises NoSuchName."""
    options = tuple(options)
    for option in options:
        if _plain(name) in map(_plain, (option.id, *_said(option))):
            return option
    of = " · ".join(words.ko for words in (part.row_words, part.column_words) if words) or part.question
    no_such("option", name, {option.id: option for option in options}, of=of)


def no_such(kind: str, name: str, known: Mapping[str, Words], **hints: str) -> NoReturn:
    """Raise NoSuchName: "group" and so on; known: words by id."""
    by_word = {_plain(word): id_ for id_, words in known.items() for word in (id_, *_said(words))}
    close = difflib.get_close_matches(_plain(name), by_word, n=8, cutoff=0.5)
    within = [word for word in by_word if _plain(name) and _plain(name) in word]
    near = tuple(dict.fromkeys(by_word[word] for word in (*close, *within)))[:5]
    listed = near or tuple(known)[:_LISTED]
    more = ", …" if not near and len(known) > _LISTED else ""
    key = f"questionnaire.named.{kind}_{'near' if near else 'known'}"

    def told(language: str) -> str:
        named = (f"{id_}({known[id_].text(language)})" if known[id_].text(language) != id_ else id_ for id_ in listed)
        return message(key, language, name=name, known=", ".join(named) + more, **hints)

    error = NoSuchName(*map(told, LANGUAGES))
    error.names = listed
    raise error


def _said(words: Words) -> tuple[str, ...]:
    return tuple(filter(None, (words.ko, words.en)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
