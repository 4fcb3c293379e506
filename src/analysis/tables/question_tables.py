"""The tables of one question: alone, and by each group. What they share is made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Protocol

from analysis.questionnaire.question import Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Words
from analysis.tables.allocation import Allocation
from analysis.tables.answers import QuestionAnswers, chosen_answers
from analysis.tables.banner import NO_GROUP, Group
from analysis.tables.cell import Cell, Label
from analysis.tables.comparison import Compared, Family, compare
from analysis.tables.grid import Grid, under
from analysis.tables.importance_performance import ImportancePerformance
from analysis.tables.kind_statistics import KindStatistics
from analysis.tables.plain import KINDS as PLAIN_KINDS
from analysis.tables.plain import Plain
from analysis.tables.ranking import Ranking
from analysis.tables.sampling import Sampling
from analysis.tables.sought import found
from analysis.tables.statistic import Statistic
from analysis.tables.table import Table
from analysis.tables.within import Within
from analysis.tables.wording import (
    OPEN,
    all_words,
    base_words,
    few_notes,
    group_remarks,
    interval_notes,
    notes,
    reason_words,
    remarks,
    sampling_notes,
    source_words,
)


class QuestionStatistics(KindStatistics[QuestionAnswers], Protocol):
    """What a kind of question knows; the first of its figures is the base of the whole question, row ""."""

    @property
    def rows(self) -> tuple[Label, ...]: ...


KINDS: dict[str, Callable[[Any, QuestionAnswers], QuestionStatistics]] = {
    **dict.fromkeys(PLAIN_KINDS, Plain),
    "ranking": Ranking,
    "allocation": Allocation,
    "importance_performance": ImportancePerformance,
    "grid": Grid,
}

NOTHING_MORE: Mapping[str, Any] = MappingProxyType({})


class QuestionTables:
    """A question over all respondents and over the groups. What its tables share is made once.

    answers are those of all respondents that count; within: of whom alone the tables are to be.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        sampling: Sampling,
        question: Question,
        answers: QuestionAnswers,
        groups: list[Group],
        within: Within | None = None,
    ) -> None:
        self.questionnaire, self.sampling, self.question = questionnaire, sampling, question
        everyone, self.groups = answers, [within.of(group) for group in groups] if within else groups
        self.answers = answers = within.answers(everyone) if within else everyone
        self.kind = KINDS[question.kind](question, answers)
        unclear = within.unclear if within else 0
        given = {("", ""): list(self.kind.statistics(answers))} | {
            (group.id, level): list(
                self.kind.statistics(chosen_answers(everyone, members, group.outside + unclear))
            )
            for group in self.groups
            for level, members in group.members.items()
        }
        self.compared: dict[str, Compared] = {}
        if sampling.tells_intervals and sampling.n:
            least = questionnaire.small_bases.counts_lead
            self.compared = compare(self.kind.comparable(answers), self.groups, sampling, least)
        self.cells = _cells(given, self.compared, sampling)
        self.overall = self.cells["", ""]
        self.base = base_words(questionnaire, question, self.overall[0].base)
        self.source = source_words(questionnaire)
        self.notes = (
            *notes(question, self.kind.remarks),
            *(() if question.kind in OPEN else sampling_notes(sampling)),
        )
        self.facts = _facts(questionnaire, sampling, question) | self.kind.facts
        self.remarks = tuple(remarks(questionnaire, question, self.kind.remarks, self.overall))

    def alone(self) -> Table:
        """Of all respondents; what they wrote is sorted, so that its order tells nothing of who wrote it."""
        return self._table(self.overall, quotes=tuple(sorted(_words_of(self.answers))))

    def by(self, group: Group, families: Mapping[str, Family]) -> Table:
        """Broken down by a group. families: the tests that its tests are adjusted with."""
        of_levels = [cell for level in group.members for cell in self.cells[group.id, level]]
        if group.id not in self.compared:
            return self._table(self.overall + of_levels, group)
        compared, family = self.compared[group.id], families[group.id]
        cells = [*self.overall, *compared.with_adjusted(family), *compared.lettered(of_levels)]
        return self._table(cells, group, facts={"comparison": family.facts})

    def _interval_notes(self, group: Group | None) -> Iterator[Words]:
        if self.sampling.tells_intervals:
            yield from interval_notes(self.questionnaire.respondents, self.question, self.sampling, group)

    def _table(
        self,
        cells: list[Cell],
        group: Group | None = None,
        quotes: tuple[str, ...] = (),
        facts: Mapping[str, Any] = NOTHING_MORE,
    ) -> Table:
        return Table(
            survey=self.questionnaire.survey,
            year=self.questionnaire.year,
            question=self.question.id,
            group=group.id if group else "",
            kind=self.question.kind,
            title=self.question.label,
            asked=self.question.ask,
            base=self.base,
            source=self.source,
            notes=(
                *self.notes,
                *few_notes(self.question, self.questionnaire.small_bases, cells),
            ),
            remarks=(*self.remarks, *group_remarks(self.questionnaire, group)),
            interval_notes=tuple(self._interval_notes(group)),
            levels=(Label("", all_words()), *(group.levels if group else ())),
            rows=self.kind.rows,
            items=(*self.kind.items, *_reason_labels(self.question, self.kind, cells)),
            facts={**self.facts, **(group.facts if group else {}), **facts},
            cells=tuple(cells),
            quotes=quotes,
        )


