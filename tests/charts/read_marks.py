"""What is wrong with the marks of a drawing, as a reader would see it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from fontTools.ttLib import TTFont

from analysis.charts.font import STAND_INS, font_file
from analysis.charts.marks import Box, Mark, Words, bottom
from analysis.charts.measure import ASCENT, DESCENT, width
from analysis.narrative import Figure, show_cell
from analysis.tables import Table
from analysis.tables.address import parse_address


@dataclass(frozen=True)
class Face:
    """A face that a reader may have, by how much wider its Hangul and its other letters run than those of the font
    that is measured with: which is Nanum Gothic itself."""

    name: str
    hangul: float
    others: float

    def width(self, words: Words) -> float:
        hangul, others = widths(words.text, words.size, words.bold)
        return self.hangul * hangul + self.others * others


@cache
def widths(text: str, size: float, bold: bool) -> tuple[float, float]:
    """Of its Hangul, and of its other letters."""
    hangul = width("".join(letter for letter in text if "가" <= letter <= "힣"), size, bold)
    return hangul, width(text, size, bold) - hangul


@cache
def letters_lacked(text: str, bold: bool) -> str:
    there = letters_there(700 if bold else 400)
    return "".join(letter for letter in text if not (letter.isspace() or STAND_INS.get(letter, letter) in there))


@cache
def letters_there(weight: int) -> frozenset[str]:
    """Those that the shipped font can show."""
    with TTFont(font_file(weight)) as font:
        return frozenset(map(chr, font.getBestCmap()))


# Hangul of Nanum Gothic is 0.94 em wide, of most faces on screens 0.86 to 0.92, with other letters as wide or wider.
FACES = (
    Face("shipped", 1.0, 1.0),
    Face("wide", 1.1, 1.1),
    Face("narrow Hangul, wide Latin", 0.92, 1.1),
    Face("condensed", 0.9, 0.9),
)
COUNTED = re.compile(r"(?<![\w~])[\d,.]+(%|개|점|%p)$")


def words_of(marks: Sequence[Mark]) -> list[Words]:
    return [mark for mark in marks if isinstance(mark, Words)]


def letters(words: Words, face: Face) -> Box:
    """The box of the letters in a face."""
    wide = face.width(words)
    left = words.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor]
    return (left, words.y - ASCENT * words.size * 0.85, left + wide, words.y + DESCENT * words.size)


def illegible(marks: Sequence[Mark], wide: float) -> list[str]:
    """Words on words, words or marks outside the sheet, in any of the faces; letters that the shipped font lacks,
    "nan"."""
    shown, high = words_of(marks), bottom(marks) + 4
    return [
        *(
            f"on each other in a {face.name} face: {one.text!r}, {other.text!r}"
            for face in FACES
            for one, other in on_each_other(shown, face)
        ),
        *(f"outside in a {face.name} face: {mark}" for face in FACES for mark in marks if _outside(mark, wide, high, face)),
        *(f"not a number: {one.text!r}" for one in shown if re.search(r"\bnan\b|\binf\b", one.text)),
        *(f"no glyph: {letter!r}" for one in shown for letter in letters_lacked(one.text, one.bold)),
    ]


def on_each_other(shown: Sequence[Words], face: Face) -> Iterator[tuple[Words, Words]]:
    boxes = sorted(((letters(one, face), one) for one in shown), key=lambda pair: pair[0][1])
    for at, ((left, _, right, low), one) in enumerate(boxes):
        for (other_left, other_top, other_right, _), other in boxes[at + 1 :]:
            if other_top > low - 2.5:
                break
            if min(right, other_right) - max(left, other_left) > 1:
                yield one, other


def _outside(mark: Mark, wide: float, high: float, face: Face) -> bool:
    left, top, right, low = letters(mark, face) if isinstance(mark, Words) else mark.box
    return left < -1 or top < -1 or right > wide + 1 or low > high + 1


def untied(table: Table, marks: Sequence[Mark], language: str) -> list[str]:
    """Numbers that are not those of their cell, and counts, percentages and points that have none."""
    named = " ".join(
        label.words.text(language) for axis in (table.levels, table.rows, table.items) for label in axis
    )
    found = []
    for one in words_of(marks):
        if not one.cell:
            if COUNTED.search(one.text) and one.text not in named:
                found.append(f"no cell: {one.text!r}")
            continue
        level, row, item, stat = parse_address(one.cell)[-1]
        cell = table.get(stat, item, row, level)
        said = (show_cell(table, cell, language, unit) for unit in (True, False) if cell)
        if not any((each.text if isinstance(each, Figure) else each) in one.text for each in said):
            found.append(f"{one.text!r} is not {one.cell}")
    return found
