"""Accounts drawn: a bar for what was spent, a tick for its budget."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.charts import draw
from analysis.ledger.account_tables import account_tables
from analysis.ledger.accounts import read_accounts
from analysis.ledger.vocabulary import Vocabulary
from analysis.ledger.yaml_file import read_yaml
from analysis.tables import Table
from tests.charts.read_svg import size, texts
from tests.ledger.keeping import LEDGER_2016
from tests.ledger.ruled import workbook


@pytest.fixture
def tables(tmp_path: Path) -> dict[str, Table]:
    accounts = read_accounts(workbook(tmp_path / "accounts.xlsx"), 2016)
    words = read_yaml(LEDGER_2016 / "ledger.yml", Vocabulary)
    return {table.question: table for table in account_tables(accounts, words)}


def pictures(table: Table) -> tuple[str, str]:
    drawing = draw(table)
    assert drawing is not None
    return drawing.svg_wide, drawing.svg_narrow


def test_관_is_a_heading_and_its_항_are_lines(tables: dict[str, Table]) -> None:
    for svg in pictures(tables["accounts_expense"]):
        said = [text.text for text in sorted(texts(svg), key=lambda text: text.top)]
        kept = ("사업비", "정책사업", "지역사업", "토론회", "차기이월금")
        assert [name for name in said if name in kept] == ["사업비", "정책사업", "지역사업"]


def test_numbers_stand_beside_and_lead_to_their_cells(tables: dict[str, Table]) -> None:
    wide, _ = pictures(tables["accounts_expense"])
    shown = {text.cell: text.text for text in texts(wide) if text.cell}
    assert shown["ledger/2016/accounts_expense/by=/2.1/actual/amount"] == "300"
    assert shown["ledger/2016/accounts_expense/by=/2.2/rate/share"] == "100.0%"


def test_only_spending_more_than_its_budget_is_coloured(tables: dict[str, Table]) -> None:
    wide, _ = pictures(tables["accounts_income"])  # 특별회비 came to more than was budgeted
    assert "--gam" not in wide
    assert "예산보다 많음" not in [text.text for text in texts(wide)]


def test_nothing_leaves_the_figure(tables: dict[str, Table]) -> None:
    for table in tables.values():
        for svg in pictures(table):
            width, height = size(svg)
            found = texts(svg)
            assert all(-1 < text.left and text.right < width + 1 and text.bottom < height for text in found)
