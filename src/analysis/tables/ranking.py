"""Options in order of preference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np

from analysis.questionnaire.question import RankingQuestion
from analysis.tables.answers import Mask, PartAnswers, QuestionAnswers, any_of, first_reasons
from analysis.tables.choice import choice_facts, ids, labels, option_positions
from analysis.tables.sampling import Among
from analysis.tables.statistic import Statistic, base_line, counts_and_shares
from analysis.tables.table import Label
from analysis.tables.wording import both


class Ranking:
    """A row for each rank, of those who gave that rank, and one for all ranks together ("1+2+3"): how many
    chose an option at any rank (twice by one respondent counts once), of those who ranked at least one."""

    remarks: Mapping[str, int] = {"ranked": 1}

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
