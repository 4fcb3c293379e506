"""Responses that the secretariat's list says are not to count: tried forms, duplicates that were looked into."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.intake.leave_out import LeaveOut
from analysis.responses.finding import Finding
from analysis.responses.log import Log
from analysis.responses.rules import SEVERITY
from analysis.responses.sources import Sources
from analysis.responses.standing import Standing


def leave_out(sources: Sources, lines: Sequence[LeaveOut], log: Log) -> None:
    """Leave out what the lines name, and say so of each. A line without a reason, or that names no row of
    answers, is an error and leaves out nothing."""
    if not lines:
        return
    at_row = {
        (sources.matchings[sheet].sheet.file, number): at
        for at, (sheet, number) in enumerate(
            zip(sources.sheet.tolist(), sources.number.tolist(), strict=True)
        )
    }

    def told(rule: str, positions: Sequence[int]) -> None:
        log.tell(rule, "", positions, lambda one: _finding(sources, lines[one], rule, log.survey, at_row))

    known = [one for one, line in enumerate(lines) if (line.file, line.row) in at_row]
    obeyed = [one for one in known if lines[one].reason]
    for one in obeyed:
        sources.standing[at_row[lines[one].file, lines[one].row]] = Standing.LEFT_OUT
    told("left_out", obeyed)
    told("leave_out_no_reason", [one for one in known if not lines[one].reason])
    told("leave_out_unknown", sorted(set(range(len(lines))) - set(known)))


def _finding(
    sources: Sources, line: LeaveOut, rule: str, survey: str, at_row: dict[tuple[str, int], int]
) -> Finding:
    """At the row that is left out; at the line of the list where that is in error."""
    if rule == "left_out":
        at = at_row[line.file, line.row]
        sheet = sources.matchings[sources.sheet[at]].sheet
        return Finding(
            SEVERITY[rule],
            rule,
            survey=survey,
            respondent=sources.respondent[at].as_py(),
            file=sheet.file,
            sheet=sheet.name,
            cell=sheet.reference(line.row, 0),
            value=line.place[0],
            hint=line.reason,
        )
    file, cell = line.place
    return Finding(
        SEVERITY[rule], rule, survey=survey, file=file, cell=cell, value=f"{line.file} {line.row or '?'}"
    )
