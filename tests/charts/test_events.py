"""The ledger's figures."""

from __future__ import annotations

from analysis.charts import draw
from analysis.tables import Table
from tests.charts.invented_tables import by_month, by_pillar, meetings
from tests.charts.read_svg import texts, units

LEGEND = 1


def wide(of: Table) -> str:
    drawing = draw(of)
    assert drawing is not None
    return drawing.svg_wide


def total(of: Table, item: str) -> int:
    return sum(int(cell.value or 0) for cell in of.cells if cell.item == item and cell.stat == "count")


def test_a_meeting_with_a_date_is_filled_one_that_is_only_stated_hollow() -> None:
    table = meetings(14)
    assert units(wide(table), "indigo") - LEGEND == total(table, "dated")
    assert units(wide(table), "paper") - LEGEND == total(table, "undated")


def test_where_the_sources_disagree_there_is_a_question_mark_and_what_it_means() -> None:
    found = [text.text for text in texts(wide(meetings(14)))]
    assert found.count("?") == 1 + 1  # in the line of the meeting, and before its meaning
    assert "자료마다 횟수가 다름" in found


def test_months_are_columns_and_what_is_in_no_month_is_told_below() -> None:
    table = by_month(31)
    found = [text.text for text in texts(wide(table))]
    assert found.count("1월") == found.count("12월") == 1
    assert f"일자 미상 {total(table, 'undated')}건" in found
    assert units(wide(table), "indigo") == 31 - total(table, "undated") - total(table, "outside")


def test_each_pillar_has_its_colour() -> None:
    table = by_pillar(31)
    for item, colour in (("o1", "indigo"), ("o2", "ssuk"), ("o3", "gam")):
        assert units(wide(table), colour) == total(table, item)
