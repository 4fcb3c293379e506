"""Sums that have to be their total, dates that have to be later: what is told, and what is let pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.responses.answers_file import column, finding, read_rows, rules
from tests.tables.small_survey import survey

TOTAL = {"id": "budget", "no": "C1", "ask": "예산", "kind": "money", "unit": "천원"}
SOURCES = {
    "id": "sources",
    "no": "C2",
    "ask": "재원",
    "kind": "grid",
    "rows": {"state": "국비", "city": "시비", "own": "자체"},
    "answer": {"kind": "money", "unit": "천원", "min": 0},
}
BUDGET = survey(TOTAL, SOURCES | {"adds_up_to": {"question": "budget", "percent": 1}})
EXACT = survey(TOTAL, SOURCES | {"adds_up_to": "budget"})
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


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["약 1000", "500", "300", "250"], 0),  # 950 to 1,100
        (["약 1000", "500", "300", "350"], 1),
        (["1000 이상", "900", "900", "900"], 0),
        (["1000 이상", "500", "300", "100"], 1),
        (["1000", "약 500", "300", "170"], 0),
        (["1000", "500여", "100", "100"], 0),
    ],
)
def test_what_is_not_exact_is_compared_as_the_span_it_may_mean(
    tmp_path: Path, row: list[str], told: int
) -> None:
    assert rules(read_rows(tmp_path, BUDGET, BUDGET_HEADING, row))["sum_differs"] == told


def test_one_cell_in_another_unit_is_named(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, BUDGET_HEADING, ["1000000", "600000", "300", "100000"])
    told = finding(responses, "cell_in_other_unit")
    assert (told.severity, told.cell, told.part) == ("warning", "C2", "시비")
    assert told.text().startswith("C2 [시비]: '300'을 다른 단위로 적은 것 같습니다.")
    assert "C1 1,000,000천원과 맞습니다" in told.text()
    assert not {"sum_differs", "sum_in_other_unit"} & set(rules(responses))
    assert column(responses, "number", "sources", "city") == [300_000]


def test_a_small_cell_does_not_explain_a_small_miss(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, EXACT, BUDGET_HEADING, ["1000001", "600000", "399980", "20"])
    assert (rules(responses)["cell_in_other_unit"], rules(responses)["sum_differs"]) == (0, 1)


def test_where_two_cells_could_be_in_another_unit_none_is_named(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, BUDGET_HEADING, ["1300", "300", "30", "30"])
    assert (rules(responses)["cell_in_other_unit"], rules(responses)["sum_differs"]) == (0, 1)


def test_cells_may_add_up_to_a_cell_of_another_table(tmp_path: Path) -> None:
    plan = {"id": "plan", "no": "C0", "kind": "grid", "rows": {"y16": "2016"}, "answer": SOURCES["answer"]}
    questionnaire = survey(plan, SOURCES | {"adds_up_to": "plan.y16"})
    responses = read_rows(tmp_path, questionnaire, ["C0 [2016]", *BUDGET_HEADING[1:]], ["9", "2", "3", "5"])
    assert finding(responses, "sum_differs").hint == "C0 [2016] 9천원"


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


EQUAL = survey(
    {"id": "members", "no": "A7", "kind": "number", "unit": "명", "approximate": True},
    {
        "id": "voters",
        "no": "A8",
        "kind": "number",
        "unit": "명",
        "equals": {"question": "members", "percent": 5},
    },
    {"id": "spent", "no": "B1", "kind": "money", "unit": "천원"},
    {
        "id": "sources",
        "no": "B2",
        "kind": "grid",
        "rows": {"own": "자체"},
        "columns": {"y15": "2015", "y16": "2016"},
        "answer": {"kind": "money", "unit": "만원"},
    },
    {"id": "audited", "no": "B3", "kind": "money", "unit": "원", "equals": "sources.own.y16"},
)
EQUAL_HEADING = ["A7", "A8", "B1", "B2 [자체 / 2015]", "B2 [자체 / 2016]", "B3"]


def test_a_number_asked_twice_that_differs_is_told_with_both_and_stays(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, EQUAL, EQUAL_HEADING, ["100", "120"], ["100", "105"], ["100", ""])
    told = finding(responses, "not_equal")
    assert (told.severity, told.question, told.cell) == ("warning", "A8", "B2")
    assert told.text().startswith("A8: 120명이 A7 100명과 같아야 합니다.")
    assert column(responses, "number", "voters")[0] == 120


def test_about_a_hundred_may_be_ninety(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, EQUAL, EQUAL_HEADING, ["약 100", "92"], ["100여명", "180"])
    assert not {"not_equal", "equal_in_other_unit"} & set(rules(responses))


def test_amounts_are_equal_in_whatever_unit_they_were_asked_for(tmp_path: Path) -> None:
    row = ["", "", "", "90", "120", "1,200,000"]
    assert not read_rows(tmp_path, EQUAL, EQUAL_HEADING, row).findings


def test_equal_digits_are_told_as_another_unit(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, EQUAL, EQUAL_HEADING, ["", "", "", "90", "120", "1200"])
    told = finding(responses, "equal_in_other_unit")
    assert (told.cell, told.value, told.hint) == ("F2", "1,200원", "B2 [자체 / 2016] 120만원")


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
