"""What answers are weighted by: questions with one option."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.questionnaire.pieces import Pieces, misnamed
from analysis.questionnaire.problem import Place, Problem
from analysis.questionnaire.question import SingleQuestion


def check_weighting(pieces: Pieces) -> Iterator[Problem]:
    """What is wrong with `sample.weighting`."""
    place: Place = ("sample", "weighting", "by")
    for name in pieces.weighted_by:
        if name not in pieces.ids:
            yield misnamed("weighting", place, name, pieces.ids)
        elif (question := pieces.question(name)) and not isinstance(question, SingleQuestion):
            yield Problem("weighting_kind", place, {"name": name, "kind": question.kind})
