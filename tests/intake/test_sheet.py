"""A sheet is put together from rows that differ in width, and stays within its bound."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from analysis.intake import bounds
from analysis.intake.errors import IntakeError
from analysis.intake.sheet import Cell, sheet_of_rows
from tests.intake.files import sheet_of, texts


def test_rows_of_different_widths_end_in_empty_cells() -> None:
    sheet = sheet_of(["A1"], ["가", "", "나"], [], ["다", "라"], ["", "", "마"])
    assert texts(sheet) == [["A1", "", ""], ["가", "", "나"], ["다", "라", ""], ["", "", "마"]]
    assert [row.number for row in sheet.rows] == [1, 2, 4, 5]


def test_a_sheet_without_rows() -> None:
    assert (len(sheet_of()), sheet_of().columns) == (0, ())


def test_a_sheet_both_long_and_wide_is_refused_before_it_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_CELLS", 5_000)
    read = 0

    def rows() -> Iterator[tuple[int, list[Cell]]]:
        nonlocal read
        for read in range(1, 1_000):
            yield read, [Cell("가", "가")] * (100 if read == 1 else 1)

    with pytest.raises(IntakeError, match="5,000"):
        sheet_of_rows("answers.csv", "", rows())
    assert read == 51
