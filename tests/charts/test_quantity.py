"""Numbers and amounts on a line."""

from __future__ import annotations

import re

from analysis.charts import draw
from analysis.charts.axis import axis
from analysis.language import thousands
from analysis.tables import Table
from tests.charts.invented_tables import hide, money, number
from tests.charts.read_svg import texts, units


def wide(of: Table) -> str:
    drawing = draw(of)
    assert drawing is not None
    return drawing.svg_wide


def ticks(values: list[float], right: float = 620, whole: bool = True) -> tuple[float, ...]:
    return axis(values, 0, right, thousands, whole).ticks


def test_a_dot_is_one_answer() -> None:
    assert units(wide(number(14)), "indigo") == 14


def test_the_median_is_named_and_the_quartiles_stand_at_the_band() -> None:
    found = {text.text for text in texts(wide(number(14)))}
    assert {"중앙값 16회", "9회", "25회", "◇ 평균 16.1회"} <= found


def test_of_many_no_dots_are_drawn() -> None:
    assert units(wide(number(320)), "indigo") == 0


def test_when_one_value_is_hidden_none_is_drawn() -> None:
    svg = wide(hide(number(14), ("", "", "=2")))
    assert units(svg, "indigo") == 0
    assert "중앙값 16회" in svg


def test_with_nothing_but_a_median_the_median_is_drawn() -> None:
    whole = number(14)
    table = whole.with_cells(tuple(cell for cell in whole.cells if cell.stat in ("median", "base")))
    assert "중앙값 16회" in wide(table)


def test_a_hidden_median_is_a_pill() -> None:
    found = [text.text for text in texts(wide(hide(number(14, group=True), ("rest", "", ""))))]
    assert found.count("X") == 1


def test_amounts_read_as_people_say_them() -> None:
    assert any(re.fullmatch(r"\d억 원", text.text) for text in texts(wide(money(14))))


def test_ticks_are_round_and_hold_the_values() -> None:
    assert ticks([4, 14]) == (4, 6, 8, 10, 12, 14)
    assert ticks([3.1, 4.6], whole=False) == (3.0, 3.2, 3.4, 3.6, 3.8, 4.0, 4.2, 4.4, 4.6)
    assert ticks([3.1, 4.6]) == (3, 4, 5)


def test_there_are_fewer_ticks_where_their_words_have_no_room() -> None:
    assert len(ticks([0, 4_000_000], right=200)) < len(ticks([0, 4_000_000]))


def test_one_value_alone_has_a_line_around_it() -> None:
    low, *_, high = ticks([7, 7])
    assert low < 7 < high


def test_where_most_values_would_stand_on_one_spot_the_line_goes_by_tens() -> None:
    line = axis([95, 620, 2_800, 5_200, 310_000], 0, 620, thousands)
    assert line.ticks == (10, 100, 1_000, 10_000, 100_000, 1_000_000)
    assert line.at(1_000) - line.at(100) == line.at(100) - line.at(10)
