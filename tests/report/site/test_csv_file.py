from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from analysis.report.site.csv_file import Row, columns_of, write_csv


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data.csv"


def written(file: Path, *rows: Row) -> list[list[str]]:
    write_csv(("a", "b", "c"), rows, file)
    return list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))


def test_excel_knows_it_as_utf_8(file: Path) -> None:
    write_csv(("말", "수"), [("하나", 1)], file)
    assert file.read_bytes() == b"\xef\xbb\xbf" + "말,수\r\n하나,1\r\n".encode()
    assert columns_of(file) == ["말", "수"]


def test_a_column_without_content_is_left_out(file: Path) -> None:
    assert written(file, ("x", "", None), ("y", "", 0)) == [["a", "c"], ["x", ""], ["y", "0"]]


def test_without_a_row_every_column_is_named(file: Path) -> None:
    assert written(file) == [["a", "b", "c"]]


def test_numbers_are_as_short_as_they_are_exact(file: Path) -> None:
    assert written(file, (1.0, 0.1, -1_500_000.0))[1] == ["1", "0.1", "-1500000"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('=HYPERLINK("x")\r\n"둘째"', """'=HYPERLINK("x") "둘째\""""),
        ("@SUM(1)", "'@SUM(1)"),
        ("+82, 전화", "'+82, 전화"),
    ],
)
def test_no_word_becomes_a_formula_or_breaks_a_line(file: Path, words: str, told: str) -> None:
    assert written(file, (words, words, words)) == [["a", "b", "c"], [told] * 3]
