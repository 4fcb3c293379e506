"""Design effects by hand. Those of whole samples are held against R in tests/reference."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.tables.estimate.design import design, simple
from analysis.tables.estimate.design_effect import design_effect, kish_effective_n, weighting_effect
from analysis.tables.estimate.linearised import means, shares

VALUES = np.array([[1.0], [2], [4], [9]])


def test_a_simple_sample_is_its_own_measure() -> None:
    assert design_effect(means(simple(4), VALUES)) == pytest.approx([1])
    assert design_effect(means(simple(4, 10), VALUES), "without_replacement") == pytest.approx([1])


def test_against_drawing_with_replacement_a_small_frame_shows() -> None:
    assert design_effect(means(simple(4, 10), VALUES), "with_replacement") == pytest.approx([1 - 4 / 10])


def test_clusters_of_twins_double_the_variance() -> None:
    # n/(n−1) of 20 pairs against 40 persons: 20/19 · 4 / (40/39 · 2)
    of = design(np.ones(40), clusters=[np.repeat(np.arange(20), 2)])
    found = shares(of, np.repeat(np.arange(20)[:, None] < 6, 2, axis=0))
    assert design_effect(found) == pytest.approx([2 * (20 / 19) / (40 / 39)])


def test_weights_that_do_not_add_up_to_more_than_the_sample_know_no_population() -> None:
    assert np.isnan(design_effect(means(simple(4), VALUES), "without_replacement")).all()


def test_equal_answers_and_one_respondent_have_no_design_effect() -> None:
    one = np.array([True, False, False, False])
    for found in (means(simple(4), VALUES * 0), means(simple(4), VALUES, one)):
        assert np.isnan(design_effect(found)).all()


def test_kishs_effective_n() -> None:
    # (1 + 1 + 2 + 4)² / (1 + 1 + 4 + 16)
    weights = np.array([1.0, 1, 2, 4])
    assert kish_effective_n(weights) == pytest.approx(64 / 22)
    assert kish_effective_n(weights * 5) == pytest.approx(64 / 22)
    assert kish_effective_n(np.ones(7)) == pytest.approx(7)
    assert np.isnan(kish_effective_n(np.zeros(3)))


def test_unequal_weights_cost_one_and_their_squared_variation() -> None:
    weights = np.array([1.0, 1, 2, 4])
    assert weighting_effect(weights) == pytest.approx(1 + (weights.std() / weights.mean()) ** 2)
    assert weighting_effect(np.append(weights, 0)) == pytest.approx(weighting_effect(weights))
