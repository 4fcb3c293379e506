"""The draft is held against its own file: every question has to find the columns that it was made of."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.intake.columns.matching import Matching, match_columns
from analysis.intake.sheet import Sheet
from analysis.questionnaire.questionnaire import Questionnaire


def fit(sheet: Sheet, questionnaire: Questionnaire, planned: Mapping[str, set[int]]) -> set[str]:
    """The questions that do not find all of their columns, find others, or find one twice.

    planned: question id → the columns (from 0) that it was made of, those of own words included
    """
    matching = match_columns(sheet, questionnaire)
    found = columns_of(matching)
    clashing = {column for pair in matching.clashes for column in pair}
    return {
        question
        for question, columns in planned.items()
        if found.get(question, set()) != columns or columns & clashing
    }


def columns_of(matching: Matching) -> dict[str, set[int]]:
    """Question id → the columns that it found, those of own words included."""
    found: dict[str, set[int]] = {}
    for key, column in matching.columns.items():
        claimed = matching.claimed.get(key)
        columns = {column}
        if claimed is not None:
            joined = set() if claimed.joined is None else {claimed.joined}
            columns = {*claimed.ticks.values(), *claimed.slots.values(), *joined}
        found.setdefault(key.question, set()).update(columns)
    for question, column in matching.companions.items():
        found.setdefault(question, set()).add(column)
    return found
