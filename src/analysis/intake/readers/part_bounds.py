"""How much of an XML part would have to be held at once: counted in its bytes, before anything of it is parsed.

A reader lets go of what it has read row by row. A part made to do harm has one row of a hundred million cells, which
pack to nothing and take gigabytes once they are elements of a tree.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from analysis.intake.errors import IntakeError
from analysis.intake.readers.bounds import MB

MAX_ELEMENTS = 1_000_000  # tags that are held at once: of a row, or of a part that is read as a whole
MAX_STRINGS = 3_000_000  # different texts of a workbook
MAX_BETWEEN_TAGS = 4 * MB  # bytes of one text or one tag
_BLOCK = 1 << 16  # bytes
_LONGEST_TAG = 64  # bytes at the end of a block in which the beginning of a tag may be cut


def check_part(
    archive: zipfile.ZipFile, part: str, rows: str = "", look_for: re.Pattern[bytes] | None = None
) -> bool:
    """Refuse a part beyond these bounds; whether it holds what is looked for.

    rows  the local name of the elements after each of which what was read is let go; "" where nothing is
    """
    begins = re.compile(rb"<(?:[^\s<>/:]+:)?" + rows.encode() + rb"[\s/>]") if rows else None
    held = silent = strings = 0
    found, end = False, b""
    with archive.open(part) as content:
        while block := content.read(_BLOCK):
            tags = block.count(b"<")
            joined = end + block
            if begins and begins.search(joined):
                held = 0
                strings += len(begins.findall(joined)) if rows == "si" else 0
            held += tags
            silent = 0 if tags else silent + len(block)
            found = found or bool(look_for and look_for.search(joined))
            cut = block.rfind(b"<", -_LONGEST_TAG)
            end = block[cut:] if cut >= 0 else b""
            if held > MAX_ELEMENTS or silent > MAX_BETWEEN_TAGS or strings > MAX_STRINGS:
                raise _refusal(archive, part)
    return found


def _refusal(archive: zipfile.ZipFile, part: str) -> IntakeError:
    file = Path(archive.filename or "").name
    return IntakeError(
        f"{file}: 한 곳({part})에 지나치게 많은 것이 들어 있는 비정상적인 파일이라 읽지 않았습니다. 보낸 곳에 확인해 주십시오.",
        f"{file}: not read, for one of its parts ({part}) holds more in one place than any file of answers does. "
        "Ask its sender.",
    )
