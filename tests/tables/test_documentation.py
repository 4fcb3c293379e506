"""docs/statistics.md says of every statistic what it is."""

from __future__ import annotations

import re

import pytest

import start
from analysis.tables import Cell, Table
from analysis.tables.address import parse_address
from analysis.tables.build import build_tables
from analysis.tables.question_tables import KINDS
from analysis.tables.statistic import REASONS
from tests.responses.records import responses_of
from tests.tables.small_survey import survey
from tests.tables.test_build import EVERY_KIND

TEXT = (start.ROOT / "docs" / "statistics.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`]+)`", TEXT))


@pytest.fixture(scope="module")
def tables() -> list[Table]:
    """Of every kind of question, with a respondent who answered nothing."""
    return build_tables(responses_of(survey(*EVERY_KIND), [{"respondent": "o1", "reason": "no_answer"}]))


def test_every_kind_is_described():
    assert set(KINDS) <= NAMED


def test_every_statistic_is_described(tables: list[Table]):
    assert {cell.stat for table in tables for cell in table.cells} <= NAMED


def test_every_fact_is_described(tables: list[Table]):
    assert {fact for table in tables for fact in table.facts} <= NAMED


def test_every_reason_is_described():
    assert set(REASONS) <= NAMED


def test_every_field_of_the_json_is_described(tables: list[Table]):
    assert set(tables[0].to_json()) | set(Cell._fields) <= NAMED


def test_every_address_in_it_can_be_read():
    addresses = re.findall(r"^    (\S+)$", TEXT, re.MULTILINE)
    assert [parse_address(address)[2] for address in addresses] == [
        "overall_satisfaction", "overall_satisfaction", "channel_satisfaction",
    ]  # fmt: skip
