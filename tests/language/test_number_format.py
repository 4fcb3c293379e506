from __future__ import annotations

from datetime import date

import pytest

from analysis.language import counted, day, money, period, thousands


def test_thousands_are_separated():
    assert thousands(1234567) == "1,234,567"
    assert thousands(1234.25, 1) == "1,234.3"


def test_a_count_carries_its_counter():
    assert counted(14, "개 단체") == "14개 단체"
    assert [counted(n, "organisation", "en") for n in (1, 9)] == ["1 organisation", "9 organisations"]
    assert counted(1200, "person/people", "en") == "1,200 people"


@pytest.mark.parametrize(
    ("won", "korean"),
    [
        (214_020_000, "2억 1,402만 원"),
        (1_480_000_000_000, "1조 4,800억 원"),
        (100_000_001, "1억 1원"),
        (5_600, "5,600원"),
        (-300_000_000, "-3억 원"),
        (0, "0원"),
    ],
)
def test_money_is_written_in_myriads(won: int, korean: str):
    assert money(won) == korean


def test_money_in_english_keeps_the_won():
    assert money(-214_020_000, "en") == "-₩214,020,000"


def test_a_day_may_show_its_weekday():
    assert day(date(2016, 7, 21), weekday=True) == "2016년 7월 21일(목)"
    assert day(date(2016, 7, 21), "en", weekday=True) == "21 July 2016 (Thu)"


@pytest.mark.parametrize(
    ("start", "end", "korean", "english"),
    [
        ((2016, 7, 21), (2016, 7, 21), "2016. 7. 21.", "21 July 2016"),
        ((2016, 6, 24), (2016, 6, 25), "2016. 6. 24.~25.", "24–25 June 2016"),
        ((2016, 6, 30), (2016, 7, 2), "2016. 6. 30.~7. 2.", "30 June – 2 July 2016"),
        ((2016, 12, 30), (2017, 1, 2), "2016. 12. 30.~2017. 1. 2.", "30 December 2016 – 2 January 2017"),
        ((2016, 2, 1), (2016, 2, 29), "2016. 2.", "February 2016"),
        ((2016, 4, 1), (2016, 5, 31), "2016. 4.~5.", "April–May 2016"),
        ((2016, 1, 1), (2016, 12, 31), "2016년", "2016"),
        ((2014, 1, 1), (2016, 12, 31), "2014년~2016년", "2014–2016"),
    ],
)
def test_a_period_is_written_as_short_as_it_can_be_read(start, end, korean, english):
    assert period(date(*start), date(*end)) == korean
    assert period(date(*start), date(*end), "en") == english
