"""What a figure says beyond the respondents is decided by the kind of sample."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from analysis.questionnaire.questionnaire import Banner
from analysis.responses.design_columns import DesignColumns
from analysis.tables import Table
from analysis.tables.build import build_table
from analysis.tables.estimate.hypergeometric import hypergeometric_interval
from tests.tables.small_survey import REGIONS, SATISFACTION, answered, survey

AGREE = {"id": "agree", "kind": "single", "options": {"yes": "예", "no": "아니오"}}
REGION = {"id": "region", "kind": "single", "options": REGIONS}
NINE_OF_14 = ["yes"] * 9 + ["no"] * 5


def asked(answers: list[Any], questions: tuple[dict[str, Any], ...] = (AGREE,), **sample: Any) -> Table:
    return build_table(answered(survey(*questions, sample=sample), agree=answers), "agree")


def told(table: Table, item: str = "yes", level: str = "") -> tuple[Any, ...]:
    cell = table.get("share", item, level=level)
    return cell.value, cell.low, cell.high, cell.rule


def test_a_census_has_no_interval_and_says_so():
    table = asked(NINE_OF_14, kind="census", population=14)
    assert told(table) == (9 / 14, None, None, "")
    assert table.facts["inference"] == {"situation": "census", "population": 14, "weighted": False}


def test_a_census_of_nobody_knows_how_many_has_none_either():
    assert told(asked(NINE_OF_14, kind="census")) == (9 / 14, None, None, "")


def test_of_a_known_frame_some_of_which_answered_the_interval_counts_the_frame():
    table = asked(NINE_OF_14, kind="census", population=21)
    assert told(table) == (9 / 14, 10 / 21, 16 / 21, "hypergeometric")
    assert table.facts["inference"]["situation"] == "frame"
    assert "95% 신뢰구간은 전체 21개에 대한 것" in [note.ko for note in table.told_notes]


def test_who_gave_no_answer_belongs_to_the_frame():
    assert told(asked([*NINE_OF_14, None, None], kind="census", population=21)) == told(
        asked(NINE_OF_14, kind="census", population=21)
    )


def test_who_was_not_asked_does_not():
    follow_up = AGREE | {"ask_if": "region == seoul"}
    questionnaire = survey(REGION, follow_up, sample={"kind": "census", "population": 25})
    regions = ["seoul"] * 14 + ["busan"] * 4
    responses = answered(questionnaire, region=regions, agree=[*NINE_OF_14, *({"reason": "not_asked"},) * 4])
    assert told(build_table(responses, "agree")) == (9 / 14, 10 / 21, 16 / 21, "hypergeometric")


def test_a_level_may_have_all_of_the_frame_that_is_not_known_to_be_elsewhere():
    questionnaire = survey(REGION, AGREE, sample={"kind": "census", "population": 25})
    responses = answered(
        questionnaire, region=["seoul"] * 14 + ["busan"] * 4, agree=[*NINE_OF_14, *["no"] * 4]
    )
    table = build_table(responses, "agree", Banner(id="by", by="region"))
    assert told(table, level="seoul") == (9 / 14, 10 / 21, 16 / 21, "hypergeometric")


def test_how_large_a_level_is_nobody_knows_so_that_its_interval_is_the_widest_of_all_sizes():
    """Level a has 24 of the 27 that it may have, of 40; one of them said yes. If it has 26, 2 of these may have it."""
    questionnaire = survey(REGION, AGREE, sample={"kind": "census", "population": 40})
    responses = answered(questionnaire, region=["seoul"] * 24 + ["busan"] * 13, agree=["yes"] + ["no"] * 36)
    share = build_table(responses, "agree", Banner(id="by", by="region")).get("share", "yes", level="seoul")
    sizes = np.arange(24, 28)
    low, high = hypergeometric_interval(1, 24, sizes)
    assert (share.low, share.high) == ((low / sizes).min(), (high / sizes).max())
    assert share.high >= 2 / 26 > 2 / 27  # the largest size alone would leave the truth out


def test_who_told_no_region_may_belong_to_any():
    questionnaire = survey(REGION, AGREE, sample={"kind": "census", "population": 21})
    regions = ["seoul"] * 5 + ["busan"] * 5 + [None] * 4
    responses = answered(questionnaire, region=regions, agree=NINE_OF_14)
    share = build_table(responses, "agree", Banner(id="by", by="region")).get("share", "yes", level="seoul")
    sizes = np.arange(5, 17)  # all but the five of Busan
    low, _ = hypergeometric_interval(5, 5, sizes)
    assert share.low == (low / sizes).min()


def test_volunteers_have_no_interval_even_where_the_frame_is_known():
    table = asked(NINE_OF_14, kind="self_selected", population=10_615)
    assert told(table) == (9 / 14, None, None, "")


def test_volunteers_are_taken_for_a_random_sample_where_that_is_asked_for_and_every_table_says_so():
    table = asked(NINE_OF_14, kind="self_selected", population=21, as_if_random=True)
    assert told(table) == (9 / 14, 10 / 21, 16 / 21, "hypergeometric")
    assert any("스스로 응답한 이들을 무작위로 뽑힌 표본으로 보고" in note.ko for note in table.told_notes)


def test_of_a_large_frame_shares_have_the_interval_of_the_design():
    # R 4.2.2, survey 4.1.1: svyciprop(~I(x), svydesign(~1, fpc = ~N), method = "logit") with N = 10615
    table = asked(["yes"] * 90 + ["no"] * 230, kind="probability", population=10_615)
    cell = table.get("share", "yes")
    assert (cell.n, cell.base, cell.rule) == (90, 320, "logit")
    assert [cell.se, cell.low, cell.high] == pytest.approx(
        [0.02479094199, 0.23513315716, 0.33248003205], rel=1e-9
    )


def test_weights_make_shares_and_means_while_counts_stay_respondents():
    number = {"id": "size", "kind": "number", "unit": "명"}
    questionnaire = survey(AGREE, number, sample={"kind": "probability"})
    responses = replace(
        answered(questionnaire, agree=["yes", "yes", "no", "no"], size=[1, 2, 3, 4]),
        design=DesignColumns(weights=np.array([3.0, 3.0, 1.0, 1.0])),
    )
    share = build_table(responses, "agree").get("share", "yes")
    assert (share.value, share.n, share.base) == (0.75, 2, 4)
    size = build_table(responses, "size")
    assert size.get("mean").value == (3 * 1 + 3 * 2 + 3 + 4) / 8
    assert size.get("sum").value == 10  # of the respondents
    assert size.facts["inference"]["effective_n"] == 3.2  # (3 + 3 + 1 + 1)² / (9 + 9 + 1 + 1)
    assert "비율과 평균은 가중치를 반영한 값, 사례수는 실제 응답 수" in [note.ko for note in size.notes]


def test_volunteers_may_be_weighted_and_get_no_interval_for_it():
    responses = replace(
        answered(survey(AGREE, sample={"kind": "self_selected"}), agree=["yes", "no"]),
        design=DesignColumns(weights=np.array([3.0, 1.0])),
    )
    table = build_table(responses, "agree")
    assert told(table) == (0.75, None, None, "")
    assert "df" not in table.facts["inference"]


def test_one_respondent_tells_no_error_of_a_mean():
    scale = {"id": "agree", "kind": "number", "unit": "명"}
    cell = asked([4], questions=(scale,), kind="probability").get("mean")
    assert (cell.value, cell.se, cell.low, cell.high) == (4, None, None, None)


def test_weights_make_no_exact_interval_even_of_a_small_population():
    responses = replace(
        answered(survey(AGREE, sample={"kind": "probability", "population": 60}), agree=NINE_OF_14),
        design=DesignColumns(weights=np.linspace(1, 8, 14)),
    )
    assert told(build_table(responses, "agree"))[3] == "logit"


def test_where_all_of_the_population_answered_nothing_is_left_to_be_unsure_of():
    table = asked(NINE_OF_14, kind="probability", population=14)
    assert told(table) == (9 / 14, None, None, "")
    assert table.facts["inference"]["situation"] == "census"


def test_no_interval_reaches_where_no_figure_can_be():
    number = {"id": "agree", "kind": "number", "unit": "명"}
    skewed = asked([1, 1, 1, 1, 1, 90], questions=(number,), kind="probability").get("mean")
    assert skewed.low == 0 < skewed.value < skewed.high
    scale = {"id": "agree", "kind": "scale", "scale": SATISFACTION}
    top = asked(["5"] * 5 + ["4"], questions=(scale,), kind="probability")
    assert (top.get("mean").high, top.get("score100").high) == (5, 100)


def test_of_fewer_than_five_a_mean_has_no_interval():
    number = {"id": "agree", "kind": "number", "unit": "명"}
    questionnaire = survey(number, sample={"kind": "probability"}, small_bases={"no_shares": 5})
    table = build_table(answered(questionnaire, agree=[1, 2, 3, 9]), "agree")
    assert [(table.get(stat).value, table.get(stat).low) for stat in ("mean", "median")] == [
        (3.75, None),
        (2.5, None),
    ]


def test_more_respondents_than_the_population_are_told():
    table = asked(NINE_OF_14, kind="probability", population=10)
    assert any("응답 수가 적힌 모집단보다 많음" in note.ko for note in table.told_notes)


@pytest.mark.parametrize(("n", "status"), [(4, "not_comparable"), (5, "shown")])
def test_of_fewer_than_five_there_is_no_share_but_a_count(n, status):
    questionnaire = survey(AGREE, small_bases={"no_shares": 5})
    table = build_table(answered(questionnaire, agree=["yes"] * n), "agree")
    assert table.get("count", "yes").value == n
    assert table.get("share", "yes").status == status
    assert ("사례수 5 미만이면 비율을 내지 않고 수만 적음" in [note.ko for note in table.told_notes]) == (n < 5)
