"""Sums that have to be their total, dates that have to be later: what is told, and what is let pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.responses.answers_file import column, finding, read_rows, rules
from tests.tables.small_survey import survey

BUDGET = survey(
    {"id": "budget", "no": "C1", "ask": "예산", "kind": "money", "unit": "천원"},
    {
        "id": "sources",
        "no": "C2",
        "ask": "재원",
        "kind": "grid",
        "rows": {"state": "국비", "city": "시비", "own": "자체"},
        "answer": {"kind": "money", "unit": "천원", "min": 0},
        "adds_up_to": {"question": "budget", "percent": 1},
    },
)
BUDGET_HEADING = ["C1", "C2 [국비]", "C2 [시비]", "C2 [자체]"]
CONTRACT = survey(
    {"id": "begins", "no": "A8-1", "ask": "시작일", "kind": "date"},
    {"id": "ends", "no": "A8-2", "ask": "종료일", "kind": "date", "after": "begins"},
)


@pytest.mark.parametrize(
    "row",
    [
        ["1000", "500", "300", "200"],
        ["1000", "500", "300", "209"],  # within one per cent
        ["1000", "5십만원", "30만원", "200"],
        ["1000", "500", "500", "-"],  # no such source
        ["", "500", "300", "200"],  # nothing to compare with
        ["1000", "", "", ""],
        ["1000", "500", "300", "모름"],  # what is not known may be the rest
        ["1000", "500", "300", "집계중"],
    ],
)
def test_a_sum_that_may_be_right_is_let_pass(tmp_path: Path, row: list[str]) -> None:
    found = rules(read_rows(tmp_path, BUDGET, BUDGET_HEADING, row))
    assert not {"sum_differs", "sum_in_other_unit", "sum_blank_zero"} & set(found)


def test_a_sum_that_misses_is_told_with_both_numbers_and_stays(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, BUDGET_HEADING, ["1,000", "500", "300", "250"])
    told = finding(responses, "sum_differs")
    assert (told.severity, told.question, told.cell) == ("warning", "C2", "B2")
    assert told.text().startswith("C2: 칸의 합 1,050천원이 C1 1,000천원과 맞지 않습니다.")
    assert column(responses, "number", "sources", "own") == [250_000]


def test_more_than_the_total_is_a_miss_though_a_cell_is_not_known(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, BUDGET_HEADING, ["1000", "500", "700", "모름"])
    assert rules(responses)["sum_differs"] == 1


def test_the_same_digits_in_another_unit_are_told_as_that(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, BUDGET_HEADING, ["120000", "60", "40", "20"])
    told = finding(responses, "sum_in_other_unit")
    assert (told.value, told.hint) == ("120천원", "C1 120,000천원")


def test_empty_cells_are_zero_only_where_the_others_make_the_whole(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, BUDGET, BUDGET_HEADING, ["1000", "600", "400", ""], ["1000", "600", "", ""]
    )
    assert column(responses, "number", "sources", "own")[0] == 0
    assert column(responses, "reason", "sources", "own") == ["", "no_answer"]
    assert (finding(responses, "sum_blank_zero").hint, finding(responses, "sum_differs").cell) == (
        "자체",
        "B3",
    )


def test_numbers_of_people_add_up_too(tmp_path: Path) -> None:
    staff = survey(
        {"id": "all", "no": "B1", "kind": "number", "unit": "명"},
        {
            "id": "staff",
            "no": "B2",
            "kind": "grid",
            "rows": {"full": "상근", "part": "비상근"},
            "columns": {"w": "여", "m": "남"},
            "answer": {"kind": "number", "unit": "명"},
            "adds_up_to": {"question": "all"},
        },
    )
    heading = ["B1", "B2 [상근 / 여]", "B2 [상근 / 남]", "B2 [비상근 / 여]", "B2 [비상근 / 남]"]
    responses = read_rows(tmp_path, staff, heading, ["7", "2", "2", "2", "1"], ["7", "2", "2", "2", "2"])
    assert (finding(responses, "sum_differs").value, finding(responses, "sum_differs").hint) == (
        "8명",
        "B1 7명",
    )


def test_a_date_that_is_not_later_is_told_and_stays(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, CONTRACT, ["A8-1", "A8-2"], ["2016-01-01", "2015. 12. 31."])
    told = finding(responses, "date_order")
    assert (told.severity, told.cell) == ("warning", "B2")
    assert told.text().startswith("A8-2: '2015. 12. 31.'은 A8-1 2016-01-01보다 뒤여야 합니다.")
    assert column(responses, "start", "ends") == ["2015-12-31"]


@pytest.mark.parametrize(
    ("begins", "ends", "told"),
    [
        ("2016-01-01", "2018-12-31", 0),
        ("2016-01-01", "2016-01-01", 1),  # the same day is not later
        ("2016-03", "2016-03", 0),  # the month may hold both
        ("2016-03-15", "2016-03", 0),
        ("2016-03-15", "2016-02", 1),
        ("2016-03-15", "", 0),
        ("모름", "2016-02-01", 0),
    ],
)
def test_dates_that_may_be_in_order_are_let_pass(tmp_path: Path, begins: str, ends: str, told: int) -> None:
    responses = read_rows(tmp_path, CONTRACT, ["A8-1", "A8-2"], [begins, ends])
    assert rules(responses)["date_order"] == told
