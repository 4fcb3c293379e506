"""Answers in numbers: how many, how much, when, or a point of a scale that bears no words."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from analysis.draft.bands import ordered
from analysis.draft.cells import Cells
from analysis.draft.notes import Note
from analysis.draft.options import named
from analysis.draft.quantities import Quantity, quantity_of
from analysis.questionnaire.answer import Date, Money, Number, Points, Scale, Single
from analysis.questionnaire.words import Option, Words

_RATED = re.compile(
    r"만족|중요|동의|그렇|평가|척도|필요|인지|도움|신뢰|추천|"
    r"\b(?:rate|rating|satisf|agree|likely|scale|important|recommend|how (?:well|satisfied|likely|useful|easy|difficult))",
    re.IGNORECASE,
)
_NO_RATING = re.compile(r"몇\s|횟수|명수|인원|\bhow (?:many|long|old)\b", re.IGNORECASE)
_SCALE_OF = re.compile(r"(\d{1,2})\s*점\s*척도|1\s*점?\s*[-~–]\s*(\d{1,2})|1 to (\d{1,2})|out of (\d{1,2})")
_LONGEST_SCALES = (5, 7, 10)
_CODES = ("-1", "-9", "-99", "9", "88", "98", "99", "888", "998", "999", "9999")
_TENS = re.compile(r"\d0\s*대\b")
_OPEN_ENDED = re.compile(r"이상|이하|미만|초과|이내")
_MOST_BANDS = 15
_LARGE_UNITS = 1_000_000  # won that amounts without a unit may be below before 천원 or 만원 is likelier


class Measured(NamedTuple):
    answer: Any
    notes: tuple[Note, ...] = ()
    more: dict[str, Any] = {}


def measured(cells: Cells, heading: str, rows: int) -> Measured | None:
    """The answer in numbers that the cells hold; None where they hold words. `rows` of a grid that ask the same."""
    if _are_bands(cells):
        return None
    codes = _missing_codes(cells)
    quantity = quantity_of(cells.without(codes), heading) if cells.filled > len(codes) else None
    if quantity is None:
        return None
    more = {"missing": dict.fromkeys(codes, "no_answer")} if codes else {}
    notes = (Note(("missing",), "codes_missing", {"codes": ", ".join(codes)}),) if codes else ()
    found = _of(quantity, cells.without(codes), heading, rows)
    return found._replace(notes=(*found.notes, *notes), more=more)


def _of(quantity: Quantity, cells: Cells, heading: str, rows: int) -> Measured:
    if quantity.kind == "date":
        return Measured(Date(kind="date", precision=quantity.precision))  # type: ignore[arg-type]
    if quantity.kind == "money":
        notes = [Note(("unit",), "money_unit")] if quantity.guessed else []
        if quantity.guessed and quantity.unit == "원" and (quantity.most or 0) < _LARGE_UNITS:
            notes = [Note(("unit",), "money_unit_larger")]
        answer = Money(kind="money", unit=quantity.unit, approximate=quantity.approximate)  # type: ignore[arg-type]
        return Measured(answer, tuple(notes))
    numbers = {int(text) for text in cells.texts if re.fullmatch(r"\d{1,2}", text)}
    bare = quantity.unit in ("", "점") and len(numbers) == len(cells.texts)
    if bare and (points := _points(numbers, heading, rows)):
        options = tuple(Option(id=str(at), ko=str(at)) for at in range(1, points + 1))
        scale = Points(
            good="high" if re.search(r"만족|satisf", heading, re.IGNORECASE) else "none", points=options
        )
        notes = (
            Note(("scale", "points"), "bare_points", {"points": points}),
            Note(("scale", "good"), f"good_{scale.good}"),
        )
        return Measured(Scale(kind="scale", scale=scale), notes)
    if bare and quantity.unit == "" and numbers in ({0, 1}, {1, 2}) and cells.filled >= 8:
        options = tuple(named([str(number) for number in sorted(numbers)]))
        return Measured(Single(kind="single", options=options), (Note(("options",), "codes"),))
    share = (
        quantity.unit == "%"
        and quantity.least is not None
        and 0 <= quantity.least
        and (quantity.most or 0) <= 100
    )
    least = 0 if share or (quantity.whole and quantity.unit) else None
    answer = Number(
        kind="number",
        unit=Words(ko=quantity.unit),
        min=least,
        max=100 if share else None,
        approximate=quantity.approximate,
    )
    return Measured(answer)


def _are_bands(cells: Cells) -> bool:
    """Whether the numbers are the names of bands: 20대, 30대, 60대 이상."""
    labels = list(cells.alike) if len(cells.texts) <= _MOST_BANDS else []
    tens = [label for label in labels if _TENS.match(label)]
    open_ended = [label for label in labels if _OPEN_ENDED.search(label) and cells.alike[label] > 1]
    return len(labels) > 1 and (len(tens) == len(labels) or bool(open_ended)) and ordered(labels) is not None


def _points(numbers: set[int], heading: str, rows: int) -> int:
    """How many points a scale has whose points are bare numbers; 0 where they are no scale."""
    if not numbers or min(numbers) < 1 or len(numbers) < 2 or max(numbers) > _LONGEST_SCALES[-1]:
        return 0
    said = _SCALE_OF.search(heading)
    if said:
        points = int(next(filter(None, said.groups())))
        return points if max(numbers) <= points <= _LONGEST_SCALES[-1] and points > 2 else 0
    if _NO_RATING.search(heading) or not (_RATED.search(heading) or (rows >= 3 and len(numbers) >= 3)):
        return 0
    return next(points for points in _LONGEST_SCALES if max(numbers) <= points) if max(numbers) > 2 else 0


def _missing_codes(cells: Cells) -> list[str]:
    """Numbers such as 99 that stand far from all others, and are what people write for no answer."""
    plain = {text: float(text) for text in cells.texts if re.fullmatch(r"-?\d+(?:\.\d+)?", text)}
    others = [number for text, number in plain.items() if text not in _CODES]
    if len(others) < 2 or len(plain) < len(cells.texts):
        return []
    most, least = max(others), min(others)
    return [
        text
        for text, number in plain.items()
        if text in _CODES and (number > 1.6 * most + 1 if number > 0 else least >= 0)
    ]
