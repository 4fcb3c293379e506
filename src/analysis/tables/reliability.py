"""How reliably the rows of a grid measure one thing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from analysis.questionnaire.answer import Option, Scale
from analysis.questionnaire.question import GridQuestion
from analysis.tables.answers import PartAnswers, QuestionAnswers
from analysis.tables.estimate.reliability import Reliability, alpha, feldt_interval, omega
from analysis.tables.sampling import Among, Numbers
from analysis.tables.scale import point_values
from analysis.tables.statistic import Statistic

FEWEST = 10  # complete cases: of fewer, a coefficient tells of them and not of the items


def reliability(question: GridQuestion, answers: QuestionAnswers) -> Iterator[Statistic]:
    """Cronbach's alpha and McDonald's omega of those who answered every row; reverse rows are turned."""
    assert isinstance(question.answer, Scale)  # what `index` asks of a grid
    points = question.answer.scale.points
    rows = [answers[row.id, ""] for row in question.rows]
    scores = np.column_stack([_scores(part, points) for part in rows])
    turned = [at for at, row in enumerate(question.rows) if row.reverse]
    among = rows[0].among
    found = alpha(scores, turned, among.weights, fewest=FEWEST)
    yield _with_interval(_statistic("alpha", found), found, among)
    yield _statistic("omega", omega(scores, turned, among.weights, fewest=FEWEST))


def _scores(part: PartAnswers, points: tuple[Option, ...]) -> Numbers:
    """1 … k of every respondent; nan of who did not answer."""
    scores = np.full(part.answered.size, np.nan)
    scores[part.answered] = point_values(part.of(part.answered), points)
    return scores


def _statistic(stat: str, found: Reliability) -> Statistic:
    if found.value is None and found.n:
        return Statistic("", stat, None, found.n, found.n, status="not_comparable", rule=found.why)
    return Statistic("", stat, found.value, found.n, found.n)


def _with_interval(statistic: Statistic, found: Reliability, among: Among) -> Statistic:
    """Feldt's, where the respondents are a simple random sample of many."""
    if found.value is None or not among.sampling.simply or among.sampling.exact:
        return statistic
    low, high = feldt_interval(found.value, found.n, found.k, among.sampling.confidence)
    return statistic._replace(low=low, high=high, rule="feldt")
