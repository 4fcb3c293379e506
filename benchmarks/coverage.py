"""Count how often the intervals hold the truth, and write it to benchmarks/coverage.md.

    .venv/bin/python benchmarks/coverage.py

Exact intervals: every sample of 14 of a frame of 21 that there is, with its probability. Approximate ones: 20,000
samples of 320 of a frame of 10,615, drawn with unequal chances, for each of nine shares; the draws are columns of one
table, so that one call answers for thousands of them. Medians and quartiles: 2,000 samples of each of four sizes from
each of four populations, most of them of equal answers. All intervals are those of analysis.tables.estimate.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit
from scipy.stats import hypergeom, lognorm, poisson

from analysis.tables.estimate.binomial import binomial_interval
from analysis.tables.estimate.design import Design, Numbers, design, simple
from analysis.tables.estimate.design_effect import weighting_effect
from analysis.tables.estimate.hypergeometric import hypergeometric_interval
from analysis.tables.estimate.intervals import share_interval
from analysis.tables.estimate.linearised import shares
from analysis.tables.estimate.quantiles import Centre, quantiles

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "coverage.md"

SMALL, ANSWERED = 21, 14
REGIONS = [2600, 2300, 2700, 2000, 1015]  # co-operatives of the frame, 10,615 in all
TYPES = [0.66, 0.255, 0.085]  # their share in every region: business, multi-stakeholder, social
LEANING = {"region": [0.3, 0.1, -0.1, -0.3, 0.2], "type": [-0.3, 0.2, 0.9]}  # on the logit scale
CLUSTERS = 193, 55, 20, 16  # districts, co-operatives in each; drawn of both
ALIKE = 0.05
PART = "The smallest region"
SAMPLE, DRAWS, AT_A_TIME = 320, 20_000, 2_000
SHARES = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95]
METHODS = ["wilson", "wilson_adjusted", "beta", "logit", "likelihood", "asin", "mean", "normal"]
POPULATIONS: dict[str, Callable[[Numbers], Numbers]] = {  # from ranks 0 … 1 to answers
    "scale 1 … 5, 52% up to 3": lambda rank: 1.0 + np.searchsorted([0.08, 0.22, 0.52, 0.82], rank),
    "answers 4 (51%) and 5 (49%)": lambda rank: np.where(rank <= 0.51, 4.0, 5.0),
    "counts, Poisson, mean 2.6": poisson(2.6).ppf,
    "amounts, lognormal, σ = 1": lognorm(s=1).ppf,
}
CENTRES: tuple[Centre, ...] = "target", "estimate"
RESPONDENTS, QUANTILES, DRAWS_OF_EACH = [14, 40, 100, 400], [0.5, 0.25, 0.75], 2_000
LEAST, MOST = 0.93, 0.98  # between these the coverage of the default is to lie

Ends = tuple[Numbers, Numbers]
Draw = Callable[[np.random.Generator, int], NDArray[np.bool_]]


class Held(NamedTuple):
    """How often the truth was held and how wide the intervals were on average, at each true share."""

    coverage: Numbers
    width: Numbers


class Survey(NamedTuple):
    """What is said of how the 320 respondents were drawn, of whom among them the share is, and how they are drawn.

    samples  from a share: the share of the frame that is meant, as near as whole numbers come to it, and what draws
             so many samples of those who have it (true), a column each
    """

    title: str
    design: Design
    domain: NDArray[np.bool_]
    samples: Callable[[float], tuple[float, Draw]]


def main() -> None:
    begun = time.process_time()
    small, large, of_quantiles = small_frame(), dict(large_frame()), medians()
    text = as_markdown(small, large, of_quantiles, time.process_time() - begun)
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


# A small frame: every sample there is


def small_frame() -> dict[str, Held]:
    """Of each rule, at every number 0 … 21 of the frame."""
    counts, marked = np.arange(ANSWERED + 1), np.arange(SMALL + 1)
    chances = hypergeom.pmf(counts[None, :], SMALL, marked[:, None], ANSWERED)
    drawn = np.arange(ANSWERED)[:, None] < counts  # a column for every count
    found = shares(simple(ANSWERED, SMALL), drawn)
    rules: dict[str, Callable[[], Ends]] = {
        "**hypergeometric** (the tails)": lambda: tuple(
            end / SMALL for end in hypergeometric_interval(counts, ANSWERED, SMALL)
        ),
        "Blaker's, for comparison": lambda: blaker(chances),
        "Clopper–Pearson": lambda: binomial_interval(counts, ANSWERED, "clopper_pearson"),
        "Wilson": lambda: binomial_interval(counts, ANSWERED, "wilson"),
        "Wilson, effective n": lambda: share_interval(found, "wilson"),
        "beta, effective n": lambda: share_interval(found, "beta"),
        "t with correction": lambda: share_interval(found, "mean"),
    }
    told = {}
    for name, rule in rules.items():
        low, high = rule()
        truth = marked[:, None] / SMALL
        holds = (low - 1e-12 <= truth) & (truth <= high + 1e-12)
        told[name] = Held((chances * holds).sum(axis=1), chances @ (high - low))
    return told


def blaker(chances: Numbers) -> Ends:
    """The shares whose acceptability is above α: Blaker, H. (2000). Canadian J. Statistics 28, 783–798.

    chances: of every count (columns) under every number of the frame (rows).
    """
    smaller = np.minimum(chances.cumsum(axis=1), chances[:, ::-1].cumsum(axis=1)[:, ::-1])
    no_larger = smaller[:, None, :] <= smaller[:, :, None] * (1 + 1e-9)
    accepted = ((chances[:, None, :] * no_larger).sum(axis=2) > 0.05) & (chances > 0)
    return accepted.argmax(axis=0) / SMALL, (SMALL - accepted[::-1].argmax(axis=0)) / SMALL


# A large frame: many samples


def large_frame() -> Iterator[tuple[str, dict[str, Held]]]:
    """Of each survey each method, at each of the shares."""
    for survey in (*stratified(), clustered()):
        held = [measured(survey, share) for share in SHARES]
        yield (
            f"{survey.title} (Kish's design effect {weighting_effect(survey.design.weights[survey.domain]):.2f})",
            {method: Held(*np.array([each[method] for each in held]).T) for method in METHODS},
        )


def stratified() -> list[Survey]:
    """One and the same samples, of which three things are told."""
    sizes = np.outer(REGIONS, TYPES).round().astype(int)
    sizes[:, 0] += np.array(REGIONS) - sizes.sum(axis=1)
    frame = sizes.ravel()
    of_region, of_type = np.divmod(np.arange(frame.size), len(TYPES))
    leaning = np.array(LEANING["region"])[of_region] + np.array(LEANING["type"])[of_type]
    drawn = np.full(frame.size, SAMPLE // frame.size)  # as many of a small stratum as of a large one
    drawn[: SAMPLE % frame.size] += 1
    strata = np.repeat(np.arange(frame.size), drawn)
    place = np.concatenate([np.arange(n) for n in drawn])[:, None]
    weights = (frame / drawn)[strata]
    told = design(weights, strata=[strata], population=[frame[strata]])
    smallest = of_region == len(REGIONS) - 1

    def samples(share: float, of: NDArray[np.bool_]) -> tuple[float, Draw]:
        have = leant(share, frame, leaning)

        def draw(chance: np.random.Generator, size: int) -> NDArray[np.bool_]:
            return place < chance.hypergeometric(have, frame - have, drawn, size=(size, frame.size)).T[strata]

        return have[of].sum() / frame[of].sum(), draw

    everybody = partial(samples, of=frame > 0)
    return [
        Survey("Strata and frame told", told, strata >= 0, everybody),
        Survey("Nothing but the weights told", design(weights), strata >= 0, everybody),
        Survey(
            f"{PART}: {drawn[smallest].sum()} respondents of {frame[smallest].sum():,}",
            told,
            smallest[strata],
            partial(samples, of=smallest),
        ),
    ]


def leant(share: float, frame: NDArray[np.int_], leaning: Numbers) -> NDArray[np.int_]:
    """How many of each stratum have it, so that near enough `share` of the frame has."""
    low, high = -10.0, 10.0
    while high - low > 1e-9:
        middle = (low + high) / 2
        low, high = (low, middle) if frame @ expit(middle + leaning) > share * frame.sum() else (middle, high)
    return (frame * expit(low + leaning)).round().astype(int)


def clustered() -> Survey:
    """16 co-operatives in each of 20 of 193 districts: few degrees of freedom."""
    districts, size, drawn, each = CLUSTERS
    cluster = np.repeat(np.arange(drawn), each)
    place = np.tile(np.arange(each), drawn)[:, None]
    weights = np.full(SAMPLE, districts * size / SAMPLE)
    told = design(weights, clusters=[cluster, np.arange(SAMPLE)], population=[districts, size])

    def samples(share: float) -> tuple[float, Draw]:
        spread = 1 / ALIKE - 1  # two of a district are correlated by ALIKE
        some = np.random.default_rng(193).beta(share * spread, (1 - share) * spread, districts)
        have = leant(share, np.full(districts, size), logit(some.clip(1e-9, 1 - 1e-9)))

        def draw(chance: np.random.Generator, samples: int) -> NDArray[np.bool_]:
            chosen = have[chance.random((samples, districts)).argpartition(drawn, axis=1)[:, :drawn]]
            return place < chance.hypergeometric(chosen, size - chosen, each).T[cluster]

        return have.sum() / (districts * size), draw

    title = f"{each} in each of {drawn} of {districts} districts, {drawn - 1} degrees of freedom"
    return Survey(title, told, np.ones(SAMPLE, dtype=bool), samples)


def measured(survey: Survey, share: float) -> dict[str, tuple[float, float]]:
    """Coverage and mean width of each method."""
    chance = np.random.default_rng(20161122)
    truth, draw = survey.samples(share)
    held, width = dict.fromkeys(METHODS, 0), dict.fromkeys(METHODS, 0.0)
    for _ in range(0, DRAWS, AT_A_TIME):
        found = shares(survey.design, draw(chance, AT_A_TIME), survey.domain)
        for method in METHODS:
            low, high = share_interval(found, method)
            held[method] += int(((low <= truth) & (truth <= high)).sum())
            width[method] += float((high - low).sum())
    return {method: (held[method] / DRAWS, width[method] / DRAWS) for method in METHODS}


# Medians and quartiles


def medians() -> dict[tuple[str, int, Centre], Held]:
    """Of each population, number of respondents and convention, at each quantile; nan where never are both ends told."""
    told = {}
    for name, answers in POPULATIONS.items():
        truth = answers(np.array(QUANTILES))
        for n in RESPONDENTS:
            drawn, samples = simple(n), answers(np.random.default_rng(1952).random((DRAWS_OF_EACH, n)))
            for centre in CENTRES:
                found = [quantiles(drawn, sample, QUANTILES, centre=centre) for sample in samples]
                low, high = np.array([[each.low, each.high] for each in found]).swapaxes(0, 1)
                both = np.isfinite(low) & np.isfinite(high)
                holds = (low - 1e-9 <= truth) & (truth <= high + 1e-9)
                with np.errstate(invalid="ignore"):
                    times = both.sum(axis=0)
                    told[name, n, centre] = Held(
                        (holds & both).sum(axis=0) / times, np.nansum(high - low, axis=0) / times
                    )
    return told


# The page


def as_markdown(
    small: dict[str, Held],
    large: dict[str, dict[str, Held]],
    of_quantiles: dict[tuple[str, int, Centre], Held],
    seconds: float,
) -> str:
    exact = "\n".join(
        f"| {rule} | {per_cent(held.coverage.min())} | {per_cent(held.coverage.mean())} | {per_cent(held.width.mean())} |"
        for rule, held in small.items()
    )
    rules = list(small)
    each = "\n".join(
        f"| {number} | " + " | ".join(per_cent(small[rule].coverage[number]) for rule in rules) + " |"
        for number in range(SMALL + 1)
    )
    whole = [methods for title, methods in large.items() if not title.startswith(PART)]
    together = "\n".join(
        f"| {method} | {against_aim(coverage.min())} | {against_aim(coverage.mean())} | {against_aim(coverage.max())} | {per_cent(width)} |"
        for method in METHODS
        for coverage in [np.concatenate([methods[method].coverage for methods in whole])]
        for width in [np.mean([methods[method].width for methods in whole])]
    )
    parts = "".join(large_part(title, methods) for title, methods in large.items())
    return f"""# How often the intervals hold the truth

