"""Numbers as people write them into a cell: 14개 단체, 100여명, 10~20명, 연1회 이상, 3분의 1, 수십 명."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from analysis.language.text import normalise

from .duration import MONTHS, is_converted, read_duration, with_both_years
from .numeral import ZERO_WORDS, read_numeral
from .quantity import read_quantity, without_brackets

PERCENT = {"퍼센트": "%", "프로": "%", "percent": "%", "퍼센트포인트": "%p", "%포인트": "%p"}
UNITS = frozenset(
    "명 인 분 개 곳 회 차 차례 건 번 배 점 원 % %p ‰ 년 개년 년도 년차 월 개월 달 주 주일 일 시간 초 세 살 위 호 대 부 권 장 쪽 "
    "팀 표 석 좌 구좌 층 평 가구 세대 가지 종 종류 과목 강 강좌 차시 기 기수 학급 반 군데 마리 그루 상자 병 박스 끼 인분 "
    "교 사 동 ㎡ m² km kg ㎞ ㎏ g t 톤 people persons times hours days weeks months years".split()
) | frozenset(PERCENT)
_COUNTED = re.compile(r"개\s?[가-힣]{1,8}")  # 개 단체, 개소, 개 기관

_SMALL = "일이삼사오육칠팔구"
_FRACTION = re.compile(rf"(?P<of>\d+|[{_SMALL}십])\s*분의\s*(?P<part>\d+|[{_SMALL}])")
_TENTHS = re.compile(r"(?P<tenths>\d(?:\.\d)?)할(?:\s*(?P<hundredths>\d)푼)?")
_HALF = (("절반", "약 50%"), ("과반수", "50% 초과"), ("과반", "50% 초과"))


@dataclass(frozen=True)
class Number:
    """A number with what the text says of it.

    qualifier  exact, approx, over (조금 넘음), ge, gt, le, lt, range, vague (수십), invalid (not a number)
    value      None where the text gives bounds only, or nothing definite
    unit       as written, in one piece; shares are in "%"
    per        year, quarter, month, week, day, hour
    remark     what stood in brackets behind it
    doubt      why a person should confirm the reading: "zero_word" (없음 read as 0), "unit_converted" (2년 in a
               question for 개월)
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    low_inclusive: bool = True
    high_inclusive: bool = True
    unit: str | None = None
    qualifier: str = "exact"
    per: str | None = None
    remark: str | None = None
    doubt: str | None = None


def parse_number(cell: object, asked_unit: str = "") -> Number:
    """The number in a cell, text or a spreadsheet's number. What is no number is `invalid`, never a guess.

    asked_unit  the unit of the question; months and years are converted to it

    >>> number = parse_number("100여명")
    >>> number.qualifier, number.low, number.high, number.unit
    ('over', 100, None, '명')
    """
    text = without_brackets(normalise(cell), lambda unit: bool(unit) and _is_unit(unit))
    if text in ZERO_WORDS:
        return Number(0, doubt="zero_word")
    for word, share in _HALF:
        text = re.sub(rf"^(약\s*)?{word}", share, text)
    if asked_unit in MONTHS:
        quantity = read_quantity(with_both_years(text), partial(read_duration, unit=asked_unit))
    else:
        quantity = read_quantity(text, _read)
    if quantity is None or not _is_unit(quantity.unit):
        return Number(unit=text if _is_unit(text) and text else None, qualifier="invalid")
    return Number(
        value=_plain(quantity.value), low=_plain(quantity.low), high=_plain(quantity.high),
        low_inclusive=quantity.low_inclusive, high_inclusive=quantity.high_inclusive,
        unit=PERCENT.get(quantity.unit, quantity.unit) or None,
        qualifier=quantity.qualifier, per=quantity.per, remark=quantity.remark,
        doubt="unit_converted" if asked_unit in MONTHS and is_converted(text, asked_unit) else None,
    )  # fmt: skip


def _is_unit(unit: str) -> bool:
    return not unit or unit in UNITS or _COUNTED.fullmatch(unit) is not None


def _read(text: str) -> tuple[Fraction, str] | None:
    """A share in words, as per cent, or a numeral."""
    if match := _FRACTION.match(text):
        of, part = (read_numeral(match[name]) for name in ("of", "part"))
        if of and part and of[0]:
            return part[0] / of[0] * 100, "%" + text[match.end() :]
    if match := _TENTHS.match(text):
        share = Fraction(match["tenths"]) * 10 + Fraction(match["hundredths"] or 0)
        return share, "%" + text[match.end() :]
    return read_numeral(text)


def _plain(value: Fraction | None) -> float | None:
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)
