"""Which test asks whether the levels of a group differ, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from analysis.tables.banner import Group
from analysis.tables.comparable import Comparable
from analysis.tables.estimate.effect_size import cramers_v
from analysis.tables.estimate.fisher import fisher_exact
from analysis.tables.estimate.ranks import design_rank_test, permutation_rank_test
from analysis.tables.estimate.rao_scott import rao_scott
from analysis.tables.sampling import Sampling
from analysis.tables.statistic import Statistic

# With fewer, ranks are tested by random orders, as no distribution is near enough; of many that takes too long.
FEW, FEW_OF_A_LEVEL, MANY = 30, 5, 200
EXPECTED = 5  # below it in a cell, the exact test (Cochran, W. G. 1954. Biometrics 10, 417–451)


def tests(one: Comparable, group: Group, sampling: Sampling) -> Iterator[Statistic]:
    """`p` of a test, or why there is none, and `effect`."""
    if not group.apart:
        return  # who is in two levels cannot be counted as two respondents
    column = group.positions[one.among.who]
    if one.values is not None:
        yield from _of_ranks(one, column, sampling)
    elif one.each:
        for at, item in enumerate(one.items):
            yield from _of_independence(one, one.chosen[:, at].astype(np.intp), column, sampling, item)
    elif one.chosen.size:
        row = np.where(one.chosen.any(axis=1), one.chosen.argmax(axis=1), -1)
        yield from _of_independence(one, row, column, sampling)


def _of_independence(
    one: Comparable, row: NDArray[np.intp], column: NDArray[np.intp], sampling: Sampling, item: str = ""
) -> Iterator[Statistic]:
    assert sampling.drawn is not None  # where there are tests, there is a design
    n, counts = _table(row, column)
    if sampling.simply and _least_expected(counts) < EXPECTED:
        found = fisher_exact(counts)
        test, shares = f"fisher_{found.method}", counts / max(n, 1)
    else:
        of_design = rao_scott(sampling.drawn, _spread(one, row, sampling), _spread(one, column, sampling))
        found, test, shares = of_design, "rao_scott_f", of_design.shares
    effect = cramers_v(shares) if found.p == found.p else np.nan
    yield from _told(one, item, test, found.p, found.reason, effect, "cramers_v", n)


def _of_ranks(one: Comparable, column: NDArray[np.intp], sampling: Sampling) -> Iterator[Statistic]:
    assert one.values is not None and sampling.drawn is not None
    values = np.full(sampling.n, np.nan)
    values[one.among.who] = one.values
    if sampling.simply and _few(np.bincount(column[column >= 0])):
        found = permutation_rank_test(values, _spread(one, column, sampling))
    else:
        found = design_rank_test(sampling.drawn, values, _spread(one, column, sampling))
    test = {"t": "rank_test_two", "F": "rank_test", "simulated": "rank_test_simulated"}[found.method]
    n = int((column >= 0).sum())
    yield from _told(one, "", test, found.p, found.reason, found.explained, "epsilon_squared", n)


def _few(sizes: NDArray[np.intp]) -> bool:
    n = int(sizes.sum())
    return n < FEW or (n < MANY and sizes[sizes > 0].min() < FEW_OF_A_LEVEL)


def _told(
    one: Comparable, item: str, test: str, p: float, reason: str, effect: float, measure: str, n: int
) -> Iterator[Statistic]:
    """p and the size of the effect; where there is no p, why not."""
    place = {"item": one.name(item), "n": n, "base": n, "row": one.row}
    if p != p:
        yield Statistic(stat="p", value=None, status="not_comparable", rule=reason, **place)
        return
    yield Statistic(stat="p", value=p, rule=test, **place)
    yield Statistic(stat="effect", value=None if effect != effect else effect, rule=measure, **place)


def _spread(one: Comparable, positions: NDArray[np.intp], sampling: Sampling) -> NDArray[np.intp]:
    """A position for every respondent of the survey, −1 for who gave no such answer."""
    if positions.size == sampling.n:
        return positions
    spread = np.full(sampling.n, -1, dtype=np.intp)
    spread[one.among.who] = positions
    return spread


def _table(row: NDArray[np.intp], column: NDArray[np.intp]) -> tuple[int, NDArray[np.int64]]:
    """How many respondents are in both, and in which row and column."""
    both = (row >= 0) & (column >= 0)
    height, width = int(row.max(initial=0)) + 1, int(column.max(initial=0)) + 1
    counts = np.bincount(row[both] * width + column[both], minlength=height * width)
    return int(both.sum()), counts.reshape(height, width)


def _least_expected(counts: NDArray[np.int64]) -> float:
    """The smallest count that independence would make; empty rows and columns make none."""
    rows, columns = counts.sum(axis=1), counts.sum(axis=0)
    if not rows.any():
        return np.inf
    return float(rows[rows > 0].min() * columns[columns > 0].min() / rows.sum())
