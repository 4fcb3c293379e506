"""How the words of a block stand around its figure, so that neither side of the page stays blank.

On a wide screen words stand in a column at the left, the figure at the right. What would reach below the figure
goes under both, in columns of its own; where words are few, the notes go to the left, too. A page cannot know
faces and windows beforehand, so heights are estimates in pixels of a screen of 1,280; half a line does no harm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from analysis.narrative import Sentence

LINE, SENTENCE = 27.0, 8.0  # a line of the column, and what stands between two sentences
COLUMN = 17.4  # ems of 16 pixels in a line of the column, inside its marks
NOTE_LINE, NOTE_SIDE, NOTE_BELOW = 20.0, 21.0, 48.0  # ems of 12 pixels
AROUND = 84.0  # caption and subtitle of a figure
SPARE = 1.2  # words may reach this much further down than the figure
WIDE_LETTER, LETTER = 0.9, 0.5  # ems
_HEIGHT = re.compile(r'viewBox="0 0 [\d.]+ ([\d.]+)"')


@dataclass(frozen=True)
class Division:
    """Sentences beside the figure and below it, and whether the notes stand beside it, too."""

    beside: tuple[Sentence, ...]
    below: tuple[Sentence, ...]
    notes_beside: bool


def divide(sentences: Sequence[Sentence], other: Sequence[str], notes: Sequence[str], svg: str) -> Division:
    """Of a block with the drawing `svg`. other: quotations and remarks, which stand beside it whatever they are."""
    found = _HEIGHT.search(svg)
    if found is None:
        return Division(tuple(sentences), (), False)
    room = (float(found[1]) + AROUND) * SPARE
    below_figure = sum(lines(note, NOTE_BELOW) * NOTE_LINE for note in notes)
    taken = sum(lines(text, COLUMN) * LINE + SENTENCE for text in other)
    beside: list[Sentence] = []
    for sentence in sentences:
        height = lines(sentence.text, COLUMN) * LINE + SENTENCE
        if taken + height > room + below_figure:
            break
        taken += height
        beside.append(sentence)
    in_column = sum(lines(note, NOTE_SIDE) * NOTE_LINE for note in notes)
    return Division(tuple(beside), tuple(sentences[len(beside) :]), taken + in_column <= room)


def lines(text: str, ems: float) -> int:
    """How many lines a text takes where a line has room for so many ems.

    >>> lines("가" * 30, 9.0)
    3
    """
    width = sum(WIDE_LETTER if unicodedata.east_asian_width(letter) in "WF" else LETTER for letter in text)
    return max(1, ceil(round(width / ems, 6)))
