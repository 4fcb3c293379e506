"""Rows and columns of what is asked as a table: blocks of rows, columns asked of some only."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from analysis.questionnaire.answer import Answer
from analysis.questionnaire.words import Model, Option, Options


class Row(Option):
    """A row that may stand in a block of rows.

    group  id of that block, one of the question's `groups`
    """

    group: str | None = None


class GridRow(Row):
    """A row of a grid.

    reverse  on the grid's scale the bad end is the good one here ("the checks are excessive" and agreement)
    """

    reverse: bool = False


class RowGroup(NamedTuple):
    """A block of rows under words of their own."""

    words: Option
    rows: tuple[Row, ...]


class InBlocks(Model):
    """Rows, each in one of the blocks that `groups` words; without `groups` there are no blocks."""

    rows: Annotated[tuple[Row, ...], *Options.__metadata__]
    groups: Options = ()

    @property
    def row_groups(self) -> tuple[RowGroup, ...]:
        """The blocks with their rows, in the order of the form; empty where there are none."""
        words = {group.id: group for group in self.groups}
        used = dict.fromkeys(row.group for row in self.rows if row.group)
        return tuple(
            RowGroup(words[group], tuple(row for row in self.rows if row.group == group)) for group in used
        )


class Column(Option):
    """A column of a grid.

    answer  where it differs from the grid's
    ask_if  condition over columns of the same row that stand before it ("used is yes")
    """

    answer: Answer | None = None
    ask_if: str | None = None
