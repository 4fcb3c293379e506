"""Any bytes as a file: sound files of every kind, and what is left of them after an accident."""

from __future__ import annotations

import io
import random
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import pandas as pd
import pyreadstat
import xlwt

from tests.bad_input.control import HEADING, Rows, rows, text
from tests.bad_input.statistics_files import sav
from tests.bad_input.workbooks import book

ODS = "application/vnd.oasis.opendocument.spreadsheet"
HWPX = "application/hwp+zip"
LENGTH = 4_000  # bytes that are made up


def damaged(chance: random.Random) -> tuple[str, bytes]:
    """What was done, and the bytes: "cut xlsx", "flipped sav", …"""
    how = chance.choice(list(ACCIDENTS))
    kind = chance.choice(list(SOUND))
    return f"{how} {kind}", ACCIDENTS[how](sound(kind), chance)


@cache
def sound(kind: str) -> bytes:
    return SOUND[kind](rows()[:13])


def _made_up(content: bytes, chance: random.Random) -> bytes:
    """Nothing of the file but, often, its first bytes, which say what it is."""
    return content[: chance.choice((0, 4, 8, 200))] + chance.randbytes(chance.randrange(LENGTH))


def _flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 30))):
        changed[chance.randrange(len(changed))] = chance.choice((0, 10, 34, 44, 255, chance.randrange(256)))
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _joined(content: bytes, chance: random.Random) -> bytes:
    other = sound(chance.choice(list(SOUND)))
    return content[: chance.randrange(len(content))] + other[chance.randrange(len(other)) :]


def _shuffled(content: bytes, chance: random.Random) -> bytes:
    """A piece is left out, or comes twice, or in another place."""
    a, b, c = sorted(chance.randrange(len(content)) for _ in range(3))
    return content[:a] + content[b:c] + chance.choice((b"", content[a:b])) + content[c:]


def _flipped_inside(content: bytes, chance: random.Random) -> bytes:
    """One part of an archive is damaged, the archive itself is sound."""
    if not content.startswith(b"PK"):
        return _flipped(content, chance)
    new = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(new, "w") as archive:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            accident = chance.choice((_flipped, _cut, _shuffled)) if name == victim and part else None
            archive.writestr(name, accident(part, chance) if accident else part)
    return new.getvalue()


def _zip(mimetype: str, parts: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def _ods(table: Rows) -> bytes:
    def cell(words: str) -> str:
        if words.isdigit():
            return f'<t:table-cell o:value-type="float" o:value="{words}"><p:p>{words}</p:p></t:table-cell>'
        return f'<t:table-cell o:value-type="string"><p:p>{escape(words)}</p:p></t:table-cell>'

    lines = "".join(f"<t:table-row>{''.join(map(cell, line))}</t:table-row>" for line in table)
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    names = f'xmlns:o="{space}office:1.0" xmlns:t="{space}table:1.0" xmlns:p="{space}text:1.0"'
    body = f'<o:body><o:spreadsheet><t:table t:name="S">{lines}</t:table></o:spreadsheet></o:body>'
    return _zip(ODS, {"content.xml": f"<o:document-content {names}>{body}</o:document-content>"})


def _hwpx(table: Rows) -> bytes:
    def cell(row: int, column: int, words: str) -> str:
        text = f"<subList><p><run><t>{escape(words)}</t></run></p></subList>"
        return f'<tc>{text}<cellAddr colAddr="{column}" rowAddr="{row}"/></tc>'

    lines = "".join(
        f"<tr>{''.join(cell(at, column, words) for column, words in enumerate(line))}</tr>"
        for at, line in enumerate(table)
    )
    section = f"<sec><p><run><tbl>{lines}</tbl></run></p></sec>"
    return _zip(HWPX, {"Contents/content.hpf": "<package/>", "Contents/section0.xml": section})


def _xls(table: Rows) -> bytes:
    made, content = xlwt.Workbook(), io.BytesIO()
    sheet = made.add_sheet("S")
    for row, line in enumerate(table):
        for column, words in enumerate(line):
            sheet.write(row, column, int(words) if words.isdigit() else words)
    made.save(content)
    return content.getvalue()


def _statistical(table: Rows, name: str) -> bytes:
    frame = pd.DataFrame(table[1:], columns=HEADING)
    frame["years"] = frame["years"].astype(float)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        if name.endswith("dta"):
            pyreadstat.write_dta(frame, str(path))
        else:
            pyreadstat.write_sav(frame, str(path), compress=True)
        return path.read_bytes()


SOUND: dict[str, Callable[[Rows], bytes]] = {
    "csv": lambda table: text(table).encode(),
    "csv of cp949": lambda table: text([*table, ["S99", "", "", "", "기타", "", "", "의견"]]).encode("cp949"),
    "utf-16": lambda table: text(table, "\t").encode("utf-16"),
    "xlsx": book,
    "xls": _xls,
    "ods": _ods,
    "hwpx": _hwpx,
    "sav": lambda table: sav(),
    "zsav": lambda table: _statistical(table, "a.zsav"),
    "dta": lambda table: _statistical(table, "a.dta"),
}
ACCIDENTS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "sound": lambda content, chance: content,
    "made up": _made_up,
    "flipped": _flipped,
    "flipped inside": _flipped_inside,
    "cut": _cut,
    "joined": _joined,
    "shuffled": _shuffled,
}
