"""Columns headed by nothing but an option, as Typeform writes a question that may take several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from analysis.intake.columns.combined import tick_columns
from analysis.intake.columns.heading_words import heading_key, option_texts
from analysis.intake.columns.ticks import are_ticks
from analysis.intake.sheet import Sheet
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire

_ENOUGH = 2  # columns side by side; one alone may be headed so by chance


def bare_options(
    sheet: Sheet, columns: Sequence[int], questionnaire: Questionnaire, answered: frozenset[str]
) -> dict[PartKey, dict[str, int]]:
    """The options to which these columns (from 0), which no question has claimed, belong beyond doubt.

    They stand side by side, are headed by options of one question that has no column of its own, and hold ticks
    or the option's own words. What two questions have in common belongs to the one beside it, else to neither.
    answered  questions that have columns
    """
    options = {
        question.id: question.options
        for question in questionnaire.questions
        if question.kind == "multi" and question.id not in answered
    }
    owners: dict[str, dict[str, str]] = defaultdict(dict)  # heading → question → option
    for question, its in options.items():
        for option in its:
            for text in option_texts(option):
                owners[heading_key(text)][question] = option.id
    found: dict[str, dict[str, int]] = defaultdict(dict)
    beside, last = "", -2
    for column in columns:
        here = owners.get(heading_key(sheet.heading[column]), {})
        beside = beside if last == column - 1 and beside in here else (min(here) if len(here) == 1 else "")
        if beside:
            found[beside].setdefault(here[beside], column)
        last = column
    return {
        PartKey(question): ticks
        for question, ticks in found.items()
        if _side_by_side(ticks) and are_ticks(tick_columns(sheet, options[question], list(ticks.items())))
    }


def _side_by_side(ticks: dict[str, int]) -> bool:
    return len(ticks) >= _ENOUGH and max(ticks.values()) - min(ticks.values()) == len(ticks) - 1
