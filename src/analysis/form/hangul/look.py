"""What a form looks like as a Hangul document: its page, its letters, and the few kinds of cells on it.

White is where one writes; all else is tinted, so lightly that it prints on any printer.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.form.body import AnswerCell
from analysis.form.hangul.styles import GOTHIC, Box, Letters, Lines
from analysis.form.hangul.table import LEFT, PADDING, Cell, Row, text_width, texts

PAGE = (210.0, 297.0)  # mm
BESIDE, ABOVE, BELOW = 20.0, 22.0, 20.0  # margins, mm
RUNNING = 10.0  # from the edge of the paper to the header and the footer, mm
WIDTH = PAGE[0] - 2 * BESIDE

NAVY, INK, GREY, RULE = "#103A6B", "#1B2130", "#454C5A", "#858A95"

BODY = Letters(10, colour=INK)
ANSWER = Letters(10.5)
SMALL = Letters(9, colour=GREY)
STRONG = Letters(9, bold=True, colour=NAVY, face=GOTHIC)
LABEL = Letters(9.5, bold=True, colour=INK, face=GOTHIC)
SECTION = Letters(12, bold=True, colour="#FFFFFF", face=GOTHIC)
ASK = Letters(10.5, bold=True, colour=INK, face=GOTHIC)

SECTION_BOX = Box(NAVY, NAVY)
HEAD_BOX = Box("#DCE5EF", RULE)
LABEL_BOX = Box("#EDF1F6", RULE)
TEXT_BOX = Box("#F7F9FB", RULE)
ANSWER_BOX = Box("#FFFFFF", RULE)

CENTER, RIGHT = Lines("CENTER"), Lines("RIGHT")
_ALIGNED = {"choice": CENTER, "mark": CENTER, "number": RIGHT, "money": RIGHT}
_HEIGHT = {"open": 34.0, "text": 9.0}  # mm
_ROW = 7.5  # mm, of a row that is written in by hand


def answer_cell(cell: AnswerCell, text: str, width: float = 0) -> Cell:
    """The cell to fill in, with what is filled in already."""
    lines = _ALIGNED.get(cell.kind, LEFT)
    height = _HEIGHT.get(cell.kind, _ROW)
    return Cell(
        texts(text, ANSWER, lines), ANSWER_BOX, width, cell.field.name, height, top=cell.kind == "open"
    )


def label_cell(text: str, width: float = 0, lines: Lines = CENTER, box: Box = LABEL_BOX) -> Cell:
    return Cell(texts(text, LABEL, lines), box, width)


def text_cell(text: str, width: float = 0, lines: Lines = LEFT, letters: Letters = BODY) -> Cell:
    return Cell(texts(text, letters, lines), TEXT_BOX, width)


def filling_row(*cells: Cell, width: float = WIDTH) -> Row:
    """The cells of a row, with an empty one behind them where they leave room."""
    free = width - sum(cell.width for cell in cells)
    if all(cell.width for cell in cells) and free > 1:
        return Row((*cells, text_cell("")))
    return Row(cells)


def wide(text: str, letters: Letters = BODY) -> float:
    """The width of a cell that holds the longest line of the text, mm."""
    return max(text_width(line, letters) for line in text.split("\n")) + 2 * PADDING


def columns_of(widths: Sequence[float], width: float, most: int) -> int:
    """How many columns cells take whose texts are that wide; rows as even as can be."""
    many = max(1, min(len(widths), most, int(width // max(widths))))
    rows = -(-len(widths) // many)
    return -(-len(widths) // rows)  # four in two rows are two and two, not three and one
