"""Marks of one look are drawn together, where nothing lies between them."""

from __future__ import annotations

from analysis.charts.layers import layers
from analysis.charts.marks import Bar, Mark, Units, Words


def drawn(*marks: Mark) -> list[list[Mark]]:
    return [layer.marks for layer in layers(marks)]


BLUE, OTHER_BLUE = Bar(0, 0, 10, 10, "indigo"), Bar(0, 30, 10, 10, "indigo")
ORANGE = Bar(50, 0, 10, 10, "gam")
PAPER = Bar(0, 0, 40, 40, "paper")


def test_marks_of_one_look_are_one_layer() -> None:
    assert drawn(BLUE, ORANGE, OTHER_BLUE) == [[BLUE, OTHER_BLUE], [ORANGE]]


def test_a_mark_stays_above_what_was_drawn_before_it_in_its_place() -> None:
    assert drawn(BLUE, PAPER, OTHER_BLUE) == [[BLUE], [PAPER], [OTHER_BLUE]]


def test_words_lie_on_top() -> None:
    word = Words(0, 10, "두레")
    assert drawn(word, BLUE) == [[BLUE], [word]]


def test_a_dot_and_a_square_of_one_colour_are_two_looks() -> None:
    dot, square = Units(((5, 5),), 10, "indigo"), Units(((25, 5),), 10, "indigo", "square")
    assert drawn(dot, square) == [[dot], [square]]
