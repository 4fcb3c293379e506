"""Options in order of preference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np

from analysis.questionnaire.question import RankingQuestion
from analysis.tables.answers import Mask, PartAnswers, QuestionAnswers, any_of, first_reasons
from analysis.tables.cell import Label
from analysis.tables.choice import choice_facts, ids, labels, option_positions
from analysis.tables.comparable import Comparable
from analysis.tables.estimate.rank_agreement import borda_points, kendalls_w
from analysis.tables.sampling import Among, Numbers
from analysis.tables.statistic import Statistic, base_line, counts_and_shares, mean_of, measure
from analysis.tables.wording import both


class Ranking:
    """A row for each rank, of those who gave that rank, and one for all ranks together ("1+2+3"): how many
    chose an option at any rank (twice by one respondent counts once), of those who ranked at least one, and Borda's
    points. Where all options are to be ranked, Kendall's W of those who ranked all, in row ""."""

    remarks: Mapping[str, int] = {"ranked": 1, "borda": 1}

    def __init__(self, question: RankingQuestion, everyone: QuestionAnswers) -> None:
        self.options = question.options
        self.ranks = [str(rank) for rank in range(1, question.ranks + 1)]
        self.at_any = "+".join(self.ranks)
        self.items = labels(question.options)
        self.facts = {"ranks": question.ranks, "at_any": self.at_any} | choice_facts(question.options)

    @cached_property
    def rows(self) -> tuple[Label, ...]:
        by_rank = [Label(rank, both("rank", rank=rank)) for rank in self.ranks]
        return (*by_rank, Label(self.at_any, both("ranks_up_to", rank=self.ranks[-1])))

    def comparable(self, answers: QuestionAnswers) -> Iterator[Comparable]:
        return iter(())

    def statistics(self, answers: QuestionAnswers) -> Iterator[Statistic]:
        by_rank = [answers["", rank] for rank in self.ranks]
        ranked_any = any_of(part.answered for part in by_rank)
        base, absent = int(ranked_any.sum()), first_reasons(by_rank, ~ranked_any)
        yield from base_line(base, absent)
        chosen = []
        for rank, part in zip(self.ranks, by_rank, strict=True):
            chosen.append(self._chosen(part))
            yield from self._line(
                rank, part.among.at(part.answered), chosen[-1][part.answered], part.absent()
            )
        among = by_rank[0].among.at(ranked_any)
        yield from self._line(self.at_any, among, any_of(chosen)[ranked_any], absent)
        ranks = _best_ranks(chosen)
        yield from self._borda(among, ranks[ranked_any])
        if len(self.ranks) == len(self.options):
            complete = ~np.isnan(ranks).any(axis=1)
            yield _agreement(by_rank[0].among.at(complete), ranks[complete])

    def _borda(self, among: Among, ranks: Numbers) -> Iterator[Statistic]:
        points = borda_points(ranks, len(self.ranks))
        for option, given in zip(self.options, points.T, strict=True):
            plain = int(given.sum()) / given.size if given.size else None
            yield mean_of(among, given, plain, option.id, "borda", within=(0, len(self.ranks))).at(
                self.at_any
            )

    def _line(self, row: str, among: Among, chosen: Mask, absent: Mapping[str, int]) -> Iterator[Statistic]:
        for statistic in base_line(among.who.size, absent):
            yield statistic.at(row)
        for statistic in counts_and_shares(among, ids(self.options), chosen):
            yield statistic.at(row)

    def _chosen(self, part: PartAnswers) -> Mask:
        """Who chose what at this rank: respondents × options."""
        chosen = np.zeros((part.answered.size, len(self.options)), dtype=bool)
        answered = np.flatnonzero(part.answered)
        chosen[answered, option_positions(part.at(answered), self.options)] = True
        return chosen


def _best_ranks(chosen: list[Mask]) -> Numbers:
    """The rank that each respondent gave each option, the best one where there are two; nan for none."""
    ranks = np.full(chosen[0].shape, np.nan)
    for rank in range(len(chosen), 0, -1):
        ranks[chosen[rank - 1]] = rank
    return ranks


def _agreement(among: Among, ranks: Numbers) -> Statistic:
    found = kendalls_w(ranks, among.weights)
    return measure("w", found.value, found.n)
