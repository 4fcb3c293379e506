"""How the cells of a data entry workbook look."""

from __future__ import annotations

from functools import cached_property

import xlsxwriter
from xlsxwriter.format import Format

from analysis.new_workbook import FONT

_DARK, _LINE, _SOFT = "#1F3A4D", "#B9C2C9", "#5F6674"
_INVALID = {"bg_color": "#F6C9C4", "font_color": "#8E1B10"}
_DOUBTFUL = {"bg_color": "#FBE7A8", "font_color": "#6B4E00"}
_NOT_ASKED = {"bg_color": "#D5DADD"}
# Neighbouring questions take turns, so that the cells of one are seen to belong together.
_TINTS = (("#DCE8EE", "#EDF3F6"), ("#EFE7DA", "#F7F2EA"))


class EntryLooks:
    """Formats; each made once."""

    def __init__(self, book: xlsxwriter.Workbook, language: str) -> None:
        self._book, self._made = book, dict[tuple[object, ...], Format]()
        self._base = {"font_name": FONT[language], "font_size": 10, "valign": "vcenter"}

    def _of(self, **looks: object) -> Format:
        key = tuple(looks.items())
        if key not in self._made:
            self._made[key] = self._book.add_format(self._base | looks)
        return self._made[key]

    def heading(self, turn: int, first: bool) -> Format:
        """Of the heading of a column; turn: of its question, counted from 0; first: whether it is its first column."""
        tint = _TINTS[turn % 2][0]
        return self._of(bold=True, text_wrap=True, align="center", valign="top", bg_color=tint, bottom=1,
                        bottom_color=_LINE, left=1 if first else 4, left_color=_SOFT if first else _LINE)  # fmt: skip

    def label(self, turn: int) -> Format:
        tint = _TINTS[turn % 2][1]
        return self._of(font_size=8, font_color=_SOFT, text_wrap=True, align="left", valign="top", bg_color=tint,
                        bottom=2, bottom_color=_DARK, left=1, left_color=_SOFT)  # fmt: skip

    @cached_property
    def own_heading(self) -> Format:
        """Of the columns that are no question's."""
        return self._of(
            bold=True, text_wrap=True, align="center", valign="top", font_color="#FFFFFF", bg_color=_DARK
        )

    @cached_property
    def own_label(self) -> Format:
        return self._of(bg_color=_DARK, font_size=8)

    @cached_property
    def name(self) -> Format:
        """Of the row that nobody sees."""
        return self._of(font_size=8, font_color=_SOFT)

    def typed(self, kind: str) -> Format:
        """Of the cells to type in. What is no number stays the text that was typed: 2016-03, 3.10, -."""
        if kind in ("number", "money"):
            return self._of(locked=False, align="right")
        if kind in ("text", "open"):
            return self._of(locked=False, num_format="@", align="left")
        return self._of(
            locked=False, num_format="@", align="center" if kind in ("mark", "serial") else "left"
        )

    # Of conditions; a font cannot be set there.

    @cached_property
    def begins(self) -> Format:
        """The line on the left of the first cell of a question."""
        return self._book.add_format({"left": 1, "left_color": _LINE})

    def thousands(self, begins: bool) -> Format:
        """Of a whole number; begins: whether it is the first cell of a question."""
        line = {"left": 1, "left_color": _LINE} if begins else {}
        key = ("thousands", begins)
        if key not in self._made:
            self._made[key] = self._book.add_format({"num_format": "#,##0", **line})
        return self._made[key]

    @cached_property
    def invalid(self) -> Format:
        return self._book.add_format(_INVALID)

    @cached_property
    def doubtful(self) -> Format:
        return self._book.add_format(_DOUBTFUL)

    @cached_property
    def not_asked(self) -> Format:
        return self._book.add_format(_NOT_ASKED)

    # Of the guide.

    @cached_property
    def title(self) -> Format:
        return self._of(bold=True, font_size=16, font_color=_DARK)

    @cached_property
    def about(self) -> Format:
        return self._of(font_color=_SOFT)

    @cached_property
    def part(self) -> Format:
        return self._of(bold=True, font_size=11, font_color="#FFFFFF", bg_color=_DARK)

    @cached_property
    def words(self) -> Format:
        return self._of(text_wrap=True, valign="top")

    @cached_property
    def step(self) -> Format:
        return self._of(bold=True, align="center", valign="top", font_color=_DARK)

    @cached_property
    def head(self) -> Format:
        return self._of(bold=True, bg_color=_TINTS[0][0], bottom=1, bottom_color=_SOFT)

    @cached_property
    def line(self) -> Format:
        return self._of(text_wrap=True, valign="top", bottom=4, bottom_color=_LINE)

    @cached_property
    def number(self) -> Format:
        return self._of(bold=True, valign="top", bottom=4, bottom_color=_LINE)

    @cached_property
    def swatch_invalid(self) -> Format:
        return self._of(**_INVALID, align="center", valign="top")

    @cached_property
    def swatch_doubtful(self) -> Format:
        return self._of(**_DOUBTFUL, align="center", valign="top")

    @cached_property
    def swatch_not_asked(self) -> Format:
        return self._of(**_NOT_ASKED)
