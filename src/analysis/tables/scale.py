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
from analysis.tables.estimate import counts, mean, median, nets, score100
from analysis.tables.statistic import Statistic, count_and_share, measure
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
        values = point_values(answers.of(self.usable(answers)), self.points)
        yield from point_counts(values, len(self.points))
        yield from net_counts(values, len(self.points))
        yield measure("mean", mean(values), values.size)
        yield measure("score100", score100(values, len(self.points)), values.size)
        yield measure("median", median(values), values.size)
        yield from box_count(answers, self.box)


def point_values(answers: PartAnswers, points: tuple[Option, ...]) -> NDArray[np.intp]:
    """The position, 1 … k, of every answer. All of `answers` are answered."""
    return option_positions(answers, points) + 1


def point_counts(values: NDArray[np.intp], k: int) -> Iterator[Statistic]:
    """Count and share of the points 1 … k."""
    for point, count in enumerate(counts(values - 1, k), start=1):
        yield from count_and_share(str(point), count, values.size)


def net_counts(values: NDArray[np.intp], k: int) -> Iterator[Statistic]:
    """Count and share of the nets, "4+5" and "1+2" of five points."""
    of_point = counts(values - 1, k)
    for first, second in nets(k):
        yield from count_and_share(
            net_id((first, second)), of_point[first - 1] + of_point[second - 1], values.size
        )


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
