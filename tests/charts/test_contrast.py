"""Every word of a drawing against what it stands on: 4.5 : 1, or 3 : 1 where it is large (WCAG 2.2, 1.4.3), in the
light and in the dark. What lies beneath is read from the drawing as it is: the last shape that covers the middle of
the word, or paper."""

from __future__ import annotations

from itertools import pairwise

import pytest

from analysis.charts import draw
from analysis.charts.drawing import marks_of
from analysis.charts.marks import Bar
from analysis.charts.palette import DARK, LIGHT
from analysis.charts.view import NARROW, WIDE
from analysis.tables import Table
from tests.charts.invented_tables import KINDS, choice, grid, hide, number, scale
from tests.charts.read_svg import Text, marks_in, shapes, texts
from tests.charts.test_palette import contrast

FILLS = ("indigo", "sky", "wine", "gam", "muk", "rust", "hot", "ssuk", "hollow")
LARGE_BOLD = 18.66  # pixels: 14 points


def beneath(svg: str, text: Text) -> str:
    """The colour that the middle of a word stands on."""
    x, y = (text.left + text.right) / 2, (text.top + text.bottom) / 2
    found = "paper"
    for shape in shapes(svg):
        outline = shape.look.get("fill") == "none"  # of a hidden cell
        boxes = () if outline else marks_in(shape)
        if any(left <= x <= right and top <= y <= low for left, top, right, low in boxes):
            found = shape.fill or shape.stroke
    return found


def unreadable(table: Table, language: str = "ko") -> list[str]:
    """In the light and in the dark."""
    drawing = draw(table, language)
    wrong = []
    for svg in (drawing.svg_wide, drawing.svg_narrow) if drawing else ():
        for text in texts(svg):
            on = beneath(svg, text)
            for colours in (LIGHT, DARK):
                ratio = contrast(colours[text.colour], colours[on])
                if ratio < (3 if text.bold and text.size >= LARGE_BOLD else 4.5):
                    wrong.append(f"{text.text!r} {text.colour} on {on}: {ratio:.2f}")
    return wrong


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("n", [14, 320])
def test_words_can_be_read_on_what_they_stand_on(kind: str, n: int) -> None:
    assert unreadable(KINDS[kind](n)) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_fills_beside_each_other_are_parted_by_paper(kind: str, width: int) -> None:
    """At least 2 pixels of it, as far as a part is longer than that."""
    bars = [mark for mark in marks_of(KINDS[kind](320), "ko", width) if isinstance(mark, Bar) and mark.fill in FILLS]
    for line in {(bar.y, bar.height) for bar in bars}:
        own = sorted((bar for bar in bars if (bar.y, bar.height) == line), key=lambda bar: bar.x)
        for one, other in pairwise(own):
            if one.width > 1 and one.fill != other.fill:
                assert other.x - (one.x + one.width) >= 1.99, (one, other)


@pytest.mark.parametrize("made", [choice, scale, number])
@pytest.mark.parametrize("n", [14, 320])
def test_by_group_too(made, n: int) -> None:  # type: ignore[no-untyped-def]
    assert unreadable(made(n, group=True)) == []


def test_a_sign_of_what_is_hidden_can_be_read() -> None:
    assert unreadable(hide(scale(320), ("", "", "2"), ("", "", "5"))) == []


@pytest.mark.parametrize("n", [14, 320])
def test_shaded_cells_can_be_read(n: int) -> None:
    table = grid(n, words=[f"{number}번 항목" for number in range(1, 13)])
    assert unreadable(table) == []
    drawing = draw(table)
    assert drawing is not None
    assert {"heat1", "heat4"} <= {beneath(drawing.svg_wide, text) for text in texts(drawing.svg_wide)}


def test_the_reader_of_drawings_finds_what_a_number_stands_on() -> None:
    """Numbers stand in the bars of a scale; without them the tests above would judge paper only."""
    drawing = draw(scale(320))
    assert drawing is not None
    found = {beneath(drawing.svg_wide, text) for text in texts(drawing.svg_wide)}
    assert {"paper", "sky", "indigo", "gam"} <= found
