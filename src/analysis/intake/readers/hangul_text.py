"""What stands in a Hangul document (.hwpx): its tables, cell by cell, and the lines outside of them.

The library for these documents is made to edit them. It takes a second to load, and gives what was struck out in a
revision together with what was written instead; so the few elements that hold text are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.intake.readers.package import attribute, elements, local
from analysis.zipped import Archive

_SECTION = re.compile(r"Contents/section(\d+)\.xml\Z")
_IN_TEXT = {"lineBreak": "\n", "tab": "\t", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_ON_EVERY_PAGE = ("header", "footer")
_BOX = "drawText"  # what is written into a shape that floats over the page


class TableCell(NamedTuple):
    """row, column: from 0, as the document numbers them; name: of its field, "" where it has none."""

    row: int
    column: int
    text: str
    name: str = ""


@dataclass
class HangulText:
    """tables  in the order in which they begin; one inside a cell is a table of its own
    lines   the paragraphs outside of them, and of text boxes wherever they hang; without what stands on every page
    """

    tables: list[list[TableCell]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def table_title(number: int) -> str:
    """What a table is called, which has no name in the document; number: from 1."""
    return f"표 {number}"


def sections_of(archive: Archive) -> list[str]:
    """The parts that hold the text, in order."""
    found = [(int(match[1]), name) for name in archive.namelist() if (match := _SECTION.match(name))]
    return [name for _, name in sorted(found)]


def text_of(archive: Archive) -> HangulText:
    """The text of the whole document. Raises ValueError for a cell at a place that is none."""
    text = HangulText()
    for section in sections_of(archive):
        _read(archive, section, text)
    return text


def _read(archive: Archive, section: str, text: HangulText) -> None:
    open_tables: list[int] = []
    on_every_page = in_box = 0
    struck_out = False
    for event, name, element in elements(archive, section):
        if name == "tbl" and event == "start":
            open_tables.append(len(text.tables))
            text.tables.append([])
        elif name == "tbl":
            text.tables[open_tables.pop()] = list(_cells(element))
            element.clear()  # what stood in it is not the text of the cell around it
        elif name in _ON_EVERY_PAGE:
            on_every_page += 1 if event == "start" else -1
        elif name == _BOX:
            in_box += 1 if event == "start" else -1
        elif event == "end" and name == "t":
            struck_out = _drop_what_was_struck_out(element, struck_out)
        elif event == "end" and name == "p" and (in_box or not open_tables):
            if not on_every_page:
                text.lines.append(_line(element))
            element.clear()


def _cells(table: Element) -> Iterator[TableCell]:
    for at_row, row in enumerate(_children(table, "tr")):
        for at_column, cell in enumerate(_children(row, "tc")):
            place = next(_children(cell, "cellAddr"), None)
            address = (at_row, at_column)
            if place is not None:
                address = int(attribute(place, "rowAddr")), int(attribute(place, "colAddr"))
            if min(address) < 0:
                raise ValueError(f"cellAddr {address}")
            yield TableCell(*address, _text(cell), attribute(cell, "name"))


def _text(cell: Element) -> str:
    """The paragraphs of a cell, a line each."""
    lines = [_line(paragraph) for frame in _children(cell, "subList") for paragraph in _children(frame, "p")]
    return "\n".join(lines).strip("\n")


def _line(paragraph: Element) -> str:
    return "".join(_written(text) for run in _children(paragraph, "run") for text in _children(run, "t"))


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
