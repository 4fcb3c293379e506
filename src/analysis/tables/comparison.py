"""Do the levels of a group differ? Tests of a question over a group, and which level is above which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.tables.banner import Group
from analysis.tables.comparable import Comparable
from analysis.tables.estimate.design import Mask, Numbers
from analysis.tables.estimate.effect_size import cramers_v
from analysis.tables.estimate.fisher import fisher_exact
from analysis.tables.estimate.letters import column_letters, compare_means, compare_shares
from analysis.tables.estimate.multiplicity import holm
from analysis.tables.estimate.ranks import design_rank_test
from analysis.tables.estimate.rao_scott import rao_scott
from analysis.tables.sampling import Sampling
from analysis.tables.statistic import Statistic
from analysis.tables.table import Cell

ALPHA = 0.05
ADJUSTMENT = "holm"
EXPECTED = 5  # below it in a cell, the exact test (Cochran, W. G. 1954. Biometrics 10, 417–451)

Place = tuple[str, str, str, str]  # level, row, item, stat


@dataclass(frozen=True)
class Family:
    """Tests that are read together: p-values as they are adjusted, by place.

    facts: of what it is the family ("survey", "table"), how many tests, how they were adjusted, alpha
    """

    values: Mapping[tuple[int, Place], float]
    facts: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Compared:
    """tests: cells at level "": `p` with the test's name as its rule, `effect` with the measure's
    letters: of the cells that are above others
    """

    tests: tuple[Cell, ...]
    letters: Mapping[Place, str]

    def with_adjusted(self, family: Family) -> Iterator[Cell]:
        """The tests, every p followed by what it is in its family."""
        for cell in self.tests:
            yield cell
            value = family.values.get((id(self), cell.key))
            if value is not None:
                yield replace(cell, stat="p_adjusted", value=value, rule=ADJUSTMENT)

    def lettered(self, cell: Cell) -> Cell:
        letters = self.letters.get(cell.key)
        return replace(cell, letters=letters) if letters and cell.shown else cell


def compare(
    questions: Iterable[Comparable], groups: Sequence[Group], sampling: Sampling, least: int
) -> dict[str, Compared]:
    """The tests of a question over each of some groups. least: respondents that a level needs to be held against
    others."""
    given = list(questions)
    levels = {group.id: np.stack(list(group.members.values()), axis=1) for group in groups if group.members}
    named = [(group.id, level) for group in groups for level in group.members]
    letters: dict[str, dict[Place, str]] = {group.id: {} for group in groups}
    for one in given:
        for (group, place), told in _letters(one, named, list(levels.values()), sampling, least):
            letters[group][place] = told
    return {
        group.id: Compared(
            tuple(
                statistic.cell("") for one in given for statistic in _tests(one, levels[group.id], sampling)
            ),
            letters[group.id],
        )
        for group in groups
        if group.id in levels
    }


def adjusted(questions: Iterable[Mapping[str, Compared]], family: str) -> dict[str, Family]:
    """By Holm, over all tests of some questions by the same group."""
    found: dict[str, dict[tuple[int, Place], float]] = defaultdict(dict)
    for question in questions:
        for group, compared in question.items():
            found[group] |= {
                (id(compared), cell.key): cell.value
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


def _tests(one: Comparable, levels: Mask, sampling: Sampling) -> Iterator[Statistic]:
    inside = levels[one.among.who]
    if (inside.sum(axis=1) > 1).any():
        return  # who is in two levels cannot be counted as two respondents
    column = np.where(inside.any(axis=1), inside.argmax(axis=1), -1)
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
    n, counts = _table(row, column)
    if sampling.simply and _expected(counts).min(initial=np.inf) < EXPECTED:
        found = fisher_exact(counts)
        test, effect = f"fisher_{found.method}", cramers_v(counts / max(n, 1))
    else:
        assert sampling.drawn is not None  # where there are tests, there is a design
        of_design = rao_scott(sampling.drawn, _spread(one, row, sampling), _spread(one, column, sampling))
        found, test, effect = of_design, "rao_scott_f", cramers_v(of_design.shares)
    yield from _told(one, item, test, found.p, found.reason, effect, "cramers_v", n)


def _of_ranks(one: Comparable, column: NDArray[np.intp], sampling: Sampling) -> Iterator[Statistic]:
    assert one.values is not None and sampling.drawn is not None
    values = np.full(sampling.n, np.nan)
    values[one.among.who] = one.values
    found = design_rank_test(sampling.drawn, values, _spread(one, column, sampling))
    test = "rank_test_two" if found.method == "t" else "rank_test"
    n = int((column >= 0).sum())
    yield from _told(one, "", test, found.p, found.reason, found.explained, "epsilon_squared", n)


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


def _letters(
    one: Comparable, named: list[tuple[str, str]], levels: list[Mask], sampling: Sampling, least: int
) -> Iterator[tuple[tuple[str, Place], str]]:
    """Of every cell of a level, named by its group and itself, the letters of the levels of the group that it is
    above."""
    assert sampling.drawn is not None
    domain = np.zeros(sampling.n, dtype=bool)
    domain[one.among.who] = True
    together = np.concatenate(levels, axis=1)
    widths = [of.shape[1] for of in levels]
    called = [letter for width in widths for letter in column_letters(width)]
    options = {"banners": widths, "minimum": least, "alpha": ALPHA}

    def told(higher: NDArray[np.bool_], items: Sequence[str], stat: str) -> None:
        for line, level, other in np.argwhere(higher).tolist():
            group, name = named[level]
            found[group, (name, one.row, one.name(items[line]), stat)].append(called[other])

    found: dict[tuple[str, Place], list[str]] = defaultdict(list)
    if one.chosen.size:
        chosen = np.zeros((sampling.n, len(one.items)), dtype=bool)
        chosen[one.among.who] = one.chosen
        told(compare_shares(sampling.drawn, chosen, together, domain, **options).higher, one.items, "share")
    if one.values is not None:
        values = np.full((sampling.n, 1), np.nan)
        values[one.among.who, 0] = one.values
        told(compare_means(sampling.drawn, values, together, domain, **options).higher, ("",), "mean")
    yield from ((place, " ".join(letters)) for place, letters in found.items())


def _spread(one: Comparable, positions: NDArray[np.intp], sampling: Sampling) -> NDArray[np.intp]:
    """A position for every respondent of the survey, −1 for who gave no such answer."""
    spread = np.full(sampling.n, -1, dtype=np.intp)
    spread[one.among.who] = positions
    return spread


def _table(row: NDArray[np.intp], column: NDArray[np.intp]) -> tuple[int, NDArray[np.int64]]:
    """How many respondents are in both, and in which row and column."""
    both = (row >= 0) & (column >= 0)
    height, width = int(row.max(initial=0)) + 1, int(column.max(initial=0)) + 1
    counts = np.bincount(row[both] * width + column[both], minlength=height * width)
    return int(both.sum()), counts.reshape(height, width)


def _expected(counts: NDArray[np.int64]) -> Numbers:
    """The counts that independence would make, without empty rows and columns."""
    full = counts[counts.any(axis=1)][:, counts.any(axis=0)]
    return np.outer(full.sum(axis=1), full.sum(axis=0)) / max(int(full.sum()), 1)