def _cells(
    given: Mapping[tuple[str, str], list[Statistic]], compared: Mapping[str, Compared], sampling: Sampling
) -> dict[tuple[str, str], list[Cell]]:
    """The statistics by group and level with their intervals: those that the comparison of levels has found already,
    and the others."""
    if not sampling.tells_intervals:
        return {place: [one.cell(place[1]) for one in statistics] for place, statistics in given.items()}
    known = {
        (group, level): [
            one.sought and of_group.get((level, one.row, one.item, one.stat)) for one in statistics
        ]
        for (group, level), statistics in given.items()
        for of_group in [compared[group].intervals if group in compared else {}]
    }
    intervals = found(
        (
            one.sought[0]
            for place, statistics in given.items()
            for one, interval in zip(statistics, known[place], strict=True)
            if one.sought and not interval
        ),
        sampling,
    )
    return {
        place: [
            one.cell(place[1], interval or (intervals[one.sought[0]][one.sought[1]] if one.sought else None))
            for one, interval in zip(statistics, known[place], strict=True)
        ]
        for place, statistics in given.items()
    }


def _facts(questionnaire: Questionnaire, sampling: Sampling, question: Question) -> dict[str, Any]:
    """The facts that tables of every kind have; those of a group are its own."""
    return {
        "no": question.no,
        "section": question.section,
        "key": question.key,
        "confidential": question.confidential,
        "private": question.private,
        **NO_GROUP,
        "sample": questionnaire.sample.kind,
        "respondents": questionnaire.respondents.model_dump(),
        "n_respondents": sampling.n,
        "inference": sampling.facts(),
        "small_bases": questionnaire.small_bases.model_dump(),
    }


def _reason_labels(question: Question, kind: QuestionStatistics, cells: list[Cell]) -> Iterator[Label]:
    """Labels for the reasons that occur, where no option has that id."""
    known = {label.id: label.words for label in kind.items}
    found = dict.fromkeys(cell.item for cell in cells if cell.stat == "absent")
    for item in (item for item in found if item not in known):
        column, _, reason = item.rpartition(":")
        words = reason_words(question, reason)
        yield Label(item, under(known[column], words) if column else words)


def _words_of(answers: QuestionAnswers) -> list[str]:
    """What respondents wrote: answers in words, and what stands behind 기타."""
    return [text for part in answers.values() if part.wrote for text in part.text[part.answered] if text]
