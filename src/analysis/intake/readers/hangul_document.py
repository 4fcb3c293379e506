"""Reader of the tables in Hangul documents (.hwpx).

The library for these documents is made to edit them. It takes a second to load, and gives what was struck out in a
revision together with what was written instead; so the few elements that make a table are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from analysis.intake.errors import IntakeError
from analysis.intake.readers.bounded import bounded_rows
from analysis.intake.readers.bounds import check_columns, check_rows
from analysis.intake.readers.damage import opening
from analysis.intake.readers.package import attribute, elements, local, open_package
from analysis.intake.sheet import EMPTY, AnswerFile, Cell, Sheet, reference, sheet_of_rows
from analysis.zipped import Archive

_SECTION = re.compile(r"Contents/section(\d+)\.xml\Z")
_Cells = list[tuple[tuple[int, int], str]]  # row and column (from 0), and the text there
_IN_TEXT = {"lineBreak": "\n", "tab": "\t", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}


def read_hangul_document(path: Path) -> AnswerFile:
    """Every table of the document as a sheet: "표 1", "표 2", … in the order in which they begin.

    The text of a merged cell stands in its first cell. A table inside a cell is a table of its own.
    Raises IntakeError for a document that is damaged, too large, locked by a password, or has no table.
    """
    with (
        opening(path, "한글 문서(.hwpx)", "the Hangul document (.hwpx)", "한글", "Hangul"),
        open_package(path, "한글", "Hangul") as archive,
    ):
        tables: dict[tuple[str, int], _Cells] = {}
        for section in _sections(archive):
            for order, table in _tables(archive, section):
                tables[section, order] = table
        sheets = tuple(
            _sheet(path.name, f"표 {number}", tables[key])
            for number, key in enumerate(sorted(tables), start=1)
        )
    if not sheets:
        raise IntakeError(
            f"{path.name}: 한글 문서에 표가 없습니다. 응답이 표로 들어 있는 문서인지 확인해 주십시오.",
            f"{path.name}: there is no table in the Hangul document. Check that its answers stand in a table.",
        )
    return AnswerFile(path.name, sheets)


def _sections(archive: Archive) -> list[str]:
    """The parts that hold the text, in order."""
    found = [(int(match[1]), name) for name in archive.namelist() if (match := _SECTION.match(name))]
    return [name for _, name in sorted(found)]


def _tables(archive: Archive, section: str) -> Iterator[tuple[int, _Cells]]:
    """The tables of a part with their order, as texts with their places. Inner ones end, and come, first."""
    begun = 0
    open_tables: list[int] = []
    struck_out = False
    for event, name, element in elements(archive, section):
        if name == "tbl" and event == "start":
            begun += 1
            open_tables.append(begun)
        elif name == "tbl":
            yield open_tables.pop(), list(_cells(element))
            element.clear()  # what stood in it is not the text of the cell around it
        elif event == "end" and name == "t":
            struck_out = _drop_what_was_struck_out(element, struck_out)
        elif event == "end" and name == "p" and not open_tables:
            element.clear()


def _cells(table: Element) -> Iterator[tuple[tuple[int, int], str]]:
    for at_row, row in enumerate(_children(table, "tr")):
        for at_column, cell in enumerate(_children(row, "tc")):
            place = next(_children(cell, "cellAddr"), None)
            address = (at_row, at_column)
            if place is not None:
                address = int(attribute(place, "rowAddr")), int(attribute(place, "colAddr"))
            if min(address) < 0:
                raise ValueError(f"cellAddr {address}")
            yield address, _text(cell)


def _sheet(file: str, name: str, cells: _Cells) -> Sheet:
    def rows() -> Iterator[tuple[int, list[Cell]]]:
        by_row: dict[int, dict[int, str]] = {}
        for (row, column), text in cells:
            if text:
                check_rows(file, row + 1)
                check_columns(file, column + 1)
                by_row.setdefault(row, {})[column] = text
        for row, texts in sorted(by_row.items()):
            line = [EMPTY] * (max(texts) + 1)
            for column, text in texts.items():
                line[column] = Cell(text, text)
            yield row + 1, line

    _check_places(f"{file} › {name}", cells)
    return sheet_of_rows(file, name, bounded_rows(file, name, rows()))


def _check_places(table: str, cells: _Cells) -> None:
    """Refuse two cells in one place, as a row has them that was copied with its number: one would hide the other."""
    seen: set[tuple[int, int]] = set()
    for address, _ in cells:
        if address in seen:
            place = f"{table} › {reference(address[0] + 1, address[1])}"
            raise IntakeError(
                f"{place}: 한 자리에 칸이 둘 있어 어느 것이 답인지 알 수 없습니다. 한글에서 그 줄을 지우고 새 줄을 넣어 다시 적은 뒤 "
                "저장해 주십시오.",
                f"{place}: there are two cells in one place, so it cannot be told which is the answer. In Hangul "
                "delete the row, insert a new one, write the answers again and save.",
            )
        seen.add(address)


def _text(cell: Element) -> str:
    """The paragraphs of a cell, a line each."""
    lines = [
        "".join(_written(text) for run in _children(paragraph, "run") for text in _children(run, "t"))
        for frame in _children(cell, "subList")
        for paragraph in _children(frame, "p")
    ]
    return "\n".join(lines).strip("\n")


def _written(text: Element) -> str:
    pieces = [text.text or ""]
    for inner in text:
        pieces += (_IN_TEXT.get(local(inner.tag), ""), inner.tail or "")
    return "".join(pieces)


def _drop_what_was_struck_out(text: Element, struck_out: bool) -> bool:
    """Take away what a revision deletes, which Hangul keeps between two marks until the revision is accepted.

    `struck_out` is whether a mark that began before is still open; so is what comes back.
    """
    if struck_out:
        text.text = ""
    for inner in text:
        match local(inner.tag):
            case "deleteBegin":
                struck_out = True
            case "deleteEnd":
                struck_out = False
            case _ if struck_out:
                inner.tag = "struckOut"
        if struck_out:
            inner.tail = ""
    return struck_out


def _children(element: Element, name: str) -> Iterator[Element]:
    return (inner for inner in element if local(inner.tag) == name)
