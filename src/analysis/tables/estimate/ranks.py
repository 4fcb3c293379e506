"""Do groups differ in where their answers lie? Tests of ranks: of a simple sample, and of any design.

They ask whether an answer from one group tends to be higher than one from another, and need no distances between the
points of a scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtrc, stdtr

from analysis.tables.draws import RANK_TEST
from analysis.tables.estimate.design import Design, Mask, Numbers
from analysis.tables.estimate.outcome import Outcome

SMALL = 50  # below it, in both groups and without ties, p is exact; R has the same limit
SEED = 1952

_ALIKE = 1e-9  # relative: statistics that differ by rounding only
_NONE = 1e-12  # a variance of ranks (0 … 1) that is but rounding


@dataclass(frozen=True, kw_only=True)
class RankTest(Outcome):
    """mean_rank  of each group: 1 … n, ties at their middle; of a design the estimated share of the frame below, 0 … 1;
    nan for a group of nobody
    explained  of a design, the share of the ranks' variance that lies between the groups, 0 … 1: of a simple sample
    Kruskal and Wallis' H / (n − 1), ε² (`epsilon_squared`; elsewhere ε² stands for (H − k + 1)/(n − k)). Tomczak, M. &
    Tomczak, E. (2014). The need to report effect size estimates revisited. Trends in Sport Sciences 1(21), 19–25
    """

    mean_rank: Numbers
    explained: float = float("nan")


def mann_whitney(first: Numbers, second: Numbers) -> RankTest:
    """Two groups of a simple sample; nan is no answer. `statistic` is U of the first: in how many of the pairs its
    answer is the higher one, ties counted half (R's W).

    "exact" where both groups are smaller than 50 and no two answers are alike; else "normal", with corrections for ties
    and continuity: the two ways of R's wilcox.test. No p where a group is empty or all answers are alike.
    Mann, H. B. & Whitney, D. R. (1947). On a test of whether one of two random variables is stochastically larger than
    the other. Annals of Mathematical Statistics 18, 50–60; the correction for ties: Lehmann, E. L. (1975).
    Nonparametrics. Holden-Day, ch. 1.
    """
    groups, ranks, sizes, mean_rank = _ranked((first, second))
    method = "exact" if max(sizes) < SMALL and np.unique(ranks).size == ranks.size else "normal"
    n = ranks.size
    if not n or min(sizes) == 0 or np.ptp(ranks) == 0:
        return RankTest(method=method, n=n, reason="constant" if n else "nobody", mean_rank=mean_rank)
    from scipy.stats import mannwhitneyu  # takes a second to load

    found = mannwhitneyu(*groups, method="exact" if method == "exact" else "asymptotic", use_continuity=True)
    return RankTest(
        method=method, n=n, p=float(found.pvalue), statistic=float(found.statistic), mean_rank=mean_rank
    )


def kruskal_wallis(groups: Sequence[Numbers]) -> RankTest:
    """k groups of a simple sample; nan is no answer, a group of nobody is none. H, corrected for ties, against χ² with
    k − 1 degrees of freedom ("chi2"), as R's kruskal.test: near enough with five and more in each group.

    No p with fewer than two groups or where all answers are alike.
    Kruskal, W. H. & Wallis, W. A. (1952). Use of ranks in one-criterion variance analysis. JASA 47, 583–621.
    """
    known, ranks, sizes, mean_rank = _ranked(groups)
    full = [group for group in known if group.size]
    n = ranks.size
    if len(full) < 2 or np.ptp(ranks) == 0:
        return RankTest(method="chi2", n=n, reason="constant" if n else "nobody", mean_rank=mean_rank)
    from scipy.stats import kruskal

    found = kruskal(*full)
    return RankTest(
        method="chi2", n=n, p=float(found.pvalue), statistic=float(found.statistic), df=len(full) - 1,
        mean_rank=mean_rank,
    )  # fmt: skip


def permutation_rank_test(
    values: Numbers, groups: NDArray[np.integer], draws: int = RANK_TEST, seed: int = SEED
) -> RankTest:
    """k groups of a simple sample, however small. `values` are n, nan for no answer; `groups` positions 0 …, −1 for none.

    Kruskal and Wallis' statistic of `draws` random orders of the answers, always the same ones: p = (1 + those at least
    as large as the observed one) / (1 + draws), "simulated", whose standard error is √(p(1 − p)/draws). It needs no size
    at which χ² would be near enough, and knows ties. Fisher, R. A. (1935). The Design of Experiments. Oliver & Boyd,
    ch. 21; Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in
    Genetics and Molecular Biology 9, article 39.
    No p: nobody; one group or all answers alike.
    """
    inside = ~np.isnan(values) & (groups >= 0)
    given, group = values[inside], groups[inside]
    n, k = given.size, int(group.max(initial=-1)) + 1
    ranks = _weighted_ranks(given, np.ones(n)) * n + 0.5 if n else given  # 1 … n, ties at their middle
    sizes = np.bincount(group, minlength=k)
    with np.errstate(invalid="ignore"):
        mean_rank = np.bincount(group, ranks, minlength=k) / sizes
    if np.count_nonzero(sizes) < 2 or np.ptp(ranks) == 0:
        return RankTest(method="simulated", n=n, reason="constant" if n else "nobody", mean_rank=mean_rank)
    members = (group[:, None] == np.flatnonzero(sizes)) / np.sqrt(sizes[sizes > 0])  # sums of squares are H but for a scale
    centred = ranks - ranks.mean()
    shuffled = np.random.default_rng(seed).permuted(np.tile(centred, (draws, 1)), axis=1)
    of_draws = np.square(shuffled @ members).sum(axis=1)
    observed = float(np.square(centred @ members).sum())
    rare = int(np.count_nonzero(of_draws >= observed * (1 - _ALIKE)))
    return RankTest(
        method="simulated", n=n, p=(1 + rare) / (1 + draws), statistic=observed * 12 / (n * (n + 1)),
        mean_rank=mean_rank, explained=observed / float(centred @ centred),
    )  # fmt: skip


def design_rank_test(
    design: Design, values: Numbers, groups: NDArray[np.integer], domain: Mask | None = None
) -> RankTest:
    """k groups of any design. `values` are n, nan for no answer; `groups` positions 0 …, −1 for none.

    The rank of an answer is the estimated share of the frame's answers below it, and half of those alike; the groups'
    mean ranks are compared with the design's covariance.
      two groups  "t": (m₀ − m₁)/√V with ν − 1 degrees of freedom, `statistic` is negative where the first is lower
      more        "F": d' V⁻¹ d / (k − 1) with k − 1 and ν − k + 1 degrees of freedom, d the differences from the first
    As R's svyranktest ("wilcoxon", "KruskalWallis"), of a subset, but for two things: its t is that of the second group
    less the first, and where answers are alike and their weights differ R's rank depends on the order of the rows; the
    middle used here is what all orders have on average.
    A group of nobody is none. No p: nobody; one group or all answers alike; too few clusters; no variance.
    Lumley, T. & Scott, A. J. (2013). Two-sample rank tests under complex sampling. Biometrika 100, 831–842.
    """
    inside = (design.weights > 0) & ~np.isnan(values) & (groups >= 0)
    if domain is not None:
        inside &= domain
    n = int(np.count_nonzero(inside))
    weights, group = design.weights[inside], groups[inside]
    k = int(group.max(initial=-1)) + 1
    ranks, sums = _weighted_ranks(values[inside], weights), np.bincount(group, weights, minlength=k)
    with np.errstate(invalid="ignore"):
        mean_rank = np.bincount(group, weights * ranks, minlength=k) / sums
    full = np.flatnonzero(sums)
    method = "t" if full.size == 2 else "F"

    if full.size < 2 or np.ptp(ranks) == 0:
        return RankTest(method=method, n=n, reason="constant" if n else "nobody", mean_rank=mean_rank)
    df = full.size - 1
    rest = design.degrees_of_freedom(inside) - df
    if rest < 1:
        return RankTest(method=method, n=n, reason="too_few_clusters", mean_rank=mean_rank)
    centre = float(weights @ ranks / weights.sum())
    between = float(sums[full] @ (mean_rank[full] - centre) ** 2)
    explained = between / float(weights @ (ranks - centre) ** 2)
    scores = np.zeros((design.n, full.size))
    scores[inside] = (group[:, None] == full) * ((ranks - mean_rank[group]) / sums[group])[:, None]
    contrasts = scores[:, :1] - scores[:, 1:]
    difference = mean_rank[full[0]] - mean_rank[full[1:]]
    covariance = design.covariance(contrasts)
    if np.linalg.eigvalsh(covariance)[0] < _NONE:
        return RankTest(method=method, n=n, reason="no_variance", mean_rank=mean_rank)
    if method == "t":
        t = float(difference[0] / np.sqrt(covariance[0, 0]))
        p = 2 * float(stdtr(rest, -abs(t)))
        return RankTest(
            method=method, n=n, p=p, statistic=t, df=rest, mean_rank=mean_rank, explained=explained
        )
    f = float(difference @ np.linalg.solve(covariance, difference)) / df
    return RankTest(
        method=method, n=n, p=float(fdtrc(df, rest, f)), statistic=f, df=df, denominator_df=rest,
        mean_rank=mean_rank, explained=explained,
    )  # fmt: skip


def _ranked(groups: Sequence[Numbers]) -> tuple[list[Numbers], Numbers, list[int], Numbers]:
    """The answers of each group, the ranks of all, the sizes, and the mean ranks."""
    known = [np.asarray(group, dtype=float)[~np.isnan(group)] for group in groups]
    together, sizes = np.concatenate(known), [group.size for group in known]
    ranks = together.size * _weighted_ranks(together, np.ones(together.size)) + 0.5
    of = np.repeat(np.arange(len(known)), sizes)
    with np.errstate(invalid="ignore"):
        mean_rank = np.bincount(of, ranks, minlength=len(known)) / np.array(sizes)
    return known, ranks, sizes, mean_rank


def _weighted_ranks(values: Numbers, weights: Numbers) -> Numbers:
    """The share of the weight below each value, and half of that at it."""
    place = np.unique(values, return_inverse=True)[1].ravel()
    at = np.bincount(place, weights)
    total = at.sum()
    return ((np.cumsum(at) - at / 2) / (total if total else 1.0))[place]
