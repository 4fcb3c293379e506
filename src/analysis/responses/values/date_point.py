"""One date as written: which shape it has, what it says of year, month and day, and the days it can mean."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass


class Unreadable(Exception):
    """Why a date cannot be read, as `Dates.error` says it. `parse_date` catches it."""


@dataclass(frozen=True)
class Point:
    """A date as written; what was not written is None. A "bare" number may be month or day."""

    precision: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None  # half 상 하, quarter 1 … 4, third of the month 초 중순 말
    weekday: str | None = None


_YEAR = r"(?P<y>(?:19|20)\d\d|'\d\d|\d\d(?=년|[.\-/]\d+[.\-/]\d))"
_FULL_YEAR = r"(?P<y>(?:19|20)\d\d|'\d\d|\d\d(?=년))"
_OF_YEAR = rf"(?:{_FULL_YEAR}(?:년도?|[.\-/])?)?"
_M, _D = r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})"
_SHAPES = tuple(
    (precision, re.compile(shape))
    for precision, shape in (
        ("day", rf"{_YEAR}(?:년도?|[.\-/]){_M}(?:월|[.\-/]){_D}[일.]?"),
        ("day", r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)"),
        ("month", rf"{_FULL_YEAR}(?:년도?|[.\-/]){_M}[월.]?"),
        ("half", rf"{_OF_YEAR}(?P<part>[상하])반기"),
        ("quarter", rf"{_OF_YEAR}(?:(?P<part>[1-4])(?:/4)?분기|[Qq](?P<part_q>[1-4]))"),
        ("fuzzy_month", rf"{_OF_YEAR}{_M}월(?P<part>초순?|상순|중순|하순|말)"),
        ("month", rf"{_OF_YEAR}{_M}월중?"),
        ("year", rf"{_FULL_YEAR}(?:년도?|\.)?"),
        ("day", rf"{_M}(?:월|[.\-/]){_D}[일.]?"),
        ("day", rf"{_D}일"),
        ("bare", r"(?P<n>\d{1,2})\.?"),  # 5 of 4.~5., 25 of 24.~25.
    )
)
_SIX_DIGITS = re.compile(r"\d{6}")
_MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)")

_HALVES = {"상": (1, 6), "하": (7, 12)}
_THIRDS = {
    "초": (1, 10),
    "초순": (1, 10),
    "상순": (1, 10),
    "중순": (11, 20),
    "하순": (21, 31),
    "말": (21, 31),
}


def read_point(text: str) -> Point:
    """The point that `text` (without blanks and weekday) writes. Raises Unreadable."""
    point = _of_six_digits(text) if _SIX_DIGITS.fullmatch(text) else _of_shape(text)
    if point.month is not None and not 1 <= point.month <= 12:
        raise Unreadable("invalid_month")
    return point


def _of_shape(text: str) -> Point:
    if match := _MONTH_FIRST.fullmatch(text):
        return _of_slashes(*map(int, match.groups()))
    for precision, shape in _SHAPES:
        if match := shape.fullmatch(text):
            given = {name: value for name, value in match.groupdict().items() if value is not None}
            return Point(
                precision,
                year=_year(given["y"]) if "y" in given else None,
                month=int(given["m"]) if "m" in given else None,
                day=int(given.get("d") or given["n"]) if given.keys() & {"d", "n"} else None,
                part=given.get("part") or given.get("part_q"),
            )
    raise Unreadable("not_a_date")


def _of_slashes(one: int, two: int, year: int) -> Point:
    """7/21/2016 of a form in English: only one order is possible, or nobody can say which is the month."""
    if one <= 12 and two <= 12 and one != two:
        raise Unreadable("ambiguous")
    month, day = (two, one) if one > 12 else (one, two)
    return Point("day", year, month, day)


def _of_six_digits(text: str) -> Point:
    """160721 is a day, 201607 a month; 201012 could be either."""
    day = Point("day", _year(text[:2]), int(text[2:4]), int(text[4:]))
    month = Point("month", int(text[:4]), int(text[4:]))
    is_day = _exists(day)
    is_month = 1900 <= month.year < 2100 and 1 <= month.month <= 12
    if is_day and is_month:
        raise Unreadable("ambiguous")
    return month if is_month else day


def _exists(point: Point) -> bool:
    return 1 <= point.month <= 12 and 1 <= point.day <= calendar.monthrange(point.year, point.month)[1]


def _year(text: str) -> int:
    """Of two digits, 69 … 99 are the last century's (as POSIX has it)."""
    digits = int(text.removeprefix("'"))
    return digits if digits >= 100 else digits + (1900 if digits >= 69 else 2000)


def bounds(point: Point) -> tuple[dt.date, dt.date]:
    """First and last day of a point that has a year. Raises Unreadable for a day the month lacks."""
    year, month = point.year, point.month
    if point.precision == "year":
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if point.precision == "half":
        return _months(year, *_HALVES[point.part])
    if point.precision == "quarter":
        return _months(year, 3 * int(point.part) - 2, 3 * int(point.part))
    start, end = _months(year, month, month)
    if point.precision == "fuzzy_month":
        first, last = _THIRDS[point.part]
        return start.replace(day=first), start.replace(day=min(last, end.day))
    if point.precision == "day":
        if not 1 <= point.day <= end.day:
            raise Unreadable("invalid_day")
        return start.replace(day=point.day), start.replace(day=point.day)
    return start, end


def _months(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
