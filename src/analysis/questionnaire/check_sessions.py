"""What tells broken-off responses: a question with one option, and options of it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.questionnaire.pieces import Pieces, misnamed
from analysis.questionnaire.problem import Place, Problem
from analysis.questionnaire.question import SingleQuestion


def check_sessions(pieces: Pieces) -> Iterator[Problem]:
    """What is wrong with `sessions`."""
    sessions = pieces.sessions
    if sessions is None:
        return
    place: Place = ("sessions", "question")
    named = {"name": sessions.question}
    if sessions.question not in pieces.ids:
        yield misnamed("sessions", place, sessions.question, pieces.ids)
    elif question := pieces.question(sessions.question):
        if not isinstance(question, SingleQuestion):
            yield Problem("sessions_kind", place, named | {"kind": question.kind})
            return
        known = [option.id for option in question.options]
        for option in sessions.complete:
            if option not in known:
                hints = named | {"option": option, "known": ", ".join(known)}
                yield Problem("sessions_option", ("sessions", "complete"), hints)
