"""Cells that hold a number, an amount of money or a date."""

from __future__ import annotations

import re
from math import isclose

from analysis.intake.sheet import Cell
from analysis.language.text import match_key, normalise
from analysis.questionnaire.answer import WON, Date, Money, Number
from analysis.responses.reading import Doubt, Reading, absent
from analysis.responses.values.date import Dates, parse_date
from analysis.responses.values.money import Money as FoundMoney
from analysis.responses.values.money import amount_text, parse_money
from analysis.responses.values.number import Number as FoundNumber
from analysis.responses.values.number import parse_number
from analysis.responses.values.numeral import LIMIT
from analysis.responses.values.quantity import says_estimate

# Words that count the same things; a unit in the cell that means the question's own is nothing to remark on.
_SAME_UNITS = (
    {"명", "인", "분", "사람", "people", "persons"},
    {"개", "곳", "개소"},
    {"회", "번", "차례", "times"},
)
_PRECISIONS = ("day", "month", "year")
# Questions ask for a whole or a year's total. "월 1회" is neither; read as 1 it would be wrong by twelve.
_OF_THE_WHOLE = (None, "year")
_REMARK = re.compile(r"\([^()]*\)$")
# Of people or things: so many in a year, or at one time?
_A_YEAR = re.compile(r"/\s*(?:년|연)(?=\.?\s*(?:\(|$))")
_SHOWN = re.compile(r"\D*?(?P<number>-?\d[\d,]*(?:\.\d+)?)\D*")
# What is counted in whole ones. Meetings and hours may well be 1.5 on an average.
COUNTED = frozenset(("명", "인", "사람", "개", "곳", "개소", "건", "people", "persons"))
_POINT_FOR_COMMA = re.compile(r"-?[1-9]\d{0,2}\.\d\d0")  # 3.000, which nobody writes for 3
_DECIMAL_MONTH = re.compile(r"(?:19|20)\d\d\.1")
_DIGITS = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?(?:[eE][+-]?\d+)?")


def read_number(cell: Cell, answer: Number) -> Reading:
    """The number in the unit of the question; an approximate one at its value, where it has one."""
    unit = answer.unit.ko
    if unit in WON:
        return _read_amount(cell, answer, unit, kept_in=WON[unit])
    source = _source(cell)
    found = parse_number(source, unit)
    if found.qualifier == "invalid" and cell.number is not None:
        found = parse_number(cell.number, unit)
    if found.qualifier in ("invalid", "vague"):
        return _no_number(found.qualifier, source, answer, unit)
    if found.unit and not _same_unit(found.unit, [unit, answer.unit.en or ""]):
        if "%" in (found.unit, unit):
            return absent("invalid", "other_unit", Doubt("other_unit", unit))
        doubts = [Doubt("unit_differs", unit)]
    elif found.doubt == "unit_converted":
        doubts = [Doubt(found.doubt, f"{_plain(found.value)}{unit}")] if found.value is not None else []
    elif found.doubt:
        doubts = [Doubt(found.doubt)]
    elif unit == "%" and found.value is not None and 0 < found.value < 1:
        doubts = [Doubt("share_below_one", f"{_plain(found.value)}%")]
    else:
        doubts = _decimal_doubts(cell, found.value, unit)
    a_year = _A_YEAR.search(normalise(cell.text)) if unit in COUNTED else None
    doubts = [*doubts, *_left_out(cell, a_year[0] if a_year else "", found.remark)]
    if found.per not in _OF_THE_WHOLE:
        return absent("invalid", "per_period", Doubt("per_period", found.per or ""))
    return _measured(found, found.value, answer, unit, 1, doubts)


def read_money(cell: Cell, answer: Money) -> Reading:
    """The amount in won. A unit written in the cell goes before the question's, and is pointed out."""
    return _read_amount(cell, answer, answer.unit, kept_in=1)


