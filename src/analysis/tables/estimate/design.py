"""How the respondents were drawn, and what follows for the variance of whatever is made of their answers.

A statistic is first written as a sum over the respondents of weight × score (Taylor linearisation); its variance is
that of the sum. It comes from the differences between the first-stage clusters of each stratum, and, where the frame
is known and small, from those within them, stage by stage:

    V = Σ_h (1 − f_h) n_h/(n_h − 1) Σ_i (z_hi − z̄_h)(z_hi − z̄_h)'  +  Σ_h f_h Σ_i V_hi

z_hi the sum of weight × score in cluster i of stratum h, n_h of N_h clusters drawn, f_h = n_h/N_h, and V_hi the same
formula for the stages within the cluster. Särndal, C.-E., Swensson, B. & Wretman, J. (1992). Model Assisted Survey
Sampling. Springer, ch. 4 and 5; the notation of Lumley, T. (2010). Complex Surveys. Wiley.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]
Lonely = Literal["adjust", "certainty", "average"]

_NOTHING_LEFT = 1e-7  # a part of the frame so small that is not in the sample is none


class Calibration(Protocol):
    """What a weighting to known margins knows: see `weighting`."""

    def residuals(self, scores: Numbers) -> Numbers:
        """The scores (weighted, n × k) less what the margins explain of them."""


class _Sums:
    """Adds up the rows of a matrix by their numbers 0 … (each occurs), any number of columns at once."""

    def __init__(self, of: NDArray[np.intp]) -> None:
        self.of = of
        self.first = np.unique(of, return_index=True)[1]
        self._places: dict[int, NDArray[np.intp]] = {}

    def __call__(self, values: Numbers) -> Numbers:
        k, m = values.shape[1], self.first.size
        if m == 1:
            return np.ones((1, len(values))) @ values
        if k not in self._places:
            self._places[k] = (self.of[:, None] * k + np.arange(k)).ravel()
        return np.bincount(self._places[k], values.ravel(), m * k).reshape(m, k)


@dataclass(frozen=True, eq=False)
class Stage:
    """A stage of drawing, for each respondent: in which stratum, in which unit of it.

    strata, units  numbers 0 …, a unit in one stratum only; at a later stage both lie within the unit before
    sampled        how many units of the respondent's stratum were drawn
    population     how many there are; inf where that is not known or drawn with replacement
    """

    strata: NDArray[np.intp]
    units: NDArray[np.intp]
    sampled: Numbers
    population: Numbers

    @cached_property
    def first(self) -> NDArray[np.intp]:
        """A respondent of each unit."""
        return np.unique(self.units, return_index=True)[1]

    @cached_property
    def alone(self) -> Mask:
        """The units drawn as the only one of their stratum."""
        return self.sampled[self.first] == 1

    @cached_property
    def correction(self) -> Numbers:
        """(1 − f) n/(n − 1) of each unit's stratum; 1 − f where it is alone."""
        sampled = self.sampled[self.first]
        left = 1 - sampled / self.population[self.first]
        left[left < _NOTHING_LEFT] = 0
        return left * np.where(self.alone, 1.0, sampled / np.maximum(sampled - 1, 1))

    @cached_property
    def unit_strata(self) -> NDArray[np.intp]:
        return self.strata[self.first]

    def unit_sums(self, values: Numbers) -> Numbers:
        """Of n × k values, the sums over the respondents of each unit."""
        if self.first.size < self.units.size:
            return self._of_units(values)
        return values if self._in_order else values[self.first]

    def stratum_means(self, sums: Numbers) -> Numbers:
        """Of the units' sums the mean over each unit's stratum; one row where there is one stratum."""
        means = self._of_strata(sums) / self.sampled[self.first[self._of_strata.first]][:, None]
        return means if len(means) == 1 else means.take(self.unit_strata, axis=0)

    def units_held(self, domains: Mask) -> Mask:
        """Which of the units have somebody of each of d domains: units × d, in any order."""
        if self.first.size == self.units.size:
            return domains
        return _held(self.units, domains)

    def strata_held(self, domains: Mask) -> Mask:
        """Likewise the strata."""
        return _held(self.strata, domains)

    @cached_property
    def _in_order(self) -> bool:
        return bool((np.diff(self.first) > 0).all())

    @cached_property
    def _of_units(self) -> _Sums:
        return _Sums(self.units)

    @cached_property
    def _of_strata(self) -> _Sums:
        return _Sums(self.unit_strata)


