from __future__ import annotations

import pytest

from analysis.errors import DureError
from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import (
    REGIONS,
    SATISFACTION,
    absent,
    answered,
    day,
    figures,
    line,
    said,
    survey,
)

REGION = {
    "id": "region",
    "kind": "single",
    "options": REGIONS,
    "key": True,
    "label": {"ko": "지역", "en": "Region"},
}
OPINION = {"id": "opinion", "kind": "single", "options": {"yes": "찬성", "no": "반대"}}
CAPITAL = {
    "id": "capital",
    "by": "region",
    "levels": {"in": {"ko": "수도권", "of": ["seoul"]}, "out": {"ko": "비수도권", "of": ["busan", "jeju"]}},
}


def opinion_by(banner: dict, by: dict, groups: list, opinions: list) -> Table:
    responses = answered(survey(by, OPINION, banners=[banner]), **{by["id"]: groups, "opinion": opinions})
    return next(table for table in build_tables(responses) if table.question == "opinion" and table.group)


def level_ids(table: Table) -> list[str]:
    return [label.id for label in table.levels]


def test_every_option_is_a_level_after_all_respondents_in_the_questionnaire_s_order():
    table = opinion_by(
        {"id": "region", "by": "region"}, REGION, ["busan", "seoul", "seoul"], ["yes", "yes", "no"]
    )
    assert level_ids(table) == ["", "seoul", "busan", "jeju"]
    assert [table.words("levels", level) for level in level_ids(table)] == ["전체", "서울", "부산", "제주"]
    assert line(table, "count") == {"yes": 2, "no": 1}
    assert line(table, "count", level="seoul") == {"yes": 1, "no": 1}
    assert line(table, "share", level="busan") == {"yes": 1, "no": 0}


def test_options_are_merged_as_the_banner_declares():
    table = opinion_by(CAPITAL, REGION, ["busan", "seoul", "jeju"], ["yes", "yes", "no"])
    assert table.group == "capital"
    assert level_ids(table) == ["", "in", "out"]
    assert line(table, "count", level="out") == {"yes": 1, "no": 1}


def test_a_level_without_respondents_is_empty():
    table = opinion_by({"id": "region", "by": "region"}, REGION, ["seoul"], ["yes"])
    assert figures(table, level="jeju") == {"base": 0}
    share = table.get("share", "yes", level="jeju")
    assert share and share.status == "empty"


def test_a_group_of_dates_that_nobody_gave_has_no_levels():
    table = opinion_by({"id": "age", "by": "founded"}, {"id": "founded", "kind": "date"}, [None], ["yes"])
    assert [level.id for level in table.levels] == [""]
    assert "‘물음 1’ 구분에 들지 않는 응답 1개: ‘전체’에만 포함" in said(table)


def test_who_did_not_answer_the_group_question_is_in_the_total_only_and_a_note_says_so():
    table = opinion_by(CAPITAL, REGION, ["busan", None, absent("refused")], ["yes", "yes", "no"])
    assert figures(table)["base"] == 3
    assert [figures(table, level=level)["base"] for level in ("in", "out")] == [0, 1]
    assert "‘지역’ 구분에 들지 않는 응답 2개: ‘전체’에만 포함" in said(table)


def test_the_table_says_whether_its_group_is_a_key_or_confidential():
    by_key = opinion_by(CAPITAL, REGION, ["seoul"], ["yes"])
    assert (by_key.facts["by_key"], by_key.facts["by_confidential"]) == (True, False)
    assert by_key.facts["group"] == {"ko": "지역", "en": "Region"}
    pay = {**REGION, "key": False, "confidential": True}
    assert opinion_by(CAPITAL, pay, ["seoul"], ["yes"]).facts["by_confidential"] is True


def test_scales_and_dates_with_bands_break_tables_down_too():
    scale = {"id": "satisfaction", "kind": "scale", "scale": SATISFACTION}
    satisfied = {
        "id": "satisfied",
        "by": "satisfaction",
        "levels": {"yes": {"ko": "만족", "of": ["4", "5"]}, "no": {"ko": "불만족", "of": ["1", "2"]}},
    }
    table = opinion_by(satisfied, scale, ["4", "5", "3", "1"], ["yes", "no", "yes", "no"])
    assert [figures(table, level=level)["base"] for level in ("yes", "no")] == [2, 1]

    bands = {
        "old": {"ko": "2012년 이전", "to": "2012-12-31"},
        "new": {"ko": "2013년 이후", "from": "2013-01-01"},
    }
    founded = {"id": "founded", "kind": "date", "bands": bands}
    table = opinion_by(
        {"id": "age", "by": "founded"}, founded, [day("1998-01-01"), day("2016-01-01")], ["yes", "no"]
    )
    assert line(table, "count", level="old") == {"yes": 1, "no": 0}


def test_who_chose_several_is_in_several_levels():
    sectors = {"id": "sectors", "kind": "multi", "options": {"care": "돌봄", "energy": "에너지"}}
    table = opinion_by(
        {"id": "sector", "by": "sectors"}, sectors, ["care|energy", "care", None], ["yes", "no", "no"]
    )
    assert [figures(table, level=level)["base"] for level in ("", "care", "energy")] == [3, 2, 1]


@pytest.mark.parametrize(
    "by",
    [
        {"id": "members", "kind": "number"},
        {"id": "org", "kind": "single", "options": REGIONS, "identifier": True},
    ],
    ids=["without options", "names its respondents"],
)
def test_what_cannot_break_a_table_down_is_refused_by_name(by: dict):
    responses = answered(survey(by, OPINION, banners=[{"id": "b", "by": by["id"]}]), opinion=["yes"])
    with pytest.raises(DureError, match=by["id"]):
        build_tables(responses)
