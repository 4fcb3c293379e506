"""Shares, means, totals and ratios of weighted answers, with standard errors from the design.

Each estimate is a sum over the respondents of weight × score, near enough (Taylor linearisation), and its variance is
that of the sum. With W = Σw over the domain:

    mean   m = Σwx / W       score (x − m) / W        a share is the mean of 0 and 1
    total  t = Σwx           score x
    ratio  r = Σwy / Σwx     score (y − r x) / Σwx

Outside the domain the score is 0 and the respondent stays in the design: how many of a domain are drawn is chance too.
Woodruff, R. S. (1971). A simple method for approximating the variance of a complicated estimate. JASA 66, 411–414;
Särndal, Swensson & Wretman (1992), ch. 5.5–5.8; Binder, D. A. (1983). On the variances of asymptotically normal
estimators from complex surveys. Int. Statistical Review 51, 279–292.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.tables.estimate.design import Design, Mask, Numbers
from analysis.tables.estimate.design_effect import kish_effective_n

Counts = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Estimates:
    """k estimates of one domain; or each of its own (`means_of_domains`), and n, weight, kish_n and df are k, too.

    value   k; nan for a domain of nobody (a total is 0), and a ratio to 0
    se      k, standard errors; nan where `value` is. 0 where all answers are equal or all respondents are of one
            cluster: such a domain tells no variance, and `df` or `deff` say so
    n       respondents of the domain whose weight is not 0
    weight  the sum of their weights
    kish_n  Kish's effective n of their weights; nan for nobody
    df      first-stage units with somebody of the domain, less strata; 0 or less: no interval can be had
    deff    k, design effects against a simple random sample with replacement; nan where that has no variance
    """

    value: Numbers
    se: Numbers
    n: int | Counts
    weight: float | Numbers
    kish_n: float | Numbers
    df: int | Counts
    deff: Numbers

    @property
    def effective_n(self) -> Numbers:
        """k: n / design effect. Kish's n where answers are all equal and tell no effect; inf for a variance of 0."""
        with np.errstate(divide="ignore"):
            return np.where(np.isnan(self.deff), self.kish_n, self.n / self.deff)


def shares(design: Design, chosen: Mask, domain: Mask | None = None) -> Estimates:
    """The shares of k options among the domain: chosen is n × k, true or 1 where the respondent chose the option.

    Exactly 0 or 1, with se 0, where nobody or everybody did.
    """
    return means(design, chosen, domain)


def means(design: Design, values: Numbers | Mask, domain: Mask | None = None) -> Estimates:
    """The means of k quantities in the domain. values are n × k; outside the domain they may be nan."""
    inside = _Inside(design, domain)
    value, scores = inside.mean(values)
    return inside.estimates(value, scores)


def means_of_domains(
    design: Design, values: Numbers | Mask, domains: Mask, of: NDArray[np.intp]
) -> Estimates:
    """k means, each in a domain of its own, as `means` gives them one by one. values are n × k and 0 outside the
    domain, domains n × d, `of` says which of the d each of the k is in.
    """
    weights = np.where(domains, design.weights[:, None], 0.0)
    n = np.count_nonzero(weights, axis=0)
    weight, squares = weights.sum(axis=0), np.square(weights).sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        total = weight[of]
        value = design.weights @ values / total
        some = values[weights.argmax(axis=0)[of], np.arange(of.size)]
        for at in np.flatnonzero(np.abs(value - some) <= 1e-12 * np.abs(some)):  # as in `_Inside.mean`
            if (values[weights[:, of[at]] > 0, at] == some[at]).all():
                value[at] = some[at]
        scores = np.where(domains[:, of], (values - value) / total, 0.0)
        variance = design.variance(scores)
        # As in `_Inside.estimates`; the scores of a mean are 0 on average.
        spread = design.weights @ np.square(scores) * total
        simple = spread / (n[of] - 1)
        deff = np.where((simple > 0) & (n[of] > 1), variance / simple, np.nan)
        kish = np.where(squares > 0, weight**2 / squares, np.nan)
    df = design.degrees_of_freedom_of(domains)
    se = np.where(np.isnan(value), np.nan, np.sqrt(variance))
    return Estimates(value, se, n[of], total, kish[of], df[of], deff)


