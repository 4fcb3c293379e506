"""The responses as a person likes to see them: a row a respondent, a column a question, answers in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from analysis.intake.headings import PartKey, name_of
from analysis.language import message
from analysis.questionnaire.question import Part
from analysis.responses.responses import Responses

_APPROXIMATE = {"approx": "약 {}", "over": "{} 남짓", "ge": "{} 이상"}


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
    records = responses.frame.to_dict("records")
    for start in range(0, len(records), len(parts)):
        row = records[start : start + len(parts)]
        counted = "예" if row[0]["counted"] else "아니오(뒤의 응답으로 갈음)"
        cells = (cell(record) for cell, record in zip(show, row, strict=True))
        yield [row[0]["respondent"], counted, *cells]


def _shower(part: Part) -> Callable[[dict[str, Any]], str | float]:
    """How an answer to this part is shown."""
    answer = part.answer
    options = getattr(answer, "options", ()) or (answer.scale.points if answer.kind == "scale" else ())
    labels = {option.id: option.ko for option in options}

    def show(record: dict[str, Any]) -> str | float:
        if record["reason"]:
            return _absent(record)
        if record["code"]:
            chosen = "; ".join(labels[code] for code in record["code"].split("|"))
            return f"{chosen}: {record['text']}" if record["text"] else chosen
        if answer.kind in ("number", "money"):
            return _number(record)
        if answer.kind == "date":
            return _date(record)
        return record["text"]

    return show


def _absent(record: dict[str, Any]) -> str:
    reason = f"[{message('common.reason.' + record['reason'])}]"
    words = record["raw"] if record["reason"] == "invalid" or record["detail"] == "answered_anyway" else record["text"]
    return f"{reason} {words}".strip()


def _number(record: dict[str, Any]) -> str | float:
    number = float(record["number"])
    plain = int(number) if number.is_integer() else number
    return _APPROXIMATE[record["qualifier"]].format(f"{plain:,}") if record["qualifier"] in _APPROXIMATE else plain


def _date(record: dict[str, Any]) -> str:
    width = {"day": 10, "month": 7, "year": 4}.get(record["precision"])
    return record["start"][:width] if width else f"{record['start']}~{record['end']}"
