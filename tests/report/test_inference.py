"""What the boxes say of the sample: by its kind, and why there is no more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from analysis.release import Bundle
from analysis.report.front import methods, overview
from analysis.report.inference import population_words, response_rate_words
from analysis.tables import Cell
from tests.report.small_report import COUNTER, KIND, bundle, choice

INTERVALS = {"confidence": 0.95, "shares": "logit", "means": "t", "quantiles": "woodruff"}


def of_kind(sample: dict[str, Any], inference: dict[str, Any], n: int = 14, **facts: Any) -> Bundle:
    given = {**COUNTER, "sample": sample, "inference": inference, **facts}
    return replace(bundle(KIND), n_respondents=n, facts=given)


def box(of: Bundle, name: str, language: str = "ko") -> str:
    return " ".join(
        str(value) for heading, values in methods(of, language) if heading == name for value in values
    )


def test_a_frame_tells_how_many_of_it_answered_under_the_name_of_the_rate() -> None:
    of = of_kind({"kind": "census", "population": 21}, {"situation": "frame", "population": 21, **INTERVALS})
    assert response_rate_words(of, "ko") == "응답률(AAPOR RR1) 66.7%(21개 중 14개)"
    assert response_rate_words(of, "en") == "Response rate (AAPOR RR1) 66.7% (14 of 21)"
    told = dict(overview(of, "ko"))["설문 응답"]
    assert told[-1] == "응답률(AAPOR RR1) 66.7%(21개 중 14개)"


def test_where_who_broke_off_counts_the_rate_has_another_name() -> None:
    given = {"kind": "census", "population": 21}
    assert response_rate_words(of_kind(given, {}, partial_counted=True), "ko").startswith(
        "응답률(AAPOR RR2) 66.7%"
    )


@pytest.mark.parametrize(
    ("language", "wrong", "of_all"),
    [
        ("ko", ("10개", "14개", "적으므로", "확인"), "모두 답하였으므로"),
        ("en", ("(10)", "(14)", "smaller", "checked"), "All 10"),
    ],
)
def test_a_population_smaller_than_the_answers_is_to_be_checked(
    language: str, wrong: tuple[str, ...], of_all: str
) -> None:
    of = of_kind({"kind": "census", "population": 10}, {"situation": "census", "population": 10})
    (told,) = population_words(of, language)
    text = box(of, {"ko": "구간", "en": "Intervals"}[language], language)
    assert all(word in told and word in text for word in wrong)
    assert of_all not in text and response_rate_words(of, language) == ""


def test_a_population_as_large_as_the_answers_is_no_mistake() -> None:
    of = of_kind({"kind": "census", "population": 14}, {"situation": "census", "population": 14})
    assert population_words(of, "ko") == ["조사 대상 전체는 14개임", "응답률(AAPOR RR1) 100.0%(14개 중 14개)"]


def test_who_was_drawn_by_nobody_has_no_response_rate() -> None:
    for kind in ("self_selected", "probability"):
        assert response_rate_words(of_kind({"kind": kind, "population": 21}, {}), "ko") == ""
    assert response_rate_words(of_kind({"kind": "census"}, {}), "ko") == ""


def test_a_frame_says_by_which_rule_with_which_correction_and_on_which_assumption() -> None:
    inference = {"situation": "frame", "population": 21, **INTERVALS, "shares": "hypergeometric"}
    text = box(of_kind({"kind": "census", "population": 21}, inference), "구간")
    for words in (
        "21개 가운데 14개가 답하였음",
        "답하지 않은 7개가 어떻게 답했을지 모르므로, 21개 전체의 값이 있을 범위",
        "신뢰수준 95%",
        "초기하분포",
        "유한모집단 수정을 반영",
        "답하지 않은 곳도",
    ):
        assert words in text


def test_where_all_answered_there_is_nobody_left_to_be_uncertain_about() -> None:
    text = box(
        of_kind({"kind": "census", "population": 14}, {"situation": "census", "population": 14}), "구간"
    )
    assert "14개가 모두 답하였으므로" in text and "제시하지 않음" in text


@pytest.mark.parametrize("language", ["ko", "en"])
def test_volunteers_get_no_interval_and_are_told_why(language: str) -> None:
    name = {"ko": "구간", "en": "Intervals"}[language]
    text = box(of_kind({"kind": "self_selected"}, {"situation": "self_selected"}), name, language)
    assert {"ko": "스스로 응답한", "en": "volunteered"}[language] in text
    assert {"ko": "알 수 없음", "en": "cannot be known"}[language] in text


@pytest.mark.parametrize("situation", ["census", "self_selected"])
def test_where_nothing_is_tested_it_is_said_which_differences_are_told(situation: str) -> None:
    alone = of_kind({"kind": situation}, {"situation": situation})
    by_kind = replace(alone, tables=(*alone.tables, choice("satisfied", "만족", {"a": 5}, group="kind", level="seoul")))
    assert "검정하지 않았으며" in box(by_kind, "구간")
    assert "검정하지 않았으며" not in box(alone, "구간"), "there are no groups"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_weighted_volunteers_are_not_said_to_stand_for_themselves_only(language: str) -> None:
    name = {"ko": "구간", "en": "Intervals"}[language]
    inference = {"situation": "self_selected", "weighted": True, "effective_n": 98.4}
    text = box(of_kind({"kind": "self_selected"}, inference), name, language)
    assert {"ko": "무작위로 뽑은 표본이 되지는 않으므로", "en": "not make them a random sample"}[
        language
    ] in text
    assert {"ko": "응답한 곳에 대한", "en": "describe those who answered"}[language] not in text


def test_volunteers_taken_for_a_random_sample_are_said_to_be() -> None:
    sample = {"kind": "self_selected", "as_if_random": True}
    text = box(of_kind(sample, {"situation": "probability", "population": None, **INTERVALS}), "구간")
    assert "무작위로 뽑힌 표본으로 보라고" in text and "참고로만" in text
    assert "유한모집단 수정을 하지 않음" in text


def test_a_drawn_sample_tells_its_design_and_its_degrees_of_freedom() -> None:
    drawn = {"weights": True, "strata": True, "clusters": 2, "population": False}
    inference = {"situation": "probability", "population": 10_615, "df": 27, **INTERVALS}
    text = box(of_kind({"kind": "probability"}, inference, drawn=drawn), "구간")
    assert "표본설계(층화, 군집 2단계, 가중치)" in text and "자유도 27" in text and "로짓 구간" in text


def test_weights_say_to_what_they_were_fitted_and_what_they_cost() -> None:
    inference = {"situation": "self_selected", "weighted": True, "effective_n": 98.4}
    by = [{"ko": "권역", "en": "Region"}, {"ko": "유형"}]
    sample = {"kind": "self_selected", "weighting": {"by": ["area", "type"], "method": "rake"}}
    text = box(of_kind(sample, inference, weighted_by=by), "가중")
    assert "‘권역’, ‘유형’의 분포를" in text and "레이킹" in text and "98" in text
    assert box(of_kind({"kind": "census"}, {"situation": "census"}), "가중") == ""


def test_weights_tell_their_limit_and_the_population_where_they_are_known() -> None:
    inference = {"situation": "self_selected", "weighted": True, "population": 10_615}
    weighting = {"by": ["area"], "method": "rake", "max_ratio": 5.0}
    facts = {"weighted_by": [{"ko": "권역"}]}
    text = box(of_kind({"kind": "self_selected", "weighting": weighting}, inference, **facts), "가중")
    assert "모집단은 10,615개임" in text and "평균의 5배를 넘지 않게" in text
    inference, weighting = inference | {"population": None}, weighting | {"max_ratio": None}
    text = box(of_kind({"kind": "self_selected", "weighting": weighting}, inference, **facts), "가중")
    assert "모집단은" not in text and "넘지 않게" not in text


def test_the_rules_of_means_and_quantiles_are_those_of_the_tables() -> None:
    sample, facts = {"kind": "probability"}, {"situation": "probability", "population": None, **INTERVALS}
    assert "평균은 t 구간, 중앙값은 우드러프 구간" in box(of_kind(sample, facts), "구간")
    swapped = facts | {"means": "woodruff", "quantiles": "t"}
    assert "평균은 우드러프 구간, 중앙값은 t 구간" in box(of_kind(sample, swapped), "구간")


def test_how_to_read_an_interval_is_said_where_there_are_some() -> None:
    sample = {"kind": "census", "population": 21}
    text = box(of_kind(sample, {"situation": "frame", "population": 21, **INTERVALS}), "읽는 법")
    assert "95%쯤이 전체의 값을 담음" in text and "크래머" not in text
    assert box(of_kind({"kind": "census"}, {"situation": "census"}), "읽는 법") == ""


@pytest.mark.parametrize(
    ("rule", "orders"),
    [("rank_test_simulated", "9,999번"), ("fisher_simulated", "19,999번"), ("fisher_exact", "")],
)
def test_how_to_read_a_test_is_said_where_there_are_some(rule: str, orders: str) -> None:
    tested = replace(KIND, cells=(*KIND.cells, Cell("", "", "", "p", 0.2, rule=rule)), facts=KIND.facts)
    text = box(bundle(tested), "읽는 법")
    assert (
        "보정 p로 판단함" in text and "차이가 없다는 뜻이 아님" in text and "크래머 V와 엡실론 제곱" in text
    )
    assert orders in text and ("늘 같으므로" in text) == bool(orders)
    assert box(bundle(KIND), "읽는 법") == ""


def test_small_bases_are_those_of_the_questionnaire() -> None:
    text = box(
        of_kind({"kind": "census"}, {}, small_bases={"counts_lead": 20, "no_shares": 0}), "적은 사례수"
    )
    assert "20 미만이면 수를 비율보다 먼저" in text and "비율을 적지 않음" not in text


def test_how_groups_were_compared_is_said_where_a_test_is_shown() -> None:
    """Where all tests were hidden with the cells they stand on, there is nothing to explain."""
    facts = {
        **KIND.facts,
        "comparison": {"family": "survey", "tests": 3, "adjustment": "holm", "alpha": 0.05},
    }
    test = Cell("", "", "", "p_adjusted", 0.2, rule="holm")
    shown = replace(KIND, cells=(*KIND.cells, test), facts=facts)
    hidden = replace(KIND, facts=facts)
    assert "유의수준은 5%" in box(bundle(shown), "집단 비교")
    assert box(bundle(hidden), "집단 비교") == ""
