"""Whether groups differ is tested where the sample allows it, and nowhere else."""

from typing import Any

import numpy as np
import pytest

from analysis.questionnaire.questionnaire import Banner
from analysis.tables import Table
from analysis.tables.build import build_table, build_tables
from analysis.tables.estimate.design import simple
from analysis.tables.estimate.fisher import fisher_exact
from analysis.tables.estimate.multiplicity import holm
from analysis.tables.estimate.ranks import design_rank_test
from analysis.tables.estimate.rao_scott import rao_scott
from tests.tables.small_survey import REGIONS, SATISFACTION, answered, survey

AGREE = {"id": "agree", "kind": "single", "options": {"yes": "예", "no": "아니오"}}
REGION = {"id": "region", "kind": "single", "options": REGIONS}
DRAWN = {"kind": "probability"}
BY_REGION = Banner(id="by", by="region")
SEOUL_BUSAN = ["seoul"] * 40 + ["busan"] * 40
MOST_OF_SEOUL = ["yes"] * 35 + ["no"] * 5 + ["yes"] * 15 + ["no"] * 25
COLUMNS = np.repeat([0, 1], 40)


def by_region(question: dict[str, Any], answers: list[Any], regions: list[Any], **sample: Any) -> Table:
    questionnaire = survey(REGION, question, sample=sample or DRAWN)
    responses = answered(questionnaire, region=regions, **{question["id"]: answers})
    return build_table(responses, question["id"], BY_REGION)


def compared(table: Table) -> dict[tuple[str, str], tuple[float | None, str]]:
    """(item, stat) -> value and rule of what compares the levels."""
    return {
        (cell.item, cell.stat): (cell.value, cell.rule)
        for cell in table.cells
        if cell.stat in ("p", "p_adjusted", "effect")
    }


def letters(table: Table, stat: str) -> dict[tuple[str, str], str]:
    return {
        (cell.level, cell.item): cell.letters for cell in table.cells if cell.stat == stat and cell.letters
    }


def test_one_choice_is_tested_for_independence_as_the_design_has_it():
    found = compared(by_region(AGREE, MOST_OF_SEOUL, SEOUL_BUSAN))
    rows = np.array([answer == "no" for answer in MOST_OF_SEOUL], dtype=int)
    assert found["", "p"] == (rao_scott(simple(80), rows, COLUMNS).p, "rao_scott_f")
    # of 35, 15, 5, 25: √(X²/n) with X² = 80 (35·25 − 15·5)² / (50·30·40·40)
    assert found["", "effect"] == (pytest.approx(0.5163977794943222), "cramers_v")


def test_a_small_simple_sample_gets_the_exact_test():
    table = by_region(AGREE, ["yes"] * 4 + ["no"] + ["yes"] + ["no"] * 4, ["seoul"] * 5 + ["busan"] * 5)
    assert compared(table)["", "p"] == (fisher_exact([[4, 1], [1, 4]]).p, "fisher_exact")


def test_several_choices_are_tested_one_by_one():
    question = AGREE | {"kind": "multi"}
    answers = ["yes|no"] * 35 + ["no"] * 5 + ["yes"] * 15 + ["no"] * 25
    found = compared(by_region(question, answers, SEOUL_BUSAN))
    of_yes = np.array(["yes" not in answer for answer in answers], dtype=int)
    assert found["yes", "p"] == (pytest.approx(rao_scott(simple(80), of_yes, COLUMNS).p), "rao_scott_f")
    assert {item for item, stat in found if stat == "p"} == {"yes", "no"}


def test_points_and_numbers_are_tested_by_their_ranks():
    points = ["5"] * 20 + ["4"] * 20 + ["3"] * 20 + ["2"] * 20
    found = compared(by_region({"id": "how", "kind": "scale", "scale": SATISFACTION}, points, SEOUL_BUSAN))
    expected = design_rank_test(simple(80), np.array(points, dtype=float), COLUMNS)
    assert found["", "p"] == (expected.p, "rank_test_two")
    assert found["", "effect"] == (expected.explained, "epsilon_squared")
    size = by_region(
        {"id": "size", "kind": "number", "unit": "명"}, [int(point) for point in points], SEOUL_BUSAN
    )
    assert compared(size)["", "p"][0] == expected.p


