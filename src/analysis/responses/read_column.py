"""A column of cells becomes a column of answers. What many respondents wrote alike is read once."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from analysis.intake.sheet import Mask, SheetColumn
from analysis.questionnaire.question import Part
from analysis.responses.answer_column import AnswerColumn
from analysis.responses.cellvalue import read_cell
from analysis.responses.plain import plain_answers, without_time
from analysis.responses.reading import NO_COLUMN


def read_column(cells: SheetColumn, absent: Mask, part: Part, codes: Mapping[str, str]) -> AnswerColumn:
    """What `cells` answer to `part`; for the respondents `absent` the file has no column for it."""
    if part.answer.kind == "date":
        cells = without_time(cells)
    is_plain, plain = plain_answers(cells, part, codes)
    used = np.bincount(cells.which, minlength=len(cells.texts)) > 0  # a heading is the answer of nobody
    listed = np.flatnonzero(used & ~is_plain)
    position = np.zeros(len(cells.texts), dtype=np.int32)
    position[is_plain] = np.arange(is_plain.sum())
    position[listed] = is_plain.sum() + np.arange(len(listed))
    readings = [read_cell(cells.cell(at), part, codes) for at in listed.tolist()]
    column = AnswerColumn(position[cells.which], readings, plain)
    if absent.any():
        column.put(absent, NO_COLUMN)
    return column
