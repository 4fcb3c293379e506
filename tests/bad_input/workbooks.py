"""Workbooks: damaged, hostile and awkward ones. Made where they are read, never kept."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from typing import Any

import xlsxwriter

from tests.bad_input.control import Rows, down, rows, text

MANY_COLUMNS = 16_384
SWOLLEN = 520 * 1024 * 1024  # bytes
SAFE, UNSAFE = ["4 ", "4점", "４", "④"], ["four", "4~5", "IV", "4.5"]
ERRORS = ["#N/A", "#DIV/0!", "#REF!", "#VALUE!"]
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "ha">{LAUGHS}]><sst>&l9;</sst>'


def book(
    table: Sequence[Sequence[Any]] = (), more: Callable[[Any, Any], None] | None = None, name: str = "Sheet"
) -> bytes:
    """An .xlsx whose first sheet holds `table`; `more` may add what it likes to the workbook and the sheet."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as made:
        sheet = made.add_worksheet(name)
        for number, row in enumerate(table):
            sheet.write_row(number, 0, row)
        if more:
            more(made, sheet)
    return content.getvalue()


def with_parts(content: bytes, parts: dict[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """The workbook with parts added, or changed by a function of what they are."""
    new = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in dict.fromkeys([*old.namelist(), *parts]):
            part = parts.get(name, old.read(name) if name in old.namelist() else b"")
            archive.writestr(name, part(old.read(name)) if callable(part) else part)
    return new.getvalue()


def swollen(content: bytes, part: str, size: int = SWOLLEN) -> bytes:
    """The workbook with a part that unpacks to `size` blanks. Only one block of them is ever packed."""
    block = b" " * (1 << 20)
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)  # after which a block can be repeated
    crc = 0
    for _ in range(size // len(block)):
        crc = zlib.crc32(block, crc)
    new, info = io.BytesIO(content), zipfile.ZipInfo(part)
    with zipfile.ZipFile(new, "a") as archive:
        archive.writestr(info, packed * (size // len(block)) + zlib.compressobj(wbits=-15).flush())
        info.compress_type, info.file_size, info.CRC = zipfile.ZIP_DEFLATED, size, crc
    return new.getvalue()


def encrypted() -> bytes:
    """What Excel makes of a workbook with a password: a compound file of 1999 with an encrypted stream in it.

    The stream holds nothing that could be decrypted, which nobody here tries. [MS-CFB] 2.2, 2.3, 2.6.
    """
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    stream = bytes(range(256)) * 16  # 4096 bytes, from which on a stream has sectors of its own
    header = struct.pack(
        "<8s16s5H6s9I109I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, 1, 0,
        4096, end, 0, end, 0, 0, *[free] * 108,
    )  # fmt: skip
    table = [fat, end, *range(3, 10), end, *range(11, 18), end]
    entries = [("Root Entry", 5, free, 1, end, 0), ("EncryptedPackage", 2, 2, free, 2, 4096)]
    entries += [("EncryptionInfo", 2, free, free, 10, 4096)]
    directory = b"".join(
        struct.pack(
            "<64s H 2B 3I 16s I 2Q I Q", name.encode("utf-16-le"), 2 * len(name) + 2, kind, 1, free, right, child, b"",
            0, 0, 0, first, size,
        )
        for name, kind, right, child, first, size in entries
    )  # fmt: skip
    sectors = struct.pack("<128I", *table, *[free] * (128 - len(table))) + directory.ljust(512, b"\0")
    return header + sectors + stream + stream


def _merged(table: Rows) -> bytes:
    """A heading of two rows: groups that are merged over the columns, and below them the questions."""

    def groups(made: Any, sheet: Any) -> None:
        looks = made.add_format({"align": "center"})
        for first, last, name in ((0, 1, "응답"), (2, 4, "응답자"), (5, 6, "품질")):
            sheet.merge_range(0, first, 0, last, name, looks)

    return book([[""] * len(table[0]), *table], groups)


def _hidden(table: Rows) -> bytes:
    def sheets(made: Any, _: Any) -> None:
        for name, hide in (("Old", "hide"), ("Lists", "very_hidden"), ("Answers", "")):
            sheet = made.add_worksheet(name)
            for number, row in enumerate(table if name != "Lists" else table[:3]):
                sheet.write_row(number, 0, row)
            if hide:
                getattr(sheet, hide)()

    return book([["Please read"], ["The answers are on the last sheet."]], sheets, "Note")


def _uncalculated(table: Rows) -> bytes:
    """Scores as formulas, written by a program that does not calculate."""

    def formulas(_: Any, sheet: Any) -> None:
        for row in range(1, 21):
            sheet.write_formula(row, 5, "=1+3")

    sheet = "xl/worksheets/sheet1.xml"
    return with_parts(book(table, formulas), {sheet: lambda xml: re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", xml)})


def _errors(table: Rows) -> bytes:
    def formulas(_: Any, sheet: Any) -> None:
        for row, error in enumerate(ERRORS, start=1):
            sheet.write_formula(row, 6, "=1/0", None, error)

    return book(table, formulas)


def _traversal(table: Rows) -> bytes:
    outside = {f"{way}outside.txt": b"outside" for way in ("../", "../../", "/tmp/dure_", "C:\\dure_")}
    return with_parts(book(table), outside)


def _wide() -> Rows:
    return [row + [f"c{n}" for n in range(MANY_COLUMNS - len(row))] for row in rows()[:3]]


FILES: dict[str, Callable[[], bytes]] = {
    "00_control.xlsx": lambda: book(rows()),
    "x01_truncated.xlsx": lambda: (whole := book(rows()))[: len(whole) * 6 // 10],
    "x02_password.xlsx": encrypted,
    "x04_csv_named.xlsx": lambda: text(rows()).encode(),
    "x06_zip_bomb_500MB.xlsx": lambda: swollen(book(rows()), "xl/worksheets/sheet2.xml"),
    "x07_billion_laughs.xlsx": lambda: with_parts(book(rows()), {"xl/sharedStrings.xml": BOMB.encode()}),
    "x09_zip_path_traversal.xlsx": lambda: _traversal(rows()),
    "x11_16384_columns.xlsx": lambda: book(_wide()),
    "x14_empty_sheet.xlsx": book,
    "x16_merged_two_row_header.xlsx": lambda: _merged(rows()),
    "x17_hidden_sheets.xlsx": lambda: _hidden(rows()),
    "x19_numbers_as_text.xlsx": lambda: book(rows(*down("F", SAFE + UNSAFE))),
    "x21_formulas_no_cache.xlsx": lambda: _uncalculated(rows()),
    "x22_error_values.xlsx": lambda: _errors(rows()),
}
