"""Which columns of a table differ, as survey houses print it: a letter for each column, and in a cell the letters of
the columns that it is significantly higher than.

The columns are levels of a group, in which a respondent may be once, several times or not at all. Two of them are
compared by the difference of their shares (or means), with the design's variance of that difference: respondents in
both, and clusters with respondents in both, make it smaller, and the joint covariance knows it. All pairs of a line of
the table are a family (Holm).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, stdtr

from analysis.tables.column_letters import column_letters
from analysis.tables.estimate.design import Design, Mask, Numbers
from analysis.tables.estimate.linearised import Estimates
from analysis.tables.estimate.multiplicity import Adjustment, benjamini_hochberg, holm

MINIMUM_BASE = 30
_NONE = 1e-12  # a variance that is but rounding, of values about 1

Distribution = Literal["t", "normal"]


@dataclass(frozen=True, eq=False)
class Comparison:
    """k lines of a table with L columns, and the P = L(L − 1)/2 pairs of columns.

    value      k × L shares or means; nan for a column of nobody
    each       the same k × L, line by line, as estimates with standard errors: what each column says alone
    base       k × L, respondents whose weight is not 0
    compared   k × L, whether the column takes part in the comparisons of the line
    first, second   P, the numbers of the columns of a pair, first < second
    difference, se, statistic   k × P, first less second; nan where the pair is not compared
    df         k × P; inf for "normal"
    p          k × P, of the pair alone, two-sided
    adjusted   k × P, within the line
    higher     k × L × L, whether a column is significantly higher than another
    """

    value: Numbers
    each: Estimates
    base: NDArray[np.intp]
    compared: Mask
    first: NDArray[np.intp]
    second: NDArray[np.intp]
    difference: Numbers
    se: Numbers
    statistic: Numbers
    df: Numbers
    p: Numbers
    adjusted: Numbers
    higher: NDArray[np.bool_]

    def letters(self) -> list[list[tuple[str, ...]]]:
        """Of each line and column the letters of the columns it is significantly higher than."""
        names = column_letters(self.value.shape[1])
        return [[tuple(names[at] for at in np.flatnonzero(cell)) for cell in line] for line in self.higher]


def compare_shares(
    design: Design,
    chosen: Mask,
    levels: Mask,
    domain: Mask | None = None,
    *,
    banners: Sequence[int] = (),
    minimum: int = MINIMUM_BASE,
    alpha: float = 0.05,
    adjustment: Adjustment = "holm",
    distribution: Distribution = "t",
) -> Comparison:
    """The shares of k options among the respondents of L levels (and the domain). chosen is n × k, levels n × L.
    banners: how many of the levels each of several banners has; only levels of one banner are compared, and a line of
    one banner is a family of its own. Without it they are all of one.

    As `compare_means` of 0 and 1, but for a column that nobody or everybody of it chose: it has no variance of its own
    and takes no part in the line, as in SPSS' column proportions tests.
    """
    inside = np.ones(design.n, dtype=bool) if domain is None else domain
    values = np.where(inside[:, None], chosen, np.nan)
    return _compare(design, values, levels, banners, minimum, alpha, adjustment, distribution, shares=True)


def compare_means(
    design: Design,
    values: Numbers,
    levels: Mask,
    domain: Mask | None = None,
    *,
    banners: Sequence[int] = (),
    minimum: int = MINIMUM_BASE,
    alpha: float = 0.05,
    adjustment: Adjustment = "holm",
    distribution: Distribution = "t",
) -> Comparison:
    """The means of k quantities among the respondents of L levels. values are n × k, nan for no answer; levels n × L.

    t = (m_a − m_b) / √V, V the design's variance (Taylor linearisation) of the difference, unpooled; against Student's t
    with ν − 1 degrees of freedom, ν the design's of the respondents of the two columns, or against the normal
    distribution. For two groups apart this is R's svyttest. Lumley, T. (2010). Complex Surveys. Wiley, ch. 2;
    Kish, L. (1965). Survey Sampling. Wiley, ch. 12.4, for overlapping groups.

    A column with a base under `minimum` takes no part, nor does one of nobody; a pair whose difference has no variance
    (a census) or less than one degree of freedom has no p. `adjusted` is by Holm over the pairs of a line that have a
    p, or by Benjamini & Hochberg; a column is higher where it is below `alpha`.
    """
    inside = np.ones(design.n, dtype=bool) if domain is None else domain
    values = np.where(inside[:, None], values, np.nan)
    return _compare(design, values, levels, banners, minimum, alpha, adjustment, distribution, shares=False)


def _compare(
    design: Design,
    values: Numbers,
    levels: Mask,
    banners: Sequence[int],
    minimum: int,
    alpha: float,
    adjustment: Adjustment,
    distribution: Distribution,
    shares: bool,
) -> Comparison:
    k, width = values.shape[1], levels.shape[1]
    answered = ~np.isnan(values) & (design.weights > 0)[:, None]
    known = np.where(answered, values, 0.0)
    members = levels.astype(float)
    base = (answered.T.astype(float) @ members).astype(np.intp)
    weight = (answered.T * design.weights) @ members
    with np.errstate(invalid="ignore"):
        value = (known.T * design.weights) @ members / weight
    compared = (base >= max(minimum, 1)) & ~(shares & ((value == 0) | (value == 1)))

    first, second = _pairs(tuple(banners) or (width,))
    both = compared[:, first] & compared[:, second]
    if shares and design.simple_spread is not None and not (members.T @ members)[first, second].any():
        # Of a simple sample, levels apart tell nothing of each other.
        with np.errstate(divide="ignore", invalid="ignore"):
            own = design.simple_spread * value * (1 - value) / base
        variance = own[:, first] + own[:, second]
        own_df, pair_df = base - 1, base[:, first] + base[:, second] - 1
    else:
        lines = _covariances(design, known, answered, levels, value, weight)
        own = np.diagonal(lines, axis1=1, axis2=2)
        variance = own[:, first] + own[:, second] - 2 * lines[:, first, second]
        df_of = _degrees_of_freedom(design, answered, levels)
        own_df, pair_df = np.diagonal(df_of, axis1=1, axis2=2), df_of[:, first, second]
    each = _estimates(design, answered, members, value, weight, own, base, own_df, shares)
    difference = np.where(both, value[:, first] - value[:, second], np.nan)
    told = variance > _NONE * np.nanmax(np.abs(value), axis=1, initial=0.0)[:, None] ** 2
    se = np.where(both & told, np.sqrt(np.maximum(variance, 0)), np.nan)
    statistic = difference / se
    if distribution == "normal":
        df = np.full(difference.shape, np.inf)
        p = 2 * ndtr(-np.abs(statistic))
    else:
        df = pair_df - 1.0
        p = 2 * stdtr(np.where(df >= 1, df, np.nan), -np.abs(statistic))
    adjust = holm if adjustment == "holm" else benjamini_hochberg
    sizes = [size * (size - 1) // 2 for size in banners or (width,)]
    if len(set(sizes)) == 1:
        adjusted = adjust(p.reshape(k, len(sizes), -1)).reshape(p.shape)
    else:
        families = np.split(p, np.cumsum(sizes)[:-1], axis=1)
        adjusted = np.concatenate([adjust(family) for family in families], axis=1)
    higher = np.zeros((k, width, width), dtype=bool)
    higher[:, first, second] = (adjusted < alpha) & (difference > 0)
    higher[:, second, first] = (adjusted < alpha) & (difference < 0)
    return Comparison(
        value, each, base, compared, first, second, difference, se, statistic, df, p, adjusted, higher
    )  # fmt: skip


@lru_cache(maxsize=64)
def _pairs(banners: tuple[int, ...]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The columns of every pair, banner after banner."""
    begin, first, second = 0, [], []
    for size in banners:
        one, other = np.triu_indices(size, 1)
        first.append(begin + one)
        second.append(begin + other)
        begin += size
    return np.concatenate(first), np.concatenate(second)


