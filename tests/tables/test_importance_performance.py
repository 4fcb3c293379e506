from __future__ import annotations

from typing import Any

import pytest

from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import SATISFACTION, absent, answered, figures, line, survey

IMPORTANCE = {"good": "high", "points": {"1": "낮음", "2": "조금", "3": "보통", "4": "중요", "5": "매우"}}
KEEP_UP, CONCENTRATE, LOW, OVERKILL = 1, 2, 3, 4


def judged(rows: dict[str, tuple[list, list]], **question: Any) -> Table:
    given = {
        "id": "ipa", "kind": "importance_performance", "rows": {row: row for row in rows},
        "importance": IMPORTANCE, "performance": SATISFACTION,
    }  # fmt: skip
    answers = {}
    for row, (importance, performance) in rows.items():
        answers[f"ipa__{row}__importance"] = importance
        answers[f"ipa__{row}__performance"] = performance
    return build_tables(answered(survey(given | question), **answers))[0]


CORNERS = {
    "policy": (["5", "5"], ["4", "5"]),
    "training": (["5", "4"], ["1", "2"]),
    "research": (["1", "2"], ["1", "2"]),
    "relations": (["2", "2"], ["5", "4"]),
}


def test_both_sides_have_a_mean_and_the_row_a_gap():
    table = judged(CORNERS)
    assert figures(table, row="policy", item="importance") == {"mean": 5}
    assert figures(table, row="policy", item="performance") == {"mean": 4.5}
    assert figures(table, row="policy", item="gap") == {"mean": 0.5}


def test_the_cut_lines_are_the_means_of_the_row_means():
    table = judged(CORNERS)
    assert line(table, "mean") == {
        "importance": (5 + 4.5 + 1.5 + 2) / 4,
        "performance": (4.5 + 1.5 + 1.5 + 4.5) / 4,
    }


def test_the_four_corners():
    table = judged(CORNERS)
    codes = [figures(table, row=row, item="quadrant")["code"] for row in CORNERS]
    assert codes == [KEEP_UP, CONCENTRATE, LOW, OVERKILL]


def test_points_of_each_side_are_counted_under_its_name():
    table = judged({"policy": (["5", "4", None], ["3", "3", "3"])})
    assert figures(table, row="policy", item="importance:5") == {"count": 1, "share": 1 / 2}
    assert figures(table, row="policy", item="performance:3") == {"count": 3, "share": 1}
    assert table.words("items", "performance:3") == "수행도: 보통"


def test_the_gap_is_of_those_who_judged_both():
    table = judged({"policy": (["5", "1", "3"], ["3", None, "3"])})
    gap = table.get("mean", "gap", row="policy")
    assert gap and (gap.value, gap.base) == (1, 2)
    assert figures(table, row="policy", item="importance")["mean"] == 3  # of all three


def test_rows_of_which_fewer_judged_both_are_named_with_how_many():
    table = judged({"policy": (["5", "1", "3"], ["3", None, "3"]), "training": (["5"] * 3, ["3"] * 3)})
    assert [remark.ko for remark in table.remarks] == ["격차의 사례수: ‘policy’ 2개"]
    assert not judged({"policy": (["5"], ["3"])}).remarks


def test_of_many_such_rows_the_fewest_and_the_most_are_told():
    few, more = (["5", "1", "3"], ["3", None, None]), (["5", "1", "3"], ["3", None, "3"])
    table = judged({"policy": few, "training": more, "study": more, "media": more})
    assert [remark.ko for remark in table.remarks] == ["격차의 사례수(둘 다 답한 응답)는 항목마다 다름(1~2개)"]


def test_the_base_of_a_row_are_those_who_judged_either_side():
    table = judged({"policy": (["5", None, None], [None, "3", None])})
    assert figures(table, row="policy")["base"] == 2
    assert line(table, "absent", row="policy") == {"no_answer": 1}


def test_the_gap_of_different_scales_is_not_comparable():
    three = {"good": "high", "points": {"1": "못함", "2": "보통", "3": "잘함"}}
    table = judged({"policy": (["5"], ["3"])}, performance=three)
    gap = table.get("mean", "gap", row="policy")
    assert gap and (gap.value, gap.status, gap.rule) == (None, "not_comparable", "scales_differ")
    assert "points" not in table.facts and table.facts["performance"]["points"] == 3


