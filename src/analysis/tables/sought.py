"""Intervals that are sought for some respondents' shares and means, and found for all tables of a question at once.

An estimate costs a pass over the whole sample, whose respondents stay in the design even where they are not of the
group. One pass for a hundred figures costs hardly more than one for a single figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.tables.estimate.design import Mask, Numbers
from analysis.tables.estimate.hypergeometric import hypergeometric_interval
from analysis.tables.estimate.intervals import mean_interval, share_interval
from analysis.tables.estimate.linearised import Estimates, means_of_domains
from analysis.tables.sampling import EXACT, Among, Sampling, known

AT_ONCE = 2**22  # numbers in memory

Interval = tuple[float | None, float | None, float | None, str]  # se, low, high, rule
Limits = tuple[float | None, float | None]
NO_LIMITS: Limits = (None, None)


@dataclass(frozen=True, eq=False)
class Sought:
    """The means of the columns of `values` (respondents × k); shares, where the values are true and false. within:
    between which numbers they lie."""

    among: Among
    values: NDArray[Any]
    shares: bool
    within: Limits = NO_LIMITS


def sought_of(among: Among, values: NDArray[Any], shares: bool, within: Limits = NO_LIMITS) -> Sought | None:
    """None where the sample tells no intervals, or there is nobody to tell them of."""
    told = among.sampling.tells_intervals and among.who.size
    return Sought(among, values, shares, within) if told else None


def found(sought: Iterable[Sought], sampling: Sampling) -> dict[Sought, list[Interval]]:
    """The intervals of every column."""
    intervals: dict[Sought, list[Interval]] = {}
    for some in _parted(dict.fromkeys(sought), sampling.n):
        for shares in (True, False):
            alike = [one for one in some if one.shares is shares]
            if alike:
                intervals |= _intervals(alike, sampling, shares)
    return intervals


def _parted(sought: Iterable[Sought], n: int) -> Iterator[list[Sought]]:
    """So many at a time as memory allows."""
    part: list[Sought] = []
    width = 0
    for one in sought:
        if part and (width + one.values.shape[1]) * n > AT_ONCE:
            yield part
            part, width = [], 0
        part.append(one)
        width += one.values.shape[1]
    if part:
        yield part


def _intervals(sought: list[Sought], sampling: Sampling, shares: bool) -> dict[Sought, list[Interval]]:
    assert sampling.drawn is not None  # where intervals are told, there is a design
    widths = [one.values.shape[1] for one in sought]
    values = np.zeros((sampling.n, sum(widths)))
    inside: Mask = np.zeros((sampling.n, len(sought)), dtype=bool)
    begin = 0
    for at, (one, width) in enumerate(zip(sought, widths, strict=True)):
        values[one.among.who, begin : begin + width] = one.values
        inside[one.among.who, at] = True
        begin += width
    estimates = means_of_domains(sampling.drawn, values, inside, np.repeat(np.arange(len(sought)), widths))
    if sampling.exact and shares:
        ends = [_exact_ends(one, sampling.confidence) for one in sought]
        low, high = (np.concatenate(of) for of in zip(*ends, strict=True))
        told = _lines(estimates, low, high, EXACT)
    else:
        told = intervals_of(estimates, sampling, shares)
    columns = iter(told)
    return {
        one: [within(line, one.within) for line in islice(columns, width)]
        for one, width in zip(sought, widths, strict=True)
    }


def _exact_ends(sought: Sought, confidence: float) -> tuple[Numbers, Numbers]:
    """Of a part of the population whose size is not known, the widest ends over all sizes that it may have."""
    among, counts = sought.among, sought.values.sum(axis=0)
    sizes = np.arange(among.fewest, among.most + 1)
    low, high = hypergeometric_interval(counts[:, None], among.who.size, sizes, confidence)
    return (low / sizes).min(axis=1), (high / sizes).max(axis=1)


def within(line: Interval, limits: Limits) -> Interval:
    """No end lies where no mean can lie."""
    se, low, high, rule = line
    if limits == NO_LIMITS or low is None or high is None:
        return line
    least, most = limits
    return (
        se,
        low if least is None else max(low, least),
        high if most is None else min(high, most),
        rule,
    )


def intervals_of(estimates: Estimates, sampling: Sampling, shares: bool) -> list[Interval]:
    """The intervals of estimates by the rule that the sampling has for them."""
    if shares:
        ends = share_interval(estimates, sampling.interval, sampling.confidence)
        return _lines(estimates, *ends, sampling.interval)
    return _lines(estimates, *mean_interval(estimates, "t", sampling.confidence), "t")


def _lines(estimates: Estimates, low: Numbers, high: Numbers, rule: str) -> list[Interval]:
    se = np.where(np.greater(estimates.df, 0), estimates.se, np.nan)  # one alone tells no error, not one of 0
    ends = zip(known(se), known(low), known(high), strict=True)
    return [(error, least, most, rule if least is not None else "") for error, least, most in ends]
