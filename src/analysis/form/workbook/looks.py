"""How a form looks as a workbook: faces, colours, and how much room a text takes."""

from __future__ import annotations

from math import ceil

import xlsxwriter
from xlsxwriter.format import Format

from analysis.new_workbook import FONT

_NORMAL = {
    "ko": (72, 22),
    "en": (64, 20),
}  # pixels of a column and a row as wide and high as that face makes them
INK, INK2, INK3 = "#1B2130", "#454C5A", "#5F6674"
INDIGO, TAG, RULE = "#103A6B", "#9A4A0A", "#DAD7CF"
BAND, BOX, BOX_EDGE = "#EEF2F6", "#FFFFFF", "#6F8FB5"
KNOWN, KNOWN_EDGE = "#FFF6DC", "#C9A24B"
OFF, OFF_INK = "#F3F2EF", "#A9ADB5"
WRONG, WRONG_FILL = "#B3261E", "#FBE9E7"

PIXELS, POINTS = 96, 72  # to the inch
_SIZES = {"title": 20.0, "heading": 15.0, "hint": 10.5, "code": 9.0}
_SIZE = 11.0  # of everything else
_LINE = 1.5  # the height of a line to the size of its letters
_PAD, _CLOSE = 6.0, 2.0  # above and below a text, in points; in a list
_MARGIN = 8  # left and right of a text, in pixels

_LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_color": INDIGO},
    "publisher": {"bold": True, "font_color": INK2},
    "addressee": {"bold": True, "font_color": INK},
    "heading": {"bold": True, "font_color": INDIGO, "bottom": 2, "bottom_color": INDIGO},
    "status": {"bold": True, "font_color": TAG},
    "part": {"bold": True, "font_color": INDIGO, "bottom": 1, "bottom_color": INDIGO},
    "label": {"bold": True, "font_color": INK2, "valign": "top"},
    "text": {"font_color": INK, "valign": "top"},
    "deadline": {"bold": True, "font_color": TAG, "valign": "top"},
    "item": {"font_color": INK},
    "beside": {"font_color": INK, "indent": 1},
    "link": {"font_color": "#1D568F", "underline": 1, "bottom": 4, "bottom_color": RULE},
    "count": {"align": "center", "bottom": 4, "bottom_color": RULE},
    "count_head": {"bold": True, "font_color": INK2, "align": "center", "bottom": 1, "bottom_color": RULE},
    "list_head": {"bold": True, "font_color": INK2, "bottom": 1, "bottom_color": RULE},
    "no": {"bold": True, "font_color": INDIGO, "bg_color": BAND, "align": "center"},
    "ask": {"bold": True, "font_color": INK, "bg_color": BAND},
    "asked_of": {"font_color": TAG, "font_size": 10.5},
    "known": {"font_color": "#7A5A00", "bg_color": KNOWN, "font_size": 10.5},
    "hint": {"font_color": INK3},
    "hint_beside": {"font_color": INK3, "font_size": 10.5, "indent": 1},
    "option": {"font_color": INK},
    "row": {"font_color": INK, "bottom": 4, "bottom_color": RULE},
    "group": {"bold": True, "font_color": INDIGO, "bottom": 1, "bottom_color": RULE},
    "column": {"bold": True, "font_color": INK2, "align": "center", "valign": "bottom"},
    "rank": {"bold": True, "font_color": INK2, "align": "right", "indent": 1},
    "own_words": {"font_color": INK2, "align": "right", "indent": 1},
    "unit": {"font_color": INK2, "indent": 1},
    "total": {"bold": True, "align": "right", "indent": 1, "top": 1, "top_color": INK2},
    "total_money": {
        "bold": True, "align": "right", "indent": 1, "top": 1, "top_color": INK2, "num_format": "#,##0",
    },
    "total_words": {"bold": True, "font_color": INK2, "top": 1, "top_color": INK2},
    "code": {"font_color": INK3},
}  # fmt: skip
_ANSWERS: dict[str, dict[str, object]] = {  # by the kind of cell
    "choice": {"num_format": "@", "indent": 1},
    "mark": {"num_format": "@", "align": "center", "bold": True},
    "number": {"align": "right", "indent": 1},
    "money": {"align": "right", "indent": 1},
    "date": {"num_format": "@", "indent": 1},
    "text": {"num_format": "@", "indent": 1},
    "open": {"num_format": "@", "valign": "top"},
}


