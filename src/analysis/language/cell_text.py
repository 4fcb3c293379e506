"""As much of a text as a cell of a spreadsheet can hold."""

from __future__ import annotations

from analysis.language.catalogue import message

LONGEST = 32_767  # UTF-16 units, the limit of Excel and of what reads its files
_ROOM_FOR_THE_NOTICE = 100


def cell_text(text: str, language: str = "ko") -> str:
    """`text`; where it is too long for a cell its beginning, and how many letters were left out."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * LONGEST:
        return text
    # Half a letter at the end is left out too.
    kept = units[: 2 * (LONGEST - _ROOM_FOR_THE_NOTICE)].decode("utf-16-le", "ignore")
    return kept + message("common.cut", language, left=f"{len(text) - len(kept):,}")