def totals(design: Design, values: Numbers | Mask, domain: Mask | None = None) -> Estimates:
    """The sums of k quantities over the frame's part in the domain. values are n × k; outside they may be nan.

    A domain of nobody has the total 0 with se 0.
    """
    inside = _Inside(design, domain)
    scores = inside.only(values)
    return inside.estimates(inside.weights @ scores, scores)


def ratios(
    design: Design, numerators: Numbers, denominators: Numbers, domain: Mask | None = None
) -> Estimates:
    """k ratios of two sums in the domain, both n × k (or n × 1); outside the domain they may be nan."""
    inside = _Inside(design, domain)
    value, scores = inside.ratio(numerators, denominators)
    return inside.estimates(value, scores)


def mean_scores(design: Design, values: Numbers | Mask, domain: Mask | None = None) -> Numbers:
    """n × k scores of means, and of shares, the means of 0 and 1. Put side by side, those of two domains give `Design.covariance` of all they hold; the
    variance of a difference is that of the difference of its scores. nan inside a domain without weights.
    """
    return _Inside(design, domain).mean(values)[1]


def ratio_scores(
    design: Design, numerators: Numbers, denominators: Numbers, domain: Mask | None = None
) -> Numbers:
    """n × k scores of ratios."""
    return _Inside(design, domain).ratio(numerators, denominators)[1]


class _Inside:
    """The respondents of a domain, in their design."""

    def __init__(self, design: Design, domain: Mask | None) -> None:
        self.design = design
        self.everybody = domain is None or bool(domain.all())
        self.mask = np.ones(design.n, dtype=bool) if domain is None else domain
        self.weights = design.weights if self.everybody else np.where(self.mask, design.weights, 0.0)
        self.weight = float(self.weights.sum())

    def only(self, values: Numbers | Mask) -> Numbers:
        """The values as numbers, 0 outside: what was not answered is often nan there."""
        return (
            np.asarray(values, dtype=float) if self.everybody else self._clear(np.array(values, dtype=float))
        )

    def mean(self, values: Numbers | Mask) -> tuple[Numbers, Numbers]:
        known = self.only(values)
        k = known.shape[1]
        if not self.weight:
            return np.full(k, np.nan), self.only(np.full((self.design.n, k), np.nan))
        value = self.weights @ known / self.weight
        some = known[int(np.argmax(self.weights))]
        near = np.flatnonzero(np.abs(value - some) <= 1e-12 * np.abs(some))
        if near.size:  # of equal answers the mean is that answer to the last digit
            equal = (known[self.weights > 0][:, near] == some[near]).all(axis=0)
            value[near] = np.where(equal, some[near], value[near])
        scores = known - value
        scores /= self.weight
        return value, self._clear(scores)

    def ratio(self, numerators: Numbers, denominators: Numbers) -> tuple[Numbers, Numbers]:
        over, under = self.only(numerators), self.only(denominators)
        of = self.weights @ under
        with np.errstate(divide="ignore", invalid="ignore"):
            value = np.where(of == 0, np.nan, self.weights @ over / of)
            return value, self._clear((over - value * under) / of)

    def estimates(self, value: Numbers, scores: Numbers) -> Estimates:
        n = int(np.count_nonzero(self.weights))
        variance = self.design.variance(scores)
        with np.errstate(divide="ignore", invalid="ignore"):
            simple = self.weight**2 * self._spread(scores, n) / n if n > 1 else np.full(value.size, np.nan)
            deff = variance / simple
        return Estimates(
            value=value,
            se=np.where(np.isnan(value), np.nan, np.sqrt(variance)),
            n=n,
            weight=self.weight,
            kish_n=kish_effective_n(self.weights),
            df=self.design.degrees_of_freedom(None if self.everybody else self.mask),
            deff=np.where(simple > 0, deff, np.nan),
        )

    def _clear(self, scores: Numbers) -> Numbers:
        if not self.everybody:
            scores[~self.mask] = 0
        return scores

    def _spread(self, scores: Numbers, n: int) -> Numbers:
        """The variance of the scores in the frame, estimated with the divisor n − 1."""
        centre = self.weights @ scores / self.weight
        return (self.weights @ np.square(scores) / self.weight - centre**2) * (n / (n - 1))
