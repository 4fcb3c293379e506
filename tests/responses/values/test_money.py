from __future__ import annotations

from dataclasses import asdict

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from analysis import language
from analysis.responses.values import Money, parse_money
from tests.vectors import vectors


@pytest.mark.parametrize(("given", "expected"), vectors("money"))
def test_vector(given: dict, expected: dict):
    money = parse_money(given["text"], given.get("column_unit"))
    context = "numeric" if money.doubt == "zero_word" else None
    found = asdict(money) | {"approx": money.approx, "context": context}
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "column_unit", "won"),
    [
        ("1,200", "천원", 1_200_000),
        ("1.5", "억원", 150_000_000),
        ("12", "백만원", 12_000_000),
        ("5억", "천원", 500_000_000),  # its own unit goes before the column's
        ("300만", "천원", 3_000_000),
        ("500천원", "천원", 500_000),
        ("17,500(만원)", "천원", 175_000_000),
        ("1850000000(원)", "천원", 1_850_000_000),
        ("410000000 (단위: 원)", "천원", 410_000_000),
        ("2,000(천원)", "만원", 2_000_000),
        ("만원", "천원", 10_000),
        ("\\300,000", "천원", 300_000),  # the won sign of old keyboards
        (1200.5, "천원", 1_200_500),
        ("1,234.5678", "천원", 1_234_568),
    ],
)
def test_the_unit_is_the_cells_own_or_the_columns(text: object, column_unit: str, won: int):
    assert parse_money(text, column_unit) == Money(won)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1~2억", 100_000_000, 200_000_000),
        ("2~3백만원", 2_000_000, 3_000_000),
        ("3백만원~5백만원", 3_000_000, 5_000_000),
        ("500만~1억", 5_000_000, 100_000_000),
    ],
)
def test_a_range_shares_the_units_of_its_end(text: str, low: int, high: int):
    assert parse_money(text) == Money(low=low, high=high, qualifier="range")


@pytest.mark.parametrize(
    "text", ["1억5천", "1~1억5천만원", "5천~1억", "(1,200)", "$100", "협의", "원", "1인당 5만원"]
)
def test_what_could_be_several_amounts_is_refused(text: str):
    assert parse_money(text, "천원") == Money(qualifier="invalid")


def test_a_unit_left_standing_in_the_cell_is_no_amount():
    assert parse_money("만원", "만원") == Money(qualifier="invalid")


def test_a_doubtful_unit_is_said():
    assert parse_money("300") == Money(300, doubt="unit_assumed")
    assert parse_money("5천", "천원") == Money(5_000_000, doubt="unit_repeated")
    assert parse_money("1,850천", "천원") == Money(1_850_000, doubt="unit_repeated")
    assert parse_money("500만", "만원") == Money(5_000_000)


def test_per_and_remark_are_kept():
    expected = Money(2_000_000, qualifier="approx", period="month", remark="세전")
    assert parse_money("월 약 200만원(세전)") == expected


@pytest.mark.parametrize(
    ("remark", "qualifier"), [("추정", "approx"), ("어림수", "approx"), ("세전", "exact")]
)
def test_a_remark_may_say_that_the_amount_is_an_estimate(remark: str, qualifier: str):
    assert parse_money(f"96,000({remark})", "천원") == Money(96_000_000, qualifier=qualifier, remark=remark)


@for_all(st.integers(-(10**15), 10**15))
def test_an_amount_as_pages_write_it_in_korean_reads_back(won: int):
    assert parse_money(language.money(won), "천원") == Money(won)
