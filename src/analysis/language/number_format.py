"""Numbers, counts, amounts and dates as they are written in a report, in Korean and English.

All that `responses.values` reads, it reads back: parse_money(money(x)) is x.
"""

from __future__ import annotations

import calendar
import datetime as dt
from fractions import Fraction

from .rounding import Real, half_up

WEEKDAYS = {"ko": "월화수목금토일", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
MYRIADS = ("", "만", "억", "조", "경")
MILLIONS = ((1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"))


def thousands(value: Real, decimals: int = 0) -> str:
    """1234.5 as "1,235"."""
    return f"{half_up(value, decimals):,f}"


def counted(count: int, counter: str, language: str = "ko") -> str:
    """A count with what is counted: "9개", "14개 단체"; in English "1 organisation", "9 organisations".

    An English counter that takes more than an "s" is given as "person/people".
    """
    if language == "ko":
        return f"{thousands(count)}{counter}"
    one, _, many = counter.partition("/")
    return f"{thousands(count)} {one if count == 1 else many or one + 's'}"


def in_unit(number: str, unit: str) -> str:
    """A number in English with its unit, which is given in the plural: "8 meetings", "1 person"; bare without one."""
    if unit and number == "1":
        unit = "person" if unit == "people" else unit.removesuffix("s")
    return f"{number} {unit}".rstrip()


def money(won: int, language: str = "ko") -> str:
    """An exact amount: "2억 1,402만 원", "5,600원", "-3억 원"; in English "214.02 million won", "5,600 won"."""
    sign, rest = "-" * (won < 0), abs(won)
    if language != "ko":
        return f"{sign}{_in_millions(rest)} won"
    groups = []
    for myriad in MYRIADS[:-1]:
        rest, group = divmod(rest, 10_000)
        groups.append((group, myriad))
    groups.append((rest, MYRIADS[-1]))
    words = [f"{group:,}{myriad}" for group, myriad in reversed(groups) if group]
    if not words:
        return "0원"
    return sign + " ".join(words) + ("원" if words[-1][-1].isdigit() else " 원")


def _in_millions(won: int) -> str:
    """In the largest unit that keeps the amount exact with two decimals or fewer; else digit by digit."""
    for unit, name in MILLIONS:
        if won >= unit and won * 100 % unit == 0:
            return f"{half_up(Fraction(won, unit), 2):,f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{won:,}"


def day(date: dt.date, language: str = "ko", weekday: bool = False) -> str:
    """ "2016년 7월 21일(목)"; in English "Thu 21 July 2016"."""
    name = WEEKDAYS[language][date.weekday()] if weekday else ""
    if language == "ko":
        return f"{date.year}년 {date.month}월 {date.day}일" + (f"({name})" if name else "")
    return f"{name} {date.day} {MONTHS[date.month - 1]} {date.year}".lstrip()


def period(start: dt.date, end: dt.date, language: str = "ko") -> str:
    """A span of days, first and last included, as short as it can be read.

    "2016. 7. 21.", "2016. 6. 24.~25.", "2016. 4.~5.", "2015. 12.~2016. 2.", "2016년"; whole months and years
    are written as such. In English "21 July 2016", "24–25 June 2016", "April–May 2016", "2016".
    """
    first, last = _parts(start, end)
    differ = next((at for at, (one, other) in enumerate(zip(first, last, strict=True)) if one != other), None)
    write = _korean if language == "ko" else _english
    if differ is None:
        return write(first, 0)
    if language == "ko":
        return f"{write(first, 0)}~{write(last, differ)}"
    opening = write(first, differ)
    return f"{opening} – {write(last, 0)}" if " " in opening else f"{opening}–{write(last, 0)}"


def _korean(parts: tuple[int, ...], leave_out: int) -> str:
    return f"{parts[0]}년" if len(parts) == 1 else " ".join(f"{part}." for part in parts[leave_out:])


def _english(parts: tuple[int, ...], leave_out: int) -> str:
    words = [str(part) if at != 1 else MONTHS[part - 1] for at, part in enumerate(parts)]
    return " ".join(reversed(words[leave_out:]))


def _parts(start: dt.date, end: dt.date) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Year, month and day of both, without what whole months and years need not say."""
    precision = 3
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        precision = 1 if (start.month, end.month) == (1, 12) else 2
    return (start.year, start.month, start.day)[:precision], (end.year, end.month, end.day)[:precision]