Written by `benchmarks/coverage.py` on {time.strftime("%Y-%m-%d")}. Python {platform.python_version()}, {platform.system()}, {seconds:.0f} s CPU. All intervals are for 95%; figures in per cent,
widths in percentage points. An end lies where `analysis.tables.estimate` puts it.

## {ANSWERED} of {SMALL}: every sample there is

Every sample is counted with its probability, so these figures have no error. The means are over K = 0 … {SMALL} of the
frame, each alike.

| rule | least coverage | mean coverage | mean width |
|---|--:|--:|--:|
{exact}

The first is what a known small frame gets: {"at least 95% at every K" if small[rules[0]].coverage.min() >= 0.95 else "**below 95% somewhere**"}. *Blaker's* (2000), exact as well and shorter, is not
offered: its two tails share the 5%, so that neither end need hold alone with 97.5%. *Clopper–Pearson* and *Wilson* take
the answers for draws with replacement; *effective n* and *t* know of the frame by the correction in the variance.

Coverage at each K:

| K | {" | ".join(rules)} |
|--:|{"--:|" * len(rules)}
{each}

## {SAMPLE} of 10,615: {DRAWS:,} samples for each share

An invented frame of co-operatives in 15 strata (five regions × three types); as many are drawn of a small stratum as
of a large one, so that weights differ twentyfold. The share in a stratum leans on region and type, its odds from 0.5 to 3.3
times those of the others. The last survey is of equal weights, from districts within which two are correlated by {ALIKE}. The error of a coverage from {DRAWS:,} samples is ±{100 * 1.96 * np.sqrt(0.95 * 0.05 / DRAWS):.1f} (95%). Aim: the default
between {LEAST:.0%} and {MOST:.0%} on average and at every share; what is outside is **bold**. p is the share of
the whole frame.

