"""The plane of importance and performance, and the distances."""

from __future__ import annotations

from analysis.charts import draw
from analysis.tables import Table
from tests.charts.invented_tables import hide, importance_performance
from tests.charts.read_svg import Text, texts, units


def drawn(of: Table) -> tuple[list[Text], list[Text]]:
    drawing = draw(of)
    assert drawing is not None
    return texts(drawing.svg_wide), texts(drawing.svg_narrow)


def words(of: list[Text]) -> list[str]:
    return [text.text for text in of]


def test_on_a_page_rows_stand_by_name_on_a_phone_by_number() -> None:
    wide, narrow = drawn(importance_performance(14))
    assert words(wide).count("국제연대") == 2  # in the plane, and with its distance
    assert {"1", "2", "3", "4", "5", "6"} <= set(words(narrow))


def test_forty_rows_are_numbered_on_a_page_too() -> None:
    wide, _ = drawn(importance_performance(14, words=[f"사업 {at}" for at in range(40)]))
    assert "40" in words(wide)


def test_what_matters_and_is_not_done_well_is_orange() -> None:
    table = importance_performance(14)
    codes = [cell.value for cell in table.cells if cell.item == "quadrant"]
    drawing = draw(table)
    assert drawing is not None
    assert units(drawing.svg_wide, "hot") == codes.count(2)


def test_the_cut_lines_say_where_they_are() -> None:
    wide, _ = drawn(importance_performance(14))
    assert {"평균 3.74", "평균 3.21", "집중 개선"} <= set(words(wide))


def test_distances_are_in_order_largest_first() -> None:
    table = importance_performance(14)
    wide, _ = drawn(table)
    column = [text for text in wide if text.cell and "/gap/" in text.cell]
    values = [float(text.text.rstrip("점")) for text in sorted(column, key=lambda text: text.top)]
    assert values == sorted(values, reverse=True)


def test_scales_that_differ_have_means_and_no_distances() -> None:
    wide, _ = drawn(importance_performance(14, gap=False))
    assert not any(text.cell and "/gap/" in text.cell for text in wide)
    assert sum(bool(text.cell and "/performance/mean" in text.cell) for text in wide) == 6 + 1


def test_a_hidden_row_is_not_in_the_plane_and_is_a_pill_below() -> None:
    table = importance_performance(14)
    sides = [("", "r6", item) for item in ("importance", "performance", "gap", "quadrant")]
    wide, _ = drawn(hide(table, *sides))
    assert words(wide).count("국제연대") == 1
    assert "X" in words(wide)
