"""The gate: which tables go through, and what is said about what did not."""

from __future__ import annotations

from dataclasses import replace

from analysis.questionnaire.words import Words
from analysis.release.audience import POLICIES
from analysis.release.gate import protection, release_tables
from analysis.tables import Cell
from analysis.tables.build import build_tables
from tests.release.counted import counted_table
from tests.tables.small_survey import REGIONS, SATISFACTION, answered, survey

MEMBERS = POLICIES["members"]


def test_a_group_of_which_nothing_is_left_is_not_released() -> None:
    told = counted_table({"": [8, 8], "a": [4, 4], "b": [4, 4]})
    untold = counted_table({"": [2, 2], "a": [1, 1], "b": [1, 1]})
    untold = replace(untold, question="other", facts=told.facts)
    assert release_tables([told, untold], MEMBERS) == (told,)
    assert release_tables([told, untold], POLICIES["committee"])[1].levels == untold.levels


def test_a_private_question_passes_to_nobody() -> None:
    for policy in POLICIES.values():
        assert release_tables([counted_table({"": [9]}, private=True)], policy) == ()


def test_respondents_words_pass_to_the_secretariat_only() -> None:
    table = replace(counted_table({"": [9]}), quotes=("저희 단체는…",), facts={})
    quotes = {audience: release_tables([table], policy)[0].quotes for audience, policy in POLICIES.items()}
    assert quotes == {"secretariat": table.quotes, "committee": (), "members": (), "public": ()}


def test_remarks_that_tell_numbers_stay_behind_where_small_cells_are_hidden() -> None:
    remark = (Words(ko="응답 거절 1개 제외"),)
    open_table = replace(counted_table({"": [9, 5]}), remarks=remark, facts={})
    confidential = replace(open_table, facts={"confidential": True})
    released = release_tables([open_table, confidential], MEMBERS)
    assert [table.remarks for table in released] == [remark, ()]


def test_the_methods_box_tells_the_rules_that_were_met() -> None:
    hidden = release_tables([counted_table({"": [8, 4, 2]}, key=True)], MEMBERS)
    told = [words.ko for words in protection(hidden, MEMBERS)]
    assert "3개 미만" in told[0] and "모두 4칸" in told[0]
    assert "한 문항의 표는" in told[-1] and "아직 검사하지 않음" in told[-1]
    assert not any("최댓값" in text for text in told), "no extreme was hidden here"
    assert len(protection((), POLICIES["committee"])) == 1


def test_what_is_told_of_protection_is_in_one_style_with_its_thousands_apart() -> None:
    cell = Cell("", "", "", "mean", None, status="suppressed", rule="few")
    many = tuple(cell._replace(item=str(at)) for at in range(1606))
    told = [words.ko for words in protection([counted_table({"": [9]}).with_cells(many)], MEMBERS)]
    assert "모두 1,606칸" in told[0]
    assert "중앙값은 10개 미만이면 가림" in told[1]
    assert not [text for text in told if text.endswith("니다") or "니다." in text]


def test_two_characteristics_that_break_each_other_down_are_given_once() -> None:
    by_region, by_type = (
        replace(counted_table({"": [8, 8], "a": [4, 4], "b": [4, 4]}, by=by, by_key=True), question=question)
        for question, by in (("type", "region"), ("region", "type"))
    )
    assert [table.question for table in release_tables([by_region, by_type], MEMBERS)] == ["type"]
    assert len(release_tables([by_region, by_type], POLICIES["committee"])) == 2


def test_a_level_of_which_nobody_judged_and_some_ticked_the_box_beside_the_scale_can_be_released() -> None:
    """The box is outside the base: 1 ticked it of a level whose base is 0."""
    how = {"id": "how", "kind": "scale", "scale": SATISFACTION, "not_applicable": "이용 안 함"}
    region = {"id": "region", "kind": "single", "options": REGIONS, "key": True}
    ticked = {"reason": "not_applicable", "detail": "option"}
    responses = answered(
        survey(how, region, banners=[{"id": "place", "by": "region"}]),
        region=["seoul"] * 6 + ["busan"] + ["jeju"] * 3,
        how=["5", "4", "4", "3", "3", ticked, ticked, "5", "4", ticked],
    )
    released = release_tables(build_tables(responses), MEMBERS)
    assert ("how", "") in {(table.question, table.group) for table in released}
