"""Do the levels of a group differ? Tests of a question over a group, and which level is above which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.tables.banner import Group
from analysis.tables.cell import Cell
from analysis.tables.comparable import Comparable
from analysis.tables.estimate.effect_size import cramers_v
from analysis.tables.estimate.fisher import fisher_exact
from analysis.tables.estimate.letters import Comparison, column_letters, compare_means, compare_shares
from analysis.tables.estimate.multiplicity import holm
from analysis.tables.estimate.ranks import design_rank_test, permutation_rank_test
from analysis.tables.estimate.rao_scott import rao_scott
from analysis.tables.sampling import Sampling
from analysis.tables.sought import NO_LIMITS, Interval, Limits, intervals_of, within
from analysis.tables.statistic import Statistic

ALPHA = 0.05
ADJUSTMENT = "holm"
# With fewer, ranks are tested by random orders, as no distribution is near enough; of many that takes too long.
FEW, FEW_OF_A_LEVEL, MANY = 30, 5, 200
EXPECTED = 5  # below it in a cell, the exact test (Cochran, W. G. 1954. Biometrics 10, 417–451)

Place = tuple[str, str, str, str]  # level, row, item, stat


@dataclass(frozen=True)
class Family:
    """Tests that are read together: p-values as they are adjusted, by place.

    facts: of what it is the family ("survey", "table"), how many tests, how they were adjusted, alpha
    """

    values: Mapping[tuple[Compared, Place], float]
    facts: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Compared:
    """tests: cells at level "": `p` with the test's name as its rule, `effect` with the measure's
    letters: of the cells that are above others
    intervals: of the cells whose levels were compared; none where they are exact, see `sought`
    """

    tests: tuple[Cell, ...]
    letters: Mapping[Place, str]
    intervals: Mapping[Place, Interval]

    def with_adjusted(self, family: Family) -> Iterator[Cell]:
        """The tests, every p followed by what it is in its family."""
        for cell in self.tests:
            yield cell
            value = family.values.get((self, cell.key))
            if value is not None:
                yield cell._replace(stat="p_adjusted", value=value, rule=ADJUSTMENT)

    def lettered(self, cells: list[Cell]) -> list[Cell]:
        if not self.letters:
            return cells
        return [
            cell._replace(letters=self.letters[cell.key]) if cell.key in self.letters and cell.shown else cell
            for cell in cells
        ]


def compare(
    questions: Iterable[Comparable], groups: Sequence[Group], sampling: Sampling, least: int
) -> dict[str, Compared]:
    """The tests of a question over each of some groups. least: respondents that a level needs to be held against
    others."""
    given = list(questions)
    groups = [group for group in groups if group.members]
    if not groups:
        return {}
    letters: dict[str, dict[Place, str]] = {group.id: {} for group in groups}
    intervals: dict[str, dict[Place, Interval]] = {group.id: {} for group in groups}
    for one in given:
        for of in _comparisons(one, groups, sampling, least):
            for (group, place), told in of.letters():
                letters[group][place] = told
            if not sampling.exact:
                for (group, place), interval in of.intervals(sampling):
                    intervals[group][place] = interval
    return {
        group.id: Compared(
            tuple(statistic.cell("") for one in given for statistic in _tests(one, group, sampling)),
            letters[group.id],
            intervals[group.id],
        )
        for group in groups
    }


def adjusted(questions: Iterable[Mapping[str, Compared]], family: str) -> dict[str, Family]:
    """By Holm, over all tests of some questions by the same group."""
    found: dict[str, dict[tuple[Compared, Place], float]] = defaultdict(dict)
    for question in questions:
        for group, compared in question.items():
            found[group] |= {
                (compared, cell.key): cell.value
                for cell in compared.tests
                if cell.stat == "p" and cell.value is not None
            }
    return {
        group: Family(
            dict(zip(values, holm(list(values.values())).tolist(), strict=True)),
            {"family": family, "tests": len(values), "adjustment": ADJUSTMENT, "alpha": ALPHA},
        )
        for group, values in found.items()
    }


def _tests(one: Comparable, group: Group, sampling: Sampling) -> Iterator[Statistic]:
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


@dataclass(frozen=True, eq=False)
class _Levels:
    """Lines of a comparison: their cells' row, items and stat, and the groups whose levels are its columns."""

    comparison: Comparison
    groups: Sequence[Group]
    row: str
    items: Sequence[str]
    stat: str
    within: Limits

    @cached_property
    def columns(self) -> list[tuple[str, str, str]]:
        """Group, level and letter of every column."""
        return [
            (group.id, level, letter)
            for group in self.groups
            for level, letter in zip(group.members, column_letters(len(group.members)), strict=True)
        ]

    def letters(self) -> Iterator[tuple[tuple[str, Place], str]]:
        found: dict[tuple[str, Place], list[str]] = defaultdict(list)
        for line, level, other in np.argwhere(self.comparison.higher).tolist():
            group, name, _ = self.columns[level]
            found[group, (name, self.row, self.items[line], self.stat)].append(self.columns[other][2])
        yield from ((place, " ".join(letters)) for place, letters in found.items())

    def intervals(self, sampling: Sampling) -> Iterator[tuple[tuple[str, Place], Interval]]:
        shares = self.stat == "share"
        told = iter(intervals_of(self.comparison.each, sampling, shares))
        limits = NO_LIMITS if shares else self.within
        for item in self.items:
            for group, level, _ in self.columns:
                yield (group, (level, self.row, item, self.stat)), within(next(told), limits)


def _comparisons(
    one: Comparable, groups: Sequence[Group], sampling: Sampling, least: int
) -> Iterator[_Levels]:
    """The levels of each group held against each other: by shares, and by means where the answers have an order."""
    assert sampling.drawn is not None
    n, who = sampling.n, one.among.who
    levels = np.concatenate([group.columns for group in groups], axis=1)
    domain = np.zeros(n, dtype=bool)
    domain[who] = True
    banners = [len(group.members) for group in groups]
    if one.chosen.size:
        chosen = np.zeros((n, len(one.items)), dtype=bool)
        chosen[who] = one.chosen
        found = compare_shares(
            sampling.drawn, chosen, levels, domain, banners=banners, minimum=least, alpha=ALPHA
        )
        yield _Levels(found, groups, one.row, [one.name(item) for item in one.items], "share", NO_LIMITS)
    if one.values is not None:
        values = np.full((n, 1), np.nan)
        values[who, 0] = one.values
        found = compare_means(
            sampling.drawn, values, levels, domain, banners=banners, minimum=least, alpha=ALPHA
        )
        yield _Levels(found, groups, one.row, [one.name()], "mean", one.within)


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
