"""Workbooks: what a sheet shows is what was answered."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.intake.errors import IntakeError
from analysis.intake.readers import bounds
from analysis.intake.readers.workbook import read_workbook
from tests.intake.files import texts, workbook


def test_cells_keep_their_type_and_show_what_the_sheet_shows(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8"])
        sheet.write_number(1, 0, 7)
        sheet.write_number(1, 1, 3.5)
        sheet.write_number(1, 2, 0.8, book.add_format({"num_format": "0%"}))
        sheet.write_datetime(1, 3, dt.datetime(2016, 4, 12), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_datetime(
            1, 4, dt.datetime(2012, 11, 1), book.add_format({"num_format": 'yyyy"년" mm"월"'})
        )
        sheet.write_string(1, 5, " NA ")
        sheet.write_boolean(1, 6, True)
        sheet.write_datetime(
            1, 7, dt.datetime(2016, 4, 12, 9, 30), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        )

    (sheet,) = read_workbook(workbook(tmp_path / "a.xlsx", more=fill)).sheets
    assert texts(sheet)[1] == [
        "7",
        "3.5",
        "80%",
        "2016-04-12",
        "2012-11",
        " NA ",
        "TRUE",
        "2016-04-12 09:30:00",
    ]
    assert [cell.value for cell in sheet.rows[1].cells[:4]] == [7, 3.5, 0.8, dt.datetime(2016, 4, 12)]


def test_only_rows_that_hold_something_are_rows(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_string(5, 0, "가")
        sheet.write_blank(20_000, 200, None, book.add_format({"bg_color": "#ffffff"}))

    (sheet,) = read_workbook(workbook(tmp_path / "a.xlsx", [["A1"]], fill)).sheets
    assert [row.number for row in sheet.rows] == [1, 6]


def test_hidden_sheets_are_named_and_not_read(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        hidden = book.add_worksheet("숨김")
        hidden.write_string(0, 0, "A1")
        hidden.hide()
        deep = book.add_worksheet("아주 숨김")
        deep.very_hidden()

    answers = read_workbook(workbook(tmp_path / "a.xlsx", [["A1"], ["가"]], fill))
    assert [sheet.name for sheet in answers.sheets] == ["응답"]
    assert answers.hidden == ("숨김", "아주 숨김")


def test_formulas_without_a_saved_result_are_refused_with_their_cells(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        for row in range(1, 4):
            sheet.write_formula(row, 5, "=1+3")

    with pytest.raises(IntakeError, match="F2:F4"):
        read_workbook(_without_results(workbook(tmp_path / "a.xlsx", [["A1"], ["가"], ["나"], ["다"]], fill)))


def test_formulas_with_a_saved_result_are_read(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_formula(1, 1, "=1+3", None, 4)

    (sheet,) = read_workbook(workbook(tmp_path / "a.xlsx", [["A1", "A2"], ["가"]], fill)).sheets
    assert texts(sheet)[1] == ["가", "4"]


def test_a_formula_may_result_in_nothing(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        for row in range(1, 9):  # filled down below the answers, as people do
            sheet.write_formula(row, 1, f'=IF(A{row + 1}="","",1)', None, "nothing")

    path = workbook(tmp_path / "a.xlsx", [["A1", "A2"], ["가"]], fill)
    (sheet,) = read_workbook(_with_sheet(path, lambda xml: xml.replace(b"<v>nothing</v>", b"<v></v>"))).sheets
    assert [row.number for row in sheet.rows] == [1, 2]


def test_error_values_come_as_what_they_show(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")

    (sheet,) = read_workbook(workbook(tmp_path / "a.xlsx", [["A1", "A2"], ["가"]], fill)).sheets
    assert texts(sheet)[1] == ["가", "#DIV/0!"]


def test_a_workbook_that_is_cut_off_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["A1"], *([f"답 {n}"] for n in range(500))])
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * 0.6)])
    with pytest.raises(IntakeError, match="손상"):
        read_workbook(path)


def test_a_workbook_that_swells_is_refused_before_it_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MAX_UNPACKED", 1024 * 1024)
    path = workbook(tmp_path / "a.xlsx", [["A1"], ["가"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/padding.bin", b"\0" * 2 * 1024 * 1024)
    with pytest.raises(IntakeError, match="압축을 풀면"):
        read_workbook(path)


def test_a_workbook_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["A1"], ["가"]])
    _with_sheet(
        path, lambda xml: xml.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet', 1)
    )
    with pytest.raises(IntakeError, match="DOCTYPE"):
        read_workbook(path)


def test_more_columns_than_the_limit_are_refused(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_string(1, 16_383, "끝")

    with pytest.raises(IntakeError, match="16,384"):
        read_workbook(workbook(tmp_path / "a.xlsx", [["A1"], ["가"]], fill))


OUT_OF_ORDER = {
    "two_rows_swapped": ((b'<row r="3"', b'<row r="5"'), "A3"),
    "a_row_twice": ((b'<row r="3"', b'<row r="2"'), "2"),
    "a_cell_twice": ((b'r="B2"', b'r="A2"'), "A2"),
    "a_cell_behind_its_place": ((b'r="A2"', b'r="C2"'), "B2"),
    "a_cell_of_another_row": ((b'r="B2"', b'r="B3"'), "B3"),
    "a_row_without_a_number": ((b'<row r="3"', b'<row r="x"'), "x"),
}


@pytest.mark.parametrize("case", OUT_OF_ORDER)
def test_rows_and_cells_out_of_order_are_refused_for_the_library_would_lose_them(
    tmp_path: Path, case: str
) -> None:
    (old, new), place = OUT_OF_ORDER[case]
    path = workbook(tmp_path / "a.xlsx", [["A1", "A2"], ["가", "나"], ["다", "라"], ["마", "바"]])
    with pytest.raises(IntakeError, match=f"a.xlsx: 응답 › {place}: .*차례대로"):
        read_workbook(_with_sheet(path, lambda xml: xml.replace(old, new)))


def test_rows_and_cells_need_not_say_where_they_are(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["A1", "A2"], ["가", "나"]])
    (sheet,) = read_workbook(_with_sheet(path, lambda xml: re.sub(rb' r="[A-Z]*\d+"', b"", xml))).sheets
    assert texts(sheet) == [["A1", "A2"], ["가", "나"]]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_a_workbook_of_the_strict_format_is_refused_for_nothing_of_it_would_be_seen(
    tmp_path: Path, part: str
) -> None:
    path = workbook(tmp_path / "a.xlsx", [["A1"], ["가"]])
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    _with_part(path, part, lambda xml: re.sub(rb'(?<=xmlns=")[^"]*', strict, xml))
    with pytest.raises(IntakeError, match="a.xlsx: .*엄격한 Open XML"):
        read_workbook(path)


def _without_results(path: Path) -> Path:
    """The workbook as a program writes it that does not calculate: formulas without values."""
    return _with_sheet(path, lambda xml: re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v></v>", xml))


def _with_sheet(path: Path, change: Callable[[bytes], bytes]) -> Path:
    return _with_part(path, "xl/worksheets/sheet1.xml", change)


def _with_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