@dataclass(frozen=True, eq=False)
class Design:
    """weights  of n respondents, 0 or more: how many of the frame each stands for
    stages   of drawing, the first one first
    lonely   what a stratum adds of which only one unit was drawn and more exist: "adjust", its squared distance
             from zero, the mean of scores over all strata (on the safe side); "certainty", nothing; "average", as
             much as the other strata add on average
    calibration  where the weights were fitted to known margins
    """

    weights: Numbers
    stages: tuple[Stage, ...]
    lonely: Lonely = "adjust"
    calibration: Calibration | None = None

    @property
    def n(self) -> int:
        return self.weights.size

    @cached_property
    def simple_spread(self) -> float | None:
        """(1 − f) n/(n − 1) of a simple sample, whose respondents were drawn one by one from one stratum and weigh the
        same: by which the variance of a mean exceeds that of n draws with replacement divided by n. None of others."""
        first = self.stages[0]
        alike = (
            len(self.stages) == 1 and self.calibration is None and self.n > 1 and first.sampled[0] == self.n
        )
        return float(first.correction[0]) if alike and not np.ptp(self.weights) else None

    def covariance(self, scores: Numbers) -> Numbers:
        """k × k, of the sums of weight × score; scores are n × k, 0 outside a domain."""
        total = np.zeros((scores.shape[1], scores.shape[1]))
        for centred, scale in self._parts(scores):
            rows = centred * np.sqrt(scale)[:, None]
            total += rows.T @ rows
        return total

    def covariances(self, scores: Numbers) -> Numbers:
        """Of n × k × l scores, k covariances, l × l each: what `covariance` has on its diagonal, without the rest."""
        n, k, width = scores.shape
        total = np.zeros((k, width, width))
        for centred, scale in self._parts(scores.reshape(n, k * width)):
            rows = (centred * np.sqrt(scale)[:, None]).reshape(-1, k, width)
            for at in range(k):
                total[at] += rows[:, at].T @ rows[:, at]
        return total

    def variance(self, scores: Numbers) -> Numbers:
        """The diagonal of `covariance`, in a fraction of its time."""
        squares = (scale @ np.square(centred, out=centred) for centred, scale in self._parts(scores))
        return sum(squares, np.zeros(scores.shape[1]))

    def degrees_of_freedom(self, domain: Mask | None = None) -> int:
        """First-stage units less strata, of those with somebody of the domain whose weight is not 0."""
        inside = self.weights != 0 if domain is None else domain & (self.weights != 0)
        first = self.stages[0]
        return _different(first.units[inside]) - _different(first.strata[inside])

    def degrees_of_freedom_of(self, domains: Mask) -> NDArray[np.intp]:
        """Of each of d domains, n × d."""
        inside = domains & (self.weights != 0)[:, None]
        first = self.stages[0]
        return first.units_held(inside).sum(axis=0) - first.strata_held(inside).sum(axis=0)

    def _parts(self, scores: Numbers) -> list[tuple[Numbers, Numbers]]:
        """Of each stage the units' rows, and how much each row's cross product counts in the covariance."""
        weighted = scores * self.weights[:, None]
        if self.calibration is not None:
            weighted = self.calibration.residuals(weighted)
        parts, drawn = [], np.ones(self.n)
        for stage in self.stages:
            parts.append(_squares(weighted, stage, drawn, self.lonely))
            drawn = drawn * stage.sampled / stage.population
            if not drawn.any():
                break
        return parts


