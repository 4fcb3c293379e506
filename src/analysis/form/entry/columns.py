"""The columns of a data entry workbook: one for every cell of the form, headed as files of answers are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from analysis.form.body import AnswerCell
from analysis.form.plan import Block, FormPlan
from analysis.language import message

_WIDTHS = {
    "mark": (9, 11),
    "number": (9, 11),
    "money": (12, 14),
    "date": (12, 12),
    "text": (20, 20),
    "open": (36, 36),
}
_NARROWER = 0.88
_HEADING_LINES = 3.5  # that a heading may take, about
_CHOICE = (10, 17)  # the least and the greatest width of a column of choices


@dataclass(frozen=True)
class EntryColumn:
    """heading   "A5 [법률]": the printed number, and in brackets which cell of the question it is
    label     what the question is about, in short
    position  of the column among those of its question, from 0
    of        how many its question has
    """

    cell: AnswerCell
    block: Block
    heading: str
    label: str
    position: int
    of: int

    @property
    def name(self) -> str:
        return self.cell.field.name

    @property
    def width(self) -> int:
        """In letters of Latin script, of which a Korean one takes two."""
        least, most = _WIDTHS.get(self.cell.kind, _CHOICE)
        longest = max(map(letters, self.cell.choices), default=0) + 3
        wanted = longest if self.cell.choices else letters(self.heading)
        return max(least, min(most, wanted), ceil(letters(self.heading) / _HEADING_LINES))


def entry_columns(plan: FormPlan) -> tuple[EntryColumn, ...]:
    """The columns in the order of the form."""
    return tuple(_columns(plan))


def _columns(plan: FormPlan) -> Iterator[EntryColumn]:
    for block in plan.blocks:
        label = block.question.label.text(plan.language)
        for position, cell in enumerate(block.cells):
            heading = _heading(cell, block, plan.language)
            yield EntryColumn(cell, block, heading, label, position, len(block.cells))


def _heading(cell: AnswerCell, block: Block, language: str) -> str:
    field = cell.field
    if field.own_words:
        name = next(option.text(language) for option in field.part.answer.choices if option.other)
        return message("form.entry.own_words", language, no=block.no, option=name)
    sides = (field.part.row_words, field.part.column_words, field.option)
    inner = " / ".join(one.text(language) for one in sides if one is not None)
    return f"{block.no} [{inner}]" if inner else block.no


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a cell of that width: letters of ten points are narrower than the unit."""
    return max(1, ceil(_NARROWER * letters(text) / width))


def letters(text: str) -> int:
    """How many letters of Latin script a text is wide."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)