def _read_amount(cell: Cell, answer: Number | Money, unit: str, kept_in: int) -> Reading:
    """An amount asked for in `unit`, kept in so many won."""
    source = _source(cell)
    found = parse_money(source, unit)
    if found.qualifier == "invalid" and cell.number is not None:
        found = parse_money(cell.number, unit)
    if found.qualifier in ("invalid", "vague"):
        return _no_number(found.qualifier, source, answer, unit)
    amount = (
        _plain(found.won, WON[unit]) + unit
        if found.won is not None
        else _between(found.low, found.high, unit, WON[unit], found.low_inclusive, found.high_inclusive)
    )
    doubts = [Doubt(found.doubt, amount if found.doubt == "unit_repeated" else "")] if found.doubt else []
    own_unit = (
        found.doubt is None and parse_money(source).doubt is None and (found.won or found.low or found.high)
    )
    written = _REMARK.sub("", match_key(amount_text(cell.text)))
    if own_unit and not written.endswith((unit, unit.removesuffix("원"))):
        doubts.append(Doubt("unit_in_cell", amount))
    if cell.number is None and found.won is not None and _POINT_FOR_COMMA.fullmatch(normalise(cell.text)):
        doubts.append(Doubt("point_for_comma", amount))
    doubts += _left_out(cell, found.remark)
    if found.period not in _OF_THE_WHOLE:
        return absent("invalid", "per_period", Doubt("per_period", found.period or ""))
    return _measured(found, found.won, answer, unit, WON[unit], doubts, kept_in)


def _left_out(cell: Cell, *words: str | None) -> list[Doubt]:
    """What stood beside a number and is not in it, unless it says but "estimated", which the reading says too.

    Of a number that was typed as one, the words are those of its format.
    """
    left = [word for word in words if word and not says_estimate(word)]
    return [Doubt("words_beside_number", ", ".join(left))] if left and cell.number is None else []


def _source(cell: Cell) -> str | int | float:
    """What is to be read: the number that was typed as one, but as it is shown where its format names a unit."""
    if cell.number is None or cell.text.endswith("%"):
        return cell.text
    match = _SHOWN.fullmatch(cell.text)
    shown = float(match["number"].replace(",", "")) if match else None
    formatted = shown is not None and any(isclose(shown * 1000**n, abs(cell.number)) for n in range(4))
    return cell.text if formatted else cell.number


def _decimal_doubts(cell: Cell, value: float | None, unit: str) -> list[Doubt]:
    """A point that may have been meant for the comma of thousands, and parts of what comes in whole ones."""
    if value is None:
        return []
    if cell.number is None and unit != "%" and _POINT_FOR_COMMA.fullmatch(normalise(cell.text)):
        return [Doubt("point_for_comma", f"{_plain(value)}{unit}")]
    if unit in COUNTED and value != int(value):
        return [Doubt("fraction_counted", f"{_plain(value)}{unit}")]
    return []


def read_date(cell: Cell, answer: Date) -> Reading:
    """First and last day of the date, as coarse as it was written.

    A year that was left out is filled in only where the question's bounds leave but one.
    """
    found = parse_date(cell.text, _only_year(answer), None if cell.number is None else "xlsx_number")
    if found.start is None or found.end is None or found.precision is None:
        return absent("invalid", found.error or "several_dates", Doubt("unreadable_date"))
    place = {"start": found.start.isoformat(), "end": found.end.isoformat(), "precision": found.precision}
    if (answer.min and found.end < answer.min) or (answer.max and found.start > answer.max):
        bounds = f"{answer.min or ''}~{answer.max or ''}"
        if not (answer.min and answer.max):
            bounds = f"{answer.min} 이후" if answer.min else f"{answer.max} 이전"
        return Reading(reason="invalid", detail="out_of_range", doubts=(Doubt("date_out_of_range", bounds),))
    doubts = _date_doubts(found, answer)
    if _DECIMAL_MONTH.fullmatch(normalise(cell.text)):
        doubts.append(Doubt("month_shortened", f"{found.start.year}년 1월"))
    return Reading(**place, qualifier="exact", doubts=tuple(doubts))


