"""Notes that stand under many figures are said once, at the beginning of their chapter.

What a sign means, or that a number of few is to be read with care, holds wherever it is met: said under two
figures of a chapter, it is lifted. Any other note is lifted only where every figure of the chapter has it, and
so is the source. What is special to a figure stays with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from analysis.language import message

LEAST = 2  # figures
ANYWHERE = (
    "report.caption.signs_unknown", "report.caption.signs_hidden", "report.caption.signs_none", "tables.note.few",
)  # fmt: skip
_NUMBER = 987
_NOTE = re.compile(r"<li data-note>(.*?)</li>\n?", re.DOTALL)
_SOURCE = re.compile(r'<p class="note from">.*?<span class="source">(.*?)</span></p>\n?', re.DOTALL)
_EMPTY = (
    re.compile(r'<div class="note"><b>[^<]*</b><ol>\s*</ol></div>\n?'),
    re.compile(r'<div class="notes">\s*</div>\n?'),
)


def lift_notes(pieces: Sequence[str], language: str) -> tuple[list[str], list[str], str]:
    """The pieces of a chapter without what they share, the shared notes, and the shared source ("" for none)."""
    noted = [piece for piece in pieces if _SOURCE.search(piece)]
    times = Counter(note for piece in noted for note in dict.fromkeys(_NOTE.findall(piece)))
    least = max(LEAST, len(noted))
    shared = [
        note for note, count in times.items() if count >= least or (count >= LEAST and _anywhere(note, language))
    ]
    sources = {source for piece in noted for source in _SOURCE.findall(piece)}
    source = sources.pop() if len(noted) >= LEAST and len(sources) == 1 else ""
    return [_without(piece, shared, source) for piece in pieces], shared, source


def _without(piece: str, shared: Iterable[str], source: str) -> str:
    piece = _NOTE.sub(lambda note: "" if note[1] in shared else note[0].replace(" data-note", ""), piece)
    if source:
        piece = _SOURCE.sub("", piece)
    for empty in _EMPTY:
        piece = empty.sub("", piece)
    return piece


def _anywhere(note: str, language: str) -> bool:
    """It explains a sign or a way of reading, and is true of any figure."""
    words = re.sub(r"<[^>]*>", "", note)
    known = (re.escape(message(key, language, few=_NUMBER)) for key in ANYWHERE)
    return any(re.fullmatch(one.replace(str(_NUMBER), r"\d+"), words) for one in known)
