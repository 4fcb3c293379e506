"""Answer scales: alone, by group, and in the rows of a grid."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from analysis.charts import draw
from analysis.charts.drawing import marks_of
from analysis.charts.marks import Line
from analysis.charts.view import NARROW, WIDE
from analysis.questionnaire.words import Words
from analysis.tables import Cell, Table
from tests.charts.invented_tables import (
    SATISFACTION,
    counted,
    grid,
    hide,
    point_items,
    scale,
    scale_facts,
    table,
)
from tests.charts.read_marks import illegible
from tests.charts.read_svg import bars, pills, texts, units

COUNTS = (0, 1, 4, 7, 2)  # the mock report's overall satisfaction


def satisfaction(good: str = "high") -> Table:
    beside = Cell("", "", "not_applicable", "count", 2, n=2)
    cells = [*counted(["1", "2", "3", "4", "5"], COUNTS, 14), beside]
    return table("scale", cells, items=point_items(SATISFACTION), facts=scale_facts(5, good))


def wide(of: Table) -> str:
    drawing = draw(of)
    assert drawing is not None
    return drawing.svg_wide


def test_one_row_of_dots_in_the_colours_of_their_points() -> None:
    svg = wide(satisfaction())
    found = {colour: units(svg, colour) for colour in ("rust", "gam", "paper", "sky", "indigo")}
    assert found == {"rust": 0, "gam": 1, "paper": 4, "sky": 7, "indigo": 2}


def test_where_low_is_good_the_colours_turn_round() -> None:
    assert units(wide(satisfaction("low")), "indigo") == 0
    assert units(wide(satisfaction("low")), "rust") == 2


def test_where_neither_end_is_good_nothing_looks_bad() -> None:
    assert "--rust" not in wide(satisfaction("none"))


def test_the_runs_stand_in_the_order_of_the_scale_with_count_and_share_below() -> None:
    found = sorted(
        (text for text in texts(wide(satisfaction())) if text.text in SATISFACTION),
        key=lambda text: text.left,
    )
    assert [text.text for text in found] == ["불만족", "보통", "만족", "매우 만족"]
    assert {"1개", "7.1%", "4개", "28.6%", "7개", "50.0%", "2개", "14.3%"} <= {
        text.text for text in texts(wide(satisfaction()))
    }


def test_no_word_below_a_run_is_cut_however_short_the_run() -> None:
    english = dict(zip(SATISFACTION, ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"), strict=True))
    items = tuple(replace(item, words=Words(ko=english[item.words.ko])) for item in satisfaction().items if item.words.ko in english)
    drawing = draw(replace(satisfaction(), items=items, facts=dict(satisfaction().facts)))
    assert drawing is not None
    for svg in (drawing.svg_wide, drawing.svg_narrow):
        assert {"Dissatisfied", "Neutral", "Satisfied"} <= {text.text for text in texts(svg)}


def test_a_point_that_nobody_chose_and_the_box_beside_the_scale_are_told_in_words() -> None:
    found = [text.text for text in texts(wide(satisfaction()))]
    assert "매우 불만족 -" in found
    assert "이용 안 함 2개" in found


def test_a_hidden_run_is_as_long_whatever_it_hides() -> None:
    svg = wide(hide(satisfaction(), ("", "", "2"), ("", "", "5")))
    assert pills(svg) == 2
    assert units(svg, "indigo") == units(svg, "gam") == 0


def test_of_many_each_point_is_as_long_as_its_share() -> None:
    table = scale(320)
    for colour, point in (("gam", "2"), ("sky", "4"), ("indigo", "5")):
        share = table.get("share", point)
        assert share is not None and share.value is not None
        [(left, _, right, _)] = [bar for bar in bars(wide(table), colour) if bar[3] - bar[1] > 30]
        assert right - left == pytest.approx(WIDE * share.value - 2, abs=0.2)


@pytest.mark.parametrize("good", ["high", "low"])
def test_in_a_grid_the_good_side_is_right_of_the_line(good: str) -> None:
    rows = grid(14)
    facts = {**rows.facts, "good": good}
    svg = wide(Table.from_json({**rows.to_json(), "facts": facts}))
    heads = {text.text[-2:]: text.left for text in texts(svg) if re.search("[①-⑤]{2}$", text.text)}
    good_head, bad_head = ("④⑤", "①②") if good == "high" else ("①②", "④⑤")
    assert heads[good_head] > heads[bad_head]


def test_a_square_of_a_grid_is_one_respondent() -> None:
    table = grid(14)
    counts = {
        colour: sum(
            int(cell.value or 0) for cell in table.cells if cell.item == point and cell.stat == "count"
        )
        for colour, point in (("rust", "1"), ("gam", "2"), ("paper", "3"), ("sky", "4"), ("indigo", "5"))
    }
    in_legend = 1
    assert {colour: units(wide(table), colour) - in_legend for colour in counts} == counts


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("counts", [(23, 101, 149, 44, 3), (2, 31, 90, 133, 64), (0, 1, 1, 159, 159), (318, 1, 1, 0, 0)])
def test_labels_stand_at_the_parts_whatever_the_answers_of_a_year_are(counts: tuple[int, ...], width: int) -> None:
    cells = [*counted("12345", counts, 320)]
    made = table("scale", cells, items=point_items(SATISFACTION), facts=scale_facts(5, "high"))
    marks = marks_of(made, "ko", width)
    ticks = [mark for mark in marks if isinstance(mark, Line) and mark.width == 1.4]
    assert len(ticks) == 5
    assert illegible(marks, width) == []


def test_a_sliver_of_the_middle_leaves_the_marks_after_it_in_place() -> None:
    """A ring of less than its own stroke has no negative width, which no browser would draw anything behind."""
    narrow = draw(grid(320)).svg_narrow  # type: ignore[union-attr]
    assert "--" not in "".join(re.findall(r' d="[^"]*"', narrow))
