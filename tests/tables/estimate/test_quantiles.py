"""Rules against numpy's, and corners. Weighted ones are held against R in tests/reference."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from analysis.tables.estimate.centre import quartiles
from analysis.tables.estimate.design import design, simple
from analysis.tables.estimate.quantiles import Rule, quantiles, weighted_quantiles

RULES = get_args(Rule)
NUMPYS = {
    "math": "inverted_cdf",
    "hf1": "inverted_cdf",
    "school": "averaged_inverted_cdf",
    "hf2": "averaged_inverted_cdf",
    "hf4": "interpolated_inverted_cdf",
    "hf5": "hazen",
    "hf6": "weibull",
    "hf7": "linear",
    "hf8": "median_unbiased",
    "hf9": "normal_unbiased",
}


@pytest.mark.parametrize("rule", NUMPYS)
@pytest.mark.parametrize("n", [1, 2, 3, 8, 11])
def test_equal_weights_make_the_types_of_hyndman_and_fan(rule: Rule, n: int) -> None:
    x, p = np.random.default_rng(n).integers(0, 9, n).astype(float), [0.05, 0.25, 0.3, 0.5, 0.75, 0.9]
    expected = np.quantile(x, p, method=NUMPYS[rule])
    assert weighted_quantiles(x, np.full(n, 1.5), p, rule) == pytest.approx(expected)


def test_hf7_is_the_quartile_of_unweighted_tables() -> None:
    x = np.array([1, 2, 3, 4])
    assert tuple(weighted_quantiles(x, np.ones(4), [0.25, 0.75], "hf7")) == quartiles(x)


@pytest.mark.parametrize("rule", ["math", "hf1", "school", "hf2", "hf3"])
def test_a_weight_of_two_is_the_answer_twice(rule: Rule) -> None:
    p = np.linspace(0.03, 0.97, 20)
    twice = weighted_quantiles(np.array([1.0, 2, 2, 5]), np.ones(4), p, rule)
    assert (
        weighted_quantiles(np.array([1.0, 2, 5]), np.array([1.0, 2, 1]), p, rule).tolist() == twice.tolist()
    )


def test_halfway_where_the_weights_below_are_exactly_the_share() -> None:
    x, weights = np.array([1.0, 2, 5]), np.array([0.1, 0.2, 0.3])  # 0.1 + 0.2 is not 0.3 to the last digit
    assert weighted_quantiles(x, weights, [0.5], "school") == [3.5]
    assert weighted_quantiles(x, weights, [0.5], "math") == [2]


@pytest.mark.parametrize("rule", RULES)
def test_one_answer_is_every_quantile(rule: Rule) -> None:
    assert weighted_quantiles(np.array([7.0]), np.array([3.0]), [0.1, 0.5, 0.9], rule).tolist() == [7, 7, 7]


@pytest.mark.parametrize("rule", RULES)
def test_equal_answers_are_every_quantile(rule: Rule) -> None:
    weights = np.array([1.0, 2, 0.3])
    assert weighted_quantiles(np.full(3, 4.1), weights, [0, 0.1, 0.5, 1], rule).tolist() == [4.1] * 4


@pytest.mark.parametrize("rule", RULES)
def test_quantiles_rise_within_the_answers(rule: Rule) -> None:
    random = np.random.default_rng(5)
    x, weights = random.normal(size=30), random.random(30)
    found = weighted_quantiles(x, weights, np.linspace(0, 1, 101), rule)
    assert (np.diff(found) >= 0).all()
    assert (x.min(), x.max()) == (found[0], found[-1])


@pytest.mark.parametrize("rule", RULES)
def test_weights_of_0_are_not_there(rule: Rule) -> None:
    with_them = weighted_quantiles(np.array([9.0, 1, 2, 4]), np.array([0.0, 1, 1, 2]), [0.2, 0.5], rule)
    assert (
        with_them.tolist()
        == weighted_quantiles(np.array([1.0, 2, 4]), np.array([1.0, 1, 2]), [0.2, 0.5], rule).tolist()
    )


def test_shah_and_vaish_by_hand() -> None:
    # weights of mean 1: S = .5, 1.5, 3; (S + .5 − w/2)/4 = .1875, .375, .6875
    points = weighted_quantiles(
        np.array([1.0, 2, 3]), np.array([0.5, 1, 1.5]), [0.1, 0.3, 0.5, 0.7], "shahvaish"
    )
    assert points.tolist() == [1, 1, 2, 3]


def test_woodruffs_interval_by_hand() -> None:
    # of 1 … 100 the median is 50, the share up to it 0.5 ± 1.984 · √(0.25/99): 40.03 and 59.97 per cent
    found = quantiles(simple(100), np.arange(1.0, 101), [0.5], rule="math")
    assert (found.value, found.low, found.high) == ([50], [41], [60])
    assert found.se == pytest.approx([19 / (2 * 1.9842169515086827)])


def test_the_interval_of_an_outer_quantile_of_few_answers_is_not_told() -> None:
    found = quantiles(simple(5), np.arange(5.0), [0.1, 0.5], rule="math")
    assert np.isnan([found.low[0], found.se[0]]).all()
    assert found.value.tolist() == [0, 2]


def test_the_interval_of_equal_answers_reaches_both_sides_of_the_median() -> None:
    # half of the population ± 1.966 √(0.25/399), 45.1 … 54.9 per cent, of answers of which 48.75 per cent are 4
    answers = np.repeat([4.0, 5.0], [195, 205])
    found = quantiles(simple(400), answers, [0.5])
    assert (found.value, found.low, found.high) == ([5], [4], [5])
    rs = quantiles(simple(400), answers, [0.5], centre="estimate")
    assert (rs.value, rs.low, rs.high, rs.se) == ([5], [5], [5], [0])


def test_the_interval_of_a_quartile_lies_around_a_quarter() -> None:
    # 25 ± 1.984 √(0.1875/99), 16.4 … 33.6 per cent: 1 of 15, 2 of 17, 3 of 68; the share up to the quartile is 32
    answers = np.repeat([1.0, 2, 3], [15, 17, 68])
    found = quantiles(simple(100), answers, [0.25], rule="math")
    assert (found.value, found.low, found.high) == ([2], [2], [3])


def test_equal_answers_at_both_ends_are_an_interval_without_an_error() -> None:
    found = quantiles(simple(100), np.repeat([3.0, 4, 5], [10, 80, 10]), [0.5])
    assert (found.value, found.low, found.high) == ([4], [4], [4])
    assert np.isnan(found.se)
    all_equal = quantiles(simple(100), np.full(100, 4.0), [0.5])
    assert (all_equal.value, all_equal.low, all_equal.high) == ([4], [4], [4])
    assert np.isnan(all_equal.se)


@pytest.mark.parametrize("answers", [[10.0, 10, 3], [10.0, 10, 10]])
def test_three_answers_tell_no_interval_even_where_some_are_equal(answers: list[float]) -> None:
    found = quantiles(simple(3), np.array(answers), [0.5])
    assert found.value == [10]
    assert np.isnan([found.low, found.high, found.se]).all()


@pytest.mark.parametrize("answers", [np.repeat([2.0, 4, 5], [5, 3, 6]), np.full(14, 4.0)])
def test_where_everybody_answered_the_interval_is_the_quantile(answers: np.ndarray) -> None:
    found = quantiles(simple(14, 14), answers, [0.25, 0.5, 0.75])
    assert found.low.tolist() == found.value.tolist() == found.high.tolist()
    assert found.se.tolist() == [0, 0, 0]


def test_the_error_at_the_target_is_the_designs() -> None:
    # in 25 villages of 16 everybody answers alike, 13 of them 5: as 25 answers, not as 400
    villages = np.repeat(np.arange(25), 16)
    answers = np.where(villages < 12, 4.0, 5.0) + villages / 1000
    found = quantiles(design(np.ones(400), clusters=[villages]), answers, [0.5], rule="math")
    alone = quantiles(simple(25), answers[::16], [0.5], rule="math")
    assert (found.value, found.low, found.high) == (alone.value, alone.low, alone.high)


def test_the_error_comes_from_below_the_quantile_where_all_answers_are_up_to_it() -> None:
    # 4 villages of 16 answer 4, the others 5: 50 ± 2.131 √(0.25/15), 22.5 … 77.5 per cent, takes in the quarter
    villages = np.repeat(np.arange(16), 25)
    answers = np.where(villages < 4, 4.0, 5.0)
    found = quantiles(design(np.ones(400), clusters=[villages]), answers, [0.5])
    assert (found.value, found.low, found.high) == ([5], [4], [5])
    assert quantiles(simple(400), answers, [0.5]).low == [5]


@given(
    some.lists(some.tuples(some.integers(1, 5), some.floats(0.1, 10)), min_size=8, max_size=40),
    some.sampled_from(RULES),
)
def test_the_interval_holds_the_quantile(answered: list[tuple[int, float]], rule: Rule) -> None:
    values, weights = np.array(answered, dtype=float).T
    found = quantiles(design(weights), values, [0.25, 0.5, 0.75], rule=rule)
    assert not (found.low > found.value).any()
    assert not (found.high < found.value).any()


def test_a_domain_keeps_the_design_and_needs_nothing_known_outside() -> None:
    of = design(np.ones(40), [np.repeat([1, 2], 20)])
    values, domain = np.arange(40.0), np.arange(40) % 2 == 0
    unknown = quantiles(of, np.where(domain, values, np.nan), [0.5], domain)
    known = quantiles(of, values, [0.5], domain)
    assert (unknown.value, unknown.low, unknown.high) == (known.value, known.low, known.high)


def test_nobody_has_no_quantile_and_one_no_interval() -> None:
    values = np.array([3.0, 1, 2])
    nobody = quantiles(simple(3), values, [0.5], np.zeros(3, dtype=bool))
    assert np.isnan([nobody.value, nobody.se, nobody.low, nobody.high]).all()
    one = quantiles(simple(3), values, [0.5], np.array([1, 0, 0], dtype=bool))
    assert one.value == [3]
    assert np.isnan([one.se, one.low, one.high]).all()
