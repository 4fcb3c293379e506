"""Do the levels of a group differ? Tests of a question over a group, and which level is above which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from analysis.tables.banner import Group
from analysis.tables.cell import Cell
from analysis.tables.column_letters import column_letters
from analysis.tables.comparable import Comparable
from analysis.tables.estimate.letters import Comparison, compare_means, compare_shares
from analysis.tables.estimate.multiplicity import holm
from analysis.tables.sampling import Sampling
from analysis.tables.sought import NO_LIMITS, Interval, Limits, intervals_of, within
from analysis.tables.tested import tests

ALPHA = 0.05
ADJUSTMENT = "holm"

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
            tuple(statistic.cell("") for one in given for statistic in tests(one, group, sampling)),
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
