"""A whole split over rows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from analysis.questionnaire.question import AllocationQuestion
from analysis.tables.answers import Mask, QuestionAnswers, all_of, among_all, first_reasons
from analysis.tables.cell import Label
from analysis.tables.choice import labels
from analysis.tables.comparable import Comparable
from analysis.tables.estimate import mean
from analysis.tables.quantity import has_value, quantity_remarks
from analysis.tables.statistic import Statistic, base_line, mean_of, median_of

ROUNDING = 1e-9  # 33.3 + 33.3 + 33.4 is 100 to a person, not to a computer


class Allocation:
    """Mean and median of every row's part, in the question's unit, over those who split the whole: a value in
    every row, and together the total within its tolerance. The means then add up as the answers do."""

    items: tuple[Label, ...] = ()

    def __init__(self, question: AllocationQuestion, everyone: QuestionAnswers) -> None:
        self.rows = labels(question.rows)
        self.total, self.tolerance = question.total, question.tolerance
        self.facts = {"unit": question.unit.ko, "unit_en": question.unit.text("en"), "total": question.total}
        complete, whole = self._complete(everyone), self._whole(everyone)
        remarks = [quantity_remarks(part) for part in everyone.values()]
        self.remarks = {
            "approximate": sum(remark["approximate"] for remark in remarks),
            "bounds": sum(remark["bounds"] for remark in remarks),
            "not_the_total": int((complete & ~whole).sum()),
        }

    def comparable(self, answers: QuestionAnswers) -> Iterator[Comparable]:
        return iter(())

    def statistics(self, answers: QuestionAnswers) -> Iterator[Statistic]:
        whole = self._whole(answers)
        base, absent = int(whole.sum()), first_reasons(answers.values(), ~whole)
        yield from base_line(base, absent)
        among = among_all(answers, whole)
        for row in self.rows:
            values = answers[row.id, ""].number[whole]
            line = (
                *base_line(base, absent),
                mean_of(among, values, mean(values), within=(0, self.total)),
                median_of(among, values),
            )
            yield from (statistic.at(row.id) for statistic in line)

    def _complete(self, answers: QuestionAnswers) -> Mask:
        return all_of(has_value(part) for part in answers.values())

    def _whole(self, answers: QuestionAnswers) -> Mask:
        given = np.sum([part.number for part in answers.values()], axis=0)
        return self._complete(answers) & (np.abs(given - self.total) <= self.tolerance + ROUNDING)
