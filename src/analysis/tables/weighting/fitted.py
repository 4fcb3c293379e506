"""The weights of the respondents that count, fitted to the counts of the frame; and how well that went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from analysis.intake.margins import MarginLine
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.weighting import Weighting
from analysis.questionnaire.words import Words
from analysis.responses.responses import Responses
from analysis.tables.estimate.design import Calibration, Numbers
from analysis.tables.estimate.weighting import (
    Fitted,
    Margin,
    MarginMissed,
    Spread,
    post_stratify,
    rake,
    spread,
)
from analysis.tables.weighting.frame import SAME_TOTAL, FrameMargin, frame_margins, joined
from analysis.tables.weighting.problems import Problem, WeightingError, problem

_NOTHING = 1e-9


@dataclass(frozen=True)
class CategoryFit:
    """One category of a margin: how many respondents; their share of all by base weight, what it is to be, what it is.

    label       None for those who gave no answer
    population  how many of the frame; None where its shares are all that is known
    """

    label: Words | None
    respondents: int
    before: float
    wanted: float
    after: float
    population: float | None


@dataclass(frozen=True)
class MarginFit:
    """difference: how far a category's share is from what it is to be, at most."""

    label: Words
    categories: tuple[CategoryFit, ...]
    difference: float


@dataclass(frozen=True)
class WeightingReport:
    """population  that the weights add up to
    counted     whether the list counts the frame; else the weights add up to what was known, or the respondents
    trimmed     how many weights are at the limit, `max_ratio` times the mean
    remarks     what else was done
    """

    weighting: Weighting
    population: float
    counted: bool
    margins: tuple[MarginFit, ...]
    sweeps: int
    converged: bool
    trimmed: int
    before: Spread
    after: Spread
    remarks: tuple[Problem, ...]


class FittedWeights(NamedTuple):
    """weights: of the respondents that count, in their order."""

    weights: Numbers
    calibration: Calibration
    report: WeightingReport


def fitted_weights(
    responses: Responses,
    lines: Iterable[MarginLine],
    base: Numbers | None = None,
    weighting: Weighting | None = None,
) -> FittedWeights:
    """The weights that the questionnaire declares (or `weighting`), from the counts of the frame in `lines`.

    base: weights of the respondents that count as they were drawn; 1 each where they all had the same chance.

    Who gave no answer to a question of a margin is in no category of it: they keep the share that they have by their
    base weights, and the others divide the rest as the frame does. Counts of several questions that differ in their
    sums by no more than 0.5 % are brought to the sum of the first, and that is said.

    Raises WeightingError where the questionnaire declares no weighting, where counts are missing or wrong, where sums
    differ by more, and where a category has nobody in the sample, or somebody who is not in the frame.
    """
    questionnaire = responses.questionnaire
    weighting = weighting or questionnaire.sample.weighting
    if weighting is None:
        raise WeightingError([problem("not_declared", survey=questionnaire.survey)])
    frames = _chosen(frame_margins(questionnaire, lines), weighting, questionnaire)
    base = np.ones(len(responses.respondents)) if base is None else base
    if not base.any():
        raise WeightingError([problem("no_respondents", survey=questionnaire.survey)])
    remarks = _sums_that_differ(frames, questionnaire.sample.population)
    counted = next((frame.total for frame in frames if not frame.shares), None)
    total = counted or questionnaire.sample.population or float(base.sum())
    margins = tuple(_margin(responses, frame, total) for frame in frames)
    fitted = _fit(frames, margins, base, weighting, total)
    report = WeightingReport(
        weighting, total, counted is not None, _told(frames, margins, base, fitted), fitted.sweeps,
        fitted.converged, fitted.trimmed, _spread(base), _spread(fitted.weights), tuple(remarks),
    )  # fmt: skip
    return FittedWeights(fitted.weights, fitted.calibration, report)


