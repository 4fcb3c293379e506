"""From columns of the answers to the design of the sample."""

from dataclasses import replace

import numpy as np

from analysis.responses.design_columns import DesignColumns
from analysis.responses.responses import Responses
from analysis.tables.drawing import drawing_of
from tests.tables.small_survey import answered, survey

AGREE = {"id": "agree", "kind": "single", "options": {"yes": "예", "no": "아니오"}}
STRATA = np.array(["a", "a", "b", "b"])


def drawn(population: int | None = None, **columns: object) -> Responses:
    questionnaire = survey(AGREE, sample={"kind": "probability", "population": population})
    responses = answered(questionnaire, agree=["yes", "no", "yes", "no"])
    return replace(responses, design=DesignColumns(**columns)) if columns else responses


def test_without_columns_there_is_no_design():
    assert drawing_of(drawn(100)).design is None


def test_one_population_is_spread_over_the_strata_by_their_weights():
    design = drawing_of(drawn(100, strata=(STRATA,), weights=np.array([4.0, 4.0, 1.0, 1.0]))).design
    assert design.stages[0].population.tolist() == [80, 80, 20, 20]


def test_of_clusters_one_population_says_nothing_of_how_many_there_are():
    found = drawing_of(drawn(100, clusters=(STRATA,)))
    assert np.isinf(found.design.stages[0].population).all()
    assert found.notes == ("no_correction",)


def test_weights_follow_from_the_sizes_where_there_are_none():
    sizes = np.array([10.0, 10.0, 40.0, 40.0])
    design = drawing_of(drawn(strata=(STRATA,), populations=(sizes,))).design
    assert design.weights.tolist() == [5, 5, 20, 20]


def test_of_two_stages_they_are_the_product():
    clusters = (STRATA, np.array(["1", "2", "1", "2"]))
    sizes = (np.full(4, 8.0), np.full(4, 6.0))
    assert drawing_of(drawn(clusters=clusters, populations=sizes)).design.weights.tolist() == [4 * 3] * 4


def test_with_neither_everybody_weighs_one():
    assert drawing_of(drawn(strata=(STRATA,))).design.weights.tolist() == [1, 1, 1, 1]


def test_a_population_smaller_than_the_sample_is_not_used_as_it_is():
    stage = drawing_of(drawn(3, strata=(STRATA,))).design.stages[0]
    assert (stage.population == stage.sampled).all()
