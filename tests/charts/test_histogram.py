"""Many numbers in bins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.charts import draw
from analysis.charts.drawing import marks_of
from analysis.charts.histogram import Bin
from analysis.charts.marks import Bar
from analysis.charts.view import NARROW, WIDE
from analysis.questionnaire.words import Words
from analysis.tables import Cell, Label, Table
from tests.charts.invented_tables import hide, hide_figures, measured, table
from tests.charts.read_marks import words_of
from tests.charts.read_svg import texts

EDGES = ((0.0, 10.0), (10.0, 20.0), (20.0, None))
WORDS = ("10명 미만", "10~20명 미만", "20명 이상")
COUNTS = (20, 50, 30)


def members() -> Table:
    items = tuple(Label(f"bin{at}", Words(ko=text)) for at, text in enumerate(WORDS, 1))
    cells = [Cell("", "", "", "base", 100, n=100, base=100)]
    cells += measured("", "", "", 100, mean=18.4, median=15.0, q1=10.0, q3=24.0, min=2.0, max=60.0)
    for label, count in zip(items, COUNTS, strict=True):
        cells.append(Cell("", "", label.id, "count", count, n=count, base=100))
        cells.append(Cell("", "", label.id, "share", count / 100, n=count, base=100))
    bins = [{"id": f"bin{at}", "low": low, "high": high} for at, (low, high) in enumerate(EDGES, 1)]
    return table("number", cells, items=items, facts={"unit": "명", "bins": bins})


def columns(of: Table) -> list[Bar]:
    marks = marks_of(of, "ko", WIDE)
    return sorted(
        (mark for mark in marks if isinstance(mark, Bar) and mark.fill == "indigo"), key=lambda bar: bar.x
    )


def test_a_column_is_as_high_as_its_share() -> None:
    heights = [bar.height for bar in columns(members())]
    assert [height / max(heights) for height in heights] == pytest.approx([0.4, 1.0, 0.6])


def test_median_quartiles_and_mean_stand_in_figures_with_their_cells() -> None:
    drawing = draw(members())
    assert drawing is not None
    for svg in (drawing.svg_wide, drawing.svg_narrow):
        tied = {text.text for text in texts(svg) if text.cell}
        assert {"중앙값 15명", "가운데 절반 10명", "~ 24명", "평균 18.4명"} <= tied


def test_the_median_stands_in_its_bin_as_far_as_it_is_from_its_edge() -> None:
    marks = marks_of(members(), "ko", WIDE)
    across = columns(members())[1].x - columns(members())[0].x
    [median] = [mark for mark in marks if isinstance(mark, Bar) and mark.fill == "hot" and mark.y > 60]
    assert median.x + median.width / 2 == pytest.approx(across * (1 + 5.5 / 10))


def test_in_a_bin_of_one_whole_number_a_value_stands_in_the_middle_of_its_column() -> None:
    assert Bin(Label("bin1", Words(ko="1명")), 1.0, 2.0).part(1.0, None) == 0.5


def test_on_a_phone_the_bin_of_the_median_says_so() -> None:
    said = {word.text: word.y for word in words_of(marks_of(members(), "ko", NARROW))}
    assert said["중앙값"] == said["10~20명 미만"]


def test_a_hidden_bin_is_a_pill_and_no_column() -> None:
    hidden = hide(members(), ("", "", "bin1"))
    assert len(columns(hidden)) == 2
    assert "X" in [word.text for word in words_of(marks_of(hidden, "ko", WIDE))]


def test_a_figure_of_money_says_in_which_words_its_amounts_are() -> None:
    money = replace(members(), kind="money", facts={**members().facts, "unit": "원", "asked_in": "천원"})
    assert "금액은 억·만 원으로 적음 (표: 천원)" in [
        word.text for word in words_of(marks_of(money, "ko", WIDE))
    ]


@pytest.mark.parametrize("wide", [WIDE, NARROW])
def test_a_mean_that_is_hidden_is_not_told_behind_its_mark(wide: int) -> None:
    words = [word.text for word in words_of(marks_of(hide_figures(members(), ("", "", "mean")), "ko", wide))]
    assert not any(text.startswith("평균") for text in words)
    assert any(text.startswith("중앙값 15") for text in words)
