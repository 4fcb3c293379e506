"""A point of an answer scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.questionnaire.answer import Option, Points, Scale
from analysis.questionnaire.words import Text, Words
from analysis.tables.answers import Mask, PartAnswers
from analysis.tables.choice import labels, option_positions
from analysis.tables.estimate import mean, nets, score100
from analysis.tables.sampling import Among
from analysis.tables.statistic import (
    Statistic,
    counts_and_shares,
    mean_of,
    median_of,
    positions_and_shares,
)
from analysis.tables.table import Label

NOT_APPLICABLE, TICKED = "not_applicable", "option"  # reason and detail of the box beside the scale


class ScalePoints:
    """Count and share of every point and net; mean, median and the mean on 0 … 100."""

    def __init__(self, answer: Scale, everyone: PartAnswers) -> None:
        self.points = answer.scale.points
        self.box = answer.not_applicable
        self.items = (*labels(self.points), *net_labels(self.points), *box_label(self.box))
        self.facts = scale_facts(answer.scale)
        self.remarks: Mapping[str, int] = {}

    def usable(self, answers: PartAnswers) -> Mask:
        return answers.answered

    def statistics(self, answers: PartAnswers) -> Iterator[Statistic]:
        usable, k = answers.of(self.usable(answers)), len(self.points)
        values = point_values(usable, self.points)
        yield from point_and_net_shares(usable.among, values, k)
        average = mean_of(usable.among, values, mean(values))
        yield average
        yield _score(average, values, k)
        yield median_of(usable.among, values)
        yield from box_count(answers, self.box)


def _score(average: Statistic, values: NDArray[np.intp], k: int) -> Statistic:
    """The mean on 0 … 100: exact where it has no weights, and with the interval of the mean in any case."""

    def on_100(value: float | None) -> float | None:
        return None if value is None else (value - 1) * 100 / (k - 1)

    weighted = average.value != mean(values)
    return average._replace(
        stat="score100",
        value=on_100(average.value) if weighted else score100(values, k),
        se=None if average.se is None else average.se * 100 / (k - 1),
        low=on_100(average.low),
        high=on_100(average.high),
    )


def point_values(answers: PartAnswers, points: tuple[Option, ...]) -> NDArray[np.intp]:
    """The position, 1 … k, of every answer. All of `answers` are answered."""
    return option_positions(answers, points) + 1


def point_shares(among: Among, values: NDArray[np.intp], k: int) -> Iterator[Statistic]:
    """Count and share of the points 1 … k."""
    return positions_and_shares(among, [str(point) for point in range(1, k + 1)], values - 1)


def point_and_net_shares(among: Among, values: NDArray[np.intp], k: int) -> Iterator[Statistic]:
    """Count and share of the points, and of the nets: "4+5" and "1+2" of five points."""
    of_points = values[:, None] == np.arange(1, k + 1)
    of_nets = [of_points[:, first - 1] | of_points[:, second - 1] for first, second in nets(k)]
    items = [*(str(point) for point in range(1, k + 1)), *map(net_id, nets(k))]
    return counts_and_shares(among, items, np.column_stack([of_points, *of_nets]))


def net_id(net: tuple[int, int]) -> str:
    return f"{net[0]}+{net[1]}"


def net_labels(points: tuple[Option, ...]) -> Iterator[Label]:
    """Both points' words with a plus between: "그렇다+매우 그렇다"."""
    for net in nets(len(points)):
        first, second = (points[point - 1] for point in net)
        english = f"{first.en}+{second.en}" if first.en and second.en else None
        yield Label(net_id(net), Words(ko=f"{first.ko}+{second.ko}", en=english))


def box_label(box: Text | None) -> tuple[Label, ...]:
    return (Label(NOT_APPLICABLE, box),) if box else ()


def box_count(answers: PartAnswers, box: Text | None) -> Iterator[Statistic]:
    """How many ticked the box beside the scale; no share, since they are outside the base."""
    if box:
        count = int(((answers.reason == NOT_APPLICABLE) & (answers.detail == TICKED)).sum())
        yield Statistic(NOT_APPLICABLE, "count", count, count, None)


def scale_facts(scale: Points) -> dict[str, Any]:
    """points (how many), which end is good, and the ids of the nets (None for fewer than four points)."""
    top, bottom = map(net_id, nets(len(scale.points))) if nets(len(scale.points)) else (None, None)
    return {"points": len(scale.points), "good": scale.good, "top": top, "bottom": bottom}
