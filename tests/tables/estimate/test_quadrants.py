from __future__ import annotations

import pytest

from analysis.tables.estimate import Quadrant, quadrant


@pytest.mark.parametrize(
    ("importance", "performance", "expected"),
    [
        (4.5, 4.0, Quadrant.KEEP_UP),
        (4.5, 2.0, Quadrant.CONCENTRATE_HERE),
        (2.5, 2.0, Quadrant.LOW_PRIORITY),
        (2.5, 4.0, Quadrant.POSSIBLE_OVERKILL),
    ],
)
def test_two_lines_make_the_four_corners_of_martilla_and_james(importance, performance, expected):
    assert quadrant(importance, performance, 4.0, 3.0) == expected


def test_a_programme_on_a_line_counts_as_above_it_even_where_the_last_binary_digit_differs():
    assert quadrant(0.3, 3, 0.1 + 0.2, 3) == Quadrant.KEEP_UP