def _covariances(
    design: Design, known: Numbers, answered: Mask, levels: Mask, value: Numbers, weight: Numbers
) -> Numbers:
    """k × L × L, of a line's columns."""
    inside = answered[:, :, None] & levels[:, None, :]  # n × k × L
    scores = np.where(inside, (known[:, :, None] - value) / np.where(weight > 0, weight, 1.0), 0.0)
    return design.covariances(scores)


def _estimates(
    design: Design,
    answered: Mask,
    members: Numbers,
    value: Numbers,
    weight: Numbers,
    own: Numbers,
    base: NDArray[np.intp],
    df: NDArray[np.intp],
    shares: bool,
) -> Estimates:
    """As `means` would have them, column by column. Design effects of shares only: an interval of means needs none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        kish = weight**2 / ((answered.T * design.weights**2) @ members)
        simple = value * (1 - value) / (base - 1) if shares else np.full(value.shape, np.nan)
        deff = np.where((simple > 0) & (base > 1), own / simple, np.nan)
    se = np.where(np.isnan(value), np.nan, np.sqrt(np.maximum(own, 0)))
    return Estimates(*(of.ravel() for of in (value, se, base, weight, kish, df, deff)))


def _degrees_of_freedom(design: Design, answered: Mask, levels: Mask) -> NDArray[np.intp]:
    """k × L × L: first-stage units less strata of the respondents in either of two columns."""
    stage, alike = design.stages[0], answered[:, :1]
    lines = (
        alike if (answered == alike).all() else answered
    )  # as a rule all lines are of the same respondents
    k, width = lines.shape[1], levels.shape[1]
    inside = (lines[:, :, None] & levels[:, None, :]).reshape(-1, k * width)
    units, strata = (
        _either(held.reshape(-1, k, width)) for held in (stage.units_held(inside), stage.strata_held(inside))
    )
    return np.broadcast_to(units - strata, (answered.shape[1], *units.shape[1:]))


def _either(held: Mask) -> NDArray[np.intp]:
    """k × L × L: how many of the units (m × k × L, held or not) have somebody in the one column or the other."""
    by_line = held.astype(float).transpose(1, 2, 0)
    shared = by_line @ by_line.transpose(0, 2, 1)
    own = np.diagonal(shared, axis1=1, axis2=2)
    return np.rint(own[:, :, None] + own[:, None, :] - shared).astype(np.intp)
