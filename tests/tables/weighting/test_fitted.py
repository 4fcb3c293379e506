"""Weights of respondents, from their answers and the counts of the frame."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.intake.margins import MarginLine
from analysis.questionnaire.weighting import Weighting
from analysis.tables.estimate.design import design
from analysis.tables.weighting import FittedWeights, WeightingError, fitted_weights
from tests.tables.small_survey import answered, survey

QUESTIONS = (
    {"id": "region", "kind": "single", "label": "지역", "options": {"seoul": "서울", "busan": "부산"}},
    {"id": "type", "kind": "single", "label": "유형", "options": {"worker": "노동자", "consumer": "소비자"}},
)
ANSWERS = {
    "region": ["seoul", "seoul", "seoul", "busan", "busan", "busan"],
    "type": ["worker", "consumer", "consumer", "worker", "worker", "consumer"],
}
REGION = ("region", "seoul", "40"), ("region", "busan", "60")
TYPE = ("type", "worker", "70"), ("type", "consumer", "30")


def fitted(
    *written: tuple[str, str, str], answers=ANSWERS, base=None, population=None, **more
) -> FittedWeights:
    weighting = {"by": ["region", "type"], **more}
    sample = {"kind": "probability", "weighting": weighting} | (
        {"population": population} if population else {}
    )
    responses = answered(survey(*QUESTIONS, sample=sample), **answers)
    return fitted_weights(responses, [MarginLine(*line) for line in written], base)


def test_the_weights_agree_with_every_question_and_add_up_to_the_frame() -> None:
    weights, _, report = fitted(*REGION, *TYPE)
    assert weights[:3].sum() == pytest.approx(40)
    assert weights[[0, 3, 4]].sum() == pytest.approx(70)
    assert report.converged and report.population == 100 and report.counted
    (region, _) = report.margins
    seoul = region.categories[0]
    assert (seoul.label.ko, seoul.respondents, seoul.before, seoul.wanted) == ("서울", 3, 0.5, 0.4)
    assert seoul.after == pytest.approx(0.4)
    assert report.before.effective_n == 6 > report.after.effective_n


def test_who_gave_no_answer_keeps_their_share_and_is_told_apart() -> None:
    weights, _, report = fitted(*REGION, by="region", answers={"region": [*ANSWERS["region"][:5], None]})
    assert weights[5] == pytest.approx(100 / 6)
    (region,) = report.margins
    assert [(one.label and one.label.ko, one.respondents) for one in region.categories] == [
        ("서울", 3),
        ("부산", 2),
        (None, 1),
    ]
    assert [one.wanted for one in region.categories] == pytest.approx([0.4 * 5 / 6, 0.6 * 5 / 6, 1 / 6])
    assert [one.after for one in region.categories] == pytest.approx(
        [one.wanted for one in region.categories]
    )


def test_base_weights_are_where_fitting_starts() -> None:
    base = np.array([1, 1, 2, 1, 1, 2.0])
    weights, _, _ = fitted(*REGION, by="region", base=base)
    assert weights == pytest.approx([10, 10, 20, 15, 15, 30])


def test_combinations_are_post_stratified() -> None:
    cells = [
        ("type × region", "노동자 × 서울", "10"),
        ("type × region", "소비자 × 서울", "30"),
        ("type × region", "노동자 × 부산", "50"),
        ("type × region", "소비자 × 부산", "10"),
    ]
    weights, _, report = fitted(*cells, method="post_stratify")
    assert weights == pytest.approx([10, 15, 15, 25, 25, 10])
    assert report.sweeps == 1


def test_shares_add_up_to_the_population_that_the_questionnaire_says_else_to_the_respondents() -> None:
    shares = ("region", "seoul", "40%"), ("region", "busan", "60%")
    assert fitted(*shares, by="region", population=50).weights.sum() == pytest.approx(50)
    assert fitted(*shares, by="region").weights.sum() == pytest.approx(6)


def test_no_weight_exceeds_the_ratio_to_the_mean() -> None:
    free, cut = fitted(*REGION, *TYPE), fitted(*REGION, *TYPE, max_ratio=1.4)
    assert free.weights.max() > 1.4 * 100 / 6 >= cut.weights.max()
    assert (free.report.trimmed, cut.report.trimmed) == (0, 2)


def test_a_limit_that_cannot_be_met_holds_of_the_mean_of_the_weights_and_the_shares_tell_by_how_much() -> (
    None
):
    weights, _, report = fitted(
        ("region", "seoul", "10"), ("region", "busan", "90"), by="region", max_ratio=1.2
    )
    assert weights.sum() == pytest.approx(100)
    assert weights.max() == pytest.approx(1.2 * weights.mean())
    (region,) = report.margins
    apart = [abs(one.after - one.wanted) for one in region.categories]
    assert not report.converged and region.difference == pytest.approx(max(apart)) == pytest.approx(0.3)


def test_the_variance_knows_the_margins() -> None:
    weights, calibration, _ = fitted(*REGION, *TYPE)
    of = replace(design(np.ones(6)), weights=weights, calibration=calibration)
    in_seoul = np.array([[1.0], [1], [1], [0], [0], [0]])
    assert of.variance(in_seoul)[0] == pytest.approx(0, abs=1e-15 * 100**2)


def test_sums_that_differ_by_a_little_are_scaled_and_that_is_said() -> None:
    _, _, report = fitted(*REGION, ("type", "worker", "70"), ("type", "consumer", "30.4"))
    (remark,) = report.remarks
    assert "'유형'의 모집단은 100.4, '지역'의 모집단은 100이라" in remark.text("ko")
    assert report.population == 100 and report.converged


def test_a_frame_that_differs_from_the_questionnaire_is_told() -> None:
    (remark,) = fitted(*REGION, by="region", population=120).report.remarks
    assert remark.text("en") == "the counts of '지역' add up to 100; the questionnaire says 120"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (REGION, "'유형'의 모집단 수가 없습니다. data/raw/2016/member_orgs.margins.csv에"),
        ([*REGION, ("type", "worker", "700"), ("type", "consumer", "300")], "0.5% 넘게 다릅니다"),
        (
            [*REGION, ("type", "worker", "100"), ("type", "consumer", "0")],
            "'소비자'에 응답자가 있는데 모집단에는",
        ),
    ],
)
def test_what_cannot_be_fitted_is_told(written: list[tuple[str, str, str]], told: str) -> None:
    with pytest.raises(WeightingError, match=told.replace("(", r"\(")):
        fitted(*written)


def test_an_option_that_nobody_chose_has_to_be_merged() -> None:
    answers = {"region": ["seoul"] * 6}
    with pytest.raises(WeightingError, match="'부산'에 응답자가 없어"):
        fitted(*REGION, by="region", answers=answers)
    assert fitted(
        ("region", "서울 + 부산", "100"), by="region", answers=answers
    ).weights.sum() == pytest.approx(100)


def test_an_answer_that_no_line_counts_is_not_in_the_frame() -> None:
    cells = [("region × type", "서울 × 노동자", "10"), ("region × type", "부산 × 노동자+소비자", "30")]
    with pytest.raises(WeightingError, match="'서울 × 소비자'에 응답자가 있는데"):
        fitted(*cells, method="post_stratify")


def test_nothing_is_weighted_where_the_questionnaire_does_not_say_so() -> None:
    responses = answered(survey(*QUESTIONS), **ANSWERS)
    with pytest.raises(WeightingError, match="weighting"):
        fitted_weights(responses, [])
    lines, weighting = [MarginLine(*line) for line in REGION], Weighting(by=("region",))
    assert fitted_weights(responses, lines, weighting=weighting).weights.sum() == pytest.approx(100)


def test_of_nobody_there_are_no_weights() -> None:
    with pytest.raises(WeightingError, match="집계할 응답이 없어"):
        fitted(*REGION, by="region", base=np.zeros(6))
