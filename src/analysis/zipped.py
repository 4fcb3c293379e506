"""Zip archives of XML, opened within bounds: nothing of a part is parsed before it is known what it would hold at once.

A reader lets go of what it has read row by row. A part made to do harm has one row of a hundred million cells, which
pack to nothing and take gigabytes once they are elements of a tree. Names of parts prove nothing, and neither does
what looks like a row: it is the parser that counts.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import IO, Any, NamedTuple
from xml.parsers import expat

from openpyxl.utils import column_index_from_string

from analysis.errors import DureError

MB = 1024 * 1024
MAX_PARTS = 20_000  # of an archive
MAX_ELEMENTS = 1_000_000  # held at once: of a row, or of a part that is read as a whole
MAX_LET_GO = 3_000_000  # rows, or different texts of a workbook
MAX_MERGED = 10_000  # ranges of merged cells that are told of
MAX_BETWEEN_TAGS = 4 * MB  # bytes of one text or one tag
MAX_HELD = 128 * MB  # bytes of a row, or of a part that is read as a whole

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/"
ROW, TEXT = f"{_MAIN} row", f"{_MAIN} si"  # what is let go in sheets, and in the list of their texts
_FORMULA, _MERGED = f"{_MAIN} f", f"{_MAIN} mergeCell"
_PLAIN = (
    zipfile.ZIP_STORED,
    zipfile.ZIP_DEFLATED,
)  # bzip2 and LZMA unpack to any size, whatever they declare
_ENTRY = b"PK\x01\x02"
_BLOCK = 1 << 16  # bytes


class Refused(DureError):
    """An archive that is not read. Its words name the part and not the file, which its reader knows."""


class Part(NamedTuple):
    """formula   whether there is one
    disorder  the first cell or row that does not come after the one before it, or comes twice: "C3", "3"; else ""
    merged    the ranges of cells that were made one: "B2:B4"
    """

    formula: bool = False
    disorder: str = ""
    merged: tuple[str, ...] = ()


class Archive(zipfile.ZipFile):
    """An archive whose parts are read as a whole with `read`, and row by row, if they are sheets, with `open`.

    Raises Refused for a part that would hold too much, or has a DOCTYPE, before anything comes of it.
    """

    def __init__(self, file: Path | IO[bytes]) -> None:
        _check_entries(file)
        super().__init__(file)
        self.sheets: dict[str, Part] = {}
        for part in self.infolist():
            if part.compress_type not in _PLAIN:
                self.close()
                raise Refused(
                    f"사무용 프로그램이 쓰지 않는 방식으로 압축되어 있어({part.filename}) 읽지 않았습니다. 보낸 곳에 확인해 주십시오.",
                    f"not read, for it is packed in a way no office program uses ({part.filename}). Ask its sender.",
                )

    def read(self, name: Any, pwd: bytes | None = None) -> bytes:
        """The whole part, which is XML."""
        check_part(self, _name(name))
        with self.raw(name) as content:
            return content.read()

    def open(self, name: Any, *args: Any, **more: Any) -> IO[bytes]:  # type: ignore[override]
        """The part, for a reader that lets go of every row of a sheet once it is read."""
        if _name(name) not in self.sheets:
            self.sheets[_name(name)] = check_part(self, _name(name), ROW)
        return super().open(name, *args, **more)

    def raw(self, name: Any) -> IO[bytes]:
        """The part, not looked at."""
        return super().open(name)


def _name(part: str | zipfile.ZipInfo) -> str:
    return part if isinstance(part, str) else part.filename


def _check_entries(file: Path | IO[bytes]) -> None:
    """Refuse a directory of a million parts: the library makes an object of each before it says how many there are."""
    if isinstance(file, Path):
        with file.open("rb") as opened:
            return _check_entries(opened)
    file.seek(0)
    entries = sum(block.count(_ENTRY) for block in iter(lambda: file.read(MB), b""))
    file.seek(0)
    if entries > MAX_PARTS:
        raise _too_much(f"{entries:,}")


def check_part(archive: Archive, part: str, let_go: str = "") -> Part:
    """Raise Refused for a part beyond the bounds, ExpatError for one that is no XML.

    let_go  the elements ("namespace name") after each of which what was read is let go; "" where nothing is.
            One inside another goes with the outer one
    """
    seen = _Seen(let_go)
    fed = silent = 0
    with archive.raw(part) as content:
        while block := content.read(_BLOCK):
            silent = 0 if b"<" in block else silent + len(block)
            if silent <= MAX_BETWEEN_TAGS:
                seen.parser.Parse(block, False)
            fed += len(block)
            if (
                silent > MAX_BETWEEN_TAGS
                or max(seen.held, seen.most) > MAX_ELEMENTS
                or seen.gone > MAX_LET_GO
                or fed - seen.from_byte > MAX_HELD
            ):
                raise _too_much(part)
        seen.parser.Parse(b"", True)
    return Part(seen.formula, seen.disorder, tuple(seen.merged))


def _too_much(what: str) -> Refused:
    return Refused(
        f"한 곳({what})에 지나치게 많은 것이 들어 있는 비정상적인 파일이라 읽지 않았습니다. 보낸 곳에 확인해 주십시오.",
        f"not read, for one of its parts ({what}) holds more in one place than any file of answers does. "
        "Ask its sender.",
    )


class _Seen:
    """What a parser has met so far.

    held       elements that have not been let go
    most       the most that was ever let go at once
    gone       how many times something was
    from_byte  where in the part the last of it ended
    """

    def __init__(self, let_go: str) -> None:
        self.held = self.most = self.gone = self.from_byte = 0
        self.formula, self.disorder = False, ""
        self.merged: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._handlers(let_go)
        self.parser.StartDoctypeDeclHandler = _refuse_doctype

    def _handlers(self, let_go: str) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None]]:
        """What the parser calls where an element begins, and where it ends: millions of times."""
        depth = held_before = row = column = 0
        around = -1  # the depth of the row that holds what is met; -1 in none
        sheet = let_go == ROW

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth, around, held_before, row, column
            depth += 1
            self.held += 1
            if name == let_go:
                if around < 0:
                    around, held_before = depth, self.held - 1
                    last, row, column = row, _row(attributes, row), 0
                else:
                    last = row  # a row in a row has no place
                if row <= last and sheet:
                    self.disorder = self.disorder or attributes.get("r", str(row))
            elif sheet and depth == around + 1:
                last, column = column, _column(attributes, row, column)
                if column <= last:
                    self.disorder = self.disorder or attributes.get("r", str(row))
            elif name == _FORMULA:
                self.formula = True
            elif depth == 1 and (name.startswith(_STRICT) or (sheet and not name.startswith(_MAIN))):
                raise _other_format()
            elif name == _MERGED and len(self.merged) < MAX_MERGED:
                self.merged.append(attributes.get("ref", ""))

        def end(_: str) -> None:
            nonlocal depth, around
            if depth == around:
                self.most = max(self.most, self.held)
                around, self.held = -1, held_before
                self.gone += 1
                self.from_byte = self.parser.CurrentByteIndex
            depth -= 1

        return start, end


def _refuse_doctype(*_: object) -> None:
    raise Refused(
        "문서 프로그램이 만들지 않는 내용(DOCTYPE)이 들어 있어 읽지 않았습니다.",
        "not read, for it holds a DOCTYPE, which no program writes into a document.",
    )


def _other_format() -> Refused:
    """The library sees no sheet of such a workbook, or no row of such a sheet."""
    return Refused(
        "엑셀의 보통 형식이 아닌 통합 문서(엄격한 Open XML)라서 읽을 수 없습니다. 엑셀에서 [다른 이름으로 저장 › Excel 통합 "
        "문서(.xlsx)]로 저장해 주십시오.",
        "this is a Strict Open XML workbook and cannot be read. In Excel save it as an Excel workbook (.xlsx).",
    )


def _row(attributes: dict[str, str], last: int) -> int:
    """The number of a row, from 1: it follows the last one where it has none. 0 where it is no number."""
    number = attributes.get("r")
    if number is None:
        return last + 1
    return int(number) if number.isdecimal() else 0


def _column(attributes: dict[str, str], row: int, last: int) -> int:
    """The number of a cell's column, from 1: it follows the last one where it has none. 0 where the cell is not of
    that row."""
    place = attributes.get("r")
    if not place:
        return last + 1
    letters = place.rstrip("0123456789")
    return _of_letters(letters) if place[len(letters) :] == str(row) else 0


@cache
def _of_letters(letters: str) -> int:
    try:
        return column_index_from_string(letters)
    except ValueError:
        return 0
