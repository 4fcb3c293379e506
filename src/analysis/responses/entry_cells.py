"""What was typed into the cells of one field, in one of two entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from analysis.form.fields import Field
from analysis.intake.columns.combined import tick_columns
from analysis.intake.columns.matching import Matching
from analysis.intake.columns.ticks import readings
from analysis.intake.sheet import Cell
from analysis.language.text import match_key, normalise
from analysis.questionnaire.question import Part
from analysis.responses.cellvalue import read_cell
from analysis.responses.reading import Reading


class EntryCells(NamedTuple):
    """The cells of a field in one sheet: for every row which of the different ones it is; what stands in each of
    those, and what it says. Of cells in which the same stands nobody needs to know what they say: to read an answer
    takes time, and nearly all are the same."""

    column: int
    which: list[int]
    texts: list[str]
    stands: Sequence[object]
    says: Callable[[int], object]


def entry_cells(field: Field, matching: Matching, codes: Mapping[str, str]) -> EntryCells | None:
    """What stands in the cells of the field and what it says, where writings of one answer are the same."""
    sheet, column = matching.sheet, _column(field, matching)
    if column is None:
        return None
    cells = sheet.columns[column]
    texts = [text.strip() for text in cells.texts.to_pylist()]
    says: list[object]
    if field.own_words:
        says = [match_key(text) for text in texts]
    elif field.option:
        ticks = matching.claimed[field.part.key].ticks
        options = field.part.answer.options  # type: ignore[union-attr]  # it takes several
        marks = tick_columns(sheet, options, list(ticks.items()))
        at = [mark.option.id for mark in marks].index(field.option.id)
        says = [
            said if said in ("yes", "blank") else ("blank" if said == "no" else match_key(text))
            for said, text in zip(readings(marks)[at], texts, strict=True)
        ]
    else:
        stands = [cells.cell(at) for at in range(len(texts))]
        read = cache(lambda at: _answer(stands[at], field.part, codes))
        return EntryCells(column, cells.which.tolist(), texts, stands, read)
    return EntryCells(column, cells.which.tolist(), texts, says, says.__getitem__)


def _column(field: Field, matching: Matching) -> int | None:
    """The column of the field's cell."""
    key = field.part.key
    if field.own_words:
        return matching.companions.get(key.question)
    if field.option:
        claimed = matching.claimed.get(key)
        return claimed.ticks.get(field.option.id) if claimed else None
    return matching.columns.get(key)


def _answer(cell: Cell, part: Part, codes: Mapping[str, str]) -> Reading:
    """What a cell is read as: of words nobody minds blanks and case, and what cannot be read is what stands there."""
    reading = replace(read_cell(cell, part, codes), doubts=())
    written = part.answer.kind in ("text", "open") or reading.reason == "invalid" or reading.text
    return replace(reading, text=match_key(normalise(cell.text))) if written else reading
