"""Routing: who was to be asked what. What was asked of nobody is `not_asked`, whatever stands in the cell."""

from __future__ import annotations

import numpy as np

from analysis.intake.headings import PartKey
from analysis.questionnaire.condition import Answers
from analysis.questionnaire.routing import parse
from analysis.responses.collected import Collected
from analysis.responses.reading import Reading, absent

NOT_ASKED = absent("not_asked")
ANSWERED_ANYWAY = absent("not_asked", "answered_anyway")


def apply_routing(collected: Collected) -> None:
    """Make the parts of questions that were not to be asked `not_asked`, in the order of the questionnaire:
    what hangs on a skipped question is skipped too.

    An answer given nevertheless stays in `raw` and leaves the base, with a finding.
    """

    def values(question: str, row: str, column: str) -> Answers:
        readings = collected.readings[PartKey(question, row, column)]
        return Answers(
            code=np.array([reading.code for reading in readings], dtype=object),
            number=np.array([np.nan if reading.number is None else reading.number for reading in readings]),
            answered=np.array([reading.answered for reading in readings], dtype=bool),
        )

    for question in collected.questionnaire.questions:
        if question.ask_if is None:
            continue
        asked = parse(question.ask_if).evaluate(values)
        for key in collected.keys(question.id):
            collected.readings[key] = [
                reading
                if to_ask or reading.reason == "not_in_file"
                else _skip(collected, position, key, reading)
                for position, (reading, to_ask) in enumerate(zip(collected.readings[key], asked, strict=True))
            ]


def _skip(collected: Collected, position: int, key: PartKey, reading: Reading) -> Reading:
    if not reading.answered and reading.reason != "invalid":
        return NOT_ASKED
    collected.find("answered_anyway", collected.sources[position], key)
    return ANSWERED_ANYWAY
