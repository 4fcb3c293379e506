"""How wide words are, and where a long label breaks, before anything is drawn.

Measured with the font that comes with the libraries. Readers' own faces differ by up to `SLACK`, so room is
always asked for with that much to spare.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from analysis.charts.font import font_file

SLACK = 1.15
LINE = 17.0  # from one line of a label to the next, in pixels
ASCENT, DESCENT = 0.92, 0.23  # of the font size, above and below the baseline


def width(text: str, size: float = 13, bold: bool = False) -> float:
    """The width of a line of text in pixels, in the measuring font."""
    return size * sum(_advance(letter, bold) for letter in text)


def room(text: str, size: float = 13, bold: bool = False) -> float:
    """The width to keep free for a text, whatever face it will be shown in."""
    return SLACK * width(text, size, bold)


def wrap(text: str, within: float, size: float = 13, bold: bool = False) -> tuple[str, ...]:
    """The text in as few lines as fit `within` pixels, and those about as long as each other.

    A word that is longer than a line is cut, as paper would have it: nothing is left out.
    """
    pieces = _pieces(text, within, size, bold)
    lines = _fill(pieces, within, size, bold)
    narrower = within
    while len(lines) > 1 and (narrower := narrower - size / 2) > within / 2:
        tighter = _fill(pieces, narrower, size, bold)
        if len(tighter) > len(lines) or any(room(line, size, bold) > narrower for line in tighter):
            break
        lines = tighter
    return tuple(lines)


def has_letter(letter: str, bold: bool = False) -> bool:
    """The shipped font can show it."""
    return letter.isspace() or bool(_face(bold).get_char_index(ord(letter)))


def _pieces(text: str, within: float, size: float, bold: bool) -> list[str]:
    """What a line is filled with: words and parts of words, each with the space that leads it."""
    found = []
    for word in text.split():
        parts = re.findall(r".+?[·,/]+(?=.)|.+?(?=\()|.+", word) or [word]
        parts[0] = f" {parts[0]}"
        for part in parts:
            found += _cut(part, within, size, bold) if room(part.strip(), size, bold) > within else [part]
    return found


def _cut(piece: str, within: float, size: float, bold: bool) -> list[str]:
    cuts, start = [], 0
    for end in range(1, len(piece) + 1):
        if end - start > 1 and room(piece[start:end].strip(), size, bold) > within:
            cuts.append(piece[start : end - 1])
            start = end - 1
    return [*cuts, piece[start:]]


def _fill(pieces: list[str], within: float, size: float, bold: bool) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        if lines and room(lines[-1] + piece, size, bold) <= within:
            lines[-1] += piece
        else:
            lines.append(piece.lstrip())
    return lines or [""]


@cache
def _advance(letter: str, bold: bool) -> float:
    """The width of a letter at size 1; of one that the font lacks, a full square."""
    from matplotlib.ft2font import LoadFlags

    face = _face(bold)
    if not face.get_char_index(ord(letter)):
        return 1.0
    return face.load_char(ord(letter), LoadFlags.NO_SCALE).horiAdvance / face.units_per_EM


@cache
def _face(bold: bool) -> Any:
    from matplotlib.ft2font import FT2Font

    return FT2Font(str(font_file(700 if bold else 400)))
