"""How wide words are, and where a long label breaks, before anything is drawn.

Measured with the font that comes with the libraries. Readers' own faces differ by up to `SLACK`, so room is
always asked for with that much to spare.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

import uharfbuzz as hb

from analysis.charts.font import STAND_INS, whole

SLACK = 1.15
LINE = 17.0  # from one line of a label to the next, in pixels
ASCENT, DESCENT = 0.92, 0.23  # of the font size, above and below the baseline


@lru_cache(maxsize=8192)
def width(text: str, size: float = 13, bold: bool = False) -> float:
    """The width of a line of text in pixels, in the measuring font."""
    return size * sum(_advance(letter, bold) for letter in text)


def room(text: str, size: float = 13, bold: bool = False) -> float:
    """The width to keep free for a text, whatever face it will be shown in."""
    return SLACK * width(text, size, bold)


@lru_cache(maxsize=4096)
def wrap(text: str, within: float, size: float = 13, bold: bool = False) -> tuple[str, ...]:
    """The text in as few lines as fit `within` pixels, and those about as long as each other.

    Lines break at spaces and after "·", "," and "/" before a letter: never inside a number, nor between it
    and its unit, nor before a word of one letter. Of as many lines, those are best of which none is a single
    letter. A word that is longer than a line is parted before the kind of body that it names, or cut into even
    pieces, as paper would have it: nothing is left out.
    """
    pieces = _pieces(text, within, size, bold)
    best = _fill(pieces, within, size, bold)
    if len(best) == 1:
        return tuple(best)
    most, narrower = len(best), within
    while (narrower := narrower - size / 2) > within / 2:
        lines = _fill(pieces, narrower, size, bold)
        if len(lines) > most or any(room(line, size, bold) > narrower for line in lines):
            break
        if _lonely(lines) <= _lonely(best):
            best = lines
    return tuple(best)


def longest_word(text: str, size: float = 13, bold: bool = False) -> float:
    """The room of the longest part that `wrap` does not break unless it must."""
    return max(
        (room(piece.strip(), size, bold) for piece in _pieces(text, math.inf, size, bold)), default=0.0
    )


def _lonely(lines: Sequence[str]) -> int:
    """How many lines are no more than a letter."""
    return sum(sum(letter.isalnum() for letter in line) < 2 for line in lines)


# A long Korean name may be parted before what kind of body it names: 사회연대경제|지원센터.
BODY = re.compile(r"(?<=[가-힣]{4})(?=협동조합|연합회|연대회의|협의회|위원회|지원센터)")
_WITHIN = re.compile(rf"(?<=~)(?=.)|{BODY.pattern}")  # from ~ to
_PART = re.compile(r".+?[·,/]+(?=[^\W\d])|.+?(?=\()|.+")
_TIED = re.compile(r"(?<=\d) (?=[^\W\d]{1,2}(?:\W|$))|(?<=\S\S) (?=[가-힣](?:\s|$))")  # "100 억원", "할 수"


def _pieces(text: str, within: float, size: float, bold: bool) -> list[str]:
    """What a line is filled with: words and parts of words, each with the space that leads it."""
    found = []
    for word in re.split("[ \t\n\r]+", _TIED.sub("\N{NO-BREAK SPACE}", text)):
        parts = _PART.findall(word) if word else []
        for at, part in enumerate(parts):
            part = part if at else f" {part}"
            part = part.replace("\N{NO-BREAK SPACE}", " ")
            fits = room(part.strip(), size, bold) <= within
            for piece in [part] if fits else _WITHIN.split(part):
                found += (
                    [piece] if room(piece.strip(), size, bold) <= within else _cut(piece, within, size, bold)
                )
    return found


def _cut(piece: str, within: float, size: float, bold: bool) -> list[str]:
    """Even parts of a word that fit, the first with the space that leads it."""
    word = piece.lstrip()
    for number in range(2, len(word) + 1):
        edges = [round(len(word) * at / number) for at in range(number + 1)]
        parts = [word[start:end] for start, end in pairwise(edges)]
        if all(room(part.strip(), size, bold) <= within for part in parts):
            return [piece.removesuffix(word) + parts[0], *parts[1:]]
    return [*piece]


def _fill(pieces: list[str], within: float, size: float, bold: bool) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        if lines and room(lines[-1] + piece, size, bold) <= within:
            lines[-1] += piece
        else:
            lines.append(piece.lstrip())
    return lines or [""]


def _advance(letter: str, bold: bool) -> float:
    """The width of a letter at size 1; of one that the font lacks, a full square."""
    told = _width(letter, bold)
    return 1.0 if told is None else told


@cache
def _width(letter: str, bold: bool) -> float | None:
    """The width of a letter at size 1; None of one that the font lacks."""
    font = _font(bold)
    glyph = font.get_nominal_glyph(ord(STAND_INS.get(letter, letter)))
    return None if glyph is None else font.get_glyph_h_advance(glyph) / font.face.upem


@cache
def _font(bold: bool) -> hb.Font:
    return hb.Font(whole(700 if bold else 400))
