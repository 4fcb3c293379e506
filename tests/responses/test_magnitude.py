"""Amounts in won where thousands were asked for."""

from __future__ import annotations

from pathlib import Path

from tests.responses.answers_file import column, finding, read_rows, rules
from tests.tables.small_survey import survey

BUDGET = survey({"id": "budget", "no": "C1", "ask": "예산", "kind": "money", "unit": "천원"})
OTHERS = [["310,000"], ["95,000"], ["412,000"], ["1,200,000"], ["150,000"]]


def test_an_amount_a_thousand_times_too_high_is_told_and_counts(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, ["C1"], *OTHERS, ["412000000"])
    told = finding(responses, "amount_far_above")
    assert (told.severity, told.cell) == ("warning", "A7")
    assert told.text().startswith("C1: '412000000'은 다른 응답의 가운데 값 361,000천원보다 지나치게 큽니다.")
    assert column(responses, "number", "budget")[-1] == 412_000_000_000


def test_a_large_amount_is_no_wrong_unit(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, ["C1"], *OTHERS, ["24,000,000"])
    assert not responses.findings


def test_an_amount_that_says_its_unit_is_what_it_says(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, ["C1"], *OTHERS, ["4120억원"])
    assert set(rules(responses)) == {"unit_in_cell"}


def test_a_few_amounts_are_nothing_to_compare_with(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, ["C1"], *OTHERS[:3], ["412000000"])
    assert not responses.findings
