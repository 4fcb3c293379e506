"""Every row judged twice: how important it is, how well it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.questionnaire.question import ImportancePerformanceQuestion
from analysis.tables.answers import Mask, QuestionAnswers, all_of, any_of, first_reasons
from analysis.tables.cell import Label
from analysis.tables.choice import labels
from analysis.tables.comparable import Comparable
from analysis.tables.estimate import mean, mean_difference, mean_of_means, quadrant
from analysis.tables.grid import under
from analysis.tables.row_facts import row_facts
from analysis.tables.scale import box_count, box_label, point_shares, point_values
from analysis.tables.statistic import Statistic, base_line, mean_of, measure
from analysis.tables.wording import both

IMPORTANCE, PERFORMANCE = SIDES = ("importance", "performance")

Means = dict[str, dict[str, Statistic]]  # row -> side -> mean


class ImportancePerformance:
    """Both means of every row, the gap of those who judged both, and the quadrant; in row "" the means of the row
    means, which are the cut lines unless these are declared to lie at the middle of the scales (stat "cut")."""

    def __init__(self, question: ImportancePerformanceQuestion, everyone: QuestionAnswers) -> None:
        self.rows = labels(question.rows)
        self.scales = {IMPORTANCE: question.importance, PERFORMANCE: question.performance}
        self.box = question.not_applicable
        self.at_midpoint = question.cut == "midpoint"
        self.remarks: Mapping[str, int] = {
            "cut_midpoint" if self.at_midpoint else "cut_lines": 1, "gap_of_both": 1
        }  # fmt: skip
        self.performance = question.performance_label
        self.items = tuple(self._items())
        self.facts = _facts(question) | row_facts(question)
        self._alike = "points" in self.facts

    def comparable(self, answers: QuestionAnswers) -> Iterator[Comparable]:
        return iter(())

    def statistics(self, answers: QuestionAnswers) -> Iterator[Statistic]:
        judged = any_of(part.answered for part in answers.values())
        yield from base_line(int(judged.sum()), first_reasons(answers.values(), ~judged))
        means = {row.id: {side: self._mean(answers, row.id, side) for side in SIDES} for row in self.rows}
        cuts = {side: self._mean_of_means(answers, means, side) for side in SIDES}
        for side in SIDES:
            judges = any_of(answers[row.id, side].answered for row in self.rows)
            yield measure("mean", cuts[side], int(judges.sum()), side)
        if self.at_midpoint:
            cuts = {side: (1 + len(self.scales[side].points)) / 2 for side in SIDES}
            yield from (Statistic(side, "cut", cut, None, None) for side, cut in cuts.items())
        for row in self.rows:
            for statistic in self._line(answers, row.id, means[row.id]):
                yield statistic.at(row.id)
            yield self._quadrant(answers, row.id, means, cuts).at(row.id)

    def _mean(self, answers: QuestionAnswers, row: str, side: str) -> Statistic:
        usable = answers[row, side].of(answers[row, side].answered)
        values = point_values(usable, self.scales[side].points)
        return mean_of(usable.among, values, mean(values), side, within=(1, len(self.scales[side].points)))

    def _mean_of_means(self, answers: QuestionAnswers, means: Means, side: str) -> float | None:
        """The mean of the row means."""
        if not next(iter(answers.values())).among.sampling.weighted:
            return mean_of_means(self._values(answers, row.id, side) for row in self.rows)
        of_rows = [row[side].value for row in means.values() if row[side].value is not None]
        return sum(of_rows) / len(of_rows) if of_rows else None

    def _line(self, answers: QuestionAnswers, row: str, means: dict[str, Statistic]) -> Iterator[Statistic]:
        importance, performance = (answers[row, side] for side in SIDES)
        either = importance.answered | performance.answered
        yield from base_line(int(either.sum()), first_reasons((importance, performance), ~either))
        for side in SIDES:
            yield means[side]
            usable = answers[row, side].of(answers[row, side].answered)
            points = self.scales[side].points
            for statistic in (
                *point_shares(usable.among, point_values(usable, points), len(points)),
                *box_count(answers[row, side], self.box),
            ):
                yield statistic.at("", side)
        yield self._gap(answers, row)

    def _gap(self, answers: QuestionAnswers, row: str) -> Statistic:
        """Importance − performance in points of the scale; not to be had where the two scales differ."""
        if not self._alike:
            return Statistic("gap", "mean", None, None, None, status="not_comparable", rule="scales_differ")
        judged_both = _judged_both(answers, row)
        importance, performance = (self._values(answers, row, side, judged_both) for side in SIDES)
        among = answers[row, IMPORTANCE].among.at(np.flatnonzero(judged_both))
        gaps = importance - performance
        widest = len(self.scales[IMPORTANCE].points) - 1
        plain = mean_difference(importance, performance)
        return mean_of(among, gaps, plain, "gap", within=(-widest, widest))

    def _quadrant(
        self, answers: QuestionAnswers, row: str, means: Means, cuts: dict[str, float | None]
    ) -> Statistic:
        n = int(_judged_both(answers, row).sum())
        if not n:
            return measure("code", None, n, "quadrant")
        of_row = {side: found.value for side, found in means[row].items()}
        place = [self._upward(side, value) for given in (of_row, cuts) for side, value in given.items()]
        return measure("code", int(quadrant(*place)), n, "quadrant")

    def _upward(self, side: str, value: float | None) -> float:
        """Higher is more important and better done, whichever end of the scale is the good one."""
        assert value is not None  # somebody judged both sides of a row
        return -value if self.scales[side].good == "low" else value

    def _values(
        self, answers: QuestionAnswers, row: str, side: str, chosen: Mask | None = None
    ) -> NDArray[np.intp]:
        part = answers[row, side]
        return point_values(part.of(part.answered if chosen is None else chosen), self.scales[side].points)

    def _items(self) -> Iterator[Label]:
        words = {IMPORTANCE: both(IMPORTANCE), PERFORMANCE: self.performance}
        named = words | {"gap": both("gap", performance=self.performance), "quadrant": both("quadrant")}
        yield from (Label(item, said) for item, said in named.items())
        for side in SIDES:
            for label in (*labels(self.scales[side].points), *box_label(self.box)):
                yield Label(f"{side}:{label.id}", under(words[side], label.words))


def _judged_both(answers: QuestionAnswers, row: str) -> Mask:
    return all_of(answers[row, side].answered for side in SIDES)


def _facts(question: ImportancePerformanceQuestion) -> dict[str, Any]:
    """points and good of each side; points at the top where the sides can be compared: as many points, running the
    same way. A scale of importance has no good end, and runs upward as one whose high end is good."""
    sides = {
        side: {"points": len(scale.points), "good": scale.good}
        for side, scale in ((IMPORTANCE, question.importance), (PERFORMANCE, question.performance))
    }
    runs = {(side["points"], side["good"] == "low") for side in sides.values()}
    return (
        {"cut_rule": question.cut}
        | sides
        | (
            {"points": sides[PERFORMANCE]["points"], "good": sides[PERFORMANCE]["good"]}
            if len(runs) == 1
            else {}
        )
    )
