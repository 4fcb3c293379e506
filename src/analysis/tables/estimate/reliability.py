"""How far several items measure one thing: Cronbach's alpha and McDonald's omega.

Both say what part of the variance of the items' sum is that of what they have in common. Alpha takes every item for an
equally good measure of it, omega lets each have a loading of its own; neither shows that it is *one* thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
Why = Literal["", "items", "respondents", "variance", "dependent", "heywood"]

LEAST_UNIQUENESS = 0.005  # R's factanal looks no lower; a fit that ends there is a Heywood case
_AS_GOOD = 1e-9  # a solution that fits worse by more than that than where the descent ended is another one
_DEPENDENT = 1e-9  # the smallest eigenvalue of a correlation matrix whose items tell one another


@dataclass(frozen=True)
class Reliability:
    """value   up to 1; below 0 where items run against each other; None where there is none
    n       respondents with an answer to every item
    k       items
    why     there is no value: "items", fewer than 2 (alpha) or 3 (omega); "respondents", fewer than `fewest`;
            "variance", everybody has the same sum, or (standardised, omega) the same answer to an item;
            "dependent", the answers to some items follow from those to others, as where respondents are no more than
            items (omega); "heywood", an item seems to have less than no variance of its own (omega)
    """

    value: float | None
    n: int
    k: int
    why: Why = ""


def alpha(
    answers: ArrayLike,
    turned: Sequence[int] = (),
    weights: ArrayLike | None = None,
    standardised: bool = False,
    fewest: int = 2,
) -> Reliability:
    """Cronbach's alpha, k/(k − 1) · (1 − Σ s²ᵢ / s²), s²ᵢ the variance of item i and s² that of the items' sum.

    answers       n respondents × k items; nan for none. Who lacks any is left out (complete cases)
    turned        columns of items that run the other way; their sign is changed, which moves the sum by a constant
    weights       of the respondents: variances are Σw(x − x̄)²/Σw. The divisor, n or n − 1, has no influence
    standardised  of the items in units of their standard deviations: k·r̄ / (1 + (k − 1)·r̄), r̄ their mean correlation
    fewest        complete cases below which there is no value

    Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika 16, 297–334.
    """
    complete, of = _complete(answers, turned, weights)
    n, k = complete.shape
    if why := _too_few(n, k, 2, fewest):
        return Reliability(None, n, k, why)
    if not np.ptp(complete.sum(axis=1)) or (standardised and not np.ptp(complete, axis=0).all()):
        return Reliability(None, n, k, "variance")
    spread = _covariance(complete, of)
    if standardised:
        spread = _correlation(spread)
    if spread.sum() <= _DEPENDENT * np.trace(spread):
        return Reliability(None, n, k, "variance")
    return Reliability(float(k / (k - 1) * (1 - np.trace(spread) / spread.sum())), n, k)


def feldt_interval(alpha: float, n: int, k: int, confidence: float = 0.95) -> tuple[float, float]:
    """The interval of alpha in a simple random sample of n from a normal population, (1 − α)/(1 − α̂) being F
    distributed with n − 1 and (n − 1)(k − 1) degrees of freedom; n and k at least 2.

    Feldt, L. S. (1965). The approximate sampling distribution of Kuder–Richardson reliability coefficient twenty.
    Psychometrika 30, 357–370; Feldt, L. S., Woodruff, D. J. & Salih, F. A. (1987). Applied Psychological
    Measurement 11, 93–103.
    """
    from scipy.special import betaincinv

    first, second = n - 1, (n - 1) * (k - 1)
    tails = np.array([(1 + confidence) / 2, (1 - confidence) / 2])
    part = betaincinv(first / 2, second / 2, tails)
    quantiles = second * part / (first * (1 - part))  # of F
    low, high = 1 - (1 - alpha) * quantiles
    return float(low), float(high)


def omega(
    answers: ArrayLike,
    turned: Sequence[int] = (),
    weights: ArrayLike | None = None,
    standardised: bool = False,
    fewest: int = 2,
) -> Reliability:
    """McDonald's omega (total) of one common factor, (Σλᵢ)² / ((Σλᵢ)² + Σψᵢ), by maximum likelihood.

    λᵢ and ψᵢ are the loading and the variance of its own of item i, in points of its scale, or (standardised) in units
    of its standard deviation; the variance of the sum is the fitted one, not the observed one. Arguments as of `alpha`.

    McDonald, R. P. (1999). Test Theory: A Unified Treatment. Erlbaum, eq. 6.20b.
    """
    complete, of = _complete(answers, turned, weights)
    n, k = complete.shape
    if why := _too_few(n, k, 3, fewest):
        return Reliability(None, n, k, why)
    if not np.ptp(complete, axis=0).all():
        return Reliability(None, n, k, "variance")
    spread = _covariance(complete, of)
    correlation = _correlation(spread)
    if np.linalg.eigvalsh(correlation)[0] < _DEPENDENT:
        return Reliability(None, n, k, "dependent")
    loadings = one_factor(correlation)
    if loadings is None:
        return Reliability(None, n, k, "heywood")
    deviation = np.ones(k) if standardised else np.sqrt(np.diag(spread))
    common = float((loadings * deviation).sum() ** 2)
    own = float(((1 - loadings**2) * deviation**2).sum())
    return Reliability(common / (common + own), n, k)


def one_factor(correlation: Numbers) -> Numbers | None:
    """The k loadings of one common factor on standardised items, by maximum likelihood; their sum is not negative.

    With Ψ the diagonal of what items have of their own, θ₁ > … > θₖ the eigenvalues of Ψ^−½ R Ψ^−½ and v₁ the first
    eigenvector, λ = Ψ^½ v₁ √(θ₁ − 1) is best, and Ψ minimises Σ(θⱼ − log θⱼ − 1) over j > 1. The minimum is searched
    for by descent; there diag(λλ' + Ψ) = 1, which is then solved to the last digits. None for a Heywood case: the
    minimum lies where an item has less than `LEAST_UNIQUENESS` of its own.

    correlation is k × k, k ≥ 3, and regular.
    Jöreskog, K. G. (1967). Some contributions to maximum likelihood factor analysis. Psychometrika 32, 443–482.
    """
    from scipy.optimize import minimize, root

    k = correlation.shape[0]
    start = (1 - 0.5 / k) / np.diag(np.linalg.inv(correlation))

    def misfit(own: Numbers) -> tuple[float, Numbers]:
        loadings, rest = _given(own, correlation)
        return float((rest - np.log(rest) - 1).sum()), (loadings**2 + own - 1) / own**2

    bounds = [(LEAST_UNIQUENESS, 1.0)] * k
    options = {"maxiter": 1000, "ftol": 1e-13}
    found = minimize(misfit, start, jac=True, method="L-BFGS-B", bounds=bounds, options=options).x
    if found.min() <= LEAST_UNIQUENESS * (1 + 1e-6):
        return None

    def gap(log_own: Numbers) -> Numbers:
        own = np.exp(log_own)
        return _given(own, correlation)[0] ** 2 + own - 1

    exact = np.exp(root(gap, np.log(found), tol=1e-14).x)
    if exact.min() <= LEAST_UNIQUENESS or misfit(exact)[0] > misfit(found)[0] + _AS_GOOD:
        return None
    loadings = _given(exact, correlation)[0]
    return loadings if loadings.sum() >= 0 else -loadings


def _given(own: Numbers, correlation: Numbers) -> tuple[Numbers, Numbers]:
    """The best loadings for what the items have of their own, and the eigenvalues but the first."""
    scale = np.sqrt(own)
    values, vectors = np.linalg.eigh(correlation / np.outer(scale, scale))
    return scale * vectors[:, -1] * np.sqrt(max(values[-1] - 1, 0.0)), values[:-1]


def _complete(
    answers: ArrayLike, turned: Sequence[int], weights: ArrayLike | None
) -> tuple[Numbers, Numbers]:
    """The complete cases of a weight that is not 0, turned, and their weights."""
    given = np.asarray(answers, dtype=float)
    of = np.ones(given.shape[0]) if weights is None else np.asarray(weights, dtype=float)
    chosen = ~np.isnan(given).any(axis=1) & (of > 0)
    complete = given[chosen]
    complete[:, list(turned)] *= -1
    return complete, of[chosen]


def _too_few(n: int, k: int, items: int, fewest: int) -> Why:
    if k < items:
        return "items"
    return "respondents" if n < max(fewest, 2) else ""


def _covariance(complete: Numbers, weights: Numbers) -> Numbers:
    """Σw(x − x̄)(x − x̄)'/Σw; exactly 0 for an item that all answered alike."""
    shifted = complete - complete[0]
    centred = shifted - np.average(shifted, axis=0, weights=weights)
    return (centred * weights[:, None]).T @ centred / weights.sum()


def _correlation(covariance: Numbers) -> Numbers:
    deviation = np.sqrt(np.diag(covariance))
    return covariance / np.outer(deviation, deviation)
