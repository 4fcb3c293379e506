"""From the columns that say how respondents were drawn to the design of the sample."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.responses.responses import Responses
from analysis.tables.estimate.design import Design, Lonely, Numbers, design
from analysis.tables.weighting import WeightingReport, weighted_design


@dataclass(frozen=True, eq=False)
class Drawing:
    """design: None where the respondents were drawn one by one with the same chance, or by nobody.
    notes: names of the notes on what was taken for granted, and on what weights could not do.
    report: how fitting the weights to the frame went, where the questionnaire wants it."""

    design: Design | None = None
    notes: tuple[str, ...] = ()
    report: WeightingReport | None = None


def drawing_of(responses: Responses, lonely: Lonely = "adjust") -> Drawing:
    """The design of the respondents that count.

    Where there are no weights, they follow from the sizes of the population; where these are missing too, everybody
    weighs 1. Weights that the questionnaire wants fitted to margins are; raises WeightingError where they cannot be.
    One size for the whole population (`sample.population`) is spread over the strata by the sums of weights; of a
    sample of clusters it says nothing, since the number of clusters is not known: the drawing is then taken to be with
    replacement, which errs on the safe side.
    """
    columns, population = responses.design, responses.questionnaire.sample.population
    if columns is None:
        return _fitted(responses, None)
    counted = responses.origin.counted
    strata = [given[counted] for given in columns.strata]
    clusters = [given[counted] for given in columns.clusters]
    sizes = [given[counted] for given in columns.populations]
    weights = None if columns.weights is None else columns.weights[counted]
    notes = []
    if not sizes and population is not None:
        if clusters:
            notes.append("no_correction")
        else:
            sizes = [_sizes_of_strata(strata, weights, int(counted.sum()), population)]
    if weights is None:
        weights = _weights(strata, clusters, sizes, int(counted.sum()))
    drawn = design(weights, strata, clusters, sizes, lonely)
    return _fitted(responses, drawn, *notes)


def _fitted(responses: Responses, drawn: Design | None, *notes: str) -> Drawing:
    """With the weights that the questionnaire wants, and what is to be said of them under every table."""
    of, report = weighted_design(responses, drawn)
    if report is None:
        return Drawing(of, notes)
    missed = () if report.converged else ("weights_not_converged",)
    trimmed = ("weights_trimmed",) if report.trimmed else ()
    return Drawing(of, (*notes, *missed, *trimmed), report)


def _sizes_of_strata(
    strata: list[NDArray[np.str_]], weights: Numbers | None, n: int, population: int
) -> Numbers:
    """N_h = N × Σ w of the stratum / Σ w, never less than were drawn; N for all where there are no strata."""
    given = np.ones(n) if weights is None else weights
    if not strata or not given.any():
        return np.full(n, float(max(population, n)))
    _, of, drawn = np.unique(strata[0], return_inverse=True, return_counts=True)
    shares = np.bincount(of, given) / given.sum()
    return np.maximum(population * shares, drawn)[of]


def _weights(
    strata: list[NDArray[np.str_]], clusters: list[NDArray[np.str_]], sizes: list[Numbers], n: int
) -> Numbers:
    """The product over the stages of how many there are to how many were drawn; 1 where that is not known."""
    if not sizes:
        return np.ones(n)
    stages = design(np.ones(n), strata, clusters, sizes).stages
    known = [stage.population / stage.sampled for stage in stages if np.isfinite(stage.population).all()]
    return np.prod(known, axis=0) if known else np.ones(n)