All respondents, the three surveys together:

| method | least coverage | mean coverage | greatest coverage | mean width |
|---|--:|--:|--:|--:|
{together}
{parts}{quantiles_part(of_quantiles)}"""


def large_part(title: str, methods: dict[str, Held]) -> str:
    heads = " | ".join(f"p = .{share * 100:02.0f}" for share in SHARES)
    coverage = "\n".join(
        f"| {method} | " + " | ".join(
            map(against_aim, (*held.coverage, held.coverage.mean()))
        ) + " |"
        for method, held in methods.items()
    )  # fmt: skip
    width = "\n".join(
        f"| {method} | " + " | ".join(per_cent(one) for one in (*held.width, held.width.mean())) + " |"
        for method, held in methods.items()
    )
    return f"""
### {title}

| coverage | {heads} | mean |
|---|{"--:|" * (len(SHARES) + 1)}
{coverage}

| mean width | {heads} | mean |
|---|{"--:|" * (len(SHARES) + 1)}
{width}
"""


def quantiles_part(told: dict[tuple[str, int, Centre], Held]) -> str:
    lines = []
    for population in POPULATIONS:
        for n in RESPONDENTS:
            of_centres = [told[population, n, centre] for centre in CENTRES]
            cells = [
                "– | –"
                if np.isnan(each.width[at])
                else f"{against_aim(each.coverage[at])} | {each.width[at]:.2f}"
                for at in range(len(QUANTILES))
                for each in of_centres
            ]
            lines.append(f"| {population} | {n} | " + " | ".join(cells) + " |")
    heads = " | ".join(f"{which}, {centre} | width" for which in ("median", "q1", "q3") for centre in CENTRES)
    table = "\n".join(lines)
    return f"""
## Medians and quartiles: {DRAWS_OF_EACH:,} samples each

Woodruff's interval by both conventions of `estimate/quantiles.py`, read by `hf7`: around the *target* (the default), and
around the *estimate*, as `svyquantile` in R's survey package 4.1 has it. Simple samples with replacement; the error of a
coverage is ±{100 * 1.96 * np.sqrt(0.95 * 0.05 / DRAWS_OF_EACH):.1f} (95%), and what is below {LEAST:.0%} or above {MOST:.0%} is **bold**. Coverage and mean width (in units of
the answer) are of the samples that tell both ends; "–": none does, for around the target a median needs 7
answers and a quartile 15. Where answers are equal an interval around the target holds the truth more often than it says:
its ends are answers, and there are few to choose from.

| population | n | {heads} |
|---|--:|{"--:|" * 4 * len(QUANTILES)}
{table}
"""


def against_aim(coverage: float) -> str:
    return per_cent(coverage) if LEAST <= coverage <= MOST else f"**{per_cent(coverage)}**"


def per_cent(share: float) -> str:
    return f"{100 * share:.1f}"


if __name__ == "__main__":
    main()
