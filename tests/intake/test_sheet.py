"""A sheet is put together from rows that differ in width."""

from __future__ import annotations

from tests.intake.files import sheet_of, texts


def test_rows_of_different_widths_end_in_empty_cells() -> None:
    sheet = sheet_of(["A1"], ["가", "", "나"], [], ["다", "라"], ["", "", "마"])
    assert texts(sheet) == [["A1", "", ""], ["가", "", "나"], ["다", "라", ""], ["", "", "마"]]
    assert [row.number for row in sheet.rows] == [1, 2, 4, 5]


def test_a_sheet_without_rows() -> None:
    assert (len(sheet_of()), sheet_of().columns) == (0, ())
