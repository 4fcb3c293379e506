"""Reader of text files whose columns are parted by a comma, a semicolon or a tab."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path

from analysis.intake.errors import EncodingError, IntakeError
from analysis.intake.readers.bounded import bounded_rows
from analysis.intake.readers.bounds import MAX_BYTES
from analysis.intake.readers.decode import Decoded, begins_as_utf8, decode
from analysis.intake.readers.delimiter import delimiter_of
from analysis.intake.readers.large_text import read_large
from analysis.intake.sheet import EMPTY, AnswerFile, Cell, Sheet, sheet_of_rows

LARGE = 8 << 20  # bytes from which a file is split into columns by the reader for large ones

csv.field_size_limit(MAX_BYTES["text"])  # our own limit names the cell


def read_delimited(path: Path, known: Collection[str] = (), encoding: str = "") -> AnswerFile:
    """One sheet without a name. Text stays text: "NA", "None", "007" and "1.10" are what they are.

    encoding  in which the file is, where it does not say so itself; "" to try

    Row numbers count records, as spreadsheets do: a line break inside quotes makes no row.
    Raises IntakeError for an unknown encoding and for quotes that are never closed.
    """
    large = path.stat().st_size > LARGE
    if large and not encoding and (sheet := _read_where_it_lies(path)):
        return AnswerFile(path.name, (sheet,))
    decoded = _decoded(path, path.read_bytes(), known, encoding)
    sheet = read_large(path.name, decoded.text.encode()) if large else None
    if sheet is None:
        sheet = _read_records(path, decoded.text)
    remarks = (("encoding_guessed", "UTF-8"),) if decoded.guessed else ()
    return AnswerFile(path.name, (sheet,), remarks=remarks)


def _read_where_it_lies(path: Path) -> Sheet | None:
    """The sheet of a large file in UTF-8, which is looked at without being copied; None where it takes more."""
    with path.open("rb") as file:
        data = mmap(file.fileno(), 0, access=ACCESS_READ)
    return read_large(path.name, data) if begins_as_utf8(data) else None


def _decoded(path: Path, data: bytes, known: Collection[str], encoding: str) -> Decoded:
    try:
        return decode(data, known, encoding)
    except EncodingError as error:
        error.where = (path.name, *error.where)
        raise


def _read_records(path: Path, text: str) -> Sheet:
    rows = (
        (number, [Cell(field, field) if field else EMPTY for field in record])
        for number, record in enumerate(_records(path, text, delimiter_of(text)), start=1)
    )
    return sheet_of_rows(path.name, "", bounded_rows(path.name, "", rows))


def _records(path: Path, text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise IntakeError(
            f"{path.name}: {reader.line_num}번째 줄에서 칸을 나눌 수 없습니다({error}). 따옴표의 짝을 확인해 주십시오.",
            f"{path.name}: line {reader.line_num} cannot be split into cells ({error}). "
            "Check that quotes are closed.",
        ) from None