def normal(language: str) -> dict[str, object]:
    """Options of a book whose plain cells are in the face of the form: the widths of columns hang on it."""
    column, row = _NORMAL[language]
    return {
        "default_format_properties": {"font_name": FONT[language], "font_size": _SIZE},
        "default_column_width": column,
        "default_row_height": row,
    }


class Looks:
    """The formats of a book, each made once."""

    def __init__(self, book: xlsxwriter.Workbook, language: str) -> None:
        self._book, self._made = book, dict[str, Format]()
        self._base = {
            "font_name": FONT[language], "font_size": _SIZE, "valign": "vcenter", "text_wrap": True,
        }  # fmt: skip

    def of(self, name: str) -> Format:
        """Of what is printed."""
        return self._get(name, {"font_size": size(name)} | _LOOKS[name])

    def answer(self, kind: str, known: bool) -> Format:
        """Of a cell to fill in; known: whether something stands in it to be confirmed."""
        fill, edge = (KNOWN, KNOWN_EDGE) if known else (BOX, BOX_EDGE)
        box = {"locked": False, "border": 1, "border_color": edge, "bg_color": fill, "font_color": INK}
        return self._get(f"answer {kind} {known}", box | _ANSWERS[kind])

    def off(self) -> Format:
        """Of what is not to be asked."""
        return self._bare("off", {"font_color": OFF_INK, "bg_color": OFF, "border_color": RULE})

    def wrong(self) -> Format:
        return self._bare("wrong", {"font_color": WRONG, "bg_color": WRONG_FILL})

    def done(self) -> Format:
        return self._bare("done", {"font_color": "#2A7A50"})

    def whole_number(self) -> Format:
        return self._bare("whole", {"num_format": "#,##0"})

    def _get(self, key: str, looks: dict[str, object]) -> Format:
        if key not in self._made:
            self._made[key] = self._book.add_format(self._base | looks)
        return self._made[key]

    def _bare(self, key: str, looks: dict[str, object]) -> Format:
        """For a condition, which changes what it names and nothing else."""
        if key not in self._made:
            self._made[key] = self._book.add_format(looks)
        return self._made[key]


def size(name: str) -> float:
    """The size of the letters of a look, in points."""
    return float(_SIZES.get(name, _LOOKS.get(name, {}).get("font_size", _SIZE)))  # type: ignore[arg-type]


def height(text: str, pixels: int, points: float = _SIZE, close: bool = False) -> float:
    """How high a row has to be for `text` in a cell so wide, in points."""
    return lines(text, pixels, points) * points * _LINE + (_CLOSE if close else _PAD)


def lines(text: str, pixels: int, points: float = _SIZE) -> int:
    """How many lines a text takes in a cell so wide, words kept whole where they fit."""
    room = max(1.0, pixels - _MARGIN)
    return sum(_lines(line, room, points) for line in text.split("\n"))


def width(text: str, points: float = _SIZE) -> float:
    """How wide a text is on one line, in pixels; a little too much rather than too little."""
    return sum(map(_letter, text)) * points * PIXELS / POINTS


def _lines(line: str, room: float, points: float) -> int:
    count, used = 1, 0.0
    for word in line.split(" "):
        wide = width(word, points)
        if used and used + width(" ", points) + wide > room:
            count, used = count + 1, 0.0
        if wide > room:
            count, wide = count + ceil(wide / room) - 1, wide % room
        used += (width(" ", points) if used else 0) + wide
    return count


def _letter(letter: str) -> float:
    """How wide a letter is, in its own height."""
    if ord(letter) > 0x2000:
        return 0.95
    if letter in " .,:;'!|()[]":
        return 0.33
    return 0.7 if letter.isupper() else 0.58
