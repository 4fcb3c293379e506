"""Answers put right by the secretariat's list, on top of what came: the new text is read as if it stood in the cell.

A cell of a file is corrected before anybody asks whose answers these are, so that a misspelt name can be put right;
the answer of a respondent after that. A line that cannot be followed is an error, and its answer stays as it came.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from analysis.intake.columns.headings import inner_of
from analysis.intake.columns.matching import Matching, match_columns
from analysis.intake.corrections import Correction
from analysis.intake.personal import masked
from analysis.intake.register import Register
from analysis.language.text import normalise
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.corrected_place import Place, Places, Respondents
from analysis.responses.finding import NOT_SHOWN, Finding
from analysis.responses.inert import inert
from analysis.responses.log import Log
from analysis.responses.rules import SEVERITY
from analysis.responses.sources import Sources
from analysis.responses.values.date import parse_date

_NEEDED = {"why": "까닭(why)", "who": "누가(who)", "date": "날짜(date)"}
_ROW = re.compile(r"\d+-row-\d+")  # as respondents are called where there are several files
_NOWHERE = "응답자(respondent)·문항(question)"


class Correcting:
    """The lines of the list on their way: `cells` first, `answers` once it is known whose the responses are."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        register: Register,
        matchings: Sequence[Matching],
        lines: Sequence[Correction],
        log: Log,
    ) -> None:
        self.questionnaire = questionnaire
        self.places = Places(questionnaire, matchings)
        self._register = register
        self.log = log
        deciding = {question.id for question in questionnaire.questions if question.identifier}
        self._deciding = deciding | ({questionnaire.sessions.question} if questionnaire.sessions else set())
        self._of_answers: list[Correction] = []
        self._of_cells: list[Correction] = []
        for line in lines:
            if self._is_in_order(line):
                (self._of_answers if self._goes_by_answer(line) else self._of_cells).append(line)
        self._done: list[tuple[Correction, Place]] = []

    def cells(self) -> list[Matching]:
        """The sheets with their cells corrected."""
        asked: dict[Place, list[Correction]] = defaultdict(list)
        for line in self._of_cells:
            if place := self.places.cell(line):
                asked[place].append(line)
            else:
                self._tell_of("correction_cell_unknown", line)
        put: dict[int, dict[int, dict[int, str]]] = defaultdict(lambda: defaultdict(dict))
        for place, lines in asked.items():
            question = self.places.key_of(place).question
            for line in self._agreed(lines, self.places.text(place), question):
                put[place.sheet][place.column][place.row] = line.new
                self._done.append((line, place))
        return [
            _rewritten(matching, put[at], self.questionnaire) if at in put else matching
            for at, matching in enumerate(self.places.matchings)
        ]

    def answers(self, sources: Sources) -> Sources:
        """The same sources, in which the answers of respondents are corrected."""
        sources = replace(sources, came=self.places.matchings)
        starts = np.searchsorted(sources.sheet, np.arange(len(sources.matchings)))  # the rows of a sheet lie together
        for line, place in self._done:
            sheet = self.places.matchings[place.sheet].sheet
            at = int(starts[place.sheet]) + place.row - sources.matchings[place.sheet].sheet.heading_rows
            cell = sheet.reference(int(sources.number[at]), place.column)
            self._tell(line, sources, at, self.places.key_of(place), cell, self.places.text(place))
        respondents = Respondents(self._register, sources)
        asked: dict[tuple[PartKey, int], list[Correction]] = defaultdict(list)
        for line in self._of_answers:
            if found := self._answer(line, sources, respondents):
                asked[found].append(line)
        put: dict[PartKey, dict[int, str]] = defaultdict(dict)
        came = {key: sources.as_came(key) for key, _ in asked}
        for (key, at), lines in asked.items():
            stood, now = came[key].at(at).text, sources.cell(key, at).text
            if now != stood:  # its cell was corrected already
                for line in lines:
                    if normalise(line.new) != normalise(now):
                        self._tell_of("correction_twice", line)
                continue
            for line in self._agreed(lines, stood, key.question):
                put[key][at] = line.new
                self._tell(line, sources, at, key, sources.reference(key, at), stood)
        return replace(sources, corrected=put)

    def _is_in_order(self, line: Correction) -> bool:
        lacking = [called for name, called in _NEEDED.items() if not getattr(line, name)]
        if not (line.by_answer or line.by_cell):
            lacking.insert(0, _NOWHERE)
        if lacking:
            self._tell_of("correction_incomplete", line, ", ".join(lacking))
        elif not _day(line.date):
            self._tell_of("correction_date", line, line.date)
        else:
            return True
        return False

    def _goes_by_answer(self, line: Correction) -> bool:
        """Whether the respondent and the question are to be looked for. What decides who answered is a cell."""
        key = self.places.part(line.question)
        return line.by_answer and not (line.by_cell and key and key.question in self._deciding)

    def _agreed(self, lines: Sequence[Correction], stood: str, question: str) -> Sequence[Correction]:
        """The one correction of a cell, of an answer to `question`; none where they differ or no longer fit."""
        if len({normalise(line.new) for line in lines}) > 1:
            for line in lines:
                self._tell_of("correction_twice", line)
            return ()
        fitting = []
        for line in lines:
            if _is_same(line.old, stood):
                fitting.append(line)
            else:
                self._tell_of("correction_old_differs", line, self._shown(stood, question))
        return fitting[:1]

    def _answer(
        self, line: Correction, sources: Sources, respondents: Respondents
    ) -> tuple[PartKey, int] | None:
        """Which part of which respondent; None, and told, where there is no such."""
        key = self.places.part(line.question)
        if key is None:
            self._tell_of("correction_question_unknown", line, self.places.example(line.question))
            return None
        if key.question in self._deciding:
            self._tell_of("correction_by_cell", line)
            return None
        if _ROW.fullmatch(line.respondent) and not line.by_cell:  # another's, once a file is added before it
            self._tell_of("correction_by_row", line)
            return None
        at = respondents.at(line.respondent)
        if at is None:
            self._tell_of("correction_respondent_unknown", line)
            return None
        if line.by_cell:
            here = (sources.sheet[at], sources.row[at], sources.matchings[sources.sheet[at]].columns.get(key))
            if self.places.cell(line) != here:
                self._tell_of("correction_two_places", line, sources.reference(key, at))
                return None
        return key, at

    def _shown(self, text: str, question: str) -> str:
        """As findings show an answer: the contact of a person is not repeated."""
        asked = self.questionnaire.question(question)
        return NOT_SHOWN if text and asked.private and not asked.identifier else text

    def _tell(self, line: Correction, sources: Sources, at: int, key: PartKey, cell: str, stood: str) -> None:
        sheet = sources.matchings[sources.sheet[at]].sheet
        new = self._shown(line.new, key.question)
        found = Finding(
            SEVERITY["corrected"],
            "corrected",
            survey=self.log.survey,
            respondent=sources.respondent[at].as_py(),
            question=self.questionnaire.question(key.question).no,
            file=sheet.file,
            sheet=sheet.name,
            cell=cell,
            value=self._shown(stood, key.question),
            hint=f"'{new}' ({line.why}; {line.who}; {_day(line.date)})",
            part=inner_of(self.questionnaire, key),
        )
        self.log.add([found])

    def _tell_of(self, rule: str, line: Correction, hint: str = "") -> None:
        """What is wrong with a line of the list."""
        file, cell = line.place
        found = Finding(
            SEVERITY[rule], rule, survey=self.log.survey, file=file, cell=cell, value=line.where, hint=hint
        )
        self.log.add([found])


def _rewritten(
    matching: Matching, put: Mapping[int, Mapping[int, str]], questionnaire: Questionnaire
) -> Matching:
    """The sheet with other texts in some cells (column, row), and what its columns answer now."""
    columns = [
        column.put(put[at]) if at in put else column for at, column in enumerate(matching.sheet.columns)
    ]
    sheet = replace(matching.sheet, columns=tuple(columns))
    by_heading = not sheet.places and matching.serial is None
    if by_heading:
        return match_columns(sheet, questionnaire)
    form = matching.form and replace(matching.form, untouched=False)  # it holds what its sender told us since
    return replace(matching, sheet=sheet, form=form)


def _is_same(old: str, stood: str) -> bool:
    """Whether the cell holds what the line says, or what is shown of it in findings.csv."""
    return normalise(old) in {normalise(text) for text in (stood, masked(stood), inert(stood))}


@lru_cache
def _day(date: str) -> str:
    """The day as ISO writes it; "" where it is none."""
    found = parse_date(date)
    return found.start.isoformat() if found.start and found.precision == "day" else ""
