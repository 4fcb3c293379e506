"""Rules against numpy's, and corners. Weighted ones are held against R in tests/reference."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

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
