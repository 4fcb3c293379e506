"""The gate itself, for tables from whatever room: suppression, rounding, and the words about both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.questionnaire.words import Words, said
from analysis.release.audience import Policy
from analysis.release.precision import at_released_precision
from analysis.release.suppress import ENOUGH, suppress
from analysis.tables import Table


def release_tables(tables: Iterable[Table], policy: Policy) -> tuple[Table, ...]:
    """The tables at this policy: suppressed, rounded, without words that are not theirs to read.

    A table by a group of which no level shows anything any more is left out: the question's own table says as much.
    """
    released = (_released(table, policy) for table in tables if not table.facts.get("private"))
    return tuple(table for table in released if not table.group or _tells_of_levels(table))


def _tells_of_levels(table: Table) -> bool:
    """Some level of the group has a figure beside its base."""
    return any(cell.shown and cell.value and cell.level and cell.stat != "base" for cell in table.cells)


def _released(table: Table, policy: Policy) -> Table:
    table = at_released_precision(suppress(table, policy), policy)
    return table if policy.quotes else replace(table, quotes=(), facts=dict(table.facts))


def protection(tables: Sequence[Table], policy: Policy) -> tuple[Words, ...]:
    """What was hidden, by which rules, and what was not looked at: for the methods box."""
    if not policy.threshold:
        return (said("release.unsuppressed"),)
    rules = Counter(cell.rule for table in tables for cell in table.cells if cell.status == "suppressed")
    told = [said("release.suppressed", threshold=policy.threshold, hidden=rules.total())]
    given = {"threshold": policy.threshold, "quartiles": ENOUGH["q1"], "median": ENOUGH["median"]}
    met = [rule for rule in ("complement", "beside", "few", "dominance") if rules[rule]]
    told += [said(f"release.{rule}", **given) for rule in met]
    return (
        *told,
        said("release.nothing_left"),
        said("release.precision"),
        said("release.one_table_at_a_time"),
    )
