"""How large is a difference? Beside every p: with enough respondents the smallest difference is significant.

Shares, means and standard deviations may be weighted ones. What cannot be told (nobody, no spread) is nan. Words such as
"small" and "large" belong to a field of study, and none is put to a number here.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammaln

from analysis.tables.estimate.design import Numbers

NAN = float("nan")


def cramers_v(shares: ArrayLike) -> float:
    """Association of two answers from 0 (none) to 1 (one tells the other), of an r × c table of counts or shares.

    √(φ² / (min(r, c) − 1)), φ² = X²/n; empty rows and columns are left out. Of 2 × 2 it is |φ|.
    Cramér, H. (1946). Mathematical Methods of Statistics. Princeton, ch. 21.9.
    """
    phi2, r, c = _phi2(shares)
    return float(np.sqrt(phi2 / (min(r, c) - 1))) if min(r, c) > 1 else NAN


def cramers_v_corrected(shares: ArrayLike, n: float) -> float:
    """`cramers_v` less what chance adds in a table of n respondents (or the effective n of a design); 0 or more.

    φ² − (r − 1)(c − 1)/(n − 1), at least 0, over min(r̃, c̃) − 1 with r̃ = r − (r − 1)²/(n − 1), c̃ likewise.
    nan with n ≤ 1 or so few respondents that nothing is left of min(r̃, c̃) − 1.
    Bergsma, W. (2013). A bias-correction for Cramér's V and Tschuprow's T. J. of the Korean Statistical Society 42,
    323–328.
    """
    phi2, r, c = _phi2(shares)
    if not n > 1 or min(r, c) < 2:
        return NAN
    room = min(r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)) - 1
    return float(np.sqrt(max(phi2 - (r - 1) * (c - 1) / (n - 1), 0.0) / room)) if room > 0 else NAN


def cohens_h(first: ArrayLike, second: ArrayLike) -> Numbers:
    """Distance of shares, first less second: 2 arcsin √p₁ − 2 arcsin √p₂, from −π to π. Any shapes that fit.

    Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences. 2nd ed. Erlbaum, ch. 6.
    """
    return 2 * np.arcsin(np.sqrt(np.asarray(first, float))) - 2 * np.arcsin(
        np.sqrt(np.asarray(second, float))
    )


def cohens_d(first: Numbers, second: Numbers) -> float:
    """Difference of two means, first less second, in standard deviations: those of both groups pooled (n − 1). nan in
    the arrays is no answer; nan where a group is empty or there is no spread.

    Cohen (1988), ch. 2.
    """
    one, other = (np.asarray(group, float)[~np.isnan(group)] for group in (first, second))
    df = one.size + other.size - 2
    if not (one.size and other.size and df):
        return NAN
    squares = sum(float(((group - group.mean()) ** 2).sum()) for group in (one, other))
    return float((one.mean() - other.mean()) / np.sqrt(squares / df)) if squares else NAN


def hedges_g(first: Numbers, second: Numbers) -> float:
    """`cohens_d` less its bias in small groups; nan with f < 2.

    d Γ(f/2) / (√(f/2) Γ((f − 1)/2)), about d (1 − 3/(4f − 1)), with f = n₁ + n₂ − 2.
    Hedges, L. V. (1981). Distribution theory for Glass's estimator of effect size and related estimators. J. of
    Educational Statistics 6, 107–128.
    """
    f = int((~np.isnan(first)).sum() + (~np.isnan(second)).sum()) - 2
    if f < 2:
        return NAN
    return cohens_d(first, second) * float(np.exp(gammaln(f / 2) - gammaln((f - 1) / 2)) / np.sqrt(f / 2))


def standardised_difference(means: Numbers, deviations: Numbers, weights: Numbers) -> float:
    """Cohen's d of two weighted groups: (m₀ − m₁) / √((W₀ s₀² + W₁ s₁²)/(W₀ + W₁)). All three have two numbers: means,
    standard deviations in the frame, and how much of the frame each group stands for.
    """
    spread = float(np.sqrt(weights @ deviations**2 / weights.sum())) if weights.sum() else 0.0
    return float((means[0] - means[1]) / spread) if spread > 0 else NAN


def rank_biserial(u: float, first: int, second: int) -> float:
    """2U / (n₁n₂) − 1 of Mann and Whitney's U of the first group: how many more of the pairs it wins than it loses, from
    −1 (none won) to 1. It is Cliff's delta.

    Wendt, H. W. (1972). Dealing with a common problem in social science: a simplified rank-biserial coefficient of
    correlation based on the U statistic. European J. of Social Psychology 2, 463–465.
    """
    return 2 * u / (first * second) - 1 if first and second else NAN


def rank_biserial_of_ranks(mean_rank: Numbers) -> float:
    """The same of a design: 2 (m₀ − m₁) of the mean ranks (0 … 1) of `ranks.design_rank_test`, of two groups.

    In the frame the first group's answer is the higher one with the probability m₀ − m₁ + 1/2, ties counted half.
    """
    return float(2 * (mean_rank[0] - mean_rank[1]))


def _phi2(shares: ArrayLike) -> tuple[float, int, int]:
    table = np.asarray(shares, dtype=float)
    table = table[table.any(axis=1)][:, table.any(axis=0)]
    if not table.size:
        return NAN, 0, 0
    table = table / table.sum()
    expected = np.outer(table.sum(axis=1), table.sum(axis=0))
    return float(((table - expected) ** 2 / expected).sum()), *table.shape
