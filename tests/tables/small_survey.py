"""Surveys small enough to be counted by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.responses import Responses
from analysis.tables import Table
from tests.responses.records import responses_of

SATISFACTION = {
    "good": "high",
    "points": {
        "1": {"ko": "매우 불만족", "en": "Very dissatisfied"},
        "2": {"ko": "불만족", "en": "Dissatisfied"},
        "3": {"ko": "보통", "en": "Neither"},
        "4": {"ko": "만족", "en": "Satisfied"},
        "5": {"ko": "매우 만족", "en": "Very satisfied"},
    },
}
REGIONS = {"seoul": {"ko": "서울", "en": "Seoul"}, "busan": "부산", "jeju": "제주"}


def survey(*questions: Mapping[str, Any], **head: Any) -> Questionnaire:
    """A questionnaire of these questions; number, wording and kind of sample are filled in."""
    given = {
        "survey": "member_orgs",
        "year": 2016,
        "title": {"ko": "회원단체 현황조사", "en": "Survey of member organisations"},
        "publisher": {"ko": "연대회의", "en": "The federation"},
        "respondents": {"ko": "회원단체", "en": "member organisation", "en_plural": "member organisations"},
        "sample": {"kind": "census"},
        "small_bases": {"no_shares": 0},  # so that shares of three can be checked by eye
        "questions": [
            {"no": f"Q{at}", "ask": f"물음 {at}", **question}
            for at, question in enumerate(questions, start=1)
        ],
    }
    return Questionnaire.model_validate(given | head)


def absent(reason: str, **fields: Any) -> dict[str, Any]:
    return {"reason": reason, **fields}


def day(start: str, end: str = "") -> dict[str, Any]:
    """A date, or a span that an imprecise date may mean."""
    return {"start": start, "end": end or start}


def answered(questionnaire: Questionnaire, **answers: Sequence[Any]) -> Responses:
    """Responses from each part's answers, one a respondent: o1, o2, …

    A part is named `question`, `question__row` or `question__row__column` (the row may be empty). An answer
    is a code ("seoul", "a|b", "4"), a number, or a dict of the frame's columns; None is no answer. A part that
    is not named has none.
    """
    n = max(map(len, answers.values()))
    records = []
    for part in questionnaire.parts():
        name = "__".join((part.question, part.row, part.column)).rstrip("_")
        for at, answer in enumerate(answers.get(name, [None] * n), start=1):
            place = {
                "respondent": f"o{at}",
                "question": part.question,
                "row": part.row,
                "column": part.column,
            }
            records.append(place | _fields(answer))
    return responses_of(questionnaire, records)


def _fields(answer: Any) -> dict[str, Any]:
    match answer:
        case None:
            return absent("no_answer")
        case str():
            return {"code": answer}
        case int() | float():
            return {"number": answer, "qualifier": "exact"}
    return answer


def line(table: Table, stat: str, row: str = "", level: str = "") -> dict[str, float | None]:
    """item -> value of one statistic along a line of a table."""
    return {
        cell.item: cell.value
        for cell in table.cells
        if (cell.stat, cell.row, cell.level) == (stat, row, level)
    }


def figures(table: Table, row: str = "", level: str = "", item: str = "") -> dict[str, float | None]:
    """stat -> value at one place of a table."""
    place = (row, level, item)
    return {cell.stat: cell.value for cell in table.cells if (cell.row, cell.level, cell.item) == place}


def said(table: Table) -> list[str]:
    """The Korean of everything that is said under a table."""
    return [text.ko for text in (*table.remarks, *table.notes)]
