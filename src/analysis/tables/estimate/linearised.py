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

from analysis.tables.estimate.design import Design, Mask, Numbers
from analysis.tables.estimate.design_effect import kish_effective_n


@dataclass(frozen=True, eq=False)
class Estimates:
    """k estimates of one domain.

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
    n: int
    weight: float
    kish_n: float
    df: int
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


def share_scores(design: Design, chosen: Mask, domain: Mask | None = None) -> Numbers:
    """n × k scores of shares, for the covariance of several: of domains, of questions. See `mean_scores`."""
    return mean_scores(design, chosen, domain)


def mean_scores(design: Design, values: Numbers | Mask, domain: Mask | None = None) -> Numbers:
    """n × k scores of means. Put side by side, those of two domains give `Design.covariance` of all they hold; the
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
        if self.everybody:
            return np.asarray(values, dtype=float)
        return np.where(self.mask[:, None], values, 0.0)

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
        return value, self._clear((known - value) / self.weight)

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
        return scores if self.everybody else np.where(self.mask[:, None], scores, 0.0)

    def _spread(self, scores: Numbers, n: int) -> Numbers:
        """The variance of the scores in the frame, estimated with the divisor n − 1."""
        centre = self.weights @ scores / self.weight
        return (self.weights @ np.square(scores) / self.weight - centre**2) * (n / (n - 1))
