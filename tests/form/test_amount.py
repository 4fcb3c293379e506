"""What counts as a number in the cell of a form."""

from __future__ import annotations

import pytest

from analysis.form.amount import amount_of


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("12", 12), ("-3", -3), ("0.5", 0.5), ("1,200", 1200), ("12,345,678.9", 12345678.9)],
)
def test_plain_numbers_are_counted_with(text: str, number: float) -> None:
    assert amount_of(text) == number


@pytest.mark.parametrize(
    "text", ["", "약 200", "3명", "1,2,3", "12,00", "007", "1e5", "1" * 16, "1.5.2016", " 3"]
)
def test_words_and_what_a_worksheet_would_change_stay_text(text: str) -> None:
    assert amount_of(text) is None
