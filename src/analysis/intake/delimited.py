"""Reader of text files whose columns are parted by a comma, a semicolon or a tab."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from itertools import islice
from pathlib import Path

from analysis.intake.bounds import check_columns, check_rows
from analysis.intake.decode import decode
from analysis.intake.errors import EncodingError, IntakeError
from analysis.intake.sheet import EMPTY, AnswerFile, Cell, Row, Sheet

DELIMITERS = (",", ";", "\t")
_LOOK = 20  # records that are looked at to find the delimiter


def read_delimited(path: Path, known: Collection[str] = ()) -> AnswerFile:
    """One sheet without a name. Text stays text: "NA", "None", "007" and "1.10" are what they are.

    Row numbers count records, as spreadsheets do: a line break inside quotes makes no row.
    Raises IntakeError for an unknown encoding and for quotes that are never closed.
    """
    try:
        text, _ = decode(path.read_bytes(), known)
    except EncodingError as error:
        error.where = (path.name, *error.where)
        raise
    rows = []
    for number, record in enumerate(_records(path, text, _delimiter(text)), start=1):
        check_columns(path.name, len(record))
        if any(field.strip() for field in record):
            rows.append(Row(number, tuple(Cell(field, field) if field else EMPTY for field in record)))
            check_rows(path.name, len(rows))
    return AnswerFile(path.name, (Sheet(path.name, "", tuple(rows)),))


def _records(path: Path, text: str, delimiter: str):
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise IntakeError(
            f"{path.name}: {reader.line_num}번째 줄에서 칸을 나눌 수 없습니다({error}). 따옴표의 짝을 확인해 주십시오.",
            f"{path.name}: line {reader.line_num} cannot be split into cells ({error}). "
            "Check that quotes are closed.",
        ) from None


def _delimiter(text: str) -> str:
    """The delimiter by which the first records are most alike in width, then the widest; else a comma."""

    def likeness(delimiter: str) -> tuple[float, int]:
        try:
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
            widths = [len(record) for record in islice(reader, _LOOK) if record]
        except csv.Error:
            return 0, 0
        if not widths or widths[0] < 2:
            return 0, 0
        return widths.count(widths[0]) / len(widths), widths[0]

    return max(DELIMITERS, key=likeness)