def test_importance_without_a_good_end_compares_with_performance_that_has_one():
    neither = {"good": "none", "points": {str(at): f"{at}점" for at in range(1, 6)}}
    gap = judged({"policy": (["5"], ["3"])}, importance=neither).get("mean", "gap", row="policy")
    assert gap and gap.value == 2


def test_a_scale_whose_low_end_is_good_turns_the_quadrants_round():
    table = judged(CORNERS, performance=SATISFACTION | {"good": "low"})
    codes = [figures(table, row=row, item="quadrant")["code"] for row in CORNERS]
    assert codes == [CONCENTRATE, KEEP_UP, OVERKILL, LOW]


def test_the_box_of_each_side_is_counted_outside_the_base():
    box = absent("not_applicable", detail="option")
    table = judged({"policy": (["5", box], ["3", box])}, not_applicable="잘 모름")
    assert figures(table, row="policy", item="importance:not_applicable") == {"count": 1}
    assert figures(table, row="policy")["base"] == 1


@pytest.mark.parametrize("item", ["importance", "gap"])
def test_a_row_that_nobody_judged_is_empty_and_does_not_move_the_cut_lines(item: str):
    table = judged({"policy": (["5"], ["3"]), "training": ([None], [None])})
    assert line(table, "mean") == {"importance": 5, "performance": 3}
    cell = table.get("mean", item, row="training")
    assert cell and cell.status == "empty"
    assert table.get("code", "quadrant", row="training").status == "empty"


def test_the_cut_lines_may_be_declared_at_the_middle_of_the_scales():
    table = judged(CORNERS, cut="midpoint")
    assert line(table, "cut") == {"importance": 3, "performance": 3}
    assert (table.facts["cut_rule"], judged(CORNERS).facts["cut_rule"]) == ("midpoint", "means")
    assert judged(CORNERS).get("cut", "importance") is None
    everything_important = {"policy": (["5", "5"], ["4", "5"]), "training": (["4", "4"], ["4", "4"])}
    by_means = judged(everything_important)
    by_middle = judged(everything_important, cut="midpoint")
    assert [figures(by_means, row=row, item="quadrant")["code"] for row in everything_important] == [
        KEEP_UP,
        LOW,
    ]
    assert [figures(by_middle, row=row, item="quadrant")["code"] for row in everything_important] == [
        KEEP_UP,
        KEEP_UP,
    ]


def test_the_gap_of_a_random_sample_has_an_interval():
    """Gaps 2, 1 and 3: s² = 1, and s²/3 of their mean."""
    answers = {"ipa__policy__importance": ["5", "4", "4"], "ipa__policy__performance": ["3", "3", "1"]}
    question = {
        "id": "ipa", "kind": "importance_performance", "rows": {"policy": "정책"},
        "importance": IMPORTANCE, "performance": SATISFACTION,
    }  # fmt: skip
    for kind, told in (("census", False), ("probability", True)):
        table = build_tables(answered(survey(question, sample={"kind": kind}), **answers))[0]
        gap = table.get("mean", "gap", "policy")
        assert gap and gap.value == 2
        assert (gap.low is not None and gap.low < 2 < gap.high) == told
        assert not told or gap.se == pytest.approx((1 / 3) ** 0.5)


def test_a_gap_that_says_the_opposite_of_its_two_means_is_named():
    """Importance 2 and performance 4; the one who judged both has importance a point above performance."""
    table = judged({"policy": (["4", "1", "1", None], ["3", None, None, "5"]), "training": (["5"] * 4, ["3"] * 4)})
    means = [table.get("mean", item, row="policy").value for item in ("importance", "performance", "gap")]
    assert means == [2, 4, 1]
    assert [remark.ko for remark in table.remarks if "부호" in remark.ko] == [
        "‘policy’: 두 물음에 모두 답한 응답만으로 계산한 격차여서 두 평균의 차와 부호가 다름"
    ]
