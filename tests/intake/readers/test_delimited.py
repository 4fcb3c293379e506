"""Files of text: commas, semicolons, tabs; and text that stays text."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.intake.errors import EncodingError, IntakeError
from analysis.intake.readers import bounds, delimited
from analysis.intake.readers.delimited import read_delimited
from analysis.intake.readers.large_text import read_large
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


@pytest.mark.parametrize(("rows", "columns", "said"), [(3, 5_000, "4,000"), (15_001, 1, "15,000")])
def test_a_sheet_beyond_the_limits_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int, columns: int, said: str
) -> None:
    monkeypatch.setattr(bounds, "MAX_ROWS", 15_000)  # to count to a million and a half takes half a minute
    with pytest.raises(IntakeError, match=said):
        read_delimited(csv_file(tmp_path / "a.csv", (",".join(["x"] * columns) + "\n") * rows))


def test_more_different_cells_than_can_be_remembered_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MAX_DIFFERENT", 1_000)
    same = csv_file(tmp_path / "same.csv", "A1,A2\n" + "가,나\n" * 1_000)
    assert len(read_delimited(same).sheets[0]) == 1_001
    different = csv_file(tmp_path / "a.csv", "A1,A2\n" + "".join(f"가{n},나{n}\n" for n in range(600)))
    with pytest.raises(IntakeError, match="a.csv: 서로 다른 칸이 1,000개"):
        read_delimited(different)


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


# Large files are split by columns, by another reader. It must not be possible to tell which of the two has read a file.


def read_by(path: Path, large_from: int) -> tuple[list[tuple[int, list[str]]], object] | str:
    """Numbered rows of texts, or what the error says, with the limit for large files there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delimited, "LARGE", large_from)
        try:
            answers = read_delimited(path)
        except IntakeError as error:
            return str(error)
    (sheet,) = answers.sheets
    return [(row.number, [cell.text for cell in row.cells]) for row in sheet.rows], answers.remarks


def test_large_files_are_split_by_columns_where_their_quotes_are_in_order() -> None:
    assert read_large("a.csv", (HEADING + '"가 ""나""","줄\n바꿈",다\n' + MANY).encode()) is not None
    assert read_large("a.csv", (HEADING + '가 "나",다,라\n' + MANY).encode()) is None


def both_ways(path: Path, content: bytes) -> object:
    """What both readers make of a file; it must be the same."""
    path.write_bytes(content)
    small, large = read_by(path, len(content)), read_by(path, 0)
    assert small == large
    return small


HEADING = 'A1. 이름,A2. 지역,"A3. 의견"\n'
MANY = "한빛,서울,좋음\n" * 30


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param('"가 ""나"" 다","줄\n바꿈","쉼표, 둘"\n', id="quotes"),
        pytest.param('"줄\r\n바꿈",서울,"\r"\r\n', id="line-breaks-in-quotes"),
        pytest.param("\n\n , ,\n,,\n\n", id="blank-lines"),
        pytest.param("\u3000,\x1c\x1d,\x85\u200b\n", id="blanks-of-many-kinds"),
        pytest.param("하나,둘\n하나,둘,셋,넷\n", id="ragged"),
        pytest.param("가,나,다\r라,마,바\r", id="carriage-returns"),
        pytest.param('가 "나",5"6,""\n', id="quotes-inside-a-cell"),
        pytest.param(' "가",나,다\n', id="blank-before-a-quote"),
        pytest.param("NA,None,\n", id="words-of-other-programs"),
        pytest.param("가,나,다", id="no-line-break-at-the-end"),
    ],
)
def test_large_files_are_read_as_small_ones(tmp_path: Path, odd: str) -> None:
    for text in (HEADING + MANY + odd, HEADING + odd + MANY, odd + MANY):
        assert not isinstance(both_ways(tmp_path / "a.csv", text.encode()), str)


def test_large_files_may_be_cp949_too(tmp_path: Path) -> None:
    rows, _ = both_ways(tmp_path / "a.csv", (HEADING + MANY).encode("cp949"))  # type: ignore[misc]
    assert rows[1] == (2, ["한빛", "서울", "좋음"])


DISORDER = ['가,나,"다\n', '"가"나,다,라\n', '"가" ,나,다\n', '""가,나,다\n', '가,"나,"다",라"\n']


@pytest.mark.parametrize("odd", DISORDER)
def test_quotes_out_of_order_are_refused_in_large_files_as_in_small_ones(tmp_path: Path, odd: str) -> None:
    said = both_ways(tmp_path / "a.csv", (HEADING + MANY + odd + MANY).encode())
    assert isinstance(said, str) and "칸을 나눌 수 없습니다" in said


def test_a_cell_beyond_the_limit_is_named_in_large_files_as_in_small_ones(tmp_path: Path) -> None:
    said = both_ways(tmp_path / "a.csv", (HEADING + MANY + "가," + "나" * 131_073 + ",다\n" + MANY).encode())
    assert "a.csv › B32: 한 칸의 글자가 131,073자" in str(said)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_line_end_parts_records(tmp_path: Path, delimiter: str, ending: str) -> None:
    lines = [delimiter.join(["이름", "지역"]), *[delimiter.join(["한빛", "서울"])] * 30]
    rows, _ = both_ways(tmp_path / "a.csv", ending.join([*lines, ""]).encode())  # type: ignore[misc]
    assert rows == [(1, ["이름", "지역"]), *[(number, ["한빛", "서울"]) for number in range(2, 32)]]


pieces = st.sampled_from(['"', '""', ",", ";", "\n", "\r\n", "\r", "가", "a", " ", "\u3000", "\x1f"])


@settings(deadline=None)
@given(odd=st.lists(pieces, max_size=25))
def test_no_text_is_read_differently_where_it_is_large(
    tmp_path_factory: pytest.TempPathFactory, odd: list[str]
) -> None:
    text = HEADING + MANY + "".join(odd) + "\n" + MANY
    both_ways(tmp_path_factory.mktemp("csv") / "a.csv", text.encode())
