"""Tables of a Hangul document: cells that need not stand under one another, and their heights."""

from __future__ import annotations

from typing import Any

import pytest
from defusedxml.ElementTree import fromstring

from analysis.form.hangul.markup import NAMESPACES
from analysis.form.hangul.styles import MM, Box, Letters, Styles
from analysis.form.hangul.table import Cell, Row, Table, table, texts

HP = f"{{{NAMESPACES['hp']}}}"
TEN = Letters(10)


def cell(text: str = "", **more: Any) -> Cell:
    return Cell(texts(text, TEN), Box(), **more)


def written(*rows: tuple[Cell, ...], width: float = 100) -> Any:
    element = table(Table(tuple(map(Row, rows)), width), 7, Styles())
    return fromstring(element.replace("<hp:tbl", f'<hp:tbl xmlns:hp="{NAMESPACES["hp"]}"', 1))


def places(element: Any) -> list[tuple[str, ...]]:
    """Row, column, rows and columns of every cell."""
    return [
        tuple(
            cell.find(f"{HP}{part}").get(name)
            for part, name in (
                ("cellAddr", "rowAddr"),
                ("cellAddr", "colAddr"),
                ("cellSpan", "rowSpan"),
                ("cellSpan", "colSpan"),
            )
        )
        for cell in element.iter(f"{HP}tc")
    ]


def sizes(element: Any, name: str) -> list[float]:
    return [round(int(one.get(name)) / MM, 1) for one in element.iter(f"{HP}cellSz")]


def test_cells_share_what_the_others_of_the_row_leave() -> None:
    assert sizes(written((cell(width=20), cell(), cell())), "width") == [20, 40, 40]


def test_rows_of_different_cells_make_columns_that_cells_stand_across() -> None:
    element = written((cell(width=20), cell()), (cell(), cell()))
    assert element.get("colCnt") == "3"  # they end at 20, 50 and 100 mm
    assert places(element) == [
        ("0", "0", "1", "1"),
        ("0", "1", "1", "2"),
        ("1", "0", "1", "2"),
        ("1", "2", "1", "1"),
    ]


def test_ends_that_are_all_but_the_same_make_no_column() -> None:
    third = cell(width=100 / 3)
    assert written((third, third, third), (cell(), cell(), cell())).get("colCnt") == "3"


def test_a_cell_of_several_rows_leaves_the_others_what_is_beside_it() -> None:
    element = written((cell(), cell(width=30, rows=2)), (cell(), cell()))
    assert places(element)[1] == ("0", "2", "2", "1")
    assert sizes(element, "width") == [70, 30, 35, 35]


def test_a_row_is_as_high_as_its_highest_cell_and_the_table_as_its_rows() -> None:
    element = written((cell(height=9), cell("가\n나\n다")), (cell(height=20), cell()))
    assert sizes(element, "height") == [
        15.4,
        15.4,
        20,
        20,
    ]  # three lines of 13 points, and 1.6 mm around them
    assert round(int(element.find(f"{HP}sz").get("height")) / MM, 1) == 35.4


def test_a_cell_of_several_rows_makes_room_in_the_last() -> None:
    heights = sizes(written((cell(height=10), cell(rows=2, height=30)), (cell(),)), "height")
    assert heights == [10, 30, 20]


@pytest.mark.parametrize(("text", "lines"), [("가" * 20, 1), ("가" * 50, 2), ("a" * 48, 1)])
def test_a_text_takes_the_lines_that_it_needs(text: str, lines: int) -> None:
    (height,) = sizes(written((cell(text),)), "height")
    assert height == pytest.approx(max(6, lines * 13 * 25.4 / 72 + 1.6), abs=0.1)
