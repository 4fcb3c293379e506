from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.estimate import counts, share


def test_counts_say_how_often_each_position_occurs_and_0_where_it_does_not():
    assert counts(np.array([0, 2, 2]), 4) == [1, 0, 2, 0]
    assert counts(np.array([], dtype=int), 3) == [0, 0, 0]


def test_a_share_of_nobody_is_no_number():
    assert share(9, 14) == 9 / 14
    assert share(0, 14) == 0
    assert share(0, 0) is None


@given(st.lists(st.integers(0, 6), min_size=1, max_size=400))
def test_the_shares_of_one_choice_each_add_up_to_one(chosen: list[int]):
    found = counts(np.array(chosen), 7)
    assert sum(found) == len(chosen)
    assert abs(sum(share(count, len(chosen)) for count in found) - 1) < 1e-12
