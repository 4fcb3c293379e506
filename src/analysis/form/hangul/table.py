"""Paragraphs and tables of a Hangul document, as they are laid out and as they are written.

Lengths are in mm. The letters are not measured by their face, which nobody has here: a Hangul syllable is as wide as
it is high, a Latin letter half of that.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from analysis.form.hangul.markup import lines_of, tag, written
from analysis.form.hangul.styles import MM, Box, Letters, Lines, Styles

PADDING = 1.6  # mm between the border of a cell and its text, left and right
_ABOVE = 0.8  # and above and below
_ROW = 6.0  # mm, the lowest row
_POINT = 25.4 / 72  # mm
LEFT = Lines()


@dataclass(frozen=True)
class Paragraph:
    """Pieces of text, each in letters of its own."""

    pieces: tuple[tuple[str, Letters], ...]
    lines: Lines = LEFT

    def height(self, width: float) -> float:
        """How high it stands in a column of that width, about."""
        size = max((letters.size for _, letters in self.pieces), default=10)
        wide = sum(text_width(text, letters) for text, letters in self.pieces)
        many = max(1, math.ceil(wide / width))
        return ((many * size * self.lines.spacing / 100) + self.lines.before + self.lines.after) * _POINT


@dataclass(frozen=True)
class Cell:
    """width   0 for what the others of the row leave; cells without a width share it
    name    by which its text is found again, "" where there is nothing to find
    height  at least
    rows    how many it stands in; the rows after its own do not have it among their cells
    top     whether its text begins at the top and not in the middle
    """

    paragraphs: tuple[Paragraph, ...]
    box: Box
    width: float = 0
    name: str = ""
    height: float = 0
    rows: int = 1
    top: bool = False


@dataclass(frozen=True)
class Row:
    """heading: repeated on every page that the table runs over."""

    cells: tuple[Cell, ...]
    heading: bool = False


@dataclass(frozen=True)
class Table:
    """rows   each as wide as the table; their cells need not stand under one another. What stands in several rows
           does so at the left or the right end
    split  whether it may run over pages, between its rows; else it stays on one
    above  room above it, below: and below
    """

    rows: tuple[Row, ...]
    width: float
    split: bool = False
    above: float = 0
    below: float = 2.5

    @property
    def height(self) -> float:
        return sum(_heights(self, _laid_out(self)))


class _Laid(NamedTuple):
    """A cell, and where it begins and ends."""

    cell: Cell
    left: float
    right: float


def text_width(text: str, letters: Letters) -> float:
    """The width of a line of text, about."""
    halves = sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1.1 for letter in text)
    return halves / 2 * letters.size * _POINT


def paragraph(paragraph: Paragraph, styles: Styles, *before: str) -> str:
    """`before`: runs that stand before its text."""
    runs = [
        tag("hp:run", tag("hp:t", written(text)), charPrIDRef=styles.letters(letters))
        for text, letters in paragraph.pieces
    ]
    return frame(styles.lines(paragraph.lines), *before, *runs)


def frame(kind: int, *runs: str) -> str:
    return tag("hp:p", *runs, id=0, paraPrIDRef=kind, styleIDRef=0, pageBreak=0, columnBreak=0, merged=0)


def texts(text: str, letters: Letters, lines: Lines = LEFT) -> tuple[Paragraph, ...]:
    """A paragraph for every line of a text."""
    return tuple(Paragraph(((line, letters),), lines) for line in lines_of(text))


def table(table: Table, number: int, styles: Styles) -> str:
    """The element of the table; number: its id in the document."""
    laid = _laid_out(table)
    edges, column = _columns({end for row in laid for _, *ends in row for end in ends})
    heights = _heights(table, laid)

    def place(at: int, cell: Cell, left: int, right: int) -> str:
        height = sum(heights[at : at + cell.rows])
        return (
            tag("hp:cellAddr", colAddr=left, rowAddr=at)
            + tag("hp:cellSpan", colSpan=right - left, rowSpan=cell.rows)
            + tag("hp:cellSz", width=edges[right] - edges[left], height=_units(height))
        )

    rows = [
        tag(
            "hp:tr",
            *(
                _cell(cell, styles, place(at, cell, column[left], column[right]), table.rows[at].heading)
                for cell, left, right in row
            ),
        )
        for at, row in enumerate(laid)
    ]
    return tag(
        "hp:tbl",
        tag("hp:sz", width=edges[-1], widthRelTo="ABSOLUTE", height=_units(sum(heights)),
            heightRelTo="ABSOLUTE", protect=0),
        tag("hp:pos", treatAsChar=int(not table.split), affectLSpacing=0, flowWithText=1, allowOverlap=0,
            holdAnchorAndSO=0, vertRelTo="PARA", horzRelTo="COLUMN", vertAlign="TOP", horzAlign="LEFT",
            vertOffset=0, horzOffset=0),
        tag("hp:outMargin", left=0, right=0, top=_units(table.above), bottom=_units(table.below)),
        _margin("hp:inMargin"),
        *rows,
        id=number,
        zOrder=number,
        numberingType="TABLE",
        textWrap="TOP_AND_BOTTOM",
        textFlow="BOTH_SIDES",
        lock=0,
        dropcapstyle="None",
        pageBreak="TABLE",
        repeatHeader=1,
        rowCnt=len(table.rows),
        colCnt=len(edges) - 1,
        cellSpacing=0,
        borderFillIDRef=styles.box(Box()),
        noAdjust=0,
    )  # fmt: skip


def _columns(ends: set[float]) -> tuple[list[int], dict[float, int]]:
    """Where the columns of the table begin and end (HWPUNIT), and which of these each end of a cell (mm) is.

    Ends that are all but the same are one: a column of no width is a cell that nobody can find.
    """
    edges: list[int] = []
    column: dict[float, int] = {}
    for end in sorted(ends):
        if not edges or _units(end) - edges[-1] > MM / 2:
            edges.append(_units(end))
        column[end] = len(edges) - 1
    return edges, column


def _cell(cell: Cell, styles: Styles, place: str, heading: bool) -> str:
    """place: the elements that say where it stands and how large it is."""
    text = tag(
        "hp:subList",
        *(paragraph(one, styles) for one in cell.paragraphs),
        id="",
        textDirection="HORIZONTAL",
        lineWrap="BREAK",
        vertAlign="TOP" if cell.top else "CENTER",
        linkListIDRef=0,
        linkListNextIDRef=0,
        textWidth=0,
        textHeight=0,
        hasTextRef=0,
        hasNumRef=0,
    )
    return tag(
        "hp:tc",
        text,
        place,
        _margin("hp:cellMargin"),
        name=cell.name,
        header=int(heading),
        hasMargin=0,
        protect=0,
        editable=int(bool(cell.name)),
        dirty=0,
        borderFillIDRef=styles.box(cell.box),
    )


def _laid_out(table: Table) -> list[list[_Laid]]:
    """Where every cell of every row begins and ends, mm."""
    rows: list[list[_Laid]] = []
    above: list[tuple[int, _Laid]] = []  # cells of rows before, and the row after their last
    for at, row in enumerate(table.rows):
        above = [(end, laid) for end, laid in above if end > at]
        left = max((laid.right for _, laid in above if laid.left == 0), default=0.0)
        right = min((laid.left for _, laid in above if laid.left > 0), default=table.width)
        share = (right - left - sum(cell.width for cell in row.cells)) / max(
            1, sum(not cell.width for cell in row.cells)
        )
        ends = accumulate((cell.width or share for cell in row.cells), initial=left)
        laid = [_Laid(cell, *between) for cell, between in zip(row.cells, pairwise(ends), strict=True)]
        above += [(at + one.cell.rows, one) for one in laid if one.cell.rows > 1]
        rows.append(laid)
    return rows


def _heights(table: Table, laid: list[list[_Laid]]) -> list[float]:
    """The height of every row, mm. What stands in several rows has the room that it needs more in the last of them."""
    needed: list[list[tuple[int, float]]] = [
        [] for _ in table.rows
    ]  # in the last row of each cell: its first, height
    for at, row in enumerate(laid):
        for cell, left, right in row:
            text = sum(one.height(right - left - 2 * PADDING) for one in cell.paragraphs)
            needed[at + cell.rows - 1].append((at, max(cell.height, text + 2 * _ABOVE)))
    heights: list[float] = []
    for ending in needed:
        heights.append(max([_ROW, *(height - sum(heights[first:]) for first, height in ending)]))
    return heights


def _margin(element: str) -> str:
    beside, above = _units(PADDING), _units(_ABOVE)
    return tag(element, left=beside, right=beside, top=above, bottom=above)


def _units(mm: float) -> int:
    return round(mm * MM)