def _date_doubts(found: Dates, answer: Date) -> list[Doubt]:
    doubts = []
    if found.year_inferred and found.start:
        doubts.append(Doubt("year_inferred", str(found.start.year)))
    if found.weekday_ok is False:
        doubts.append(Doubt("weekday_wrong", found.weekday or ""))
    fine_enough = _PRECISIONS[: _PRECISIONS.index(answer.precision) + 1]
    if found.precision not in fine_enough:
        doubts.append(Doubt("date_coarse", f"{found.start}~{found.end}"))
    return doubts


def _only_year(answer: Date) -> int | None:
    return answer.min.year if answer.min and answer.max and answer.min.year == answer.max.year else None


def _measured(
    found: FoundNumber | FoundMoney,
    value: float | None,
    answer: Number | Money,
    unit: str,
    scale: int,
    doubts: list[Doubt],
    kept_in: int = 1,
) -> Reading:
    """What was found, within the bounds. `scale` of it make one `unit`, `kept_in` one of what is kept."""
    low, high = (None if bound is None else bound / kept_in for bound in (found.low, found.high))
    if value is None:
        bounds = _between(found.low, found.high, unit, scale, found.low_inclusive, found.high_inclusive)
        return Reading(
            low=low, high=high, qualifier=found.qualifier, reason="invalid", detail="bounds_only",
            doubts=(*doubts, Doubt("bounds_only", bounds)),
        )  # fmt: skip
    asked = value / scale
    if (answer.min is not None and asked < answer.min) or (answer.max is not None and asked > answer.max):
        allowed = _between(answer.min, answer.max, unit)
        return absent("invalid", "out_of_range", *doubts, Doubt("out_of_range", allowed))
    if found.qualifier != "exact":
        if not answer.approximate:  # says what it was read as, unit and all
            doubts = [doubt for doubt in doubts if doubt.rule not in ("unit_in_cell", "unit_converted")]
        rule = "approximate" if answer.approximate else "approximate_unasked"
        doubts.append(Doubt(rule, f"{_plain(asked)}{unit}"))
    return Reading(
        number=value / kept_in, low=low, high=high, qualifier=found.qualifier, doubts=tuple(doubts)
    )


def _no_number(qualifier: str, source: object, answer: Number | Money, unit: str) -> Reading:
    """What is no number; or one beyond all measure, which is no more than a slip of the hand or a machine's."""
    text = normalise(source)
    if _DIGITS.fullmatch(text) and abs(float(text.replace(",", ""))) >= LIMIT:
        allowed = _between(answer.min, LIMIT if answer.max is None else answer.max, unit)
        return absent("invalid", "out_of_range", Doubt("out_of_range", allowed))
    return absent("invalid", qualifier if qualifier == "vague" else "unreadable", Doubt("unreadable_number"))


def _same_unit(written: str, asked: list[str]) -> bool:
    key = match_key(written)
    names = [match_key(unit) for unit in asked if unit]
    if not names or any(key.startswith(name) or name.startswith(key) for name in names):
        return True
    return any(key in same and same.intersection(names) for same in _SAME_UNITS)


def _between(
    low: float | None,
    high: float | None,
    unit: str,
    scale: int = 1,
    low_inclusive: bool = True,
    high_inclusive: bool = True,
) -> str:
    """10~20명, 0명 이상, 100명 초과, 5명 미만."""
    if low is not None and high is not None:
        return f"{_plain(low, scale)}~{_plain(high, scale)}{unit}"
    if low is not None:
        return f"{_plain(low, scale)}{unit} {'이상' if low_inclusive else '초과'}"
    return f"{_plain(high, scale)}{unit} {'이하' if high_inclusive else '미만'}"


def _plain(number: float | None, scale: int = 1) -> str:
    if number is None:
        return ""
    number = number / scale
    return f"{int(number):,}" if number == int(number) else f"{number:,.10g}"
