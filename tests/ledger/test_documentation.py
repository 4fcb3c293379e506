"""docs/ledger.md says what the files hold, and its rules are rules."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import start
from analysis.ledger import claim, event, read
from analysis.ledger.rows import read_rows
from analysis.ledger.rule import parse_rule
from tests.ledger.keeping import LEDGER_2016

TEXT = (start.ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
RULES = TEXT.split("```")[1].strip().splitlines()


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_of_the_document_can_be_read(rule: str) -> None:
    ledger = read(LEDGER_2016)
    row = next(iter(read_rows(LEDGER_2016 / "claims.csv", claim.COLUMNS)))
    assert parse_rule(replace(row, cells=row.cells | {"count": rule}), ledger.words, ledger.events)


@pytest.mark.parametrize(
    ("file", "columns"),
    [("events.csv", event.COLUMNS + event.OPTIONAL), ("claims.csv", claim.COLUMNS)],
)
def test_every_column_is_explained(file: str, columns: tuple[str, ...]) -> None:
    section = TEXT.split(f"## {file}")[1].split("\n## ")[0]
    explained = {name for line in section.splitlines() if line.startswith("|")
                 for name in re.findall(r"`(\w+)`", line.split("|")[1])}  # fmt: skip
    assert explained == set(columns)
