from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from analysis.language import day, period
from analysis.responses.values import Dates, Span, parse_date
from tests.vectors import vectors


def _as_in_vectors(dates: Dates) -> dict:
    spans = [
        {"start": span.start.isoformat(), "end": span.end.isoformat(), "precision": span.precision}
        for span in dates.spans
    ]
    nothing = {"start": None, "end": None, "precision": None}
    return {
        **(spans[0] if len(spans) == 1 else nothing),
        "list": spans,
        "year_inferred": dates.year_inferred,
        "weekday": dates.weekday,
        "weekday_ok": dates.weekday_ok,
        "time": dates.time and dates.time.isoformat(),
        "error": dates.error,
    }


@pytest.mark.parametrize(("given", "expected"), vectors("date"))
def test_vector(given: dict, expected: dict):
    context = given.get("context", {})
    found = _as_in_vectors(parse_date(given["text"], context.get("default_year"), context.get("source")))
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("6월24일~25일(1박2일)", "2016-06-24", "2016-06-25", "day_range"),
        ("2016. 6. 24.~26.", "2016-06-24", "2016-06-26", "day_range"),
        ("7.21-7.23", "2016-07-21", "2016-07-23", "day_range"),
        ("4~5월", "2016-04-01", "2016-05-31", "month_range"),
        ("2014~2016", "2014-01-01", "2016-12-31", "year_range"),
        ("2015년 상반기~하반기", "2015-01-01", "2015-12-31", "half_range"),
        ("2016년 1/4분기", "2016-01-01", "2016-03-31", "quarter"),
        ("2월 말", "2016-02-21", "2016-02-29", "fuzzy_month"),
        ("89.5.1", "1989-05-01", "1989-05-01", "day"),
        ("20160721", "2016-07-21", "2016-07-21", "day"),
        ("201607", "2016-07-01", "2016-07-31", "month"),
        ("2016", "2016-01-01", "2016-12-31", "year"),
        ("7/21/2016 10:05:00", "2016-07-21", "2016-07-21", "day"),
        ("2016-07-21T10:13:21.000+09:00", "2016-07-21", "2016-07-21", "day"),
    ],
)
def test_a_span(text: str, start: str, end: str, precision: str):
    assert parse_date(text, 2016).spans == (
        Span(dt.date.fromisoformat(start), dt.date.fromisoformat(end), precision),
    )


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("2월 30일", "invalid_day"),
        ("13월", "invalid_month"),
        ("201012", "ambiguous"),  # 2010년 12월, or 20년 10월 12일
        ("10/5/2020", "ambiguous"),  # October in one country, May in another
        ("2017.1.2~2016.1.1", "reversed"),
        ("5월 25일~3일", "reversed"),
        ("2016.4~현재", "open_ended"),
        ("7월 21일경", "vague"),
        ("미정", "undetermined"),
        ("25일", "not_a_date"),
        ("14개", "not_a_date"),
        ("", "not_a_date"),
        ("9" * 401, "not_a_date"),
    ],
)
def test_what_cannot_be_dated_says_why(text: str, error: str):
    dates = parse_date(text, 2016)
    assert (dates.spans, dates.error) == ((), error)


def test_a_date_without_a_year_needs_one():
    assert parse_date("7월 21일").error == "no_year"


def test_a_wrong_weekday_is_noticed():
    assert parse_date("2016. 7. 21.(목)").weekday_ok is True
    assert parse_date("2016. 7. 21.(금)").weekday_ok is False
    assert parse_date("6월 24일(금)~25일(일)", 2016).weekday_ok is False


def test_a_spreadsheets_dates_and_serials_are_dates():
    first_of_july = Span(dt.date(2016, 7, 21), dt.date(2016, 7, 21), "day")
    assert parse_date(dt.date(2016, 7, 21)).spans == (first_of_july,)
    assert parse_date(dt.datetime(2016, 7, 21, 14, 30)).time == dt.time(14, 30)
    assert parse_date(42572).spans == (first_of_july,)
    assert parse_date(42572.5).time == dt.time(12)


def test_five_digits_of_text_are_no_serial():
    assert parse_date("42572").error == "not_a_date"


def test_a_number_that_may_have_lost_its_zero_is_not_taken_for_january():
    assert parse_date(2012.1).error == "ambiguous"  # 2012.10 typed into a numeric cell
    assert parse_date("2012.1").start == dt.date(2012, 1, 1)
    assert parse_date(2012.12).start == dt.date(2012, 12, 1)


days = st.dates(dt.date(1970, 1, 1), dt.date(2068, 12, 31))


@for_all(days)
def test_a_formatted_day_reads_back(date: dt.date):
    dates = parse_date(day(date, weekday=True))
    assert (dates.start, dates.end, dates.weekday_ok) == (date, date, True)


@for_all(days, days)
def test_a_formatted_period_reads_back(one: dt.date, other: dt.date):
    start, end = sorted((one, other))
    dates = parse_date(period(start, end))
    assert (dates.start, dates.end) == (start, end)


@for_all(st.text(alphabet="0123456789년월일.~-/ ()월화수초중말상하반기분Q,·'", max_size=20))
def test_any_text_is_dates_or_an_error(text: str):
    dates = parse_date(text, 2016)
    assert bool(dates.spans) == (dates.error is None)
    assert all(span.start <= span.end for span in dates.spans)
