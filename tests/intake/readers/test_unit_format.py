"""Units that stand in the format of a cell and not in the cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from analysis.intake.readers.shown import shown
from analysis.intake.readers.unit_format import format_of
from analysis.intake.readers.workbook import read_workbook
from tests.intake.files import workbook


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (17500, '#,##0"만원"', "17,500만원"),
        (17500, '0"만원"', "17500만원"),
        (17500, "#,##0원", "17,500원"),
        (17500, '"₩"#,##0', "₩17,500"),
        (17500, "[$₩-412]#,##0", "₩17,500"),
        (17500, r"\₩#,##0", "₩17,500"),
        (96_000_000, '#,##0,"천원"', "96,000천원"),
        (96_123_456, '#,##0,"천원"', "96,123.456천원"),  # what the format rounds is not lost
        (412_000_000, '#,##0,,"백만원"', "412백만원"),
        (3.5, '0.00"억원"', "3.5억원"),
        (24.5, '0.0"천명"', "24.5천명"),
        (17, 'General"명"', "17명"),
        (-1200, '#,##0"천원";[Red]-#,##0"천원"', "-1,200천원"),
        (0, '_-"₩"* #,##0_-;-"₩"* #,##0_-;_-"₩"* "-"_-;_-@_-', "0"),  # shows a dash, and is a zero
        (17500, '_-"₩"* #,##0_-;-"₩"* #,##0_-;_-"₩"* "-"_-;_-@_-', "₩17,500"),
        (5_000, '[>=10000]#,##0,"천원";#,##0"원"', "5,000원"),
        (50_000, '[>=10000]#,##0,"천원";#,##0"원"', "50천원"),
    ],
)
def test_a_number_comes_with_the_unit_that_the_sheet_shows(
    value: float, number_format: str, text: str
) -> None:
    assert shown(value, number_format) == text


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (17500, "#,##0_ ;[Red]\\-#,##0\\ ", "17500"),
        (1012345678, '000"-"0000"-"0000', "1012345678"),
        (0.00001, "0.00E+00", "1e-05"),
        (0.8, "0%", "80%"),
        (3, '0"년" 0"개월"', "3"),
        (1e300, '0"원"', "1e+300"),
    ],
)
def test_a_format_without_a_unit_changes_nothing(value: float, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


@pytest.mark.parametrize(
    ("value", "display", "text"),
    [
        (17500, "17,500만원", "17,500만원"),
        (96_123_456, "96,123천원", "96,123.456천원"),
        (17500, "₩17,500", "₩17,500"),
        (17500, "17,500", "17500"),
        (100000, "1E+05", "100000"),
        (17500, "다른 값 3", "17500"),
    ],
)
def test_what_a_cell_displays_gives_its_format(value: float, display: str, text: str) -> None:
    assert shown(value, format_of(value, display)) == text


def test_a_workbook_is_read_with_the_units_of_its_formats(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_number(1, 0, 17500, book.add_format({"num_format": '#,##0"만원"'}))

    (sheet,) = read_workbook(workbook(tmp_path / "a.xlsx", [["A9"]], fill)).sheets
    assert sheet.rows[1].cells[0] == ("17,500만원", 17500)


def test_long_identifiers_stay_different() -> None:
    assert shown(1234567890123451) == "1234567890123451"
    assert shown(1234567890123452.0) == "1234567890123452"
    assert (shown(0.1 + 0.2), shown(2.0**60), shown(float("inf"))) == ("0.3", "1.15292150460685e+18", "inf")


def test_letters_that_a_workbook_escapes_are_letters() -> None:
    assert shown("교육_x000D_\n상담") == "교육\r\n상담"
    assert shown("_x005F_x000D_") == "_x000D_"
    assert shown("_xD83D_") == "_xD83D_"  # half a letter
