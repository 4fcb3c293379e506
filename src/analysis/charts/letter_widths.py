"""How wide the letters of a font file are. Read from its tables by hand: a library that reads fonts takes longer to
load than all the letters of a report to measure.

OpenType 1.9, chapters "Font file", "cmap" (format 4: the letters of Unicode's first plane), "head", "hhea", "hmtx".
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from pathlib import Path


class LetterWidths:
    """Of one font."""

    def __init__(self, file: Path) -> None:
        self._data = file.read_bytes()
        (tables,) = self._read(">H", 4)
        records = (self._read(">4s4xL4x", 12 + 16 * at) for at in range(tables))
        start = {tag.decode("ascii"): place for tag, place in records}
        (self._square,) = self._read(">H", start["head"] + 18)
        (advances,) = self._read(">H", start["hhea"] + 34)
        self._advances = self._read(f">{'Hxx' * advances}", start["hmtx"])
        self._letters = self._first_plane(start["cmap"])
        (self._segments,) = self._read(">H", self._letters + 6)
        self._ends = self._read(f">{self._segments // 2}H", self._letters + 14)

    def of(self, letter: str) -> float | None:
        """The width of a letter at size 1; None of one that the font lacks."""
        glyph = self._glyph(ord(letter))
        if not glyph:
            return None
        return self._advances[min(glyph, len(self._advances) - 1)] / self._square

    def _glyph(self, code: int) -> int:
        """The number of the glyph that shows it, or 0."""
        if code > 0xFFFF:
            return 0
        segment = self._letters + 16 + self._segments + 2 * bisect_left(self._ends, code)
        (first,) = self._read(">H", segment)
        (shift,) = self._read(">H", segment + self._segments)
        (offset,) = self._read(">H", segment + 2 * self._segments)
        if code < first:
            return 0
        if not offset:
            return (code + shift) & 0xFFFF
        (glyph,) = self._read(">H", segment + 2 * self._segments + offset + 2 * (code - first))
        return (glyph + shift) & 0xFFFF if glyph else 0

    def _first_plane(self, cmap: int) -> int:
        (encodings,) = self._read(">H", cmap + 2)
        for at in range(encodings):
            platform, encoding, place = self._read(">HHL", cmap + 4 + 8 * at)
            if (platform, encoding) == (3, 1):
                return cmap + place
        raise ValueError("the font has no table of Unicode's first plane")

    def _read(self, form: str, at: int) -> tuple:
        return struct.unpack_from(form, self._data, at)
