from __future__ import annotations

from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import answered, figures, line, said, survey


def mix(dues: list, sales: list, grants: list, **question: object) -> Table:
    rows = {"dues": "회비", "sales": "사업수입", "grants": "보조금"}
    given = {"id": "mix", "kind": "allocation", "rows": rows} | question
    return build_tables(answered(survey(given), mix__dues=dues, mix__sales=sales, mix__grants=grants))[0]


def test_the_means_of_a_split_add_up_to_its_whole():
    table = mix([50, 20, 80], [30, 20, 10], [20, 60, 10])
    means = [figures(table, row=row)["mean"] for row in ("dues", "sales", "grants")]
    assert means == [50, 20, 30]
    assert [figures(table, row=row)["median"] for row in ("dues", "sales", "grants")] == [50, 20, 20]
    assert (table.facts["total"], table.facts["unit"]) == (100, "%")


def test_only_who_filled_in_every_row_counts():
    table = mix([50, 20, None], [30, 20, None], [20, None, None])
    assert figures(table)["base"] == 1
    assert line(table, "absent") == {"no_answer": 2}
    assert figures(table, row="dues") == {"base": 1, "mean": 50, "median": 50}


def test_a_split_that_misses_its_whole_is_left_out_with_a_note():
    table = mix([50, 20], [30, 20], [20, 20])
    assert figures(table)["base"] == 1
    assert "합계가 맞지 않는 답 1건은 제외" in said(table)


def test_a_split_within_its_tolerance_counts_as_it_stands():
    table = mix([33], [33], [33], tolerance=1)
    assert figures(table, row="dues")["mean"] == 33


def test_a_sum_that_differs_in_the_last_binary_digit_is_the_whole():
    assert figures(mix([33.4], [33.3], [33.3]))["base"] == 1


def test_without_a_whole_split_the_figures_are_empty():
    cell = mix([None], [None], [None]).get("mean", row="dues")
    assert cell and cell.status == "empty"
