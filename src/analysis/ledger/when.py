"""The days of an event within its year, in words: "2월 24일", "6월 24일(금)~25일(토)", "4월~5월"."""

from __future__ import annotations

import datetime as dt

from analysis.language import message
from analysis.language.number_format import MONTHS, WEEKDAYS


def say_months(start: dt.date, end: dt.date, language: str) -> str:
    """ "4월~5월"; in English "April–May"."""
    first, last = (_month(day, language) for day in (start, end))
    if first == last:
        return first
    return f"{first}~{last}" if language == "ko" else f"{first}–{last}"


def say_days(start: dt.date, end: dt.date, language: str, weekday: bool = False) -> str:
    """ "2월 24일", "6월 24일~25일"; with `weekday` "2월 24일(수)". In English "24 February", "24–25 June"."""
    if start == end:
        return _day(start, language, weekday)
    if language == "ko":
        same = start.month == end.month
        last = _of_month(end, language, weekday) if same else _day(end, language, weekday)
        return f"{_day(start, language, weekday)}~{last}"
    if start.month == end.month and not weekday:
        return f"{start.day}–{_day(end, language)}"
    return f"{_day(start, language, weekday)} – {_day(end, language, weekday)}"


def say_nights(number: int, language: str) -> str:
    """How long something of several days lasted, the Korean way: 2 days are "1박 2일"."""
    return message("ledger.when.nights", language, nights=number - 1, days=number)


def _month(day: dt.date, language: str) -> str:
    return f"{day.month}월" if language == "ko" else MONTHS[day.month - 1]


def _of_month(day: dt.date, language: str, weekday: bool) -> str:
    name = WEEKDAYS[language][day.weekday()]
    if language == "ko":
        return f"{day.day}일({name})" if weekday else f"{day.day}일"
    return f"{name} {day.day}" if weekday else str(day.day)


def _day(day: dt.date, language: str, weekday: bool = False) -> str:
    parts = (_month(day, language), _of_month(day, language, weekday))
    return " ".join(parts if language == "ko" else reversed(parts))
