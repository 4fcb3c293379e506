"""Responses that the secretariat's list says are not to count: tried forms, duplicates that were looked into."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analysis.intake.leave_out import LeaveOut
from analysis.language.text import normalise
from analysis.responses.finding import Finding
from analysis.responses.log import Log
from analysis.responses.rules import SEVERITY
from analysis.responses.sources import Sources
from analysis.responses.standing import Standing


def leave_out(sources: Sources, lines: Sequence[LeaveOut], log: Log) -> None:
    """Leave out what the lines name, and say so of each. A line without a reason, or that names no row of
    answers, is an error and leaves out nothing."""
    named = [_position(sources, line) for line in lines]
    obeyed = [one for one, line in enumerate(lines) if named[one] >= 0 and line.reason]
    sources.standing[[named[one] for one in obeyed]] = Standing.LEFT_OUT
    log.tell("left_out", "", obeyed, lambda one: _left_out(sources, lines[one], named[one], log.survey))
    silent = [one for one, line in enumerate(lines) if named[one] >= 0 and not line.reason]
    unknown = [one for one in range(len(lines)) if named[one] < 0]
    for rule, wrong in (("leave_out_no_reason", silent), ("leave_out_unknown", unknown)):
        log.tell(rule, "", wrong, lambda one, rule=rule: _not_obeyed(rule, lines[one], log.survey))


def _position(sources: Sources, line: LeaveOut) -> int:
    """Which respondent a line names; -1 where it names none, or rows of several sheets."""
    found = []
    for position, matching in enumerate(sources.matchings):
        sheet = matching.sheet
        if normalise(sheet.file) == normalise(line.file) and line.sheet in ("", sheet.name):
            begin, end = np.searchsorted(sources.sheet, [position, position + 1]).tolist()
            if matching.form:  # it has but one response, and no rows
                found.append(begin)
                continue
            numbers = sources.number[begin:end]
            at = int(np.searchsorted(numbers, line.row))
            if at < len(numbers) and numbers[at] == line.row:
                found.append(begin + at)
    return found[0] if len(found) == 1 else -1


def _left_out(sources: Sources, line: LeaveOut, at: int, survey: str) -> Finding:
    sheet = sources.matchings[sources.sheet[at]].sheet
    return Finding(
        SEVERITY["left_out"],
        "left_out",
        survey=survey,
        respondent=sources.respondent[at].as_py(),
        file=sheet.file,
        sheet=sheet.name,
        cell=sheet.reference(line.row, 0),
        value=line.place[0],
        hint=line.reason,
    )


def _not_obeyed(rule: str, line: LeaveOut, survey: str) -> Finding:
    file, cell = line.place
    row = f"{line.file} {line.written}"
    return Finding(SEVERITY[rule], rule, survey=survey, file=file, cell=cell, value=row)
