from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language import half_up
from analysis.tables.estimate import (
    lower_median,
    mean,
    mean_difference,
    mean_of_means,
    median,
    quartiles,
    total,
)

AMOUNTS = st.lists(st.floats(-1e12, 1e12, allow_subnormal=False), min_size=1, max_size=12)


@pytest.mark.parametrize("estimate", [total, mean, median, lower_median])
def test_of_no_answers_there_is_no_figure(estimate):
    assert estimate(np.array([])) is None
    assert quartiles(np.array([])) == (None, None)


@pytest.mark.parametrize(
    ("values", "q1", "q3"),
    [  # by hand from x[1 + (n - 1)p], the rule of R's quantile() where no type is given
        ([1, 2, 3, 4], 1.75, 3.25),
        ([1, 2, 3, 4, 5], 2, 4),
        ([3, 8, 8, 12, 120, 400], 8, 93),
        ([7], 7, 7),
    ],
)
def test_quartiles_follow_type_7_of_hyndman_and_fan(values: list[int], q1: float, q3: float):
    assert quartiles(np.array(values)) == (q1, q3)


@given(AMOUNTS)
def test_quartiles_and_median_agree_with_numpy(values: list[float]):
    found = (*quartiles(np.array(values)), median(np.array(values)))
    assert found == pytest.approx(np.quantile(values, [0.25, 0.75, 0.5], method="linear"), rel=1e-9, abs=1e-3)


def test_the_median_of_an_even_number_lies_halfway_and_the_lower_median_is_a_value():
    assert median(np.array([1, 2, 10, 30])) == 6
    assert lower_median(np.array([30, 2, 10, 1])) == 2
    assert lower_median(np.array([3, 1, 2])) == 2


def test_figures_of_decimals_are_those_that_a_person_would_work_out():
    """In floats 0.1 + 0.7 is 0.7999999999999999, and the middle of 8.1 and 8.2 lies below 8.15."""
    assert total(np.array([0.1, 0.7])) == 0.8
    assert mean(np.array([1.1, 2.2, 3.3])) == 2.2
    assert [str(half_up(estimate(np.array([8.1, 8.2])), 1)) for estimate in (mean, median)] == ["8.2", "8.2"]


def test_a_mean_of_means_gives_every_row_the_same_weight_and_nobody_none():
    assert mean_of_means([np.array([1, 1, 1]), np.array([4]), np.array([])]) == 2.5
    assert mean_of_means([np.array([])]) is None


def test_a_mean_difference_is_taken_pair_by_pair():
    assert mean_difference(np.array([5, 4, 3]), np.array([3, 4, 1])) == pytest.approx(4 / 3)


@given(AMOUNTS, st.randoms())
def test_the_order_of_respondents_never_shows_not_even_in_the_last_digit(
    values: list[float], chance: random.Random
):
    shuffled = chance.sample(values, len(values))
    for estimate in (total, mean, median, quartiles, lower_median):
        assert estimate(np.array(values)) == estimate(np.array(shuffled))
