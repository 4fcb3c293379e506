"""The number in large type beside a finding."""

from __future__ import annotations

import pytest

from analysis.narrative import Figure, Sentence, show_cell
from analysis.report.large_number import large_number
from analysis.tables import Table
from tests.report.small_report import KIND, SATISFACTION


def finding(table: Table, stat: str, item: str = "", language: str = "ko") -> Sentence:
    cell = table.get(stat, item)
    assert cell is not None
    return Sentence(("이 중 ", show_cell(table, cell, language)))


def test_a_count_stands_before_how_many_were_asked_with_a_mark_for_each():
    large = large_number(KIND, finding(KIND, "count", "b"), "ko")
    assert large is not None and isinstance(large.of, Figure)
    assert (large.number.text, large.of.text, large.marks, large.scale) == ("7개", "14개", (7, 14), "")


@pytest.mark.parametrize(("language", "scale"), [("ko", "(5점 척도)"), ("en", "points (scale of 1–5)")])
def test_a_mean_stands_with_the_scale_that_it_lies_on(language: str, scale: str):
    large = large_number(SATISFACTION, finding(SATISFACTION, "mean", language=language), language)
    assert large is not None
    assert (large.of, large.marks, large.scale) == ("", (), scale)


def test_a_finding_without_a_number_has_none():
    assert large_number(KIND, Sentence(("모두 가림",)), "ko") is None
