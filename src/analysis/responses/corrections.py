"""Answers put right by the secretariat's list, on top of what came: the new text is read as if it stood in the cell.

A cell of a file is corrected before anybody asks whose answers these are, so that a misspelt name can be put right; the
answer of a respondent after that. A line that cannot be followed is an error, and its answer stays as it came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pyarrow.compute as pc

from analysis.intake.columns.headings import Headings, headings_of, inner_of
from analysis.intake.columns.matching import Matching, match_columns
from analysis.intake.corrections import Correction, find_cell
from analysis.intake.personal import masked
from analysis.intake.register import Register
from analysis.language.text import match_key, normalise
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.finding import NOT_SHOWN, Finding
from analysis.responses.inert import inert
from analysis.responses.log import Log
from analysis.responses.rules import SEVERITY
from analysis.responses.sources import Sources, sources_of
from analysis.responses.values.date import parse_date

_ALL = ("why", "who", "date")
_CALLED = {"why": "까닭(why)", "who": "누가(who)", "date": "날짜(date)"}
_NOWHERE = "응답자(respondent)·문항(question)"


class _Place(NamedTuple):
    """A cell of one of the sheets that are read; row and column are positions in it."""

    sheet: int
    row: int
    column: int


class Correcting:
    """The lines of the list on their way: `cells` first, then `answers`."""

    def __init__(
        self, questionnaire: Questionnaire, register: Register, lines: Sequence[Correction], log: Log
    ) -> None:
        self.questionnaire = questionnaire
        self.register = register
        self.log = log
        self._headings: Headings = headings_of(questionnaire)
        deciding = {question.id for question in questionnaire.questions if question.identifier}
        self._deciding = deciding | ({questionnaire.sessions.question} if questionnaire.sessions else set())
        self._came: tuple[Matching, ...] = ()
        self._done: list[tuple[Correction, _Place]] = []
        in_order = [line for line in lines if self._is_in_order(line)]
        self._of_answers = [line for line in in_order if self._goes_by_answer(line)]
        self._of_cells = [line for line in in_order if line not in self._of_answers]

    def cells(self, matchings: Sequence[Matching]) -> list[Matching]:
        """The sheets with their cells corrected."""
        self._came = tuple(matchings)
        asked: dict[Hashable, list[Correction]] = defaultdict(list)
        for line in self._of_cells:
            place = self._place(line)
            if place is None or self._question_of(place) is None:
                self._refuse("correction_cell_unknown", line)
            else:
                asked[place].append(line)
        put: dict[int, dict[int, dict[int, str]]] = defaultdict(lambda: defaultdict(dict))
        for place, lines in asked.items():
            assert isinstance(place, _Place)
            stands = self._came[place.sheet].sheet.columns[place.column].at(place.row).text
            private = self._is_private(self._question_of(place) or "")
            for line in self._agreed(lines, stands, private):
                put[place.sheet][place.column][place.row] = line.new
                self._done.append((line, place))
        return [_rewritten(one, put[at], self.questionnaire) if at in put else one
                for at, one in enumerate(self._came)]  # fmt: skip

    def answers(self, sources: Sources) -> Sources:
        """The same sources, in which the answers of respondents are corrected."""
        sources = replace(sources, came=self._came)
        begins = np.cumsum([0, *(len(one.sheet) - one.sheet.heading_rows for one in self._came)])
        for line, place in self._done:
            at = int(begins[place.sheet]) + place.row - self._came[place.sheet].sheet.heading_rows
            cell = self._came[place.sheet].sheet.columns[place.column].at(place.row).text
            self._tell(line, sources, at, self._key_of(place), cell, place)
        asked: dict[tuple[PartKey, int], list[Correction]] = defaultdict(list)
        for line in self._of_answers:
            if found := self._answer(line, sources):
                asked[found].append(line)
        put: dict[PartKey, dict[int, str]] = defaultdict(dict)
        for (key, at), lines in asked.items():
            stands = sources.as_came(key).at(at).text
            if (now := sources.cell(key, at).text) != stands:  # its cell was corrected already
                for line in lines:
                    if normalise(line.new) != normalise(now):
                        self._refuse("correction_twice", line)
                continue
            for line in self._agreed(lines, stands, self._is_private(key.question)):
                put[key][at] = line.new
                self._tell(line, sources, at, key, stands)
        return replace(sources, corrected=put)

    def _is_in_order(self, line: Correction) -> bool:
        lacking = [_CALLED[name] for name in _ALL if not getattr(line, name)]
        if not (line.by_answer or line.by_cell):
            lacking.insert(0, _NOWHERE)
        if lacking:
            self._refuse("correction_incomplete", line, ", ".join(lacking))
        elif not _day(line.date):
            self._refuse("correction_date", line, line.date)
        else:
            return True
        return False

    def _goes_by_answer(self, line: Correction) -> bool:
        """Whether the respondent and the question are to be looked for. What decides who answered is a cell."""
        key = self._headings.part(line.question) if line.question else None
        return line.by_answer and not (line.by_cell and key and key.question in self._deciding)

    def _agreed(self, lines: list[Correction], stands: str, private: bool) -> list[Correction]:
        """The correction of one cell: a list of one, or of none where it differs or no longer fits."""
        if len({normalise(line.new) for line in lines}) > 1:
            for line in lines:
                self._refuse("correction_twice", line)
            return []
        fitting = [line for line in lines if _is_same(line.old, stands)]
        for line in lines:
            if line not in fitting:
                self._refuse("correction_old_differs", line, NOT_SHOWN if private and stands else stands)
        return fitting[:1]

    def _place(self, line: Correction) -> _Place | None:
        """Where the cell is; None where there is no such, or where it may be in several sheets."""
        found = []
        for at, matching in enumerate(self._came):
            sheet = matching.sheet
            if normalise(sheet.file) != normalise(line.file):
                continue
            if sheet.places and line.sheet and (place := find_cell(sheet, f"{line.sheet} › {line.cell}")):
                found.append(_Place(at, *place))
            elif line.sheet in ("", sheet.name) and (place := find_cell(sheet, line.cell)):
                found.append(_Place(at, *place))
        return found[0] if len(found) == 1 else None

    def _answer(self, line: Correction, sources: Sources) -> tuple[PartKey, int] | None:
        """Which part of which respondent; None, and told, where there is no such."""
        key = self._headings.part(line.question)
        if key is None or key not in {part.key for part in self.questionnaire.question(key.question).parts()}:
            self._refuse("correction_question_unknown", line, self._example(line.question))
            return None
        if key.question in self._deciding:
            self._refuse("correction_by_cell", line)
            return None
        at = self._respondent(line.respondent, sources)
        if at is None:
            self._refuse("correction_respondent_unknown", line)
            return None
        if line.by_cell and (place := self._place(line)):
            column = sources.matchings[place.sheet].columns.get(key)
            if (int(sources.sheet[at]), int(sources.row[at]), column) != place:
                self._refuse("correction_two_places", line, sources.reference(key, at))
                return None
        return key, at

    def _respondent(self, name: str, sources: Sources) -> int | None:
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

    def _key_of(self, place: _Place) -> PartKey:
        """The part that a column answers, or helps to answer; only its question where it spells out 기타."""
        matching = self._came[place.sheet]
        by_column = {column: key for key, column in matching.columns.items()}
        for key, claimed in matching.claimed.items():
            for column in (*claimed.ticks.values(), *claimed.slots.values()):
                by_column.setdefault(column, PartKey(key.question) if claimed.ranks else key)
        for question, column in matching.companions.items():
            by_column.setdefault(column, PartKey(question))
        return by_column.get(place.column, PartKey(""))

    def _question_of(self, place: _Place) -> str | None:
        return self._key_of(place).question or None

    def _is_private(self, question: str) -> bool:
        """Whether no finding shows the answer: the contact of a person."""
        asked = self.questionnaire.question(question)
        return asked.private and not asked.identifier

    def _example(self, question: str) -> str:
        """How a cell of that question is named, or of the first that has several."""
        number = match_key(question.partition("[")[0])
        questions = self.questionnaire.questions
        named = [one for one in questions if number in (match_key(one.no), match_key(one.id))]
        several = [one for one in (*named, *questions) if len(one.parts()) > 1]
        if not several:
            return questions[0].no
        return f"{several[0].no} [{inner_of(self.questionnaire, several[0].parts()[0].key)}]"

    def _tell(
        self,
        line: Correction,
        sources: Sources,
        at: int,
        key: PartKey,
        stood: str,
        place: _Place | None = None,
    ) -> None:
        sheet = sources.matchings[sources.sheet[at]].sheet
        number = int(sources.number[at])
        private = self._is_private(key.question)
        new = NOT_SHOWN if private and line.new else line.new
        self.log.add([Finding(
            SEVERITY["corrected"],
            "corrected",
            survey=self.log.survey,
            respondent=sources.respondent[at].as_py(),
            question=self.questionnaire.question(key.question).no,
            file=sheet.file,
            sheet=sheet.name,
            cell=sheet.reference(number, place.column) if place else sources.reference(key, at),
            value=NOT_SHOWN if private and stood else stood,
            hint=f"'{new}' ({line.why}; {line.who}; {_day(line.date)})",
            part=inner_of(self.questionnaire, key),
        )])  # fmt: skip

    def _refuse(self, rule: str, line: Correction, hint: str = "") -> None:
        file, cell = line.place
        found = Finding(
            SEVERITY[rule], rule, survey=self.log.survey, file=file, cell=cell, value=line.where, hint=hint
        )
        self.log.add([found])


def _rewritten(matching: Matching, put: dict[int, dict[int, str]], questionnaire: Questionnaire) -> Matching:
    """The sheet with other texts in some cells (column, row), and what its columns answer now."""
    columns = [
        column.put(put[at]) if at in put else column for at, column in enumerate(matching.sheet.columns)
    ]
    sheet = replace(matching.sheet, columns=tuple(columns))
    return replace(matching, sheet=sheet) if sheet.places else match_columns(sheet, questionnaire)


def _is_same(old: str, stands: str) -> bool:
    """Whether the cell holds what the line says, or what is shown of it in findings.csv."""
    return normalise(old) in {normalise(text) for text in (stands, masked(stands), inert(stands))}


def _day(date: str) -> str:
    """The day as ISO writes it; "" where it is none."""
    found = parse_date(date)
    return found.start.isoformat() if found.start and found.precision == "day" else ""
