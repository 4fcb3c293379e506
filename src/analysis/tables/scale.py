"""A point of an answer scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.questionnaire.answer import Option, Scale
from analysis.questionnaire.words import Text, Words
from analysis.tables.answers import Mask, PartAnswers
from analysis.tables.cell import Label
from analysis.tables.choice import labels, option_positions
from analysis.tables.comparable import Comparable
from analysis.tables.estimate import mean, nets, score100
from analysis.tables.sampling import Among
from analysis.tables.statistic import (
    Statistic,
    counts_and_shares,
    mean_of,
    median_of,
    positions_and_shares,
)

Net = tuple[int, ...]  # positions of points that are counted together

NOT_APPLICABLE, TICKED = "not_applicable", "option"  # reason and detail of the box beside the scale


class ScalePoints:
    """Count and share of every point and net; mean, median and the mean on 0 … 100."""

    def __init__(self, answer: Scale, everyone: PartAnswers) -> None:
        self.points = answer.scale.points
        self.box = answer.not_applicable
        self.items = (*labels(self.points), *net_labels(answer), *box_label(self.box))
        self.facts = scale_facts(answer)
        self.nets = nets_of(answer)
        self.ids = [*map(str, range(1, len(self.points) + 1)), *map(net_id, self.nets)]
        self.remarks: Mapping[str, int] = {}

    def usable(self, answers: PartAnswers) -> Mask:
        return answers.answered

    def statistics(self, answers: PartAnswers) -> Iterator[Statistic]:
        usable, k = answers.of(self.usable(answers)), len(self.points)
        values = point_values(usable, self.points)
        yield from counts_and_shares(usable.among, self.ids, self._chosen(values))
        yield mean_of(usable.among, values, mean(values), within=(1, k))
        on_100 = (values - 1) * (100 / (k - 1))
        yield mean_of(usable.among, on_100, score100(values, k), stat="score100", within=(0, 100))
        yield median_of(usable.among, values, "school")
        yield from box_count(answers, self.box)

    def comparable(self, answers: PartAnswers) -> Iterator[Comparable]:
        usable = answers.of(self.usable(answers))
        values = point_values(usable, self.points)
        yield Comparable(
            usable.among,
            tuple(self.ids),
            self._chosen(values),
            values=values.astype(float),
            within=(1, len(self.points)),
        )

    def _chosen(self, values: NDArray[np.intp]) -> Mask:
        """Who answered with which point or within which net: respondents × items."""
        of_points = values[:, None] == np.arange(1, len(self.points) + 1)
        return np.column_stack([of_points, *(np.isin(values, net) for net in self.nets)])


def point_values(answers: PartAnswers, points: tuple[Option, ...]) -> NDArray[np.intp]:
    """The position, 1 … k, of every answer. All of `answers` are answered."""
    return option_positions(answers, points) + 1


def point_shares(among: Among, values: NDArray[np.intp], k: int) -> Iterator[Statistic]:
    """Count and share of the points 1 … k."""
    return positions_and_shares(among, [str(point) for point in range(1, k + 1)], values - 1)


def nets_of(answer: Scale) -> list[Net]:
    """The nets of two points or more; one of a single point is that point."""
    return [net for net in nets(len(answer.scale.points), *answer.boxes) if len(net) > 1]


def net_id(net: Net) -> str:
    """ "4+5" """
    return "+".join(map(str, net))


def net_labels(answer: Scale) -> Iterator[Label]:
    """The points' words with a plus between: "그렇다+매우 그렇다"."""
    for net in nets_of(answer):
        points = [answer.scale.points[point - 1] for point in net]
        english = "+".join(point.en or "" for point in points) if all(point.en for point in points) else None
        yield Label(net_id(net), Words(ko="+".join(point.ko for point in points), en=english))


def box_label(box: Text | None) -> tuple[Label, ...]:
    return (Label(NOT_APPLICABLE, box),) if box else ()


def box_count(answers: PartAnswers, box: Text | None) -> Iterator[Statistic]:
    """How many ticked the box beside the scale; no share, since they are outside the base."""
    if box:
        count = int(((answers.reason == NOT_APPLICABLE) & (answers.detail == TICKED)).sum())
        yield Statistic(NOT_APPLICABLE, "count", count, count, None)


def scale_facts(answer: Scale) -> dict[str, Any]:
    """points (how many), which end is good, and the ids of the nets (None where there is none)."""
    k = len(answer.scale.points)
    top, bottom = (net_id(net) or None for net in nets(k, *answer.boxes))
    return {"points": k, "good": answer.scale.good, "top": top, "bottom": bottom}
