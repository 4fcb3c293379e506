"""Who answered: the rows of the files become respondents, by the register where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from analysis.intake.columns.matching import Matching
from analysis.intake.leave_out import LeaveOut
from analysis.intake.register import Register
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.design_columns import place_responses
from analysis.responses.finding import Finding
from analysis.responses.identical import first_alike
from analysis.responses.leave_out import leave_out
from analysis.responses.log import Log
from analysis.responses.naming import Naming
from analysis.responses.previews import previews
from analysis.responses.replaced import replace_earlier
from analysis.responses.rules import SEVERITY
from analysis.responses.sessions import close_sessions
from analysis.responses.sources import Mask, Sources, sources_of
from analysis.responses.standing import Standing

_MANY_ALIKE, _SHARE_ALIKE = (
    20,
    0.05,
)  # rows, and share of the rows, up to which those alike are told one by one


def identify(
    matchings: Sequence[Matching],
    questionnaire: Questionnaire,
    register: Register,
    log: Log,
    to_leave_out: Sequence[LeaveOut] = (),
) -> Sources:
    """A respondent for every row of answers, in file order; what is odd about who they are goes into `log`.

    A respondent is the organisation of the register whose name stands in the identifying question, else the
    row of the file ("row-7"; with several files "2-row-7").

    In this order responses are left out: those on the secretariat's list, those that were broken off where the
    questionnaire says so, those that answer nothing but a name or were not touched since they were sent, and of an
    organisation that answered twice all but the last response (the last one that came to the end, where that is
    known); and those of which it is not known how they were drawn, where the questionnaire names columns for it.
    """
    naming = Naming(questionnaire, sources_of(matchings), log)
    persons = naming.persons(register)
    sources = naming.sources
    leave_out(sources, to_leave_out, log)
    keys = [part.key for part in questionnaire.parts()]
    telling = _telling(keys, questionnaire)
    untouched, beside = np.zeros((2, len(sources)), dtype=bool)
    for at, form in sources.forms():
        untouched[at], beside[at] = form.untouched, form.beside
    empty = ~_any_filled(sources, telling) | untouched
    close_sessions(sources, questionnaire, empty, log)
    empty &= sources.counted
    sources.standing[empty] = Standing.EMPTY
    naming.tell("nothing_answered", empty & ~untouched & ~beside)
    naming.tell("form_answered_beside", empty & beside)
    naming.tell("form_untouched", empty & untouched)
    naming.tell_strange_names()
    replace_earlier(naming, persons, telling)
    design = place_responses(sources, questionnaire, log)
    naming.tell("preview_response", previews(sources) & sources.counted)
    _tell_alike(naming, keys)
    _silent(naming, register)
    return replace(sources, design=design)


def _telling(keys: Sequence[PartKey], questionnaire: Questionnaire) -> list[PartKey]:
    """The parts that answer something: all but the respondent's name and how the response ended."""
    other = {question.id for question in questionnaire.questions if question.identifier}
    if questionnaire.sessions:
        other.add(questionnaire.sessions.question)
    return [key for key in keys if key.question not in other] or list(keys)


def _any_filled(sources: Sources, keys: Sequence[PartKey]) -> Mask:
    filled = np.zeros(len(sources), dtype=bool)
    for key in keys:
        if filled.all():
            break
        filled |= sources.cells(key)[0].filled
    return filled


def _tell_alike(naming: Naming, keys: Sequence[PartKey]) -> None:
    """Rows that repeat another one in everything. Where many do, the answers are too few to tell people apart (or
    a file was put together twice): that is told once."""
    sources = naming.sources
    first = first_alike(sources, keys)
    again = first != np.arange(len(sources))
    number, counted = int(again.sum()), int(sources.counted.sum())
    if number <= max(_MANY_ALIKE, counted * _SHARE_ALIKE):
        naming.tell("identical_rows", again, lambda at: sources.line(int(first[at]), at))
        return
    files = ", ".join(matching.sheet.file for matching in sources.matchings)
    numbers = {"value": f"{number:,}", "hint": f"{counted:,}"}
    rule = "identical_rows_many"
    naming.log.add([Finding(SEVERITY[rule], rule, survey=naming.log.survey, file=files, **numbers)])


def _silent(naming: Naming, register: Register) -> None:
    """Organisations that should have answered and did not, and the other way round."""
    frame = {organisation.id: organisation for organisation in register.frame(naming.log.survey)}
    if not frame:
        return
    known = {organisation.id for organisation in register.organisations}
    names = naming.sources.respondent.to_pylist()
    counted = np.flatnonzero(naming.sources.counted).tolist()
    answered = {names[at] for at in counted}
    stranger = np.zeros(len(names), dtype=bool)
    stranger[[at for at in counted if names[at] in known and names[at] not in frame]] = True
    naming.tell("not_in_frame", stranger)
    silent = [organisation for organisation in frame.values() if organisation.id not in answered]
    sent = _sent_in_vain(naming.sources)
    came = np.zeros(len(names), dtype=bool)
    came[[sent[organisation.id] for organisation in silent if organisation.id in sent]] = True
    naming.tell("response_not_counted", came)
    silent = [organisation for organisation in silent if organisation.id not in sent]
    naming.log.tell(
        "no_response",
        "",
        range(len(silent)),
        lambda at: Finding(
            SEVERITY["no_response"],
            "no_response",
            survey=naming.log.survey,
            respondent=silent[at].id,
            file=", ".join(register.files),
            value=silent[at].name,
        ),
    )


def _sent_in_vain(sources: Sources) -> dict[str, int]:
    """The last response of every respondent that was broken off, is on the list or has no place in the design, and
    does not count."""
    kept_out = np.isin(sources.standing, (Standing.LEFT_OUT, Standing.UNPLACED))
    vain = ~sources.counted & (sources.broken_off | kept_out)
    names = sources.respondent.to_pylist()
    return {names[at]: at for at in np.flatnonzero(vain).tolist()}