def design(
    weights: ArrayLike,
    strata: Sequence[ArrayLike] = (),
    clusters: Sequence[ArrayLike] = (),
    population: Sequence[ArrayLike] = (),
    lonely: Lonely = "adjust",
    calibration: Calibration | None = None,
) -> Design:
    """The design of n respondents, from one array a stage, the first stage first; any labels will do.

    strata       of each stage; fewer than stages where the later ones have none
    clusters     the units drawn; without any, respondents were drawn one by one
    population   of each stage, how many units the respondent's stratum has in the frame; fewer than stages where
                 it is not known, or one number for all
    Raises ValueError for arrays of different lengths, a negative weight, a stratum with two sizes or with fewer units
    than were drawn.
    """
    given = np.asarray(weights, dtype=float)
    n = given.size
    if not (np.isfinite(given).all() and (given >= 0).all()):
        raise ValueError("a weight is negative or missing")
    units_of = [np.asarray(labels) for labels in clusters] or [np.arange(n)]
    if any(np.shape(labels) != (n,) for labels in (*strata, *units_of)):
        raise ValueError("there are not as many labels as weights")
    stages: list[Stage] = []
    parent = np.zeros(n, dtype=np.intp)
    for at, labels in enumerate(units_of):
        within = _codes(parent, np.asarray(strata[at])) if at < len(strata) else parent
        units = _codes(within, labels)
        sampled = _units_per_stratum(within, units)[within]
        frame = np.broadcast_to(np.asarray(population[at] if at < len(population) else np.inf, float), (n,))
        _check_frame(within, sampled, frame)
        stages.append(Stage(within, units, sampled, frame))
        parent = units
    return Design(given, tuple(stages), lonely, calibration)


def simple(n: int, population: float | None = None) -> Design:
    """A simple random sample of n, without replacement where the population is given."""
    size = np.inf if population is None else float(population)
    weight = 1.0 if population is None or not n else size / n
    return design(np.full(n, weight), population=[size])


def _squares(weighted: Numbers, stage: Stage, drawn: Numbers, lonely: Lonely) -> tuple[Numbers, Numbers]:
    sums, alone = stage.unit_sums(weighted), stage.alone
    centred = sums - stage.stratum_means(sums)
    if alone.any():
        centred[alone] = sums[alone] if lonely == "adjust" else 0.0
    scale = stage.correction * drawn[stage.first]
    if lonely == "average":
        scale = scale * _share_of_told(stage.unit_strata, alone & (stage.correction > 0))
    return centred, scale


def _share_of_told(strata: NDArray[np.intp], untold: Mask) -> float:
    """By how much the strata that tell a variance stand for all of them."""
    everything = _different(strata)
    told = everything - _different(strata[untold])
    return everything / told if told else np.nan


def _held(numbers: NDArray[np.intp], domains: Mask) -> Mask:
    k = int(numbers.max(initial=-1)) + 1
    if k <= 1:
        return domains.any(axis=0, keepdims=True)
    return np.stack([np.bincount(numbers[inside], minlength=k) > 0 for inside in domains.T], axis=1)


def _different(numbers: NDArray[np.intp]) -> int:
    return int(np.count_nonzero(np.bincount(numbers)))


def _units_per_stratum(strata: NDArray[np.intp], units: NDArray[np.intp]) -> Numbers:
    return np.bincount(
        strata[np.unique(units, return_index=True)[1]], minlength=int(strata.max(initial=-1)) + 1
    ).astype(float)


def _codes(within: NDArray[np.intp], labels: NDArray[np.generic]) -> NDArray[np.intp]:
    """Numbers 0 … for the labels, each within its parent."""
    label = np.unique(labels, return_inverse=True)[1].ravel()
    return np.unique(within * (int(label.max(initial=0)) + 1) + label, return_inverse=True)[1].ravel()


def _check_frame(strata: NDArray[np.intp], sampled: Numbers, population: Numbers) -> None:
    if np.isnan(population).any():
        raise ValueError("a size of the population is missing")
    if (population < sampled).any():
        raise ValueError("more units were drawn than the population has")
    if np.unique(np.stack([strata.astype(float), population]), axis=1).shape[1] != np.unique(strata).size:
        raise ValueError("a stratum has two sizes")
