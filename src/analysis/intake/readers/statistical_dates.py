"""Dates as SPSS and Stata keep them: numbers, told to be dates by the format of their variable."""

from __future__ import annotations

import datetime as dt
import re

from analysis.intake.sheet import Cell

_SPSS_BEGINS = dt.datetime(1582, 10, 14)  # SPSS counts seconds from here
_STATA_BEGINS = dt.datetime(1960, 1, 1)  # Stata counts milliseconds, days, months, … from here
_NAME = re.compile(r"%?-?(t[a-zA-Z]|d|[A-Z]+)")
_DAY = dt.timedelta(days=1)


def moment(number: float, variable_format: str) -> Cell | None:
    """The date, month, quarter, time … of a number in a format such as "DATE11", "MOYR8", "%td" or "%tm".

    None where the format is not that of a date, or the number is beyond all dates.
    """
    name = found[1] if (found := _NAME.match(variable_format)) else ""
    try:
        match name:
            case "DATE" | "ADATE" | "EDATE" | "JDATE" | "SDATE" | "WKYR":
                return _day(_SPSS_BEGINS + dt.timedelta(seconds=number))
            case "MOYR":
                return _month(_SPSS_BEGINS + dt.timedelta(seconds=number))
            case "QYR":
                return _quarter(_SPSS_BEGINS + dt.timedelta(seconds=number))
            case "DATETIME" | "YMDHMS":
                return _time(_SPSS_BEGINS + dt.timedelta(seconds=number))
            case "TIME" | "DTIME" | "MTIME":
                return _length(dt.timedelta(seconds=number))
            case "td" | "d":
                return _day(_STATA_BEGINS + dt.timedelta(days=number))
            case "tc" | "tC":
                return _time(_STATA_BEGINS + dt.timedelta(milliseconds=number))
            case "tw":
                return _day(dt.datetime(1960 + int(number // 52), 1, 1) + _DAY * 7 * int(number % 52))
            case "tm":
                return _month(_in_year(number, 12))
            case "tq":
                return _quarter(_in_year(number, 4))
            case "th":
                return _half(_in_year(number, 2))
            case "ty":
                return Cell(f"{number:.0f}", dt.date(int(number), 1, 1))
    except (OverflowError, ValueError):
        return None
    return None


def _in_year(number: float, parts: int) -> dt.datetime:
    """The beginning of the number-th part of a year since 1960."""
    return dt.datetime(1960 + int(number // parts), int(number % parts) * 12 // parts + 1, 1)


def _day(when: dt.datetime) -> Cell:
    return Cell(f"{when:%Y-%m-%d}", when.date())


def _month(when: dt.datetime) -> Cell:
    return Cell(f"{when:%Y-%m}", when.date())


def _quarter(when: dt.datetime) -> Cell:
    return Cell(f"{when.year}년 {(when.month + 2) // 3}분기", when.date())


def _half(when: dt.datetime) -> Cell:
    return Cell(f"{when.year}년 {'상반기' if when.month < 7 else '하반기'}", when.date())


def _time(when: dt.datetime) -> Cell:
    when = when.replace(microsecond=0)
    return Cell(when.isoformat(sep=" "), when)


def _length(length: dt.timedelta) -> Cell:
    """A time of day, or a length of time from 24 hours."""
    if dt.timedelta() <= length < _DAY:
        time = (dt.datetime.min + length).time().replace(microsecond=0)
        return Cell(time.isoformat(), time)
    return Cell(str(length), length)
