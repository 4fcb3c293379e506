"""Workbooks of old Excel: what their cells show, and nothing of what is hidden in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlwt

from analysis.intake import IntakeError, read_answers
from analysis.intake.sheet import Cell
from tests.intake.files import texts

_NOT_AVAILABLE = 0x2A  # #N/A as the format spells it


def old_workbook(path: Path, fill: Callable[[Any], None], *hidden: str) -> Path:
    book = xlwt.Workbook(encoding="utf-8")
    fill(book.add_sheet("응답"))
    for state, name in enumerate(hidden, start=1):
        sheet = book.add_sheet(name)
        sheet.write(0, 0, "숨긴 글")
        sheet.visibility = state
    book.save(str(path))
    return path


def rows(sheet: Any, *table: list[Any]) -> None:
    for number, row in enumerate(table):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(number, column, value)


def test_texts_numbers_and_blank_rows(tmp_path: Path) -> None:
    table = [["단체명", "인원"], [], ["한빛", 3], [" 가람 ", 3.5], ["None", "007"]]
    answers = read_answers(old_workbook(tmp_path / "응답.xls", lambda sheet: rows(sheet, *table)))
    (sheet,) = answers.sheets
    assert (sheet.name, sheet.numbers.tolist()) == ("응답", [1, 3, 4, 5])
    assert texts(sheet) == [["단체명", "인원"], ["한빛", "3"], [" 가람 ", "3.5"], ["None", "007"]]
    assert [row.cells[1].value for row in sheet.body] == [3, 3.5, "007"]


@pytest.mark.parametrize(
    ("value", "number_format", "cell"),
    [
        (dt.date(2016, 4, 21), "YYYY-MM-DD", Cell("2016-04-21", dt.datetime(2016, 4, 21))),
        (dt.date(2012, 11, 1), "YYYY-MM", Cell("2012-11", dt.datetime(2012, 11, 1))),
        (
            dt.datetime(2016, 4, 21, 9, 30),
            "M/D/YY h:mm",
            Cell("2016-04-21 09:30:00", dt.datetime(2016, 4, 21, 9, 30)),
        ),
        (dt.time(9, 30), "h:mm", Cell("09:30:00", dt.time(9, 30))),
        (1.5, "[h]:mm", Cell("1 day, 12:00:00", dt.timedelta(hours=36))),
        (1e9, "YYYY-MM-DD", Cell("1000000000", 1e9)),
        (0.8, "0%", Cell("80%", 0.8)),
        (True, "General", Cell("TRUE", True)),
    ],
)
def test_a_cell_shows_what_its_format_shows(
    tmp_path: Path, value: Any, number_format: str, cell: Cell
) -> None:
    def fill(sheet: Any) -> None:
        rows(sheet, ["A1"])
        sheet.write(1, 0, value, xlwt.easyxf(num_format_str=number_format))

    (sheet,) = read_answers(old_workbook(tmp_path / "a.xls", fill)).sheets
    assert sheet.body[0].cells == (cell,)


def test_an_error_value_is_an_error_and_no_empty_cell(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        rows(sheet, ["A1"])
        sheet.row(1).set_cell_error(0, _NOT_AVAILABLE)

    (sheet,) = read_answers(old_workbook(tmp_path / "a.xls", fill)).sheets
    assert texts(sheet) == [["A1"], ["#N/A"]]


def test_hidden_sheets_are_named_and_not_read(tmp_path: Path) -> None:
    path = old_workbook(tmp_path / "a.xls", lambda sheet: rows(sheet, ["A1"], ["가"]), "숨김", "더 깊이 숨김")
    answers = read_answers(path)
    assert ([sheet.name for sheet in answers.sheets], answers.hidden) == (["응답"], ("숨김", "더 깊이 숨김"))


def test_the_text_of_a_merged_cell_stands_in_its_first_cell(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        rows(sheet, ["A1", "A2", "A3"])
        sheet.write_merge(1, 1, 0, 1, "가")
        sheet.write(1, 2, "나")

    (sheet,) = read_answers(old_workbook(tmp_path / "a.xls", fill)).sheets
    assert texts(sheet)[1] == ["가", "", "나"]


@pytest.mark.parametrize("end", [0.2, 0.5, 0.9])
def test_a_workbook_that_is_cut_off_is_refused(tmp_path: Path, end: float) -> None:
    path = old_workbook(tmp_path / "응답.xls", lambda sheet: rows(sheet, ["A1"], *[["가"]] * 500))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * end)])
    with pytest.raises(IntakeError, match="응답.xls: ") as caught:
        read_answers(path)
    assert "응답.xls: " in caught.value.words("en")


def test_a_password_is_named(tmp_path: Path) -> None:
    path = old_workbook(tmp_path / "a.xls", lambda sheet: rows(sheet, ["A1"], ["가"]))
    # The first record after that of the beginning, made one that says the rest is enciphered (FILEPASS).
    data = path.read_bytes()
    at = data.index(b"\x09\x08\x10\x00") + 20
    path.write_bytes(data[:at] + b"\x2f\x00" + data[at + 2 :])
    with pytest.raises(IntakeError, match="a.xls: 암호"):
        read_answers(path)
