"""The gate itself, for tables from whatever room: suppression, rounding, and the words about both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from analysis.language import thousands
from analysis.questionnaire.words import Words, said
from analysis.release.audience import Policy
from analysis.release.board import Levels, levels_of
from analysis.release.columns import without_bases_beside
from analysis.release.family import adjusted_among_themselves
from analysis.release.precision import at_released_precision
from analysis.release.suppress import ENOUGH, ENOUGH_CONFIDENTIAL, suppress
from analysis.release.weights import (
    rows_with_hidden_counts,
    sizes_tell,
    without_facts_of_release,
    without_joint_figures,
)
from analysis.tables import Table

WRITTEN = ("open", "text")


def release_tables(tables: Iterable[Table], policy: Policy) -> tuple[Table, ...]:
    """The tables at this policy: suppressed, rounded, without words that are not theirs to read.

    Left out are tables by a group of which no level shows anything any more (the question's own table says as much),
    and of two questions that break each other down the second: protected apart, each would give back what the other
    hides.
    """
    of_question: dict[str, list[Table]] = {}
    banners: dict[str, list[Levels]] = {}
    for table in _each_pair_once(tables, policy):
        of_question.setdefault(table.question, []).append(table)
        levels, by = levels_of(table), table.facts.get("by")
        if levels and levels not in banners.setdefault(by, []):
            banners[by].append(levels)
    suppressed = {
        question: without_bases_beside(suppress(together, policy, banners.get(question, ())))
        for question, together in of_question.items()
    }
    across = {
        table.facts.get("by")
        for question, together in suppressed.items()
        for before, table in zip(of_question[question], together, strict=True)
        if table.group and rows_with_hidden_counts([table]) and sizes_tell(before)
    }
    released = [
        table
        for question, together in suppressed.items()
        for table in without_joint_figures(together, policy, elsewhere=question in across)
        if not table.group or _tells_of_levels(table)
    ]
    if policy.threshold:
        released = adjusted_among_themselves(released)
    return tuple(_finished(table, policy) for table in released)


def written_by_few(tables: Iterable[Table], policy: Policy) -> list[str]:
    """The questions to be answered in words that were put to fewer than the least that is told: they have nothing to
    show, and set readers guessing whom they were put to."""
    return [
        table.question
        for table in tables
        if table.kind in WRITTEN and not table.group and (table.value("base") or 0) < policy.threshold
    ]


def _each_pair_once(tables: Iterable[Table], policy: Policy) -> Iterator[Table]:
    """The tables that are not private; where they are protected, no question by one that is broken down by it."""
    broken_down: set[tuple[str, str]] = set()
    for table in tables:
        by = table.facts.get("by")
        if table.facts.get("private") or (policy.protects(table) and (by, table.question) in broken_down):
            continue
        broken_down.add((table.question, by))
        yield table


def _tells_of_levels(table: Table) -> bool:
    """Some level of the group has a figure beside its base."""
    return any(cell.shown and cell.value and cell.level and cell.stat != "base" for cell in table.cells)


def _finished(table: Table, policy: Policy) -> Table:
    table = without_facts_of_release(at_released_precision(table, policy))
    return table if policy.quotes else replace(table, quotes=(), facts=dict(table.facts))


def without_reasons(tables: Iterable[Table]) -> tuple[Table, ...]:
    """The tables as they leave: a hidden cell does not say by which rule. That all gave one answer is the answer, and
    "one or two" or "none, or three and more" beside a base and the cells that are shown is often the number itself."""
    return tuple(
        table.with_cells(tuple(cell._replace(rule="") if cell.status == "suppressed" else cell for cell in table.cells))
        for table in tables
    )


def protection(tables: Sequence[Table], policy: Policy) -> tuple[Words, ...]:
    """What was hidden, by which rules, and what was not looked at: for the methods box."""
    if not policy.threshold:
        return (said("release.unsuppressed"),)
    rules = Counter(cell.rule for table in tables for cell in table.cells if cell.status == "suppressed")
    told = [said("release.suppressed", threshold=policy.threshold, hidden=thousands(rules.total()))]
    given = {"threshold": policy.threshold, "quartiles": ENOUGH["q1"], "median": ENOUGH["median"]}
    given["median_confidential"] = ENOUGH_CONFIDENTIAL["median"]
    met = [
        rule for rule in ("unanimous", "complement", "beside", "few", "dominance", "weights") if rules[rule]
    ]
    told += [said(f"release.{rule}", **given) for rule in met]
    return (
        *told,
        said("release.nothing_left"),
        said("release.precision"),
        said("release.one_question_at_a_time"),
    )