def _chosen(
    frames: Sequence[FrameMargin], weighting: Weighting, questionnaire: Questionnaire
) -> tuple[FrameMargin, ...]:
    """The margins that the weights are fitted to: of each question, or of all of them together."""
    crossed = weighting.method == "post_stratify"
    wanted = [weighting.by] if crossed else [(question,) for question in weighting.by]
    by_questions = {frozenset(frame.ids): frame for frame in frames}
    missing = [ids for ids in wanted if frozenset(ids) not in by_questions]
    if missing:
        place = {"survey": questionnaire.survey, "year": questionnaire.year}
        if not frames:
            raise WeightingError([problem("no_counts", **place)])
        labels = [joined(" × ", [questionnaire.question(one).label for one in ids]) for ids in missing]
        raise WeightingError([problem("no_margin", **place, question=label) for label in labels])
    return tuple(by_questions[frozenset(ids)] for ids in wanted)


def _sums_that_differ(frames: Sequence[FrameMargin], population: int | None) -> list[Problem]:
    """What is said where sums differ by a little; WeightingError where they differ by more."""
    counts = [frame for frame in frames if not frame.shares]
    remarks = []
    for frame in counts[1:]:
        first = counts[0]
        named = {
            "first": first.label, "question": frame.label,
            "total": f"{frame.total:,g}", "of_first": f"{first.total:,g}", "at_first": " ".join(first.place).strip(),
        }  # fmt: skip
        apart = abs(frame.total / first.total - 1)
        if apart > SAME_TOTAL:
            raise WeightingError([problem("sums_differ", frame.place, **named)])
        if apart > _NOTHING:
            remarks.append(problem("sums_scaled", frame.place, **named))
    if counts and population and abs(counts[0].total / population - 1) > SAME_TOTAL:
        named = {
            "question": counts[0].label,
            "total": f"{counts[0].total:,g}",
            "population": f"{population:,}",
        }
        remarks.append(problem("not_the_population", counts[0].place, **named))
    return remarks


def _margin(responses: Responses, frame: FrameMargin, total: float) -> Margin:
    counted = responses.origin.counted
    codes = [
        responses.answers[PartKey(question, "", "")].of("code")[counted].tolist() for question in frame.ids
    ]
    category_of = frame.category_of
    answered = [*zip(*codes, strict=True)]
    outside = {given for given in answered if all(given) and given not in category_of}
    if outside:
        labels = [{option.id: option for option in question.options} for question in frame.questions]
        named = [
            " × ".join(label[code].ko for label, code in zip(labels, given, strict=True))
            for given in sorted(outside)
        ]
        raise WeightingError([problem("not_in_frame", question=frame.label, category=one) for one in named])
    category = np.array([category_of.get(given, -1) for given in answered], dtype=np.intp)
    population = np.array([one.population for one in frame.categories])
    return Margin(category, population / population.sum() * total)


def _fit(
    frames: Sequence[FrameMargin],
    margins: tuple[Margin, ...],
    base: Numbers,
    weighting: Weighting,
    total: float,
) -> Fitted:
    highest = weighting.max_ratio * total / (base > 0).sum() if weighting.max_ratio else np.inf
    try:
        if weighting.method == "post_stratify":
            return post_stratify(base, margins[0], highest=highest)
        return rake(base, margins, highest=highest)
    except MarginMissed as missed:
        frame = frames[missed.margin]
        category = frame.categories[missed.category].label
        raise WeightingError([problem(missed.why, question=frame.label, category=category)]) from missed


def _told(
    frames: Sequence[FrameMargin], margins: Sequence[Margin], base: Numbers, fitted: Fitted
) -> tuple[MarginFit, ...]:
    told = []
    for frame, margin, difference in zip(frames, margins, fitted.differences, strict=True):
        numbers = margin.sums(np.ones(base.size)).astype(int).tolist()
        before, after = (margin.sums(weights) / weights.sum() for weights in (base, fitted.weights))
        wanted = margin.targets(base, 1).tolist()
        labels = [*(category.label for category in frame.categories), None]
        counts = [None if frame.shares else category.population for category in frame.categories]
        lines = zip(labels, numbers, before.tolist(), wanted, after.tolist(), [*counts, None], strict=True)
        categories = tuple(CategoryFit(*line) for line in lines if line[0] or line[1])
        told.append(MarginFit(frame.label, categories, difference))
    return tuple(told)


def _spread(weights: Numbers) -> Spread:
    found = spread(weights)
    assert found is not None  # the weights were fitted, so somebody has one
    return found
