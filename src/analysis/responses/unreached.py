"""Questions without a column that nobody was to be asked: survey tools leave out what no respondent came to."""

from __future__ import annotations

from dataclasses import replace

from analysis.questionnaire.condition import Mask
from analysis.responses.collected import Collected
from analysis.responses.finding import Finding
from analysis.responses.rules import SEVERITY
from analysis.responses.skips import Given, conditions

_MISSING = ("not_in_file", "required_not_in_file")


def check_unreached(collected: Collected) -> None:
    """Tell of such questions in one note a sheet, where each was told as missing. To be called after the routing.

    A question whose condition hangs on an answer that could not be used, or on a missing column that somebody was to
    be asked, stays missing: nobody knows whether it was reached.
    """
    for position, matching in enumerate(collected.sources.matchings):
        sheet = matching.sheet
        missing = {
            told.question: told.value
            for told in collected.log.told()
            if told.rule in _MISSING and (told.file, told.sheet) == (sheet.file, sheet.name)
        }
        if not missing:
            continue
        here = (collected.sources.sheet == position) & collected.counted
        unreached = _unreached(collected, here, set(missing))

        def keep(told: Finding, gone: set[str] = unreached, place: str = sheet.place) -> bool:
            return told.rule not in _MISSING or told.question not in gone or told.place != place

        collected.log.keep(keep)
        if unreached:
            names = ", ".join(value for no, value in missing.items() if no in unreached)
            note = Finding(
                SEVERITY["not_reached"],
                "not_reached",
                collected.questionnaire.survey,
                file=sheet.file,
                sheet=sheet.name,
                value=f"{len(unreached):,}",
                hint=names,
            )
            collected.log.add([note])


def _unreached(collected: Collected, here: Mask, missing: set[str]) -> set[str]:
    """The printed numbers of the missing questions that none of the respondents `here` was to be asked."""
    unreached: set[str] = set()
    for keys, condition, given in conditions(collected):
        no = collected.questionnaire.question(keys[0].question).no
        if no not in missing or type(given) is not Given:
            continue
        named = {collected.questionnaire.question(question).no for question in condition.questions}
        possible = condition.evaluate(replace(given, unread_is_open=True)) & here
        if not named & (missing - unreached) and not possible.any():
            unreached.add(no)
    return unreached
