"""Documents that are a zip archive of XML: opened within bounds, parsed without DOCTYPE and entities."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from analysis.intake.readers.bounds import check_unpacked
from analysis.intake.readers.damage import encrypted
from analysis.zipped import MB, Archive, check_part

_MANIFEST = "META-INF/manifest.xml"


@contextmanager
def open_package(path: Path, program: str, program_english: str) -> Iterator[Archive]:
    """The archive, if it is not too large unpacked. `program` is what could clear its password."""
    with Archive(path) as archive:
        parts = archive.infolist()
        check_unpacked(path.name, sum(part.file_size for part in parts), path.stat().st_size)
        # A locked document keeps its parts, each enciphered, and tells so in the manifest alone.
        locked = any(part.flag_bits & 1 for part in parts)
        if locked or (_MANIFEST in archive.NameToInfo and _says_so(archive)):
            raise encrypted(path, program, program_english)
        yield archive


def _says_so(archive: Archive) -> bool:
    with archive.raw(_MANIFEST) as content:
        return b"encryption-data" in content.read(MB)


def elements(
    archive: Archive, part: str, rows: str = ""
) -> Iterator[tuple[Literal["start", "end"], str, Element]]:
    """Where the elements of a part begin and end: event, local name, element.

    rows  the elements ("namespace name") that are let go as they end; "" where the part is held as a whole. One
          inside another goes with the outer one

    Of the names only the local part is given: namespaces name the year of a format, and the years differ in nothing
    that is read here.
    """
    check_part(archive, part, rows)
    tag, inside = "{" + rows.replace(" ", "}"), 0
    with archive.raw(part) as content:
        for event, element in iterparse(content, events=("start", "end"), forbid_dtd=True):
            yield event, local(element.tag), element
            if element.tag == tag:
                inside += 1 if event == "start" else -1
                if not inside:
                    element.clear()


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def attribute(element: Element, name: str, otherwise: str = "") -> str:
    """The attribute of that local name."""
    return next((value for key, value in element.items() if local(key) == name), otherwise)
