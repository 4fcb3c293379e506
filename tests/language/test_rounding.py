from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from analysis.language import half_up, percent, score100
from tests.vectors import vectors


@pytest.mark.parametrize(("given", "expected"), vectors("rounding"))
def test_vector(given: dict, expected: dict):
    if "count" in given:
        assert percent(given["count"], given["base"], given["decimals"]) == expected["percent"]
    elif "points" in given:
        assert score100(Decimal(given["likert_mean"]), given["points"]) == expected["score100"]
    else:  # the total of a composition is its base out of its base, whatever its rounded parts add up to
        assert percent(len(given["percents"]), len(given["percents"])) == expected["total_shown"]


def test_half_goes_up_where_python_goes_to_even():
    assert (str(half_up(6.25, 1)), str(round(6.25, 1))) == ("6.3", "6.2")
    assert half_up(-2.5) == -3


def test_a_float_is_rounded_as_the_number_a_person_reads():
    assert str(half_up(2.675, 2)) == "2.68"  # in binary it is a little less


def test_no_place_is_dropped_and_zero_has_no_sign():
    assert [str(half_up(value, 1)) for value in (4, -0.04, Fraction(1, 3), Decimal("1E+2"))] == [
        "4.0", "0.0", "0.3", "100.0",
    ]  # fmt: skip


@for_all(st.decimals(places=4, min_value=-(10**9), max_value=10**9))
def test_agrees_with_the_decimal_module(value: Decimal):
    assert half_up(value, 2) == value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_no_number_is_refused(value: float | Decimal):
    with pytest.raises(ValueError, match="cannot be rounded"):
        half_up(value, 1)


def test_of_nobody_there_is_no_percentage():
    with pytest.raises(ValueError, match="needs a base"):
        percent(0, 0)
