"""Files of text: commas, semicolons, tabs; and text that stays text."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.intake.delimited import read_delimited
from analysis.intake.errors import EncodingError, IntakeError
from tests.intake.files import csv_file, texts


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    rows = [["A1. 이름", "A2. 지역, 부문", "A3; 의견"], ["가", "서울", "좋음, 아주"], ["나", "부산", "x"]]
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows)
    (sheet,) = read_delimited(csv_file(tmp_path / "a.csv", file.getvalue())).sheets
    assert texts(sheet) == rows


def test_a_single_column_is_a_single_column(tmp_path: Path) -> None:
    (sheet,) = read_delimited(csv_file(tmp_path / "a.csv", "A1\n가\n나\n")).sheets
    assert texts(sheet) == [["A1"], ["가"], ["나"]]


def test_nothing_becomes_missing_and_nothing_becomes_a_number(tmp_path: Path) -> None:
    odd = ["None", "NA", "null", "nan", "007", "1.10", "TRUE", "-", "=1+1", " 가 "]
    (sheet,) = read_delimited(
        csv_file(tmp_path / "a.csv", ",".join(odd) + "\n" + ",".join(odd) + "\n")
    ).sheets
    assert texts(sheet) == [odd, odd]
    assert [cell.value for cell in sheet.rows[1].cells] == odd


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path: Path) -> None:
    """A line break inside quotes makes no row; an empty line makes one, and is left out."""
    (sheet,) = read_delimited(csv_file(tmp_path / "a.csv", 'A1,A2\n"가\n나",1\n,\n\n다,2\n')).sheets
    assert [(row.number, row.cells[0].text) for row in sheet.rows] == [(1, "A1"), (2, "가\n나"), (5, "다")]


def test_cp949_is_read(tmp_path: Path) -> None:
    (sheet,) = read_delimited(csv_file(tmp_path / "a.csv", "단체명,지역\n한빛,서울\n", "cp949")).sheets
    assert texts(sheet) == [["단체명", "지역"], ["한빛", "서울"]]


def test_quotes_that_are_never_closed_are_refused_with_their_line(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="줄에서 칸을 나눌 수 없습니다"):
        read_delimited(csv_file(tmp_path / "a.csv", 'A1,A2\n가,"나\n다,라\n'))


def test_an_unknown_encoding_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(EncodingError, match="a.csv"):
        read_delimited(csv_file(tmp_path / "a.csv", "A1\0\n1\n"))


@pytest.mark.parametrize(("rows", "columns"), [(3, 5_000), (1_500_001, 1)])
def test_a_sheet_beyond_the_limits_is_refused(tmp_path: Path, rows: int, columns: int) -> None:
    with pytest.raises(IntakeError, match=r"4,000|1,500,000"):
        read_delimited(csv_file(tmp_path / "a.csv", (",".join(["x"] * columns) + "\n") * rows))


cells = st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]))


@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_was_written_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    path.write_bytes(b"\xef\xbb\xbf" + file.getvalue().encode())
    (sheet,) = read_delimited(path).sheets
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    width = max(map(len, filled), default=0)
    assert texts(sheet) == [[*row, *[""] * (width - len(row))] for row in filled]
