"""Rows in blocks, and rows read the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.questionnaire.answer import Scale
from analysis.questionnaire.pieces import Pieces, misnamed
from analysis.questionnaire.problem import Place, Problem
from analysis.questionnaire.question import GridQuestion
from analysis.questionnaire.rows import InBlocks


def check_blocks(pieces: Pieces) -> Iterator[Problem]:
    """What is wrong with the `groups` of rows, and with `reverse`."""
    for index, question in pieces.questions.items():
        if isinstance(question, InBlocks):
            yield from _groups(question, ("questions", index))
        if isinstance(question, GridQuestion):
            yield from _reverse(question, ("questions", index))


def _groups(question: InBlocks, place: Place) -> Iterator[Problem]:
    """Every row in a block that is there, the rows of a block together, no block without rows."""
    known = [group.id for group in question.groups]
    closed: set[str] = set()
    before = ""
    for number, row in enumerate(question.rows):
        at: Place = (*place, "rows", number)
        group = row.group or ""
        if known and not group:
            yield Problem("row_without_group", at, {"row": row.id, "known": ", ".join(known)})
        elif group and group not in known:
            yield misnamed("row_group", (*at, "group"), group, known, row=row.id)
        elif group in closed:
            yield Problem("group_split", (*at, "group"), {"row": row.id, "group": group})
        if group != before:
            closed.add(before)
        before = group
    used = {row.group for row in question.rows}
    for number, group in enumerate(known):
        # A row without its block may belong to this one: that has been told.
        if group not in used and used <= {*known}:
            yield Problem("group_unused", (*place, "groups", number), {"group": group})


def _reverse(question: GridQuestion, place: Place) -> Iterator[Problem]:
    """Only a scale with a good end can be read the other way round."""
    scales = [part.answer.scale for part in question.parts() if isinstance(part.answer, Scale)]
    for number, row in enumerate(question.rows):
        if row.reverse and all(scale.good == "none" for scale in scales):
            rule = "reverse_without_good" if scales else "reverse_without_scale"
            yield Problem(rule, (*place, "rows", number, "reverse"), {"row": row.id})
