"""Rows × columns, each cell an answer of its own kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np

from analysis.questionnaire.question import GridQuestion
from analysis.questionnaire.words import Words
from analysis.tables.answers import Mask, QuestionAnswers, any_of, first_reasons
from analysis.tables.cell import Label
from analysis.tables.choice import labels
from analysis.tables.comparable import Comparable
from analysis.tables.parts import part_line, part_statistics
from analysis.tables.reliability import reliability
from analysis.tables.row_facts import row_facts
from analysis.tables.statistic import Statistic, base_line


class Grid:
    """Row by row the figures of its cells; with columns, each figure under its column ("satisfaction:4+5").

    The base of a row are those who answered in any of its columns; a column has a base of its own. Rows that measure
    one thing have their reliability in row "".
    """

    def __init__(self, question: GridQuestion, everyone: QuestionAnswers) -> None:
        self.rows = labels(question.rows)
        self.columns = question.columns
        self._cells = {
            (part.row, part.column): part_statistics(part.answer, everyone[part.row, part.column])
            for part in question.parts()
        }
        self._kinds = {part.column: part.answer.kind for part in question.parts()}
        self.items = tuple(self._items())
        self.facts = self._facts() | row_facts(question)
        self.facts["adds_up_to"] = question.adds_up_to.question if question.adds_up_to else None
        remarks: Counter[str] = Counter()
        for cell in self._cells.values():
            remarks.update(cell.remarks)
        if question.index:
            remarks["reliability"] = 1
        self.remarks = remarks
        self._index = question if question.index else None

    def statistics(self, answers: QuestionAnswers) -> Iterator[Statistic]:
        usable = {key: cell.usable(answers[key]) & answers[key].answered for key, cell in self._cells.items()}
        yield from _any_base(answers, usable)
        for row in self.rows:
            keys = [key for key in self._cells if key[0] == row.id]
            if self.columns:
                line = _any_base({key: answers[key] for key in keys}, {key: usable[key] for key in keys})
                yield from (statistic.at(row.id) for statistic in line)
            for key in keys:
                for statistic in part_line(self._cells[key], answers[key]):
                    yield statistic.at(*key)
        if self._index:
            yield from reliability(self._index, answers)

    def comparable(self, answers: QuestionAnswers) -> Iterator[Comparable]:
        for key, cell in self._cells.items():
            yield from (found.at(*key) for found in cell.comparable(answers[key]))

    def _items(self) -> Iterator[Label]:
        """Every cell's items once. A column is an item too: the address of its means."""
        seen: dict[str, Label] = {}
        for (_, column), cell in self._cells.items():
            words = next((found for found in self.columns if found.id == column), None)
            if words:
                seen.setdefault(column, Label(column, Words(ko=words.ko, en=words.en)))
            for label in cell.items:
                name = f"{column}:{label.id}" if words else label.id
                seen.setdefault(name, Label(name, under(words, label.words) if words else label.words))
        yield from seen.values()

    def _facts(self) -> dict[str, Any]:
        """The facts of its cells where all are of one sort; `columns` has each column's kind and facts."""
        by_column = {column: self._cells[self.rows[0].id, column].facts for column in self._kinds}
        first, *others = by_column.values()
        alike = len(set(self._kinds.values())) == 1 and all(facts == first for facts in others)
        facts: dict[str, Any] = {"cell_kind": next(iter(self._kinds.values())) if alike else "mixed"}
        if self.columns:
            facts["columns"] = [
                {"id": column, "kind": self._kinds[column], **facts_of}
                for column, facts_of in by_column.items()
            ]
        return facts | (first if alike else {})


def under(column: Words, words: Words) -> Words:
    """An item's words led by its column's: "만족도: 만족"."""
    english = f"{column.text('en')}: {words.text('en')}" if column.en and words.en else None
    return Words(ko=f"{column.ko}: {words.ko}", en=english)


def _any_base(answers: QuestionAnswers, usable: dict[tuple[str, str], Mask]) -> Iterator[Statistic]:
    """The base line of those who answered anywhere, with everybody else's first reason."""
    anywhere = any_of(usable.values())
    absent = first_reasons(answers.values(), ~anywhere)
    return base_line(int(np.count_nonzero(anywhere)), absent)
