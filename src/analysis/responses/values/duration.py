"""Lengths of time in the unit that is asked for: 2년 6개월 is 30 where months are, 2.5 where years are.

duration = numeral "년" [ "반" | numeral "개월" ] | numeral "개월"
"""

from __future__ import annotations

import re
from fractions import Fraction

from .numeral import read_numeral

MONTHS = {"개월": 1, "달": 1, "년": 12}  # in one of the units that a question may ask for
_YEARS = re.compile(r"\s*년(?:간|동안)?\s*(?P<half>반)?")
_MONTHS = re.compile(r"\s*(?:개월|달)(?:간|동안)?")
_YEARS_OF_BOTH = re.compile(r"(\d+)\s*(~|-)\s*(?=\d+\s*년)")  # 2~3년 is 2년~3년


def read_duration(text: str, unit: str) -> tuple[Fraction, str] | None:
    """The duration at the beginning of `text` in `unit`, and the unit with what follows; a bare number is in
    `unit` already. None where there is no number."""
    number = read_numeral(text)
    if number is None:
        return None
    value, rest = number
    if years := _YEARS.match(rest):
        months = value * 12 + (6 if years["half"] else 0)
        rest = rest[years.end() :]
        more = read_numeral(rest)
        if more and (of_more := _MONTHS.match(more[1])):
            months, rest = months + more[0], more[1][of_more.end() :]
    elif in_months := _MONTHS.match(rest):
        months, rest = value, rest[in_months.end() :]
    else:
        return number
    return months / MONTHS[unit], unit + rest


def with_both_years(text: str) -> str:
    """`text` with the unit at both ends of a range."""
    return _YEARS_OF_BOTH.sub(r"\1년\2", text)


def is_converted(text: str, unit: str) -> bool:
    """Whether a duration written so is in another unit than is asked for."""
    other = ("년",) if MONTHS[unit] == 1 else ("개월", "달", "반")
    return any(word in text for word in other)
