"""What a table needs to know of a sample that is weighted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.intake.margins import MarginLine
from analysis.responses.responses import Responses
from analysis.tables.drawing import drawing_of
from analysis.tables.estimate.design import design
from analysis.tables.weighting import WeightingError, weighted_design
from tests.tables.small_survey import answered, survey

REGION = {"id": "region", "kind": "single", "options": {"seoul": "서울", "busan": "부산"}}
LINES = (MarginLine("region", "seoul", "40"), MarginLine("region", "busan", "60"))


def surveyed(codes: list[str], **sample: object) -> Responses:
    questionnaire = survey(REGION, sample={"kind": "probability", "weighting": {"by": "region"}} | sample)
    return replace(answered(questionnaire, region=codes), margins=LINES)


def test_the_weights_are_those_of_the_frame_and_the_drawing_stays() -> None:
    drawn = design(np.ones(5), population=[50])
    of, _ = weighted_design(surveyed(["seoul"] * 3 + ["busan"] * 2), drawn)
    assert of.weights == pytest.approx([40 / 3] * 3 + [30] * 2)
    assert of.stages == drawn.stages
    assert of.variance(np.array([[1.0], [1], [1], [0], [0]])) == pytest.approx([0], abs=1e-12)


def test_without_a_design_everybody_was_drawn_with_the_same_chance() -> None:
    of, _ = weighted_design(surveyed(["seoul", "busan", "busan"], population=100), None)
    assert of.stages[0].population.tolist() == [100, 100, 100]
    assert of.weights == pytest.approx([40, 30, 30])


def test_nothing_changes_where_nothing_is_declared_or_nobody_answered() -> None:
    plain = replace(answered(survey(REGION), region=["seoul"]), margins=LINES)
    assert weighted_design(plain, None) == (None, None)
    assert weighted_design(surveyed([]), None) == (None, None)


def test_declared_weights_without_counts_are_refused_and_not_left_out() -> None:
    with pytest.raises(WeightingError, match="파일이 없거나 비어 있습니다"):
        weighted_design(replace(surveyed(["seoul", "busan"]), margins=()), None)


def test_weights_that_miss_the_frame_are_told_under_every_table() -> None:
    missed = surveyed(["seoul"] * 9 + ["busan"], weighting={"by": "region", "max_ratio": 1.5})
    assert drawing_of(missed).notes == ("weights_not_converged", "weights_trimmed")
    met = surveyed(["seoul"] * 5 + ["busan"] * 5, weighting={"by": "region", "max_ratio": 1.5})
    assert drawing_of(met).notes == ()
