"""What a heading says: the number that is printed, the wording; and the names that are made of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from analysis.language.text import normalise
from analysis.questionnaire.routing import RESERVED
from analysis.questionnaire.words import ID
from analysis.questionnaire.xlsform_words import unique

_NUMBER = re.compile(
    r"(?P<no>(?:문|문항|질문)?\s?[A-Za-z]{0,15}\d{1,3}[a-z]?(?:[-_.]\d{1,3})*)\s*(?P<sign>[.):])\s*(?P<text>(?<=\s)\S.*|[가-힣(].*)"
    r"|(?P<plain>[A-Z]{1,3}\d{1,3}(?:-\d{1,2})?)\s+(?P<rest>\S.*)"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_LEFT_OUT = frozenset(
    "a an the of in on at to for from by with and or nor not is are was were be been being am do does did done have has had "
    "you your yours i we our us they their he she it its this that these those there here what which who whom whose when "
    "where why how please would could should can may might will shall if so as than then any some all most more very often "
    "e g etc i ie eg into about during over per select choose enter tell rate rank following other much many kind ever".split()
)
_LONGEST = 28  # letters of a name
_WORDS = 3


class Wording(NamedTuple):
    """number  as printed ("A1"), "" where there is none; text: the wording without it"""

    number: str
    text: str


def tidy(text: str) -> str:
    """A heading or an answer on one line, as the same columns and options are found by it."""
    return " ".join(normalise(text).split())


def wording(heading: str) -> Wording:
    """The printed number and the wording of a tidy heading.

    >>> wording("A1. 귀 단체의 명칭을 적어 주십시오.")
    Wording(number='A1', text='귀 단체의 명칭을 적어 주십시오.')
    """
    found = _NUMBER.fullmatch(heading)
    if not found:
        return Wording("", heading)
    return Wording(tidy(found["no"] or found["plain"]), tidy(found["text"] or found["rest"]))


def is_number_alone(heading: str) -> bool:
    """Whether a heading is a printed number or the name of a variable, and no wording: "Q1", "문1", "V12_3"."""
    return (
        re.fullmatch(r"(?:문|문항|질문)?\s?[A-Za-z]{0,4}\d{1,4}(?:[-_.]\d{1,3})*[.):]?", heading) is not None
    )


def question_id(asked: Wording, position: int, taken: Collection[str]) -> str:
    """A name for a question: of the English words that say most, else of its number, else of its position."""
    return _free(_of_words(asked.text) or _of_number(asked.number) or f"q{position}", taken)


def item_id(text: str, position: int, what: str, taken: Collection[str]) -> str:
    """A name for an option or a row ("opt", "row"): of its English words, its number, else of its position."""
    spelled = re.sub(r"[^a-z0-9]+", "_", text.casefold()).strip("_") if _is_latin(text) else ""
    name = spelled[:_LONGEST].rstrip("_") if len(spelled) <= _LONGEST else _of_words(text, 4)
    return _free(name or f"{what}_{position}", taken)


def _of_words(text: str, words: int = _WORDS) -> str:
    if not _is_latin(text):
        return ""
    found = [word.lower() for word in _WORD.findall(text.replace("'", "").replace("’", ""))]
    said = list(dict.fromkeys(word for word in found if word not in _LEFT_OUT and len(word) > 1)) or found
    name = ""
    for word in said[:words]:
        longer = f"{name}_{word}" if name else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        name = longer
    return name


def _is_latin(text: str) -> bool:
    """Whether its letters are Latin for the most part: a name made of one brand in a Korean text says little."""
    letters = [char for char in text if char.isalpha()]
    latin = sum(char.isascii() for char in letters)
    return (latin * 2 > len(letters)) if letters else any(char.isascii() and char.isdigit() for char in text)


def _of_number(number: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "_", number.lower()).strip("_")
    return plain if plain and plain[0].isalpha() else f"q{plain}" if plain else ""


def _free(name: str, taken: Collection[str]) -> str:
    assert ID.match(name)
    return unique(name, {*taken, *RESERVED})
