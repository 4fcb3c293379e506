"""The draft is held against its own file: every question has to find the columns that it was made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from analysis.intake.columns.matching import Matching, match_columns
from analysis.intake.sheet import Sheet
from analysis.questionnaire.questionnaire import Questionnaire


class Fit(NamedTuple):
    """wrong   questions that do not find all of their columns, find others, or find one twice
    astray  headings of columns that find no question, and were to be ignored under another name
    """

    wrong: set[str]
    astray: list[str]


def fit(sheet: Sheet, questionnaire: Questionnaire, planned: Mapping[str, set[int]]) -> Fit:
    """planned: question id → the columns (from 0) that it was made of, those of own words included"""
    matching = match_columns(sheet, questionnaire)
    found = columns_of(matching)
    clashing = {column for pair in matching.clashes for column in pair}
    wrong = {
        question
        for question, columns in planned.items()
        if found.get(question, set()) != columns or columns & clashing
    }
    known = set().union(*planned.values())
    return Fit(wrong, [one.heading for one in matching.unmatched if one.column not in known])


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
