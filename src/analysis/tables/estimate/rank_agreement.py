"""What respondents' orders of preference have in common: Borda's points and Kendall's W.

Orders are n respondents × m options: the rank given, 1 the first, nan for an option that was not ranked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
Rule = Literal["top", "modified", "average"]


def borda_points(ranks: ArrayLike, asked: int, rule: Rule = "top") -> Numbers:
    """The points, n × m, that each respondent's order gives the options; nan throughout for who ranked none.

    rule  "top": rank r of the `asked` ranks gives asked − r + 1 points, an option not ranked 0: 3, 2, 1 of three ranks.
          "modified": as many points as the respondent ranked options for the first, one fewer for each further one:
          who ranks one option gives 1 point (Emerson's modified Borda count).
          "average": m − r + 1 of m options, and the points of the ranks left over are shared by the options not ranked:
          every respondent gives m(m + 1)/2 in all.
    The three are the same up to a constant where everybody ranks all options.

    Borda, J.-C. de (1784). Mémoire sur les élections au scrutin. Histoire de l'Académie Royale des Sciences, Année
    1781, 657–665; Emerson, P. (2013). The original Borda count and partial voting. Social Choice and Welfare 40,
    353–358.
    """
    given = np.asarray(ranks, dtype=float)
    ranked = (~np.isnan(given)).sum(axis=1, keepdims=True)
    if rule == "average":
        points = given.shape[1] + 1 - shared_ranks(given)
    else:
        points = np.nan_to_num((asked if rule == "top" else ranked) + 1 - given)
    return np.where(ranked > 0, points, np.nan)


def shared_ranks(ranks: ArrayLike) -> Numbers:
    """The ranks, n × m, with the options that a respondent left out on the mean of the ranks left over: of five
    options with two ranked, the other three are each on (3 + 4 + 5)/3 = 4. nan throughout for who ranked none.

    Ranks given are 1 … of the respondent's own, each once.
    """
    given = np.asarray(ranks, dtype=float)
    ranked = (~np.isnan(given)).sum(axis=1, keepdims=True)
    left_over = (ranked + 1 + given.shape[1]) / 2
    return np.where(ranked > 0, np.where(np.isnan(given), left_over, given), np.nan)


@dataclass(frozen=True)
class Agreement:
    """value  Kendall's W, from 0 (no agreement) to 1 (the same order by all); None where there is none
    n      respondents with an order
    m      options
    """

    value: float | None
    n: int
    m: int


def kendalls_w(ranks: ArrayLike, weights: ArrayLike | None = None) -> Agreement:
    """Kendall's coefficient of concordance with ties, 12·S / (n²(m³ − m) − n·Σᵢ Tᵢ): the variance of the options'
    mean ranks, of the largest that it could be.

    S is the sum of squares of the options' rank sums about their mean; Tᵢ = Σ(t³ − t) over respondent i's ties of t
    options. Options that a respondent left out are tied (`shared_ranks`): of partial orders W tells how far the choice
    of the first few *and* their order agree, and options that nobody ranks add to it, since all agree on them.

    weights  of the respondents: rank sums and Σ Tᵢ are weighted, n is their sum.
    None for nobody, one option, or where every respondent has all options tied. W of one respondent is 1.

    Kendall, M. G. & Babington Smith, B. (1939). The problem of m rankings. Annals of Mathematical Statistics 10,
    275–287; ties: Kendall, M. G. (1948). Rank Correlation Methods. Griffin, ch. 6.
    """
    shared = shared_ranks(ranks)
    of = np.ones(shared.shape[0]) if weights is None else np.asarray(weights, dtype=float)
    chosen = (of > 0) & ~np.isnan(shared).any(axis=1)
    shared, of = shared[chosen], of[chosen]
    n, m = shared.shape
    if not n or m < 2:
        return Agreement(None, n, m)
    ties = _ties(shared)
    total = of.sum()
    sums = (shared * of[:, None]).sum(axis=0)
    largest = total**2 * (m**3 - m) - total * (ties * of).sum()
    if largest <= 0:
        return Agreement(None, n, m)
    return Agreement(float(12 * ((sums - sums.mean()) ** 2).sum() / largest), n, m)


def agreement_test(agreement: Agreement) -> tuple[float, int, float]:
    """(χ², degrees of freedom, p) of no agreement at all: n(m − 1)W is nearly χ² with m − 1 degrees of freedom.

    Friedman's test. Of a simple random sample only, of more than 7 respondents; `agreement` is unweighted and has a
    value.
    Friedman, M. (1937). Journal of the American Statistical Association 32, 675–701.
    """
    from scipy.special import chdtrc

    assert agreement.value is not None
    statistic, df = agreement.n * (agreement.m - 1) * agreement.value, agreement.m - 1
    return statistic, df, float(chdtrc(df, statistic))


def _ties(shared: Numbers) -> Numbers:
    """Σ(t³ − t) over the ties of each respondent: Σ(t² − 1) over the options, t of which share an option's rank."""
    tied = ((shared == shared[:, [at]]).sum(axis=1) for at in range(shared.shape[1]))
    return sum((t.astype(float) ** 2 - 1 for t in tied), np.zeros(shared.shape[0]))
