"""The differences themselves are held against R in tests/reference/test_comparison.py."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.estimate.design import Design, design, simple
from analysis.tables.estimate.letters import compare_means, compare_shares
from analysis.tables.estimate.rao_scott import rao_scott


def columns_of(*counts: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """chosen (n × 1) and levels (n × L) where of `n` respondents in a column `yes` chose the option."""
    chosen = np.concatenate([np.arange(n) < yes for yes, n in counts])
    level = np.repeat(np.arange(len(counts)), [n for _, n in counts])
    return chosen[:, None], level[:, None] == np.arange(len(counts))


def test_a_cell_has_the_letters_of_the_columns_it_is_higher_than():
    chosen, levels = columns_of((45, 50), (20, 50), (22, 50))
    found = compare_shares(simple(150), chosen, levels)
    assert found.letters() == [[("B", "C"), (), ()]]
    assert found.value == pytest.approx(np.array([[0.9, 0.4, 0.44]]))


def test_the_difference_of_two_shares_by_hand():
    """√(p₁q₁/n₁ + p₂q₂/n₂), times √(n/(n − 1)) because the sizes of the columns are chance, too."""
    chosen, levels = columns_of((30, 60), (10, 40))
    found = compare_shares(simple(100), chosen, levels)
    se = np.sqrt((0.5 * 0.5 / 60 + 0.25 * 0.75 / 40) * 100 / 99)
    assert (found.se[0, 0], found.statistic[0, 0]) == pytest.approx((se, 0.25 / se))
    assert found.df[0, 0] == 98


def test_all_pairs_of_a_line_are_a_family():
    """z of 0.2 is 2.03 and p 0.04: significant alone, not as the smallest of three."""
    chosen, levels = columns_of((30, 50), (20, 50), (25, 50))
    found = compare_shares(simple(150), chosen, levels)
    alone = compare_shares(simple(150), chosen, levels[:, :2])
    assert alone.letters() == [[("B",), ()]] and found.letters() == [[(), (), ()]]
    assert found.adjusted[0, 0] == pytest.approx(3 * found.p[0, 0])


def test_every_line_is_compared_as_it_would_be_alone():
    rng = np.random.default_rng(3)
    values = np.where(rng.random((200, 3)) < 0.1, np.nan, rng.normal(size=(200, 3)))
    levels = rng.random((200, 4)) < 0.4
    how = design(rng.uniform(1, 3, 200), [rng.integers(0, 4, 200)], [rng.integers(0, 30, 200)])
    together = compare_means(how, values, levels)
    for line in range(3):
        alone = compare_means(how, values[:, [line]], levels)
        for name in ("value", "base", "se", "df", "p", "adjusted", "higher"):
            assert np.allclose(getattr(together, name)[line], getattr(alone, name)[0], rtol=1e-9), name


def test_a_column_with_a_small_base_takes_no_part_and_enlarges_no_family():
    chosen, levels = columns_of((45, 50), (0, 29), (20, 50))
    found = compare_shares(simple(129), chosen, levels)
    assert found.compared.tolist() == [[True, False, True]]
    assert found.letters() == [[("C",), (), ()]]
    assert np.isnan(found.p[0]).tolist() == [True, False, True]
    assert found.adjusted[0, 1] == found.p[0, 1]
    assert compare_shares(simple(129), chosen, levels, minimum=30).base.tolist() == [[50, 29, 50]]


def test_a_share_of_nobody_or_everybody_is_not_compared():
    chosen, levels = columns_of((0, 40), (20, 40), (40, 40))
    assert compare_shares(simple(120), chosen, levels).compared.tolist() == [[False, True, False]]


def test_respondents_in_both_columns_make_their_difference_more_certain():
    """Column B is all of A and ten more: only the ten can make a difference."""
    answers = np.concatenate([np.tile([1.0, 5.0], 45), np.full(10, 5.0)])[:, None]
    overlapping = np.stack([np.arange(100) < 90, np.ones(100, bool)], axis=1)
    found = compare_means(simple(100), answers, overlapping)
    in_first = np.arange(190) < 90
    apart = compare_means(
        simple(190), np.concatenate([answers[:90], answers]), np.stack([in_first, ~in_first], axis=1)
    )
    assert found.difference[0, 0] == pytest.approx(apart.difference[0, 0])
    assert found.se[0, 0] < apart.se[0, 0] / 4


def test_a_census_has_no_differences_by_chance():
    chosen, levels = columns_of((45, 50), (20, 50))
    found = compare_shares(simple(100, 100), chosen, levels)
    assert np.isnan(found.p).all() and found.letters() == [[(), ()]]


def test_one_cluster_tells_no_difference():
    chosen, levels = columns_of((45, 50), (20, 50))
    found = compare_shares(design(np.ones(100), clusters=[np.zeros(100)]), chosen, levels)
    assert np.isnan(found.p).all()


def test_the_normal_distribution_and_the_other_adjustment_are_had_by_name():
    chosen, levels = columns_of((31, 50), (19, 50), (40, 50))
    t, z = (compare_shares(simple(150), chosen, levels, distribution=name) for name in ("t", "normal"))
    assert (z.p < t.p).all() and np.isinf(z.df).all()
    rates = compare_shares(simple(150), chosen, levels, adjustment="benjamini_hochberg")
    assert (rates.adjusted <= t.adjusted).all() and (rates.adjusted < t.adjusted).any()


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=4), st.integers(0, 50)
)
def test_of_two_columns_at_most_one_is_higher_and_none_that_takes_no_part(
    some: list[tuple[int, int]], minimum: int
):
    chosen, levels = columns_of(*((min(pair), max(pair)) for pair in some))
    found = compare_shares(simple(len(chosen)), chosen, levels, minimum=minimum)
    assert not (found.higher & found.higher.transpose(0, 2, 1)).any()
    assert not found.higher[0][~found.compared[0]].any() and not found.higher[0][:, ~found.compared[0]].any()


class General(Design):
    """A simple sample of which nobody knows that it is one."""

    simple_spread = None


@pytest.mark.parametrize("population", [None, 400])
def test_what_is_known_of_a_simple_sample_is_what_the_general_formulas_give(population):
    random = np.random.default_rng(5)
    for n in (20, 60, 150):
        plain = simple(n, population)
        general = General(plain.weights, plain.stages)
        region, chosen, inside = (
            random.integers(-1, 4, n),
            random.random((n, 3)) < (0.5, 0.1, 0.9),
            random.random(n) < 0.9,
        )
        levels = region[:, None] == np.arange(4)
        levels = np.concatenate([levels, levels[:, :1], ~levels[:, :1]], axis=1)
        fast, slow = (
            compare_shares(of, chosen, levels, inside, banners=(4, 2), minimum=5) for of in (plain, general)
        )
        for name in ("p", "se", "df", "adjusted"):
            np.testing.assert_allclose(getattr(fast, name), getattr(slow, name), rtol=1e-9)
        for name in ("value", "se", "df", "deff", "kish_n", "n"):
            np.testing.assert_allclose(getattr(fast.each, name), getattr(slow.each, name), rtol=1e-9)
        rows = random.integers(0, 3, n)
        fast, slow = (rao_scott(of, rows, region, inside) for of in (plain, general))
        assert (fast.p, fast.df) == (pytest.approx(slow.p, rel=1e-9), pytest.approx(slow.df, rel=1e-9))
