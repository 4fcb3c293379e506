"""The responses as a person likes to see them: a row a respondent, a column a question, answers in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from analysis.intake.headings import PartKey, name_of
from analysis.language import message
from analysis.questionnaire.question import Part
from analysis.responses.responses import Responses

_APPROXIMATE = {"approx": "약 {}", "over": "{} 남짓", "ge": "{} 이상"}

_NOT_COUNTED = {True: "아니오(뒤의 응답으로 갈음)", False: "아니오(답이 없음)"}


def wide_rows(responses: Responses) -> Iterator[list[str | float]]:
    """A heading, then a row for every response of the files, those that a later one replaced included.

    Options by their labels, money in won, absent answers as "[무응답]", what cannot be read as it stood.
    """
    questionnaire = responses.questionnaire
    parts = list(questionnaire.parts())
    names = [name_of(questionnaire, PartKey(part.question, part.row, part.column)) for part in parts]
    units = [" (원)" if part.answer.kind == "money" else "" for part in parts]
    yield ["응답자", "집계 여부", *(name + unit for name, unit in zip(names, units, strict=True))]
    show = [_shower(part) for part in parts]
    answers = [
        _Answer(*values)
        for values in zip(*(responses.frame[name].tolist() for name in _Answer._fields), strict=True)
    ]
    for start in range(0, len(answers), len(parts)):
        row = answers[start : start + len(parts)]
        counted = "예" if row[0].counted else _NOT_COUNTED[any(answer.raw.strip() for answer in row)]
        cells = (cell(answer) for cell, answer in zip(show, row, strict=True))
        yield [row[0].respondent, counted, *cells]


class _Answer(NamedTuple):
    """One line of the long frame, as far as it is shown."""

    respondent: str
    counted: bool
    code: str
    number: float
    qualifier: str
    start: str
    end: str
    precision: str
    text: str
    reason: str
    detail: str
    raw: str


def _shower(part: Part) -> Callable[[_Answer], str | float]:
    """How an answer to this part is shown."""
    answer = part.answer
    options = getattr(answer, "options", ()) or (answer.scale.points if answer.kind == "scale" else ())
    labels = {option.id: option.ko for option in options}

    def show(given: _Answer) -> str | float:
        if given.reason:
            return _absent(given)
        if given.code:
            chosen = "; ".join(labels[code] for code in given.code.split("|"))
            return f"{chosen}: {given.text}" if given.text else chosen
        if answer.kind in ("number", "money"):
            return _number(given)
        if answer.kind == "date":
            return _date(given)
        return given.text

    return show


def _absent(given: _Answer) -> str:
    """The reason, and what stood there where that may be worth a look."""
    words = given.raw if given.reason == "invalid" or given.detail == "answered_anyway" else given.text
    return f"[{message(f'common.reason.{given.reason}')}] {words}".strip()


def _number(given: _Answer) -> str | float:
    plain = int(given.number) if given.number.is_integer() else given.number
    return _APPROXIMATE[given.qualifier].format(f"{plain:,}") if given.qualifier in _APPROXIMATE else plain


def _date(given: _Answer) -> str:
    width = {"day": 10, "month": 7, "year": 4}.get(given.precision)
    return given.start[:width] if width else f"{given.start}~{given.end}"
