"""Dates and spans as people write them: 2016. 7. 21.(목), ’16.7.21, 4월~5월, 9월20일·23일, 상반기.

dates = span { ("," | "·" | "및") span }
span  = point [ "~" point ]
point = a shape of date_point.py; a year or month left out is the last one named
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from analysis.language.text import normalise

from .date_point import Point, Unreadable, bounds, read_point


@dataclass(frozen=True)
class Span:
    """First and last day, both included.

    precision is day, fuzzy_month, month, quarter, half, year, or one of them with _range behind it.
    """

    start: dt.date
    end: dt.date
    precision: str


@dataclass(frozen=True)
class Dates:
    """The spans that a text names, in its order, or the error that kept it from being read.

    year_inferred  the year came from `default_year`; of a text that could not be read: a default was offered
    weekday        the first one written (수); weekday_ok whether all that were written are right
    time           time of day, where one was written
    error          invalid_month, invalid_day, undetermined (미정), vague (최근), ambiguous, no_year, reversed,
                   open_ended, not_a_date
    """

    spans: tuple[Span, ...] = ()
    year_inferred: bool = False
    weekday: str | None = None
    weekday_ok: bool | None = None
    time: dt.time | None = None
    error: str | None = None

    @property
    def start(self) -> dt.date | None:
        """The first day of the only span; None where there are several, or none."""
        return self.spans[0].start if len(self.spans) == 1 else None

    @property
    def end(self) -> dt.date | None:
        return self.spans[0].end if len(self.spans) == 1 else None

    @property
    def precision(self) -> str | None:
        return self.spans[0].precision if len(self.spans) == 1 else None


_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_DECIMAL_MONTH = re.compile(r"(?:19|20)\d\d\.1")
_WEEKDAYS = "월화수목금토일"
_WEEKDAY = re.compile(rf"\(([{_WEEKDAYS}])(?:요일)?\)|([{_WEEKDAYS}])요일")
_TIME = re.compile(
    r"[T\s]*(?:(?P<before>오전|오후|[AaPp][Mm])\s*)?"
    r"(?P<h>\d{1,2})(?::|시\s*)(?P<min>\d{2})(?::(?P<s>\d{2})(?:\.\d+)?)?분?"
    r"\s*(?P<after>오전|오후|[AaPp][Mm])?\s*(?:Z|GMT)?\s*(?:[+-]\d{1,2}(?::?\d{2})?)?$"
)
_LENGTH = re.compile(r"\(\d+박\s*\d+일\)|\(\d+일간?\)")
_BETWEEN_SPANS = re.compile(r"\s*(?:,|·|;|\n|및)\s*")
_BETWEEN_POINTS = re.compile(
    r"\s*~\s*|\s+[-–—]\s+|(?<=[일월년)])\s*[-–—]\s*|부터\s*|에서\s*"
    r"|(?:(?<=\.\d)|(?<=\.\d\d)|(?<=\d\.))[-–—](?=\d+\.)"  # 7.21-7.23
)
_UNDETERMINED = re.compile(r"미정|미확정|추후.*|추후|협의\s*중|조율\s*중|TBD|tbd")
_VAGUE = re.compile(
    r"최근|조만간|작년|금년|올해|내년|재작년|지난\s*\S+|다음\s*\S+|연[초중말]|수시|매[년월주일].*|.+(?:경|쯤|무렵)"
)
_FINE_TO_COARSE = ("day", "fuzzy_month", "month", "quarter", "half", "year")
_LONGEST = 200


def parse_date(cell: object, default_year: int | None = None, source: str | None = None) -> Dates:
    """The dates in a cell: text, a date or datetime, or the serial number of a spreadsheet.

    default_year  the year of a text that names none
    source        "xlsx_number" where text came out of a numeric cell: it may be a serial (1900 system)

    >>> parse_date("6월24일~25일(1박2일)", 2016).spans
    (Span(start=datetime.date(2016, 6, 24), end=datetime.date(2016, 6, 25), precision='day_range'),)
    """
    if isinstance(cell, dt.datetime):
        midnight = cell.time() == dt.time()
        return replace(_of_day(cell.date()), time=None if midnight else cell.time().replace(microsecond=0))
    if isinstance(cell, dt.date):
        return _of_day(cell)
    text = normalise(cell).replace("’", "'").replace("‘", "'").replace("`", "'")
    numeric = source == "xlsx_number" or (isinstance(cell, int | float) and not isinstance(cell, bool))
    try:
        if numeric and _SERIAL.fullmatch(text):
            return _of_serial(float(text))
        if numeric and _DECIMAL_MONTH.fullmatch(text):
            raise Unreadable("ambiguous")  # 2012.10 typed into a numeric cell is kept as 2012.1
        return _read(text, default_year)
    except Unreadable as error:
        return Dates(year_inferred=default_year is not None, error=str(error))


def _of_day(day: dt.date) -> Dates:
    return Dates((Span(day, day, "day"),))


def _of_serial(serial: float) -> Dates:
    """Day 61 is 1 March 1900; the five-digit serials that occur here all come after it."""
    moment = dt.datetime(1899, 12, 30) + dt.timedelta(days=serial)
    return parse_date(moment.replace(microsecond=0))


def _read(text: str, default_year: int | None) -> Dates:
    if _UNDETERMINED.fullmatch(text):
        raise Unreadable("undetermined")
    if _VAGUE.fullmatch(text):
        raise Unreadable("vague")
    if not text or len(text) > _LONGEST:
        raise Unreadable("not_a_date")
    text, time = _without_time(_LENGTH.sub("", text))
    spans: list[Span] = []
    weekdays: list[tuple[str, bool]] = []
    inferred = False
    before: Point | None = None
    for piece in _BETWEEN_SPANS.split(text.strip()):
        points = [_point(end) for end in _BETWEEN_POINTS.split(piece.removesuffix("까지"))]
        if len(points) > 2:
            raise Unreadable("not_a_date")
        written, ending = points[0], points[-1]
        first = _completed(written, before or (ending if written.precision == "bare" else None))
        if first.year is None:
            first, inferred = _in_year(first, default_year), True
        last = first if ending is written else _completed(ending, first)
        spans.append(_span(first, last, year_open=ending.year is None))
        weekdays += [
            (point.weekday, point.weekday == _WEEKDAYS[day.weekday()])
            for point, day in ((written, spans[-1].start), (ending, spans[-1].end))
            if point.weekday
        ]
        before = last
    if not weekdays:
        return Dates(tuple(spans), inferred, time=time)
    return Dates(tuple(spans), inferred, weekdays[0][0], all(right for _, right in weekdays), time)


def _in_year(point: Point, year: int | None) -> Point:
    if year is None:
        raise Unreadable("no_year")
    return replace(point, year=year)


def _without_time(text: str) -> tuple[str, dt.time | None]:
    match = _TIME.search(text)
    if not match or match.start() == 0:
        return text, None
    half = {"오전": "am", "오후": "pm"}.get(
        match["before"] or match["after"], match["before"] or match["after"]
    )
    hour = int(match["h"])
    if half:
        hour = hour % 12 + (12 if half.lower() == "pm" else 0)
    try:
        return text[: match.start()], dt.time(hour, int(match["min"]), int(match["s"] or 0))
    except ValueError:
        raise Unreadable("not_a_date") from None


def _point(text: str) -> Point:
    weekday = _WEEKDAY.search(text)
    written = re.sub(r"\s", "", _WEEKDAY.sub("", text)).rstrip(",")
    if written in ("", "현재", "계속"):
        raise Unreadable("open_ended")
    return replace(read_point(written), weekday=(weekday[1] or weekday[2]) if weekday else None)


def _completed(point: Point, before: Point | None) -> Point:
    """`point` with the year and month that it leaves to the point before it."""
    if point.precision == "bare":
        if before is None or before.precision not in ("day", "month"):
            raise Unreadable("not_a_date")
        if before.precision == "month":
            if not 1 <= point.day <= 12:
                raise Unreadable("invalid_month")
            point = replace(point, precision="month", month=point.day, day=None)
        else:
            point = replace(point, precision="day")
    if point.precision == "day" and point.month is None:
        if before is None or before.month is None:
            raise Unreadable("not_a_date")
        point = replace(point, month=before.month)
    if point.year is None and before is not None:
        point = replace(point, year=before.year)
    return point


def _span(first: Point, last: Point, year_open: bool) -> Span:
    start, end = bounds(first)
    if first is last:
        return Span(start, end, first.precision)
    if year_open and bounds(last)[1] < start and last.month is not None and last.month != first.month:
        last = replace(last, year=last.year + 1)  # 12월 30일~1월 2일
    end = bounds(last)[1]
    if end < start:
        raise Unreadable("reversed")
    coarse = max(first.precision, last.precision, key=_FINE_TO_COARSE.index)
    return Span(start, end, f"{coarse}_range")
