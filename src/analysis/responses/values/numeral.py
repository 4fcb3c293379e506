"""Numerals as Koreans write them: 1,234; 3천145; 31만3천; 1.5만; 이십일; 2억 1천402만; 열두.

numeral     = { section large } [ section ]        large: 만 억 조, each smaller than the one before
section     = { [ coefficient ] small } [ coefficient ]        small: 천 백 십, likewise
coefficient = 1,234 | 1 200 000 | 1234 | 1.5 | 일 … 구
native      = [ 열 … 아흔 ] [ 한 … 아홉 ]
"""

from __future__ import annotations

import re
from fractions import Fraction

SMALL = {"십": 10, "백": 100, "천": 1000}
LARGE = {"만": 10**4, "억": 10**8, "조": 10**12}
DIGITS = {
    "영": 0,
    "공": 0,
    "일": 1,
    "이": 2,
    "삼": 3,
    "사": 4,
    "오": 5,
    "육": 6,
    "륙": 6,
    "칠": 7,
    "팔": 8,
    "구": 9,
}
TENS = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
ONES = {"하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "넷": 4, "네": 4, "넉": 4,
        "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}  # fmt: skip
ZERO_WORDS = frozenset(("없음", "없다", "없습니다", "없어요", "전혀 없음", "전무"))
LIMIT = 10**16  # beyond it a number is a slip, not an answer; below it a float still counts by one

_ARABIC = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,.]*\d)"
    r"|\d{1,3}(?: \d{3}){2,}(?! ?\d)|\d{1,3} \d{3}(?=\s*[^\d\s,.])"  # 1 200 000; 50 000 only before a unit
    r"|\d+(?:\.\d+)?"
)
_TOKEN = re.compile(rf"\s*(?:(?P<arabic>{_ARABIC})|([{''.join(DIGITS)}])|([십백천])|([만억조]))")
_NATIVE = re.compile(rf"({'|'.join(TENS)})?\s*({'|'.join(ONES)})?")


def read_numeral(text: str) -> tuple[Fraction, str] | None:
    """The value of the numeral at the beginning of `text`, and what follows it; None where there is none."""
    return _sino(text) or _native(text)


def _sino(text: str) -> tuple[Fraction, str] | None:
    total, section = Fraction(0), Fraction(0)
    coefficient: Fraction | None = None
    in_section, below_small, below_large = False, LIMIT, LIMIT
    at = 0
    while token := _TOKEN.match(text, at):
        arabic, digit, small, large = token.groups()
        if arabic or digit:
            value = Fraction(re.sub("[, ]", "", arabic)) if arabic else Fraction(DIGITS[digit])
            if coefficient is not None or value >= min(below_small, below_large):
                break
            coefficient = value
            in_section = True
        elif small:
            if SMALL[small] >= below_small:
                break
            section += _times(coefficient, SMALL[small])
            coefficient, below_small, in_section = None, SMALL[small], True
        else:
            if LARGE[large] >= below_large:
                break
            total += _times(section + (coefficient or 0) if in_section else None, LARGE[large])
            section, coefficient, in_section = Fraction(0), None, False
            below_small, below_large = LIMIT, LARGE[large]
        at = token.end()
    if below_small < LIMIT and below_large in (LARGE["억"], LARGE["조"]):
        return None  # "1억5천" is said for 1억 5천만 as well as written for 1억 5천
    value = total + section + (coefficient or 0)
    return (value, text[at:]) if at and value < LIMIT else None


def _times(coefficient: Fraction | None, unit: int) -> Fraction:
    return Fraction(unit) if coefficient is None else coefficient * unit


def _native(text: str) -> tuple[Fraction, str] | None:
    match = _NATIVE.match(text)
    if not match or not match[0].strip():
        return None
    return Fraction(TENS.get(match[1], 0) + ONES.get(match[2], 0)), text[match.end() :]
