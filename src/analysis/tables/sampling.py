"""What the kind of sample lets a figure say beyond the respondents: an interval and by which rule, or none and why.

census         all who were asked answered, or nobody knows how many were: the figures are what they are
frame          some of a known population answered: intervals for the population, exact for shares
probability    drawn with known chances: intervals of the design, by linearisation
self_selected  whoever wished to answered: nothing is known of the others
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.questionnaire.questionnaire import Sample
from analysis.responses.responses import Responses
from analysis.tables.drawing import drawing_of
from analysis.tables.estimate.design import Design, Lonely, Mask, Numbers, simple
from analysis.tables.estimate.design_effect import kish_effective_n
from analysis.tables.estimate.quantiles import Rule, quantiles, weighted_quantiles

Situation = Literal["census", "frame", "probability", "self_selected"]

CONFIDENCE = 0.95
EXACT = "hypergeometric"
SHARES = (
    "logit"  # of a large frame: nearest to 95 % with unequal weights and few clusters, benchmarks/coverage.md
)
EXACT_UP_TO = 200  # of a larger frame the exact interval is hardly another, and slow


class Sure(NamedTuple):
    """A figure and how sure it is; None for what is not known or not said.

    value  weighted where there are weights
    rule   of the interval, "" where there is none
    """

    value: float | None
    se: float | None = None
    low: float | None = None
    high: float | None = None
    rule: str = ""


@dataclass(frozen=True, eq=False)
class Sampling:
    """How the respondents that count were drawn.

    n           respondents
    population  of the frame, None where it is not known
    drawn       the design; None where nothing is said beyond the respondents and no weights are given
    exact       shares have exact intervals, those of drawing without replacement
    weighted    the respondents do not all weigh the same
    simply      respondents were drawn one by one with the same chance
    few         bases below this get no shares
    notes       names of the notes that every table gets
    """

    situation: Situation
    n: int
    population: int | None = None
    drawn: Design | None = None
    exact: bool = False
    simply: bool = False
    weighted: bool = False
    confidence: float = CONFIDENCE
    interval: str = SHARES
    few: int = 0
    notes: tuple[str, ...] = ()

    @property
    def tells_intervals(self) -> bool:
        return self.situation in ("frame", "probability")

    @property
    def share_rule(self) -> str:
        """By which rule the intervals of shares are made."""
        return EXACT if self.exact else self.interval

    def facts(self) -> dict[str, Any]:
        """What a table says of it: situation, confidence and the rules of its intervals; see docs/statistics.md."""
        told: dict[str, Any] = {
            "situation": self.situation, "population": self.population, "weighted": self.weighted,
        }  # fmt: skip
        if self.weighted and self.drawn is not None:
            weights = self.drawn.weights
            told["effective_n"] = round(kish_effective_n(weights), 1)
            mean = float(weights.mean())  # what follows is for the release, which takes it away
            told["spread"] = float(np.ptp(weights)) / mean if mean else 0.0
        if self.situation == "probability" and self.drawn is not None and self.n:
            told["df"] = int(self.drawn.degrees_of_freedom())
        if self.tells_intervals and not self.simply:
            told["complex"] = True  # so, too
        if self.tells_intervals:
            told |= {
                "confidence": self.confidence,
                "shares": self.share_rule,
                "means": "t",
                "quantiles": "woodruff",
            }
        return told


@dataclass(frozen=True, eq=False)
class Among:
    """Some of the respondents that count, and what their figures say.

    who    their positions among all of them
    asked  how many of them may belong to the same part of the population, with those who gave no answer
    whole  that part is the population
    """

    sampling: Sampling
    who: NDArray[np.intp]
    asked: int
    whole: bool = True

    def at(self, positions: NDArray[Any]) -> Among:
        """Those at these positions (or where a mask is true), of the same part of the population."""
        return replace(self, who=self.who[positions])

    @property
    def weights(self) -> Numbers | None:
        """Where they do not all weigh the same."""
        drawn = self.sampling.drawn
        return drawn.weights[self.who] if self.sampling.weighted and drawn is not None else None

    @property
    def most(self) -> int:
        """How many of the population may belong here: all but those that are known not to."""
        population = self.sampling.population
        assert population is not None
        return max(population - (self.sampling.n - self.asked), self.who.size)

    @property
    def fewest(self) -> int:
        """How many belong here at least."""
        return self.most if self.whole else self.who.size

    def means(self, values: NDArray[Any], plain: list[float | None]) -> list[float | None]:
        """Of k quantities, m × k. plain: the exact means, which they are where nobody weighs more than another."""
        weights = self.weights
        if weights is None or not self.who.size:
            return plain
        total = float(weights.sum())
        return (weights @ values / total).tolist() if total else [None] * values.shape[1]

    def quantiles(
        self, values: NDArray[np.number], probabilities: list[float], plain: list[float | None], rule: Rule
    ) -> list[Sure]:
        """Quantiles of their values. plain: the exact ones by type 7, which they are where nobody weighs more than
        another."""
        sampling = self.sampling
        if sampling.drawn is None or not (self.who.size and sampling.drawn.weights[self.who].any()):
            return [Sure(value) for value in plain]
        if not sampling.tells_intervals or self.who.size < sampling.few:
            weights = sampling.drawn.weights[self.who]
            of_weights = weighted_quantiles(values.astype(float), weights, probabilities, rule)
            return [Sure(value) for value in (known(of_weights) if sampling.weighted else plain)]
        spread = self._spread(values[:, None].astype(float))[:, 0]
        found = quantiles(
            sampling.drawn, spread, probabilities, self._domain(), rule, confidence=sampling.confidence
        )
        values_told = known(found.value) if sampling.weighted else plain
        return [
            Sure(*of_one, "woodruff" if of_one[2] is not None else "")
            for of_one in zip(values_told, known(found.se), known(found.low), known(found.high), strict=True)
        ]

    def _domain(self) -> Mask:
        inside = np.zeros(self.sampling.n, dtype=bool)
        inside[self.who] = True
        return inside

    def _spread(self, of_them: NDArray[Any]) -> NDArray[Any]:
        """A line for every respondent of the survey, 0 for the others."""
        if self.who.size == self.sampling.n:
            return of_them
        spread = np.zeros((self.sampling.n, of_them.shape[1]), dtype=of_them.dtype)
        spread[self.who] = of_them
        return spread


def known(values: Numbers) -> list[float | None]:
    """The numbers, None for nan."""
    return [None if value != value else value for value in values.tolist()]


def sampling_of(
    responses: Responses, confidence: float = CONFIDENCE, interval: str = SHARES, lonely: Lonely = "adjust"
) -> Sampling:
    """How the respondents that count were drawn, as the questionnaire and the columns of the answers say."""
    questionnaire, n = responses.questionnaire, len(responses.respondents)
    sample = questionnaire.sample
    situation = _situation(sample, n)
    drawing = drawing_of(responses, lonely)
    drawn, told = drawing.design, situation in ("frame", "probability")
    if drawn is None and told:
        drawn = simple(n, None if sample.population is None else max(sample.population, n))
    return Sampling(
        situation,
        n,
        population=sample.population,
        drawn=drawn,
        simply=told and drawing.design is None,
        exact=told
        and drawing.design is None
        and sample.population is not None
        and sample.population <= EXACT_UP_TO,
        weighted=drawn is not None and n > 0 and bool(np.ptp(drawn.weights) or not drawn.weights.any()),
        confidence=confidence,
        interval=interval,
        few=questionnaire.small_bases.no_shares,
        notes=(
            *drawing.notes,
            *(("as_if_random",) if sample.as_if_random else ()),
            *(("population_small",) if sample.population is not None and n > sample.population else ()),
        ),
    )


def _situation(sample: Sample, n: int) -> Situation:
    if sample.population is not None and n >= sample.population:
        return "census"  # who was not drawn is not there
    if sample.as_if_random:
        return "probability"
    return "frame" if sample.kind == "census" and sample.population is not None else sample.kind
