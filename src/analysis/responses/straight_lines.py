"""Respondents who gave row after row of a table the same point of its scale, perhaps without reading the rows.

One table proves little: who is content is content with everything. A respondent is told of, once, and stays counted,

- where the rows of a table contradict each other (some are `reverse`) and five or more were all given one point, which
  is not the middle of the scale
- where every table in which six rows or more were answered, and there are two of them at least, has one point throughout

Both are simple nondifferentiation (Kim and others 2019, Social Science Computer Review 37(2), 214–233); the numbers of
rows and tables are ours.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.questionnaire.answer import Scale
from analysis.questionnaire.question import GridQuestion, Part, PartKey, Question
from analysis.responses.answer_column import Mask
from analysis.responses.collected import Collected

_OPPOSED = 5  # answers from which one point throughout contradicts itself
_LONG = 6  # answers from which one point throughout is remarkable
_TABLES = 2


def check_straight_lines(collected: Collected) -> None:
    """Tell of straight lines. To be called after the routing: what was not to be asked is no answer."""
    tables = [(q, parts) for q in collected.questionnaire.questions if len(parts := _judged(q)) >= _OPPOSED]
    if not tables:
        return
    told = np.zeros(len(collected.sources), dtype=bool)
    straight = np.zeros(len(told), dtype=np.int32)
    varied = np.zeros(len(told), dtype=bool)
    for question, parts in tables:
        answers, point = _points(collected, parts)
        if isinstance(question, GridQuestion) and question.reversed_rows:
            opposed = (
                ~np.isnan(point)
                & _both_ways(collected, parts, question.reversed_rows)
                & (answers >= _OPPOSED)
            )
            opposed &= (point != _middle(parts[0])) & ~told
            collected.find("same_point_reversed", opposed, _key(parts[0]), whole=True)
            told |= opposed
        straight += (answers >= _LONG) & ~np.isnan(point)
        varied |= (answers >= _LONG) & np.isnan(point)
    everywhere = (straight >= _TABLES) & ~varied & ~told
    collected.find(
        "same_point_everywhere",
        everywhere,
        _key(tables[0][1][0]),
        value=lambda at: str(straight[at]),
        whole=True,
    )


def _judged(question: Question) -> Sequence[Part]:
    """The parts that ask for a point of a scale, where the question is a table of them."""
    if question.kind not in ("grid", "importance_performance"):
        return ()
    return [part for part in question.parts() if isinstance(part.answer, Scale)]


def _points(collected: Collected, parts: Sequence[Part]) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """How many of the parts everybody answered, and the one point that they gave throughout; nan where it varies."""
    answers = np.zeros(len(collected.sources), dtype=np.int32)
    least = np.full(len(answers), np.nan)
    most = least.copy()
    for part in parts:
        points = collected.answers[_key(part)].of("number")
        answers += ~np.isnan(points)
        least, most = np.fmin(least, points), np.fmax(most, points)
    return answers, np.where(least == most, least, np.nan)


def _both_ways(collected: Collected, parts: Sequence[Part], reversed_rows: Sequence[str]) -> Mask:
    """Whether rows of either direction were answered."""
    ways = []
    for way in (True, False):
        rows = [part for part in parts if (part.row in reversed_rows) is way]
        ways.append(_points(collected, rows)[0] > 0)
    return ways[0] & ways[1]


def _middle(part: Part) -> float:
    return (len(part.answer.scale.points) + 1) / 2 if isinstance(part.answer, Scale) else np.nan


def _key(part: Part) -> PartKey:
    return part.key
