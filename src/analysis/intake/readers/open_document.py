"""Reader of OpenDocument spreadsheets (.ods).

Parsed here and not by a library: those at hand make an empty cell of an error value, and 0.8 of what shows as 80%.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from analysis.intake.errors import IntakeError
from analysis.intake.readers.bounded import bounded_rows
from analysis.intake.readers.bounds import check_columns, check_rows
from analysis.intake.readers.damage import opening
from analysis.intake.readers.package import attribute, elements, local, open_package
from analysis.intake.readers.shown import shown
from analysis.intake.readers.unit_format import format_of
from analysis.intake.sheet import EMPTY, AnswerFile, Cell, Sheet, sheet_of_rows
from analysis.zipped import Archive

CONTENT = "content.xml"
ROW = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 table-row"
_MAX_REPEATED = 1_000_000  # cells that are there only by being said to be repeated
_BLANKS = re.compile(r"[ \t\r\n]+")
_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+(?:\.\d+)?)S")
_ERRORS = frozenset(("#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!"))


def read_open_document(path: Path) -> AnswerFile:
    """The visible sheets, with the values that were last shown in them.

    Raises IntakeError for a file that is damaged, too large or locked by a password.
    """
    with (
        opening(
            path, "오픈도큐먼트 파일(.ods)", "the OpenDocument file (.ods)", "리브레오피스", "LibreOffice"
        ),
        open_package(path, "리브레오피스", "LibreOffice") as archive,
    ):
        concealed = set(concealed_styles(archive))
        sheets: list[Sheet] = []
        hidden: list[str] = []
        events = elements(archive, CONTENT, ROW)
        for event, name, element in events:
            if event == "start" and name == "table":
                title = attribute(element, "name")
                rows = bounded_rows(path.name, title, rows_of(path.name, events))
                if attribute(element, "style-name") in concealed:
                    hidden.append(title)
                    for _ in rows:
                        pass
                else:
                    sheets.append(sheet_of_rows(path.name, title, rows))
                element.clear()
        return AnswerFile(path.name, tuple(sheets), tuple(hidden))


def concealed_styles(archive: Archive) -> Iterator[str]:
    """The names of the styles that conceal a sheet."""
    for event, name, element in elements(archive, CONTENT, ROW):
        if event == "start" and name == "body":
            return
        if event == "end" and name == "style":
            if any(
                attribute(inner, "display") == "false"
                for inner in element
                if local(inner.tag) == "table-properties"
            ):
                yield attribute(element, "name")


def rows_of(file: str, events: Iterator[tuple[str, str, Element]]) -> Iterator[tuple[int, list[Cell]]]:
    """The numbered rows up to the end of the table. One that is said to be repeated comes as often as that."""
    number, repeated, depth = 1, 0, 1
    for event, name, element in events:
        if name == "table":  # a table in a cell belongs to the cell
            depth += 1 if event == "start" else -1
            if not depth:
                return
        elif event == "end" and name == "table-row" and depth == 1:
            times = times_of(element, "number-rows-repeated")
            cells = _cells(file, element)
            if cells:
                repeated += (times - 1) * len(cells)
                check_rows(file, number + times - 1)
                _check_repeated(file, repeated)
                for at in range(times):
                    yield number + at, cells
            number += times


def _cells(file: str, row: Element) -> list[Cell]:
    """The cells up to the last that holds anything. A cell that is covered by a merged one is empty."""
    cells: list[Cell] = []
    blanks = repeated = 0
    for element in row:
        name = local(element.tag)
        if name not in ("table-cell", "covered-table-cell"):
            continue
        times = times_of(element, "number-columns-repeated")
        cell = _cell(element) if name == "table-cell" else EMPTY
        if cell == EMPTY:
            blanks += times
            continue
        check_columns(file, len(cells) + blanks + times)
        repeated += times - 1
        cells += [EMPTY] * blanks + [cell] * times
        blanks = 0
    return cells


def times_of(element: Element, repeated: str) -> int:
    """How often a row or a cell stands there. ValueError below once: what it holds would be lost."""
    times = int(attribute(element, repeated, "1"))
    if times < 1:
        raise ValueError(f"{repeated} {times}")
    return times


def _check_repeated(file: str, repeated: int) -> None:
    if repeated > _MAX_REPEATED:
        raise IntakeError(
            f"{file}: 같은 칸이 {repeated:,}번 되풀이되는 비정상적인 파일이라 읽지 않았습니다. 쓰지 않는 칸을 지우고 다시 저장해 주십시오.",
            f"{file}: not read, for it says that cells are repeated {repeated:,} times. Clear what is not used and "
            "save it again.",
        )


def _cell(element: Element) -> Cell:
    paragraphs = [_text(inner) for inner in element if local(inner.tag) == "p"]
    display = "\n".join(paragraphs)
    try:
        if typed := _typed(element, display):
            return typed
    except ValueError:  # a date before Christ, a length of time below zero: what is shown has to do
        pass
    if _is_error(element):
        display = display if display in _ERRORS else "#VALUE!"
    elif not paragraphs:
        display = attribute(element, "string-value")
    return Cell(display, display) if display else EMPTY


def _typed(element: Element, display: str) -> Cell | None:
    """The cell of a value that is no text; None for text. ValueError for a value beyond all types."""
    value: Any
    number_format = ""
    match attribute(element, "value-type"):
        case "float" | "currency":
            value = _number(attribute(element, "value"))
            number_format = format_of(value, display)
        case "percentage":
            value, number_format = _number(attribute(element, "value")), "%"
        case "boolean":
            value = attribute(element, "boolean-value") == "true"
        case "date":
            value = dt.datetime.fromisoformat(attribute(element, "date-value"))
            number_format = _precision(value, display)
        case "time":
            value = _time(attribute(element, "time-value"))
        case _:
            return None
    return Cell(shown(value, number_format), value)


def _is_error(element: Element) -> bool:
    """Whether LibreOffice says so: in a second attribute value-type, of its own namespace."""
    return any(local(key) == "value-type" and value == "error" for key, value in element.items())


def _number(text: str) -> int | float:
    value = float(text)
    return int(value) if value.is_integer() else value


def _time(text: str) -> dt.time | dt.timedelta:
    """A time of day, or a length of time from 24 hours: "PT36H00M00S"."""
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError(f"time-value {text[:20]}")
    length = dt.timedelta(hours=int(found[1]), minutes=int(found[2]), seconds=float(found[3]))
    return length if length >= dt.timedelta(days=1) else (dt.datetime.min + length).time()


def _precision(value: dt.datetime, display: str) -> str:
    """A number format that is as coarse as what the cell shows: "2012-11" names no day, "2012년" no month."""
    numbers = [int(digits) for digits in re.findall(r"\d+", display)]
    if sorted(numbers) == sorted((value.year, value.month)):
        return "yyyy-mm"
    return "yyyy" if numbers == [value.year] else "yyyy-mm-dd"


def _text(element: Element) -> str:
    """The text of a paragraph. Blanks in a row count once: further ones are elements of their own."""
    pieces = [_BLANKS.sub(" ", element.text or "")]
    for inner in element:
        match local(inner.tag):
            case "s":
                pieces.append(" " * min(int(attribute(inner, "c", "1")), 1000))
            case "tab":
                pieces.append("\t")
            case "line-break":
                pieces.append("\n")
            case "annotation" | "note":
                pass
            case _:
                pieces.append(_text(inner))
        pieces.append(_BLANKS.sub(" ", inner.tail or ""))
    return "".join(pieces)
