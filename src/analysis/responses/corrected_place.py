"""Where a correction belongs: its words become a cell of a sheet, or a part of the questionnaire and a respondent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyarrow.compute as pc

from analysis.intake.columns.headings import headings_of, inner_of
from analysis.intake.columns.matching import Matching
from analysis.intake.corrections import Correction, find_cell
from analysis.intake.register import Register
from analysis.language.text import match_key, normalise
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.sources import Sources, sources_of

_NO_QUESTION = PartKey("")


class Place(NamedTuple):
    """A cell of one of the sheets that are read; row and column are positions in it."""

    sheet: int
    row: int
    column: int


class Places:
    """All that may be named: the sheets as they came, the questions, the register."""

    def __init__(
        self, questionnaire: Questionnaire, register: Register, matchings: Sequence[Matching]
    ) -> None:
        self.questionnaire = questionnaire
        self.register = register
        self.matchings = tuple(matchings)
        self._headings = headings_of(questionnaire)
        self._parts = {part.key for part in questionnaire.parts()}

    def part(self, question: str) -> PartKey | None:
        """The part that is called so: "B2", an id, "B1 [정규직 / 현원]"; None where there is none, or several."""
        key = self._headings.part(question)
        return key if key in self._parts else None

    def cell(self, line: Correction) -> Place | None:
        """The answer's cell that a line names; None where there is no such, or where several sheets have one."""
        found = []
        for at, matching in enumerate(self.matchings):
            sheet = matching.sheet
            if normalise(sheet.file) != normalise(line.file):
                continue
            if sheet.places and line.sheet and (place := find_cell(sheet, f"{line.sheet} › {line.cell}")):
                found.append(Place(at, *place))
            elif line.sheet in ("", sheet.name) and (place := find_cell(sheet, line.cell)):
                found.append(Place(at, *place))
        return found[0] if len(found) == 1 and self.key_of(found[0]) != _NO_QUESTION else None

    def text(self, place: Place) -> str:
        """What came in a cell."""
        return self.matchings[place.sheet].sheet.columns[place.column].at(place.row).text

    def key_of(self, place: Place) -> PartKey:
        """The part that a column answers, alone or with others; only its question where it spells out 기타."""
        matching = self.matchings[place.sheet]
        by_column = {column: key for key, column in matching.columns.items()}
        for key, claimed in matching.claimed.items():
            for column in (*claimed.ticks.values(), *claimed.slots.values()):
                by_column.setdefault(column, key)
            if claimed.ranks:  # such a column answers all ranks
                by_column |= dict.fromkeys(claimed.ticks.values(), PartKey(key.question))
        for question, column in matching.companions.items():
            by_column.setdefault(column, PartKey(question))
        return by_column.get(place.column, _NO_QUESTION)

    def respondent(self, name: str, sources: Sources) -> int | None:
        """The position of the response that counts; by id, by a name in the register, or as "row-7"."""
        for names, asked in (
            (sources.respondent, name),
            (sources.respondent, self.register.match(name, suggest=False).id),
            (sources_of(sources.matchings).respondent, name),
        ):
            same = pc.equal(names, asked).to_numpy(zero_copy_only=False)
            if asked and same.any():
                at = np.flatnonzero(same & sources.counted)
                return int(at[0]) if len(at) == 1 else None
        return None

    def example(self, question: str) -> str:
        """How a cell of that question is named, or of the first that has several."""
        number = match_key(question.partition("[")[0])
        questions = self.questionnaire.questions
        named = [one for one in questions if number in (match_key(one.no), match_key(one.id))]
        several = [one for one in (*named, *questions) if len(one.parts()) > 1]
        if not several:
            return questions[0].no
        return f"{several[0].no} [{inner_of(self.questionnaire, several[0].parts()[0].key)}]"
