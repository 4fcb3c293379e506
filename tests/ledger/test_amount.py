"""Amounts in somebody's accounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.intake.sheet import Cell
from analysis.language import thousands
from analysis.ledger.amount import NoAmount, read_amount


@pytest.mark.parametrize(
    ("written", "won"),
    [
        ("1,234,000", 1_234_000),
        ("1234000", 1_234_000),
        ("1,234,000원", 1_234_000),
        ("₩1,234,000", 1_234_000),
        ("１，２３４", 1_234),
        ("△1,000", -1_000),
        ("▲ 1,000", -1_000),
        ("-1,000", -1_000),
        ("−1,000", -1_000),
        ("(1,000)", -1_000),
        ("-", 0),
        ("0", 0),
        ("", None),
        ("  ", None),
    ],
)
def test_an_amount_is_read_as_it_is_written(written: str, won: int | None) -> None:
    assert read_amount(Cell(written, written), "원") == won


@pytest.mark.parametrize(
    "written", ["약 1,000", "1,00", "12,34,567", "천원", "2016-01-01", "1,000~2,000", "없음", "0.5"]
)
def test_what_is_no_amount_is_never_guessed(written: str) -> None:
    with pytest.raises(NoAmount):
        read_amount(Cell(written, written), "원")


def test_a_sheet_in_thousands_is_read_in_won_unless_the_cell_says_otherwise() -> None:
    assert read_amount(Cell("1,234.5", 1234.5), "천원") == 1_234_500
    assert read_amount(Cell("△12", "△12"), "천원") == -12_000
    assert read_amount(Cell("5,000원", "5,000원"), "천원") == 5_000


def test_a_sum_that_a_spreadsheet_left_a_hair_off_is_whole() -> None:
    assert read_amount(Cell("0.3", 0.1 + 0.2), "백만원") == 300_000


@given(st.integers(min_value=-(10**13), max_value=10**13))
def test_every_amount_as_it_is_printed_reads_back(won: int) -> None:
    printed = f"{'△' if won < 0 else ''}{thousands(abs(won))}"
    assert read_amount(Cell(printed, printed), "원") == won
