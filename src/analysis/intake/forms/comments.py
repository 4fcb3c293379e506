"""What was written on a sheet without writing into a cell: comments pinned to cells, and text boxes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from analysis.intake.forms.returned import LooseText, Spot
from analysis.intake.forms.spreadsheet import spot_of
from analysis.intake.readers.package import attribute, elements, local
from analysis.zipped import Archive

_ANCHORS = ("oneCellAnchor", "twoCellAnchor")


def comments_of(archive: Archive, sheet: str, title: str) -> Iterator[LooseText]:
    """Notes, threaded comments and text boxes of a sheet of an Excel workbook, each at its cell.

    sheet: the part of the archive; title: what people call it
    """
    parts: dict[str, list[str]] = {}
    for kind, part in _related(archive, sheet):
        parts.setdefault(kind, []).append(part)
    threads = [one for part in parts.get("threadedComment", ()) for one in _threaded(archive, part, title)]
    yield from threads
    said = {
        one.spot for one in threads
    }  # old programs are told of a thread in a note, with words of Excel's own
    for part in parts.get("comments", ()):
        yield from (one for one in _notes(archive, part, title) if one.spot not in said)
    for part in parts.get("drawing", ()):
        yield from _text_boxes(archive, part, title)


def _related(archive: Archive, sheet: str) -> Iterator[tuple[str, str]]:
    """The parts that belong to a sheet, with what they are."""
    folder, name = posixpath.split(sheet.lstrip("/"))
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.NameToInfo:
        return
    for event, kind, element in elements(archive, relations):
        if event == "end" and kind == "Relationship":
            target = attribute(element, "Target")
            part = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if part in archive.NameToInfo:
                yield attribute(element, "Type").rpartition("/")[2], part


def _notes(archive: Archive, part: str, title: str) -> Iterator[LooseText]:
    authors: list[str] = []
    for event, name, element in elements(archive, part):
        if event == "end" and name == "author":
            authors.append(element.text or "")
        elif event == "end" and name == "comment":
            author = attribute(element, "authorId")
            by = authors[int(author)] if author.isdecimal() and int(author) < len(authors) else ""
            yield from _at(element, title, _letters(element).strip().removeprefix(f"{by}:") if by else None)


def _threaded(archive: Archive, part: str, title: str) -> Iterator[LooseText]:
    for event, name, element in elements(archive, part):
        if event == "end" and name == "threadedComment":
            words = (inner.text or "" for inner in element if local(inner.tag) == "text")
            yield from _at(element, title, "".join(words))


def _at(element: Element, title: str, text: str | None) -> Iterator[LooseText]:
    said = (_letters(element) if text is None else text).strip()
    spot = spot_of(f"x!{attribute(element, 'ref')}")
    if said and spot:
        yield LooseText(said, Spot(title, spot.row, spot.column))


def _text_boxes(archive: Archive, part: str, title: str) -> Iterator[LooseText]:
    for event, name, anchor in elements(archive, part):
        if event != "end" or name not in _ANCHORS:
            continue
        corner = next((inner for inner in anchor if local(inner.tag) == "from"), None)
        counts = {local(inner.tag): int(inner.text or 0) for inner in corner} if corner is not None else {}
        lines = (_letters(one) for one in anchor.iter() if local(one.tag) == "p")
        if text := "\n".join(filter(None, lines)).strip():
            yield LooseText(text, Spot(title, counts.get("row", 0) + 1, counts.get("col", 0)))


def _letters(element: Element) -> str:
    return "".join(inner.text or "" for inner in element.iter() if local(inner.tag) == "t")
