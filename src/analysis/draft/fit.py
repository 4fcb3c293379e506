"""The draft is held against its own file: every column has to find the question that was made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.intake.columns.matching import Matching, match_columns
from analysis.intake.sheet import Sheet
from analysis.questionnaire.questionnaire import Questionnaire


@dataclass(frozen=True)
class Fit:
    """wrong   questions that do not find all of their columns, or find others
    astray  columns that find no question
    """

    wrong: frozenset[str]
    astray: frozenset[int]

    @property
    def whole(self) -> bool:
        return not self.wrong and not self.astray


def fit(sheet: Sheet, questionnaire: Questionnaire, planned: Mapping[str, set[int]]) -> Fit:
    """planned: question id → the columns (from 0) that it was made of, those of own words included."""
    matching = match_columns(sheet, questionnaire)
    found = _found(matching)
    wrong = {question for question, columns in planned.items() if found.get(question, set()) != columns}
    strange = {unmatched.column for unmatched in matching.unmatched} | {*matching.tool}
    clashing = {column for pair in matching.clashes for column in pair}
    wrong |= {question for question, columns in planned.items() if columns & clashing}
    return Fit(frozenset(wrong), frozenset(strange - set().union(*planned.values(), set())))


def _found(matching: Matching) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for key, column in matching.columns.items():
        claimed = matching.claimed.get(key)
        columns: Sequence[int] = [column]
        if claimed is not None:
            joined = [] if claimed.joined is None else [claimed.joined]
            columns = [*claimed.ticks.values(), *claimed.slots.values(), *joined]
        found.setdefault(key.question, set()).update(columns)
    for question, column in matching.companions.items():
        found.setdefault(question, set()).add(column)
    return found