@pytest.mark.parametrize(
    ("regions", "rule"),
    [
        (["seoul"] * 15 + ["busan"] * 14, "rank_test_simulated"),  # few altogether
        (["seoul"] * 36 + ["busan"] * 4, "rank_test_simulated"),  # few of a level
        (["seoul"] * 15 + ["busan"] * 15, "rank_test_two"),
        (["seoul"] * 196 + ["busan"] * 4, "rank_test_two"),  # of many, random orders would take too long
    ],
)
def test_ranks_of_few_are_tested_by_random_orders(regions, rule):
    sizes = [at * 7 % 11 for at in range(len(regions))]
    table = by_region({"id": "size", "kind": "number", "unit": "명"}, sizes, regions)
    assert compared(table)["", "p"][1] == rule


def test_where_everybody_answered_there_is_nothing_to_test():
    table = by_region(AGREE, MOST_OF_SEOUL, SEOUL_BUSAN, kind="probability", population=80)
    assert compared(table) == {}


def test_letters_name_the_levels_that_a_level_is_above():
    table = by_region(AGREE, MOST_OF_SEOUL, SEOUL_BUSAN)
    assert letters(table, "share") == {("seoul", "yes"): "B", ("busan", "no"): "A"}
    points = by_region(
        {"id": "how", "kind": "scale", "scale": SATISFACTION},
        ["5"] * 39 + ["4"] + ["3"] * 39 + ["2"],
        SEOUL_BUSAN,
    )
    assert letters(points, "mean") == {("seoul", ""): "B"}


def test_a_level_of_few_is_not_held_against_others():
    few = ["seoul"] * 29 + ["busan"] * 40
    table = by_region(AGREE, ["yes"] * 28 + ["no"] + ["no"] * 39 + ["yes"], few)
    assert letters(table, "share") == {}
    assert compared(table)["", "p"][0] < 0.001  # the table as a whole is tested all the same


def test_who_is_in_two_levels_is_not_counted_as_two_respondents():
    regions = REGION | {"kind": "multi"}
    questionnaire = survey(regions, AGREE, sample=DRAWN)
    both = ["seoul|busan"] * 10 + ["seoul"] * 30 + ["busan"] * 40
    responses = answered(questionnaire, region=both, agree=MOST_OF_SEOUL)
    table = build_table(responses, "agree", BY_REGION)
    assert compared(table) == {}
    assert letters(table, "share")  # pairs know of whom they share


@pytest.mark.parametrize(
    "sample", [{"kind": "census"}, {"kind": "census", "population": 80}, {"kind": "self_selected"}]
)
def test_where_there_is_no_interval_there_is_no_test(sample):
    table = by_region(AGREE, MOST_OF_SEOUL, SEOUL_BUSAN, **sample)
    assert compared(table) == {}
    assert letters(table, "share") == {}
    assert "comparison" not in table.facts


def test_where_all_answered_the_same_there_is_nothing_to_compare_and_why_is_said():
    table = by_region(AGREE, ["yes"] * 80, SEOUL_BUSAN)
    cell = table.get("p")
    assert (cell.value, cell.status, cell.rule) == (None, "not_comparable", "constant")


def test_p_is_adjusted_over_all_tests_of_the_survey_by_the_same_group():
    other = AGREE | {"id": "other"}
    questionnaire = survey(REGION, AGREE, other, sample=DRAWN, banners=[{"id": "by", "by": "region"}])
    responses = answered(questionnaire, region=SEOUL_BUSAN, agree=MOST_OF_SEOUL, other=["yes", "no"] * 40)
    tables = {table.question: table for table in build_tables(responses) if table.group}
    raw = [tables[name].get("p").value for name in ("agree", "other")]
    adjusted = [tables[name].get("p_adjusted").value for name in ("agree", "other")]
    assert adjusted == holm(raw).tolist()
    assert tables["agree"].facts["comparison"] == {
        "family": "survey", "tests": 2, "adjustment": "holm", "alpha": 0.05,
    }  # fmt: skip


def test_a_table_alone_is_its_own_family():
    table = by_region(AGREE, MOST_OF_SEOUL, SEOUL_BUSAN)
    assert table.facts["comparison"]["family"] == "table"
    assert table.get("p_adjusted").value == table.get("p").value
