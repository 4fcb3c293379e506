from __future__ import annotations

from datetime import date

import pytest

from analysis.language import counted, day, money, period, thousands
from analysis.language.number_format import in_unit


def test_thousands_are_separated():
    assert thousands(1234567) == "1,234,567"
    assert thousands(1234.25, 1) == "1,234.3"


def test_a_count_carries_its_counter():
    assert counted(14, "개 단체") == "14개 단체"
    assert [counted(n, "organisation", "en") for n in (1, 9)] == ["1 organisation", "9 organisations"]
    assert counted(1200, "person/people", "en") == "1,200 people"


def test_one_of_a_unit_is_said_in_the_singular():
    assert [in_unit(n, "people") for n in ("0", "1", "2")] == ["0 people", "1 person", "2 people"]
    assert in_unit("1", "meetings") == "1 meeting"
    assert in_unit("3.71", "") == "3.71"


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


@pytest.mark.parametrize(
    ("won", "english"),
    [
        (260_000_000, "260 million won"),
        (4_800_000, "4.8 million won"),
        (1_480_000_000_000, "1.48 trillion won"),
        (1_234_560_000, "1,234.56 million won"),
        (137_554_321, "137,554,321 won"),
        (-300_000_000, "-300 million won"),
        (5_600, "5,600 won"),
        (0, "0 won"),
    ],
)
def test_money_in_english_is_written_in_millions_where_that_keeps_it_exact(won: int, english: str):
    assert money(won, "en") == english


def test_a_day_may_show_its_weekday():
    assert day(date(2016, 7, 21), weekday=True) == "2016년 7월 21일(목)"
    assert day(date(2016, 7, 21), "en", weekday=True) == "Thu 21 July 2016"


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
