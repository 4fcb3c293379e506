"""Answers in numbers: how many, how much, when, or a point of a scale that bears no words."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from analysis.draft.anchors import anchors_of, good_end, points_named
from analysis.draft.bands import ordered
from analysis.draft.cells import Cells
from analysis.draft.known_scales import Good
from analysis.draft.missing_codes import missing_codes
from analysis.draft.notes import Note
from analysis.draft.options import named
from analysis.draft.quantities import Quantity, quantity_of
from analysis.questionnaire.answer import Date, Money, Number, Points, Scale, Single
from analysis.questionnaire.words import Words

_RATED = re.compile(
    r"만족|중요|동의|그렇|평가|척도|필요|인지|도움|신뢰|추천|불만|난이도|어렵|어려|쉬운|쉽|부담|편리|불편|유용|친절|체감|의향|정도|"
    r"\b(?:rate|rating|satisf|dissatisf|agree|likely|scale|important|recommend|difficulty|"
    r"how (?:well|satisfied|likely|useful|easy|difficult))",
    re.IGNORECASE,
)
_BAD = re.compile(r"불만|난이도|어렵|어려|부담|불편|dissatisf|difficult", re.IGNORECASE)
_GOOD = re.compile(r"만족|satisf", re.IGNORECASE)
_NO_RATING = re.compile(r"몇\s|횟수|명수|인원|\bhow (?:many|long|old)\b", re.IGNORECASE)
_SCALE_OF = re.compile(r"(\d{1,2})\s*점\s*척도|1\s*점?\s*[-~–]\s*(\d{1,2})|1 to (\d{1,2})|out of (\d{1,2})")
_LONGEST_SCALES = (5, 7, 10)
_LIKE_POINTS = (4, 5, 6, 7, 10, 11)  # what numbers may run to that are points of a scale and not said to be
_COUNTED = re.compile(
    r"몇|(?:횟|명|개|건|가구원|자녀|회원|인원|사람)\s*수|인원|나이|연령|학년|수량|\b(?:how (?:many|long|old|often)|number of|count|age|years?)\b",
    re.IGNORECASE,
)
_ROWS_OF_A_SCALE = 3  # of a grid, that are asked the same
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
    said = _points_said(heading)
    rated = bool(said or _is_rated(heading) or rows >= _ROWS_OF_A_SCALE)
    codes, perhaps = missing_codes(cells, rated, said, bool(re.search("%|비율|percent", heading)))
    quantity = quantity_of(cells.without(codes), heading) if cells.filled > len(codes) else None
    if quantity is None:
        return None
    more = {"missing": dict.fromkeys(codes, "no_answer")} if codes else {}
    notes = (Note(("missing",), "codes_missing", {"codes": ", ".join(codes)}),) if codes else ()
    if perhaps and quantity.kind != "date":
        notes += (Note(("kind",), "codes_perhaps", {"codes": ", ".join(perhaps)}),)
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
        anchors = anchors_of(heading)
        options = points_named(points, anchors)
        scale = Points(good=good_end(anchors) if anchors else _good(heading), points=options)
        about = "named_points" if anchors else "bare_points"
        notes = (
            Note(("scale", "points"), about, {"points": points}),
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
    if bare and _like_points(numbers) and not _COUNTED.search(heading):
        return Measured(answer, (Note(("kind",), "perhaps_points", {"points": max(numbers)}),))
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
    if said := _points_said(heading):
        return said if max(numbers) <= said else 0
    if not (_is_rated(heading) or (rows >= _ROWS_OF_A_SCALE and len(numbers) >= 3)) or _NO_RATING.search(heading):
        return 0
    return next(points for points in _LONGEST_SCALES if max(numbers) <= points) if max(numbers) > 2 else 0


def _points_said(heading: str) -> int:
    """How many points the heading says that there are; 0 where it does not."""
    if anchors := anchors_of(heading):
        return max(anchors)
    said = _SCALE_OF.search(heading)
    points = int(next(filter(None, said.groups()))) if said else 0
    return points if 2 < points <= _LONGEST_SCALES[-1] else 0


def _is_rated(heading: str) -> bool:
    return bool(_RATED.search(heading)) and not _NO_RATING.search(heading)


def _good(heading: str) -> Good:
    """The end that is the good one, by what is asked: how satisfied, or how dissatisfied."""
    if _BAD.search(heading):
        return "low"
    return "high" if _GOOD.search(heading) else "none"


def _like_points(numbers: set[int]) -> bool:
    """Whether the numbers are all of 1 (or 0) to what scales end with."""
    whole = numbers in ({*range(1, max(numbers) + 1)}, {*range(max(numbers) + 1)}) if numbers else False
    return whole and len(numbers) in _LIKE_POINTS
