from __future__ import annotations

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from analysis.language import counted, thousands
from analysis.responses.values import Number, parse_number
from tests.vectors import vectors


@pytest.mark.parametrize(("given", "expected"), vectors("number"))
def test_vector(given: dict, expected: dict):
    number = parse_number(given["text"])
    assert number.value == pytest.approx(expected["value"], abs=expected.get("tolerance", 0))
    words = {name: expected[name] for name in expected if name not in ("value", "tolerance")}
    assert {name: getattr(number, name) for name in words} == words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("80%", Number(80, unit="%")),
        ("80% +", Number(80, low=80, unit="%", qualifier="ge")),
        ("~60", Number(60, qualifier="approx")),
        ("1.0", Number(1)),
        ("-1726", Number(-1726)),
        ("１２", Number(12)),
        ("4점", Number(4, unit="점")),
        ("99999999999", Number(99999999999)),
        ("△3.2%", Number(-3.2, unit="%")),
        ("월 2회", Number(2, unit="회", per="month")),
        ("열두 곳", Number(12, unit="곳")),
        ("약 30여명", Number(30, low=30, unit="명", qualifier="over")),
        ("10명 이상 20명 미만", Number(low=10, high=20, high_inclusive=False, unit="명", qualifier="range")),
        ("이삼십 명", Number(low=20, high=30, unit="명", qualifier="range")),
        ("9백~1천명", Number(low=900, high=1000, unit="명", qualifier="range")),
        ("100명(잠정)", Number(100, unit="명", remark="잠정")),
        ("과반", Number(low=50, low_inclusive=False, unit="%", qualifier="gt")),
        ("여러 명", Number(unit="명", qualifier="vague")),
        ("1 200 000", Number(1200000)),
    ],
)
def test_a_number_keeps_what_was_said_of_it(text: str, number: Number):
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "3,5",  # a decimal comma: neither 35 nor 3.5
        "1,2345",
        "3.5.1",
        "1e308",
        "9" * 401,
        "10 20",  # two numbers
        "1 200",  # one or two?
        "1/2",  # a half or a date?
        "12:30",
        "(5)",  # five, or minus five as in accounts?
        "네",  # yes, not four
        "수원",  # a city, not "some won"
        "만족",
        "four",
        "10~5명",
        "1억5천명",  # 1억 5천만 or 1억 5천?
        "It varies massively.",
        "100% of working time, 55/168 hours during the week",
        "",
    ],
)
def test_what_is_not_safely_a_number_is_invalid_and_never_guessed(text: str):
    assert parse_number(text) == Number(qualifier="invalid")


@pytest.mark.parametrize("cell", [True, float("nan"), float("inf"), 1e308, None])
def test_a_cell_that_holds_no_usable_number_is_invalid(cell: object):
    assert parse_number(cell).qualifier == "invalid"


def test_none_is_read_as_zero_to_be_confirmed():
    assert parse_number("없음") == Number(0, doubt="zero_word")


@for_all(st.integers(-(10**15), 10**15))
def test_a_formatted_count_reads_back(count: int):
    assert parse_number(counted(count, "명")) == Number(count, unit="명")


@for_all(st.decimals(places=2, min_value=0, max_value=10**9))
def test_a_formatted_decimal_reads_back(value):
    assert parse_number(thousands(value, 2)).value == pytest.approx(float(value))


@for_all(st.floats(1e-9, 1e15) | st.floats(-1e15, -1e-9))
def test_a_spreadsheets_number_is_itself(value: float):
    assert parse_number(value).value == value


@for_all(st.text(alphabet="일이삼십백천만억조0123456789,.~-△여약 개명원분의%(수몇이상미만까지", max_size=25))
def test_any_text_is_a_number_or_invalid(text: str):
    number = parse_number(text)
    known = (number.value, number.low, number.high) != (None, None, None)
    assert known == (number.qualifier not in ("invalid", "vague"))
