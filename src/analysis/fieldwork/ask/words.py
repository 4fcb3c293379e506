"""How a note names a question, quotes what was written, and lists what there was to choose from."""

from __future__ import annotations

from analysis.language import message
from analysis.questionnaire.answer import Money, Number
from analysis.questionnaire.question import Part, PartKey, Question
from analysis.questionnaire.questionnaire import Questionnaire

_LONGEST = 60  # letters of an answer that are quoted: it is to be known again, not to be read
_OPTIONS = 9  # that are listed; the form has longer lists


def name_of_question(question: Question, language: str, inner: str = "") -> str:
    """ "B2 직원 평균 근속기간", "B1 인력 현황(정규직, 현원)"."""
    name = f"{question.no} {question.label.text(language)}"
    return message("ask.cell", language, question=name, cell=inner) if inner else name


def inner_of(part: Part, language: str) -> str:
    """The row and column of a cell: "정규직, 현원"; "" for a question that is one answer."""
    sides = (part.row_words, part.column_words)
    return ", ".join(side.text(language) for side in sides if side is not None)


def part_of(questionnaire: Questionnaire, key: PartKey) -> Part:
    """The part of that key; the first of the question where the key names no row or column of it."""
    parts = questionnaire.question(key.question).parts()
    return next((part for part in parts if part.key == key), parts[0])


def quoted(text: str) -> str:
    """The beginning of what was written, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def unit_asked(part: Part, language: str) -> str:
    """ " (단위: 천원)", or "" where the answer is no quantity."""
    answer = part.answer
    if isinstance(answer, Money):
        unit = message(f"form.won.{answer.won}", language)
    else:
        unit = answer.unit.text(language) if isinstance(answer, Number) else ""
    return message("ask.unit", language, unit=unit) if unit else ""


def options_asked(part: Part, language: str) -> str:
    """ " (보기: 사단법인, 재단법인)", or "" where there are none, or many."""
    answer = part.answer
    listed = answer.choices
    if not listed or len(listed) > _OPTIONS:
        return ""
    words = [option.text(language) for option in listed]
    if answer.kind == "scale":
        words = [f"{at} {word}" for at, word in enumerate(words, start=1)]
    return message("ask.options", language, options=", ".join(words))


def precision_asked(part: Part, language: str) -> str:
    """ "연·월·일", "연·월", "연도": how exactly a date was asked for."""
    precision = part.answer.precision if part.answer.kind == "date" else "day"
    return message(f"ask.precision.{precision}", language)
