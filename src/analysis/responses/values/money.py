"""Amounts of money in won: 2억 1천402만원, 약 3백만원, 300~500만원, △1,200 in a column of 천원."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from analysis.language import half_up
from analysis.language.text import normalise

from .numeral import LARGE, SMALL, ZERO_WORDS, read_numeral
from .quantity import read_quantity, without_brackets

_FREE = frozenset(("무료", "무상"))
_SIGN_OF_WON = re.compile(r"\s*(?:₩|\\|KRW|원화)\s*", re.IGNORECASE)
_FORMAL = re.compile(r"^일?금\s*(?=\S)|(?<=원)\s*(?:정|整)$")  # 일금 … 원정
_OWN_UNIT = re.compile(rf"원|[{''.join(LARGE)}]|\d{{2,}}\s*[백천]")
_UNITS = ("", "원")
_LEFT_OPEN = re.compile(rf"[{''.join(LARGE)}]\s*\d[\d,.]*$")  # "1억 2,000" in 만원: 2,000만원 or 2,000원?


@dataclass(frozen=True)
class Money:
    """An amount in won with what the text says of it; `qualifier` and bounds as in `Number`.

    won      None where the text gives bounds only, or nothing definite
    period   year, quarter, month, week, day, hour: 월 143만원
    remark   what stood in brackets behind it: 부가세 별도
    doubt    why a person should confirm the reading: "zero_word" (없음 read as 0), "unit_assumed" (no unit
             anywhere, read as won), "unit_repeated" ("5천" under 천원, read as 5천 천원, and
             "1,850천", read as 1,850천원)
    """

    won: int | None = None
    low: int | None = None
    high: int | None = None
    low_inclusive: bool = True
    high_inclusive: bool = True
    qualifier: str = "exact"
    period: str | None = None
    remark: str | None = None
    doubt: str | None = None

    @property
    def approx(self) -> bool:
        return self.qualifier == "approx"


def parse_money(cell: object, column_unit: str | None = None) -> Money:
    """The amount in a cell. A unit written in the cell goes before the `column_unit` ("천원") of the question.

    >>> parse_money("1,200", "천원").won
    1200000
    """
    text = amount_text(cell)
    if text in _FREE:
        return Money(0)
    if text in ZERO_WORDS:
        return Money(0, doubt="zero_word")
    bare = _FORMAL.sub("", _SIGN_OF_WON.sub("", text))
    quantity = read_quantity(bare)
    if quantity is None or quantity.unit not in _UNITS or text == column_unit:
        return Money(qualifier="invalid")
    if _won_in(column_unit) > 1 and _LEFT_OPEN.search(bare.split("(")[0]):
        return Money(qualifier="invalid")
    own_unit = bool(_SIGN_OF_WON.search(text) or _OWN_UNIT.search(bare.split("(")[0]))
    scale = Fraction(1) if own_unit else _won_in(column_unit)
    return Money(
        won=_won(quantity.value, scale), low=_won(quantity.low, scale), high=_won(quantity.high, scale),
        low_inclusive=quantity.low_inclusive, high_inclusive=quantity.high_inclusive,
        qualifier=quantity.qualifier, period=quantity.per, remark=quantity.remark,
        doubt=_doubt(bare.split("(")[0].rstrip(), column_unit, own_unit),
    )  # fmt: skip


def amount_text(cell: object) -> str:
    """The text of a cell with the unit behind its number, also where the cell has it in brackets."""
    return without_brackets(normalise(cell), _UNITS.__contains__)


def _doubt(bare: str, column_unit: str | None, own_unit: bool) -> str | None:
    if column_unit is None:
        return None if own_unit else "unit_assumed"
    unit = column_unit.removesuffix("원")
    # "1,850천" under 천원 may be 1,850천원 or 1,850천 천원; "500만" under 만원 is 500만원
    repeated = bare.endswith(unit) and (unit in SMALL or not own_unit)
    return "unit_repeated" if unit and repeated else None


@cache
def _won_in(column_unit: str | None) -> Fraction:
    """Won in one 천원, 만원, 백만원, … A unit is a numeral with 원 behind it, 원 itself is one."""
    numeral = read_numeral((column_unit or "원").removesuffix("원"))
    return numeral[0] if numeral else Fraction(1)


def _won(value: Fraction | None, scale: Fraction) -> int | None:
    return None if value is None else int(half_up(value * scale))
