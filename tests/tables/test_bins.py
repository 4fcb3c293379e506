"""More than forty numbers are counted in bins, in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import REGIONS, answered, figures, line, survey

REGION = {"id": "region", "kind": "single", "options": REGIONS}
MEMBERS = {"id": "members", "kind": "number", "unit": {"ko": "명", "en": "people"}}


def words(table: Table, language: str = "ko") -> list[str]:
    return [table.words("items", found["id"], language) for found in table.facts["bins"]]


def members(*values: float, **question: object) -> Table:
    return build_tables(answered(survey(MEMBERS | question), members=list(values)))[0]


def test_bins_are_told_in_words_and_the_last_is_open():
    table = members(*(2**at for at in range(11) for _ in range(4)))
    assert words(table) == [
        "2명 미만", "2~5명 미만", "5~10명 미만", "10~20명 미만", "20~50명 미만", "50~100명 미만",
        "100~200명 미만", "200명 이상",
    ]  # fmt: skip
    assert words(table, "en")[1:3] == ["2 to under 5 people", "5 to under 10 people"]
    assert table.facts["bins"][0] == {"id": "bin1", "low": 0, "high": 2}
    assert table.facts["bins"][-1] == {"id": "bin8", "low": 200, "high": None}
    assert line(table, "count")["bin1"] == 4
    assert line(table, "share")["bin1"] == 4 / 44


def test_amounts_are_told_as_they_are_said():
    income = {"id": "income", "kind": "money", "unit": "만원"}
    amounts = [10_000_000 * 2**at for at in range(9) for _ in range(5)]
    table = build_tables(answered(survey(income), income=amounts))[0]
    assert words(table) == [
        "2,000만 원 미만", "2,000만~5,000만 원 미만", "5,000만~1억 원 미만", "1억~2억 원 미만", "2억~5억 원 미만",
        "5억~10억 원 미만", "10억~20억 원 미만", "20억 원 이상",
    ]  # fmt: skip
    assert words(table, "en")[2:6:3] == ["₩50m to under ₩100m", "₩500m to under ₩1bn"]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([0, 1, 2] * 20, ["0명", "1명", "2명 이상"]),
        ([7] * 60, ["7명"]),
        ([0.5, 1.5, 2.5, 3.5, 4.5] * 10, ["1명 미만", "1~2명 미만", "2~3명 미만", "3~4명 미만", "4명 이상"]),
        ([-2, -1, 0, 1, 2] * 10, ["-1명 미만", "-1명", "0명", "1명", "2명 이상"]),
    ],
)
def test_a_bin_of_one_number_is_that_number(values: list[float], told: list[str]):
    assert words(members(*values)) == told


def test_every_group_is_counted_in_the_same_bins():
    questionnaire = survey(REGION, MEMBERS, banners=[{"id": "place", "by": "region"}])
    values = list(range(100))
    places = ["seoul"] * 50 + ["busan"] * 50
    table = build_tables(answered(questionnaire, region=places, members=values))[2]
    assert list(line(table, "count", level="seoul")) == [found["id"] for found in table.facts["bins"]]
    assert line(table, "count", level="busan")["bin1"] == 0
    assert figures(table, level="jeju", item="bin1") == {"count": None, "share": None}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(-50, 10**7) | st.sampled_from([0, 1, 10, 100]), min_size=41, max_size=60))
def test_the_bins_add_up_to_the_base(values: list[int]):
    table = members(*values)
    assert sum(line(table, "count").values()) == figures(table)["base"] == len(values)
    assert sum(line(table, "share").values()) == pytest.approx(1)
