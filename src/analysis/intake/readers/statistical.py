"""Reader of data files of SPSS (.sav, .zsav) and Stata (.dta).

A cell shows the label of its value where the file has one, and holds the value. What the file declares to be no answer
stays apart from what was never entered: the one is `DeclaredMissing`, the other an empty cell. Columns go by the name
of their variable or by its label; rows are numbered as the program's own window numbers them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.intake.readers.bounds import (
    MAX_CELLS,
    MAX_LETTERS,
    MAX_ROWS,
    MAX_UNPACKED,
    check_cells,
    check_columns,
    check_letters,
    check_rows,
    check_unpacked,
)
from analysis.intake.readers.damage import opening
from analysis.intake.readers.multiple_response import further_titles, ticks
from analysis.intake.readers.sav_dictionary import check_dictionary
from analysis.intake.readers.shown import digits
from analysis.intake.readers.statistical_dates import moment
from analysis.intake.readers.statistical_encoding import Kind, Reading, in_its_encoding
from analysis.intake.sheet import EMPTY, AnswerFile, Cell, DeclaredMissing, Sheet, SheetColumn

if TYPE_CHECKING:
    from pyreadstat import metadata_container

_PROGRAMS = {"sav": "SPSS", "dta": "Stata"}
_END_OF_STATA = b"</stata_dta>"


def read_statistical(path: Path, kind: Kind, known: Collection[str] = (), encoding: str = "") -> AnswerFile:
    """One sheet without a name and without a heading: every row is a respondent's.

    known     words to expect, which help to tell encodings apart
    encoding  of an old file that does not say its own; "" to try

    Raises IntakeError for a file that is damaged or too large, or whose letters cannot be read.
    """
    with _opened(path, kind):
        reading = in_its_encoding(path, kind, lambda name: _read(path, kind, name), known, encoding)
        remarks = (("encoding_guessed", "UTF-8"),) if reading.guessed else ()
        return AnswerFile(path.name, (_sheet(path.name, reading),), remarks=remarks)


def dictionary_of(path: Path, kind: Kind, encoding: str = "") -> metadata_container:
    """What such a file says of its variables: labels, value labels, missing values, sets. Raises like read_statistical."""
    with _opened(path, kind):
        return in_its_encoding(path, kind, lambda name: _read(path, kind, name), (), encoding).about


@contextmanager
def _opened(path: Path, kind: Kind) -> Iterator[None]:
    """Damage of the file in words of ours; what can be seen before the library meets it, is."""
    program = _PROGRAMS[kind]
    with opening(path, f"{program} 자료 파일", f"the {program} file", program, program):
        if kind == "dta":
            _refuse_cut(path)
        else:
            check_dictionary(path.read_bytes())
        yield


def _refuse_cut(path: Path) -> None:
    """Labels stand at the end of a file of Stata. Where only they are cut off, the library sees nothing wrong."""
    data = path.read_bytes()
    if data.startswith(b"<") and not data.rstrip().endswith(_END_OF_STATA):
        raise ValueError("the end is missing")


def _read(path: Path, kind: Kind, encoding: str) -> Reading:
    """The data as they lie in the file, if they are within bounds."""
    import pyreadstat  # half a second to load, which only those wait for who have such a file

    read = pyreadstat.read_sav if kind == "sav" else pyreadstat.read_dta
    _, head = read(path, metadataonly=True, encoding=encoding or None)
    width, rows = len(head.column_names), head.number_rows or 0
    check_columns(path.name, width)
    check_rows(path.name, rows)
    check_cells(path.name, rows, width)
    row_bytes = sum(head.variable_storage_width.values())
    _check_unpacked(path.name, rows * row_bytes)
    most = min(MAX_ROWS, MAX_CELLS // max(width, 1), MAX_UNPACKED // max(row_bytes, 1))
    data, about = read(
        path,
        encoding=encoding or None,
        user_missing=True,
        disable_datetime_conversion=True,
        row_limit=most + 1,  # a file need not tell how many there are
    )
    check_rows(path.name, len(data))
    check_cells(path.name, len(data), width)
    _check_unpacked(path.name, len(data) * row_bytes)
    return Reading(data, about, encoding)


def _check_unpacked(file: str, unpacked: int) -> None:
    check_unpacked(
        file, unpacked, unpacked
    )  # any ratio will do: a text that is mostly blank packs to nothing


def _sheet(file: str, reading: Reading) -> Sheet:
    data, about = reading.data, reading.about
    names = about.column_names
    more = further_titles(about)
    titles = tuple(
        tuple(dict.fromkeys(filter(None, (name, about.column_names_to_labels[name], *more.get(name, ())))))
        for name in names
    )
    counted = ticks(about)
    columns = tuple(_column(data[name], about, name, counted.get(name)) for name in names)
    for name, column in zip(names, columns, strict=True):
        for text in column.texts.to_pylist():
            if len(text) > MAX_LETTERS:
                check_letters(f"{file} › {name}", len(text))
    numbers = np.arange(1, len(data) + 1, dtype=np.int32)
    sheet = Sheet(file, "", numbers, columns, heading_rows=0, titles=titles, by_name=True)
    filled = np.logical_or.reduce([np.zeros(len(data), bool), *(column.filled for column in columns)])
    return sheet.only(filled)


def _column(values: pd.Series, about: metadata_container, name: str, counted: str | None) -> SheetColumn:
    """A column in which every different value has been made a cell once. System-missing values are empty."""
    which, different = pd.factorize(values, use_na_sentinel=True)
    cells = [EMPTY, *(_cell(value, about, name, counted) for value in different.tolist())]
    texts = pa.array([cell.text for cell in cells], pa.string())
    return SheetColumn((which + 1).astype(np.int32), texts, tuple(cell.value for cell in cells))


def _cell(value: float | str, about: metadata_container, name: str, counted: str | None) -> Cell:
    code: object = value
    if isinstance(value, float):
        if (
            about.readstat_variable_types[name] == "float"
        ):  # of half the digits: 0.1 and not 0.10000000149011612
            value = float(str(np.float32(value)))
        code = int(value) if value.is_integer() else value
    shown = digits(value) if isinstance(value, (int, float)) else value
    label = about.variable_value_labels.get(name, {}).get(value, "")
    if isinstance(value, str) and about.readstat_variable_types[name] != "string":
        return Cell(label or f".{value}", DeclaredMissing(f".{value}"))  # .a to .z of Stata
    if _is_missing(value, about, name):
        return Cell(label or shown, DeclaredMissing(shown))
    if label:
        return Cell(label, code)
    if counted is not None:
        return Cell("1" if shown == counted else "0", code)
    if isinstance(value, str):
        return Cell(value, value) if value else EMPTY
    return moment(value, about.original_variable_types[name] or "") or Cell(shown, code)


def _is_missing(value: float | str, about: metadata_container, name: str) -> bool:
    """Whether the value is one of those, or in the range, that the variable declares to be no answer."""
    return any(
        type(bounds["lo"]) is type(value) and bounds["lo"] <= value <= bounds["hi"]
        for bounds in about.missing_ranges.get(name, ())
    )
