from __future__ import annotations

import pytest

from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import SATISFACTION, absent, answered, figures, line, said, survey


def satisfaction(*answers: object, scale: dict | None = None, box: str | None = None) -> Table:
    question = {"id": "satisfaction", "kind": "scale", "scale": scale or SATISFACTION, "not_applicable": box}
    return build_tables(answered(survey(question), satisfaction=answers))[0]


FOURTEEN = ["5", "5", "4", "4", "4", "4", "4", "4", "4", "3", "3", "3", "2", "1"]


def test_points_and_nets_are_counted():
    table = satisfaction(*FOURTEEN)
    assert line(table, "count") == {"1": 1, "2": 1, "3": 3, "4": 7, "5": 2, "4+5": 9, "1+2": 2}
    assert line(table, "share")["4+5"] == 9 / 14


def test_mean_median_and_the_mean_from_0_to_100():
    # 2×5 + 7×4 + 3×3 + 2 + 1 = 50; 50/14 = 3.5714; (3.5714 − 1) / 4 × 100 = 64.29
    found = figures(satisfaction(*FOURTEEN))
    assert found["mean"] == 50 / 14
    assert found["median"] == 4
    assert found["score100"] == pytest.approx(64.2857, abs=1e-4)


def test_nets_are_named_by_the_points_they_add_up_whichever_end_is_good():
    table = satisfaction("1", scale=SATISFACTION | {"good": "low"})
    assert (table.facts["top"], table.facts["bottom"], table.facts["good"]) == ("4+5", "1+2", "low")
    assert table.words("items", "4+5") == "만족+매우 만족"
    assert table.words("items", "1+2", "en") == "Very dissatisfied+Dissatisfied"


def test_a_scale_of_three_points_has_no_nets():
    three = {"good": "none", "points": {"1": "줄었다", "2": "비슷하다", "3": "늘었다"}}
    table = satisfaction("1", "3", scale=three)
    assert line(table, "count") == {"1": 1, "2": 0, "3": 1}
    assert (table.facts["points"], table.facts["top"], table.facts["bottom"]) == (3, None, None)


def test_the_box_beside_the_scale_is_counted_outside_the_base():
    ticked = absent("not_applicable", detail="option")
    table = satisfaction("4", "5", ticked, ticked, None, box="이용 안 함")
    assert figures(table)["base"] == 2
    assert line(table, "count")["not_applicable"] == 2
    assert "not_applicable" not in line(table, "share")
    assert table.words("items", "not_applicable") == "이용 안 함"
    assert "무응답 1개, 이용 안 함 2개 제외" in said(table)


def test_a_dash_is_not_applicable_but_not_a_tick_in_the_box():
    table = satisfaction("4", absent("not_applicable", detail="dash"), box="이용 안 함")
    assert line(table, "count")["not_applicable"] == 0
    assert line(table, "absent") == {"not_applicable": 1}


def test_without_answers_there_is_no_mean():
    table = satisfaction(None)
    for stat in ("mean", "median", "score100"):
        cell = table.get(stat)
        assert cell and (cell.value, cell.status, cell.n) == (None, "empty", 0)


def test_a_question_may_declare_how_many_points_its_nets_have():
    question = {"id": "view", "kind": "scale", "scale": SATISFACTION, "top_box": 1, "bottom_box": 3}
    table = build_tables(answered(survey(question), view=["5", "4", "2", "1"]))[0]
    assert (table.facts["top"], table.facts["bottom"]) == ("5", "1+2+3")
    assert line(table, "count") == {"1": 1, "2": 1, "3": 0, "4": 1, "5": 1, "1+2+3": 2}
    assert table.words("items", "1+2+3") == "매우 불만족+불만족+보통"
