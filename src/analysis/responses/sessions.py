"""Responses that were broken off, told by the question that says how far a respondent came (`sessions`).

Whether they count is the questionnaire's to say. What says nothing readable of its end counts: an answer is not lost
because a tool did not say how it ended.
"""

from __future__ import annotations

import numpy as np

from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.sessions import Sessions
from analysis.responses.cellvalue import missing_codes
from analysis.responses.finding import Finding
from analysis.responses.log import Log
from analysis.responses.read_column import read_column
from analysis.responses.rules import SEVERITY
from analysis.responses.sources import Mask, Sources
from analysis.responses.standing import Standing


def close_sessions(sources: Sources, questionnaire: Questionnaire, empty: Mask, log: Log) -> None:
    """Find the responses that were broken off; where the questionnaire says so they do not count.

    Of each file it is told once how many there are. empty: the responses that answer nothing else.
    """
    sessions = questionnaire.sessions
    if sessions is None:
        return
    question = questionnaire.question(sessions.question)
    key = PartKey(question.id)
    cells, absent = sources.cells(key)
    status = read_column(cells, absent, question.parts()[0], missing_codes(questionnaire, question))
    known = status.answered
    here = sources.counted
    broken_off = here & known & ~status.has(lambda reading: reading.code in sessions.complete)
    sources.broken_off[broken_off] = True
    if sessions.partial == "not_counted":
        sources.standing[broken_off] = Standing.BROKEN_OFF
    else:
        sources.standing[broken_off & empty] = Standing.EMPTY
    for rule, where in _by_rule(sessions, broken_off, empty, here & absent).items():
        _tell_by_file(rule, where, here, sources, question.no, log)
    unknown = here & ~known & ~absent & ~empty
    log.tell(
        "session_unknown",
        question.no,
        np.flatnonzero(unknown).tolist(),
        lambda at: _unknown(sources, key, at, question.no, log.survey),
    )


def _by_rule(sessions: Sessions, broken_off: Mask, empty: Mask, absent: Mask) -> dict[str, Mask]:
    if sessions.partial == "not_counted":
        return {"broken_off_left_out": broken_off, "sessions_not_in_file": absent}
    return {
        "broken_off_counted": broken_off & ~empty,
        "broken_off_empty": broken_off & empty,
        "sessions_not_in_file": absent,
    }


def _tell_by_file(rule: str, where: Mask, here: Mask, sources: Sources, no: str, log: Log) -> None:
    for position, matching in enumerate(sources.matchings):
        of_file = sources.sheet == position
        if number := int((where & of_file).sum()):
            place = {"file": matching.sheet.file, "sheet": matching.sheet.name}
            numbers = {"value": f"{number:,}", "hint": f"{int((here & of_file).sum()):,}"}
            log.add([Finding(SEVERITY[rule], rule, survey=log.survey, question=no, **place, **numbers)])


def _unknown(sources: Sources, key: PartKey, at: int, no: str, survey: str) -> Finding:
    sheet = sources.matchings[sources.sheet[at]].sheet
    return Finding(
        SEVERITY["session_unknown"],
        "session_unknown",
        survey=survey,
        respondent=sources.respondent[at].as_py(),
        question=no,
        file=sheet.file,
        sheet=sheet.name,
        cell=sources.reference(key, at),
        value=sources.cell(key, at).text.strip(),
    )
