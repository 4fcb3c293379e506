"""Reader of text files whose columns are parted by a comma, a semicolon or a tab."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow.csv import ConvertOptions, ParseOptions, ReadOptions, read_csv

from analysis.intake.bounds import check_columns, check_rows
from analysis.intake.decode import decode, surely_utf8
from analysis.intake.errors import EncodingError, IntakeError
from analysis.intake.sheet import EMPTY, AnswerFile, Cell, Sheet, SheetColumn, sheet_of_rows

DELIMITERS = (",", ";", "\t")
_LOOK = 20  # records that are looked at to find the delimiter
_BEGINNING = 1 << 20  # bytes that hold as many, in a large file
_BLOCK = 16 << 20  # bytes that are split at a time
_LARGE = 8 << 20  # bytes from which a file is split into columns by the reader for large ones


def read_delimited(path: Path, known: Collection[str] = ()) -> AnswerFile:
    """One sheet without a name. Text stays text: "NA", "None", "007" and "1.10" are what they are.

    Row numbers count records, as spreadsheets do: a line break inside quotes makes no row.
    Raises IntakeError for an unknown encoding and for quotes that are never closed.
    """
    data = path.read_bytes()
    try:
        text = None if len(data) > _LARGE and surely_utf8(data) else decode(data, known)[0]
    except EncodingError as error:
        error.where = (path.name, *error.where)
        raise
    sheet = None
    if len(data) > _LARGE:
        sheet = _read_large(path.name, data.removeprefix(BOM_UTF8) if text is None else text.encode())
    if sheet is None:
        sheet = _read_records(path, data.decode("utf-8-sig") if text is None else text)
    return AnswerFile(path.name, (sheet,))


def _read_records(path: Path, text: str) -> Sheet:
    def rows() -> Iterator[tuple[int, list[Cell]]]:
        for number, record in enumerate(_records(path, text, _delimiter(text)), start=1):
            check_columns(path.name, len(record))
            check_rows(path.name, number)
            yield number, [Cell(field, field) if field else EMPTY for field in record]

    return sheet_of_rows(path.name, "", rows())


def _read_large(file: str, data: bytes) -> Sheet | None:
    """The same by columns, a hundred times as fast. None where records differ in width, which it does not read."""
    beginning = data[:_BEGINNING].rpartition(b"\n")[0]
    delimiter = _delimiter(beginning.decode())
    width = len(next(csv.reader(io.StringIO(beginning.decode(), newline=""), delimiter=delimiter), ()))
    check_columns(file, width)
    names = [str(column) for column in range(width)]
    try:
        table = read_csv(
            pa.BufferReader(data),
            ReadOptions(block_size=_BLOCK, column_names=names),
            ParseOptions(delimiter=delimiter, newlines_in_values=b'"' in data, ignore_empty_lines=False),
            ConvertOptions(
                column_types=dict.fromkeys(names, pa.dictionary(pa.int32(), pa.string())),
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:
        return None
    check_rows(file, table.num_rows)
    columns = tuple(_column(table.column(name)) for name in names)
    sheet = Sheet(file, "", np.arange(1, table.num_rows + 1, dtype=np.int32), columns)
    filled = np.zeros(len(sheet), bool)
    for column in columns:
        if filled.all():
            break
        filled |= column.filled
    return sheet.only(filled)


def _column(cells: pa.ChunkedArray) -> SheetColumn:
    whole = cells.unify_dictionaries().combine_chunks()
    return SheetColumn(whole.indices.to_numpy(), whole.dictionary)


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
