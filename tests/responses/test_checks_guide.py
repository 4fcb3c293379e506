"""What docs/ko/checks.md says of numbers that are not exact is what is done with them."""

from __future__ import annotations

import re

import pytest

import start
from analysis.intake.sheet import Cell
from analysis.questionnaire.answer import Money, Number
from analysis.responses.measured import read_money, read_number

GUIDE = (start.ROOT / "docs" / "ko" / "checks.md").read_text(encoding="utf-8")
TABLE = GUIDE.partition("| 적힌 것 |")[2].partition("\n\n")[0]
WRITTEN = [
    (written, re.match(r"(\d+)으로 들어감", effect))
    for cells, effect in re.findall(r"^\| (`.+`) \| (.+) \|$", TABLE, re.MULTILINE)
    for written in re.findall(r"`([^`]+)`", cells)
]


def test_there_are_examples_of_both() -> None:
    assert {enters is None for _, enters in WRITTEN} == {True, False}
    assert len(WRITTEN) > 8


@pytest.mark.parametrize(("written", "enters"), WRITTEN)
def test_a_number_that_is_not_exact_enters_a_mean_as_the_guide_says(
    written: str, enters: re.Match[str] | None
) -> None:
    reading = read_number(Cell(written, written), Number(kind="number", unit="명", approximate=True))
    assert reading.number == (float(enters[1]) if enters else None)
    assert (reading.reason == "") == bool(enters)


def test_none_of_an_amount_is_zero_and_told() -> None:
    reading = read_money(Cell("없음", "없음"), Money(kind="money", unit="천원"))
    assert (reading.number, [doubt.rule for doubt in reading.doubts]) == (0, ["zero_word"])
