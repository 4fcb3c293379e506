"""Exact intervals for shares of a small frame, against their definition in whole numbers.

Those that R's phyper gives, of frames of thousands too, are in tests/reference/test_small.py.
"""

from __future__ import annotations

from math import comb

import numpy as np
import pytest

from analysis.tables.estimate.hypergeometric import hypergeometric_interval


def ways(x: int, n: int, marked: int, population: int) -> int:
    """In how many ways n can be drawn so that x of them are marked; chances are these / C(population, n)."""
    return comb(marked, x) * comb(population - marked, n - x)


def kept(x: int, n: int, population: int) -> list[int]:
    """Every K of the frame under which neither tail of the count is α/2 = 1/40 or less."""
    return [
        marked
        for marked in range(population + 1)
        if 40 * sum(ways(i, n, marked, population) for i in range(x, n + 1)) > comb(population, n)
        and 40 * sum(ways(i, n, marked, population) for i in range(x + 1)) > comb(population, n)
    ]


def coverage(n: int, population: int) -> list[float]:
    """Of every K of the frame: the probability that the interval of what is drawn holds it."""
    ends = zip(
        *(end.tolist() for end in hypergeometric_interval(np.arange(n + 1), n, population)), strict=True
    )
    held = [(x, range(low, high + 1)) for x, (low, high) in enumerate(ends)]
    return [
        sum(ways(x, n, marked, population) for x, ks in held if marked in ks) / comb(population, n)
        for marked in range(population + 1)
    ]


def test_nine_of_fourteen_members_of_twentyone_stand_for_ten_to_sixteen():
    low, high = hypergeometric_interval(9, 14, 21)
    assert (int(low), int(high)) == (10, 16)


def test_all_counts_of_fourteen_of_twentyone():
    low, high = hypergeometric_interval(range(15), 14, 21)
    assert low.tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 13, 15, 16, 18]
    assert high.tolist() == [3, 5, 6, 8, 9, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21]


@pytest.mark.parametrize(
    ("n", "population"), [(1, 40), (3, 7), (5, 60), (14, 21), (20, 41), (38, 40), (30, 31)]
)
def test_the_ends_are_those_of_the_definition(n: int, population: int):
    low, high = hypergeometric_interval(range(n + 1), n, population)
    every = [kept(x, n, population) for x in range(n + 1)]
    assert (low.tolist(), high.tolist()) == ([each[0] for each in every], [each[-1] for each in every])


def test_a_tail_of_exactly_half_of_alpha_is_outside():
    # One of 40 is asked and has it: P(1 | K = 1) = 1/40 = α/2.
    assert hypergeometric_interval(1, 1, 40)[0] == 2


def test_every_number_of_twentyone_is_held_with_95_per_cent_or_more():
    assert min(coverage(14, 21)) >= 0.95


@pytest.mark.parametrize("population", [1, 2, 5, 13, 21, 34, 47, 60])
def test_every_number_of_any_small_frame_is_held_with_95_per_cent_or_more(population: int):
    drawn = sorted(
        {0, 1, 2, population // 3, population // 2, 3 * population // 4, population - 1, population}
    )
    assert min(min(coverage(n, population)) for n in drawn if n <= population) >= 0.95


def test_the_ends_lie_within_what_is_certain_and_rise_with_the_count():
    for population in range(1, 30):
        for n in range(population + 1):
            counts = np.arange(n + 1)
            low, high = hypergeometric_interval(counts, n, population)
            assert (counts <= low).all() and (low <= high).all() and (high <= population - (n - counts)).all()
            assert (np.diff(low) >= 0).all() and (np.diff(high) >= 0).all()


def test_those_who_have_it_and_those_who_have_not_tell_the_same():
    low, high = hypergeometric_interval(range(15), 14, 21)
    assert (low[::-1] + high).tolist() == [21] * 15


def test_where_everybody_answered_the_interval_is_the_count():
    low, high = hypergeometric_interval([0, 5, 21], 21, 21)
    assert low.tolist() == high.tolist() == [0, 5, 21]


def test_where_nobody_answered_it_is_the_whole_frame():
    low, high = hypergeometric_interval(0, [0, 0], [7, 0])
    assert (low.tolist(), high.tolist()) == ([0, 0], [7, 0])


def test_groups_of_different_sizes_are_told_in_one_call():
    together = np.stack(hypergeometric_interval([9, 0, 320, 3], [14, 0, 320, 5], [21, 9, 10_615, 5]))
    alone = [
        np.stack(hypergeometric_interval(*group))
        for group in [(9, 14, 21), (0, 0, 9), (320, 320, 10_615), (3, 5, 5)]
    ]
    assert together.T.tolist() == [each.tolist() for each in alone]


def test_more_counts_than_are_reckoned_at_a_time():
    counts = np.arange(60)
    low, high = hypergeometric_interval(counts, 320, 10_615)
    assert (low[50], high[50]) == tuple(int(end) for end in hypergeometric_interval(50, 320, 10_615))


def test_a_lower_confidence_gives_a_shorter_interval():
    low, high = hypergeometric_interval(9, 14, 21, confidence=0.8)
    assert (int(low), int(high)) == (11, 15)


@pytest.mark.parametrize("given", [(15, 14, 21), (-1, 14, 21), (3, 22, 21), (2.5, 14, 21)])
def test_impossible_counts_are_refused(given: tuple[float, int, int]):
    with pytest.raises(ValueError):
        hypergeometric_interval(*given)
