"""Whatever is asked and however many answer, nothing leaves that should not."""

from __future__ import annotations

import json
import re
from itertools import groupby

import pytest

import start
from analysis.release.audience import POLICIES
from analysis.release.gate import release_tables
from analysis.tables import Table
from tests.tables.matrix import tables

MEMBERS = POLICIES["members"]
TEXT = (start.ROOT / "docs" / "statistics.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def released() -> dict[str, Table]:
    """By name, of every case of the matrix."""
    cases = groupby(tables(), key=lambda named: named[0].split("/")[1])
    return {
        f"{case}: {table.question} by {table.group}": table
        for case, named in cases
        for table in release_tables([table for _, table in named], MEMBERS)
    }


def protected(table: Table) -> list:
    """The cells that are not for everybody to see."""
    about = table.facts["key"] or table.facts["confidential"]
    return [cell for cell in table.cells if cell.level or about]


def test_no_few_are_shown(released: dict[str, Table]) -> None:
    for name, table in released.items():
        for cell in protected(table):
            if cell.stat in ("count", "share", "base"):
                assert not (cell.shown and 0 < (cell.n or 0) < MEMBERS.threshold), (name, cell)
            assert not 0 < (cell.base or 0) < MEMBERS.threshold, (name, cell)


def test_no_line_shows_an_answer_that_all_of_it_gave(released: dict[str, Table]) -> None:
    for name, table in released.items():
        if not table.facts["key"]:
            for cell in protected(table):
                if cell.stat in ("count", "share") and cell.shown and cell.value and cell.base:
                    one_answer = "+" not in cell.item.rpartition(":")[2]
                    assert not one_answer or cell.n < cell.base, (name, cell)


def test_no_level_tells_that_all_gave_the_same_number(released: dict[str, Table]) -> None:
    for name, table in released.items():
        if name.startswith("all equal") and table.group and table.kind in ("number", "money"):
            assert not any(cell.shown for cell in protected(table) if cell.stat not in ("base", "count")), name


def test_what_is_hidden_leaves_no_number_behind(released: dict[str, Table]) -> None:
    for table in released.values():
        json.dumps(table.to_json(), allow_nan=False)
        for cell in table.cells:
            if cell.status == "suppressed":
                assert (cell.value, cell.n) == (None, None) and cell.rule


def test_the_total_of_an_opinion_is_there_in_full(released: dict[str, Table]) -> None:
    table = released["n=320: scale by place"]
    assert all(cell.shown for cell in table.cells if not cell.level)


def test_every_rule_is_described(released: dict[str, Table]) -> None:
    rules = {cell.rule for table in released.values() for cell in table.cells if cell.status == "suppressed"}
    assert rules <= set(re.findall(r"`([^`]+)`", TEXT))
