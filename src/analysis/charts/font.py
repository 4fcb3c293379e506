"""The letters a page can always show: the Nanum Gothic that comes with the libraries, whole or as few letters
as needed.

Readers see their own face first (Pretendard, Apple SD Gothic Neo, Malgun Gothic, …). This one is what charts
are measured with, and what a page carries as its last resort.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import uharfbuzz as hb

from analysis.errors import DureError

FAMILY = "Dure Fallback"  # the name under which a page embeds it
FILES = {400: "NanumGothic.ttf", 700: "NanumGothicBold.ttf"}
STAND_INS = {"\N{MINUS SIGN}": "\N{EN DASH}"}  # a sign that the font lacks: the one whose glyph shows it
_PACKAGE = "koreanize_matplotlib"
_EPOCH = (
    0x7C25B080  # 1970 in the seconds since 1904 of a font's dates: bytes that do not tell when they were made
)


class FontError(DureError):
    """The font that comes with the libraries is not there."""


@cache
def font_file(weight: int = 400) -> Path:
    """The font file of a weight, 400 or 700. Its package is found without importing it, which would change
    matplotlib's settings. Raises FontError where it is missing."""
    spec = find_spec(_PACKAGE)
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder) / "fonts" / FILES[weight]
        if path.is_file():
            return path
    raise FontError(
        f"글꼴 {FILES[weight]}이(가) 없습니다. 라이브러리({_PACKAGE})를 다시 설치하세요.",
        f"the font {FILES[weight]} is missing: install the library {_PACKAGE} again",
    )


@cache
def whole(weight: int = 400) -> hb.Face:
    """The font of a weight, opened."""
    return hb.Face(hb.Blob.from_file_path(str(font_file(weight))))


def subset(text: str, weight: int = 400) -> bytes:
    """The letters of `text` as a WOFF2 font. The same letters give the same bytes; a minus sign is shown by the
    glyph of a dash, and other letters that the font does not have are left out: a reader's own face shows them."""
    return _subset("".join(sorted(set(text))), weight)


@cache
def _subset(letters: str, weight: int) -> bytes:
    from fontTools.ttLib import TTFont

    chosen = hb.SubsetInput()
    chosen.unicode_set.update(ord(STAND_INS.get(letter, letter)) for letter in letters)
    chosen.flags = hb.SubsetFlags.NO_HINTING  # half the bytes; the faces that need hints are on the systems that use them
    made = hb.subset(whole(weight), chosen).blob.data
    font = TTFont(io.BytesIO(made), recalcTimestamp=False)
    for names in (table.cmap for table in font["cmap"].tables if table.isUnicode()):
        for sign, shown in STAND_INS.items():
            if sign in letters and ord(shown) in names:
                names[ord(sign)] = names[ord(shown)] if shown in letters else names.pop(ord(shown))
    font.flavor = "woff2"
    font["head"].created = font["head"].modified = _EPOCH
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()
