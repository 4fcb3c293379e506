"""Adjusted p-values are of the tests that are released, and of no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.release.audience import POLICIES
from analysis.release.gate import release_tables
from analysis.tables import Cell, Table
from analysis.tables.estimate.multiplicity import holm
from tests.release.counted import counted_table

OPEN = {"": [20, 20], "a": [12, 7], "b": [8, 13]}
WITH_A_FEW = {"": [20, 20], "a": [19, 1], "b": [1, 19]}


def compared(
    question: str, lines: dict[str, list[int]], p: float, p_adjusted: float, family: str = "survey"
) -> Table:
    tests = (
        Cell("", "", "", "p", p, n=40, base=40, rule="fisher_exact"),
        Cell("", "", "", "p_adjusted", p_adjusted, n=40, base=40, rule="holm"),
    )
    comparison = {"family": family, "tests": 3, "adjustment": "holm", "alpha": 0.05}
    table = counted_table(lines, comparison=comparison)
    return replace(table, question=question, facts=dict(table.facts), cells=(*table.cells, *tests))


def survey(hidden: float) -> list[Table]:
    """Three tests, of which the second's table hides counts."""
    given = {"first": 0.3, "second": hidden, "third": 0.02}
    adjusted = dict(zip(given, holm(list(given.values())).tolist(), strict=True))
    return [
        compared(question, WITH_A_FEW if question == "second" else OPEN, p, adjusted[question])
        for question, p in given.items()
    ]


def test_the_p_of_a_hidden_table_is_not_in_those_that_are_shown() -> None:
    """Holm had given the first test the second's p, twice over."""
    assert survey(0.29)[0].value("p_adjusted") == pytest.approx(0.58)
    released = [release_tables(survey(hidden), POLICIES["members"]) for hidden in (0.001, 0.18, 0.29, 0.9)]
    told = [{table.question: table.value("p_adjusted") for table in given} for given in released]
    assert told[0] == {"first": 0.3, "third": 0.04}
    assert all(one == told[0] for one in told)
    assert released[0][0].facts["comparison"]["tests"] == 2


def test_a_family_of_one_table_is_adjusted_for_itself() -> None:
    given = [compared("first", OPEN, 0.03, 0.03, "table"), compared("third", OPEN, 0.02, 0.02, "table")]
    assert [t.value("p_adjusted") for t in release_tables(given, POLICIES["members"])] == [0.03, 0.02]


def test_the_committee_gets_the_adjustment_over_all() -> None:
    released = release_tables(survey(0.29), POLICIES["committee"])
    assert released[0].value("p_adjusted") == 0.58
    assert released[0].facts["comparison"]["tests"] == 3
