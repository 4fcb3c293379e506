"""Where a correction belongs: its words become a cell of a sheet, or a part of the questionnaire and a respondent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from analysis.intake.columns.headings import headings_of, inner_of
from analysis.intake.columns.matching import Matching
from analysis.intake.corrections import AnswerCells, Correction
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
    """All that may be named: the sheets as they came, and the questions."""

    def __init__(self, questionnaire: Questionnaire, matchings: Sequence[Matching]) -> None:
        self.questionnaire = questionnaire
        self.matchings = tuple(matchings)
        self._headings = headings_of(questionnaire)
        self._parts = {part.key for part in questionnaire.parts()}
        self._known: dict[str, PartKey | None] = {}

    def part(self, question: str) -> PartKey | None:
        """The part that is called so: "B2", an id, "B1 [정규직 / 현원]"; None where there is none, or several."""
        if question not in self._known:
            key = self._headings.part(question)
            self._known[question] = key if key in self._parts else None
        return self._known[question]

    def cell(self, line: Correction) -> Place | None:
        """The answer's cell that a line names; None where there is no such, or where several sheets have one."""
        found = []
        for at in self._of_file.get(normalise(line.file), ()):
            sheet, cells = self.matchings[at].sheet, self._cells[at]
            if sheet.places and line.sheet and (place := cells.find(f"{line.sheet} › {line.cell}")):
                found.append(Place(at, *place))
            elif line.sheet in ("", sheet.name) and (place := cells.find(line.cell)):
                found.append(Place(at, *place))
        return found[0] if len(found) == 1 and self.key_of(found[0]) != _NO_QUESTION else None

    @cached_property
    def _of_file(self) -> dict[str, list[int]]:
        """The sheets of a file."""
        found = defaultdict(list)
        for at, matching in enumerate(self.matchings):
            found[normalise(matching.sheet.file)].append(at)
        return found

    @cached_property
    def _cells(self) -> list[AnswerCells]:
        return [AnswerCells(matching.sheet) for matching in self.matchings]

    def text(self, place: Place) -> str:
        """What came in a cell."""
        return self.matchings[place.sheet].sheet.columns[place.column].at(place.row).text

    def key_of(self, place: Place) -> PartKey:
        """The part that a column answers, alone or with others; only its question where it spells out 기타."""
        return self._answered[place.sheet].get(place.column, _NO_QUESTION)

    @cached_property
    def _answered(self) -> list[dict[int, PartKey]]:
        return [_by_column(matching) for matching in self.matchings]

    def example(self, question: str) -> str:
        """How a cell of that question is named, or of the first that has several."""
        number = match_key(question.partition("[")[0])
        questions = self.questionnaire.questions
        named = [one for one in questions if number in (match_key(one.no), match_key(one.id))]
        several = [one for one in (*named, *questions) if len(one.parts()) > 1]
        if not several:
            return questions[0].no
        return f"{several[0].no} [{inner_of(self.questionnaire, several[0].parts()[0].key)}]"


def _by_column(matching: Matching) -> dict[int, PartKey]:
    """What the columns of a sheet answer."""
    by_column = {column: key for key, column in matching.columns.items()}
    for key, claimed in matching.claimed.items():
        for column in (*claimed.ticks.values(), *claimed.slots.values()):
            by_column.setdefault(column, key)
        if claimed.ranks:  # such a column answers all ranks
            by_column |= dict.fromkeys(claimed.ticks.values(), PartKey(key.question))
    for question, column in matching.companions.items():
        by_column.setdefault(column, PartKey(question))
    return by_column


class Respondents:
    """Who may be named: by id, by a name in the register, or as "row-7"."""

    def __init__(self, register: Register, sources: Sources) -> None:
        self._register = register
        counted = sources.counted.tolist()
        self._by_name = _positions(sources.respondent.to_pylist(), counted)
        self._by_row = _positions(sources_of(sources.matchings).respondent.to_pylist(), counted)

    def at(self, name: str) -> int | None:
        """The position of the response that counts; None where there is none, or where there are several."""
        for named, asked in (
            (self._by_name, name),
            (self._by_name, self._register.match(name, suggest=False).id),
            (self._by_row, name),
        ):
            if asked and asked in named:
                return named[asked][0] if len(named[asked]) == 1 else None
        return None


def _positions(names: Sequence[str], counted: Sequence[bool]) -> dict[str, list[int]]:
    """Where a name stands among the responses that count; no place where it only stands elsewhere."""
    found: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        of_name = found.setdefault(name, [])
        if counted[at]:
            of_name.append(at)
    return found
