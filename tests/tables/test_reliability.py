"""Alpha and omega as cells; the figures themselves: tests/reference/test_scales.py."""

from __future__ import annotations

import pytest

from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import SATISFACTION, answered, said, survey

ROWS = {"meetings": "모임", "people": "사람들", "alone": {"ko": "혼자인 느낌", "reverse": True}}
# Twelve respondents; the third row runs the other way.
BELONGING = {
    "meetings": list("123451234554"),
    "people": list("213441325545"),
    "alone": list("452225442131"),
}


def belonging(index: bool = True, answers: dict[str, list] = BELONGING, **head: object) -> Table:
    question = {
        "id": "belonging", "kind": "grid", "rows": ROWS, "index": index,
        "answer": {"kind": "scale", "scale": SATISFACTION},
    }  # fmt: skip
    given = {f"belonging__{row}": of_row for row, of_row in answers.items()}
    return build_tables(answered(survey(question, **head), **given))[0]


def test_rows_that_measure_one_thing_have_a_reliability_with_the_reverse_row_turned():
    alpha, omega = (belonging().get(stat) for stat in ("alpha", "omega"))
    assert alpha and omega
    assert (alpha.n, alpha.base, alpha.row) == (12, 12, "")
    assert 0.9 < alpha.value < 1 and 0.9 < omega.value < 1
    assert "신뢰도는 모든 항목에 답한 응답으로, 역문항은 뒤집어 계산" in said(belonging())


def test_other_grids_have_none():
    table = belonging(index=False)
    assert table.get("alpha") is table.get("omega") is None


def test_only_who_answered_every_row_counts():
    gaps = BELONGING | {"people": [None, *BELONGING["people"][1:]]}
    assert belonging(answers=gaps).get("alpha").n == 11


def test_of_fewer_than_ten_there_is_none_and_it_says_why():
    few = {row: of_row[:9] for row, of_row in BELONGING.items()}
    cell = belonging(answers=few).get("alpha")
    assert (cell.value, cell.status, cell.rule, cell.n) == (None, "not_comparable", "respondents", 9)


def test_of_nobody_it_is_empty():
    nobody = {row: [None] * 3 for row in BELONGING}
    assert belonging(answers=nobody).get("alpha").status == "empty"


@pytest.mark.parametrize(
    ("sample", "rule"),
    [
        ({"kind": "probability"}, "feldt"),
        ({"kind": "probability", "population": 40}, ""),
        ({"kind": "census"}, ""),
        ({"kind": "self_selected"}, ""),
    ],
    ids=["of many", "of a small frame", "census", "self-selected"],
)
def test_alpha_has_an_interval_in_a_simple_random_sample_of_many(sample: dict, rule: str):
    cell = belonging(sample=sample).get("alpha")
    assert cell.rule == rule
    assert (cell.low is not None and cell.low < cell.value < cell.high) == bool(rule)
