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
import pyarrow.compute as pc
from pyarrow.csv import ConvertOptions, ParseOptions, ReadOptions, read_csv

from analysis.intake.bounded import bounded_rows
from analysis.intake.bounds import MAX_BYTES, MAX_LETTERS, check_cells, check_columns, check_rows
from analysis.intake.decode import Decoded, decode, surely_utf8
from analysis.intake.errors import EncodingError, IntakeError
from analysis.intake.quotes import well_placed
from analysis.intake.sheet import EMPTY, AnswerFile, Cell, Sheet, SheetColumn, sheet_of_rows

DELIMITERS = (",", ";", "\t")
_LOOK = 20  # records that are looked at to find the delimiter
_BEGINNING = 1 << 20  # bytes that hold as many, in a large file
_BLOCK = 16 << 20  # bytes that are split at a time
_LARGE = 8 << 20  # bytes from which a file is split into columns by the reader for large ones

csv.field_size_limit(MAX_BYTES["text"])  # our own limit names the cell


def read_delimited(path: Path, known: Collection[str] = (), encoding: str = "") -> AnswerFile:
    """One sheet without a name. Text stays text: "NA", "None", "007" and "1.10" are what they are.

    encoding  in which the file is, where it does not say so itself; "" to try

    Row numbers count records, as spreadsheets do: a line break inside quotes makes no row.
    Raises IntakeError for an unknown encoding and for quotes that are never closed.
    """
    data = path.read_bytes()
    large = len(data) > _LARGE
    decoded = None if large and not encoding and surely_utf8(data) else _decoded(path, data, known, encoding)
    sheet = None
    if large:
        as_utf8 = data.removeprefix(BOM_UTF8) if decoded is None else decoded.text.encode()
        sheet = _read_large(path.name, as_utf8)
    if sheet is None:
        sheet = _read_records(path, data.decode("utf-8-sig") if decoded is None else decoded.text)
    remarks = (("encoding_guessed", "UTF-8"),) if decoded is not None and decoded.guessed else ()
    return AnswerFile(path.name, (sheet,), remarks=remarks)


def _decoded(path: Path, data: bytes, known: Collection[str], encoding: str) -> Decoded:
    try:
        return decode(data, known, encoding)
    except EncodingError as error:
        error.where = (path.name, *error.where)
        raise


def _read_records(path: Path, text: str) -> Sheet:
    rows = (
        (number, [Cell(field, field) if field else EMPTY for field in record])
        for number, record in enumerate(_records(path, text, _delimiter(text)), start=1)
    )
    return sheet_of_rows(path.name, "", bounded_rows(path.name, "", rows))


def _read_large(file: str, data: bytes) -> Sheet | None:
    """The same by columns, a hundred times as fast. None where this reader might not read the same: where
    records differ in width, or a quote stands where none should."""
    beginning = data[:_BEGINNING].rpartition(b"\n")[0].decode()
    delimiter = _delimiter(beginning)
    try:
        first = list(islice(csv.reader(io.StringIO(beginning, newline=""), delimiter=delimiter), _LOOK + 1))
    except csv.Error:
        return None
    if len(first) <= _LOOK or not well_placed(data, delimiter):
        return None
    check_columns(file, len(first[0]))
    names = [str(column) for column in range(len(first[0]))]
    try:
        table = read_csv(
            pa.BufferReader(data.rstrip(b"\r\n")),  # empty lines at the end are no records of one cell
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
    check_cells(file, table.num_rows, len(names))
    columns = tuple(_column(table.column(name)) for name in names)
    if any(_longest(column) > MAX_LETTERS for column in columns):
        return None  # the other reader knows where it stands
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


def _longest(column: SheetColumn) -> int:
    return pc.max(pc.utf8_length(column.texts)).as_py() or 0


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
