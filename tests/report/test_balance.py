"""What stands beside a figure, and what below it."""

from __future__ import annotations

import pytest

from analysis.narrative import Sentence
from analysis.report.balance import divide, lines

SHORT, TALL = '<svg viewBox="0 0 620 100">', '<svg viewBox="0 0 620 900">'
LONG = Sentence(("조합원 수는 " * 20,))
NOTE = "무응답 3개 제외"


@pytest.mark.parametrize(("text", "found"), [("", 1), ("가" * 10, 1), ("가" * 11, 2), ("a" * 18, 1), ("a" * 37, 3)])
def test_a_line_has_room_for_wide_letters_and_for_twice_as_many_narrow_ones(text: str, found: int):
    assert lines(text, 9.0) == found


def test_words_that_would_reach_below_a_short_figure_stand_under_it():
    divided = divide([LONG, LONG, LONG], (), (NOTE,), SHORT)
    assert len(divided.beside) == 1 and len(divided.below) == 2


def test_beside_a_tall_figure_all_words_have_room_and_so_have_the_notes():
    divided = divide([LONG, LONG, LONG], (), (NOTE,), TALL)
    assert (len(divided.beside), divided.below, divided.notes_beside) == (3, (), True)


def test_a_remark_takes_its_room_first():
    assert divide([LONG], ("말 " * 400,), (), SHORT).beside == ()


def test_without_a_figure_nothing_is_divided():
    assert divide([LONG], (), (NOTE,), "").beside == (LONG,)
