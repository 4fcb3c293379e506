"""Accounts and the year's timeline, told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.language import LANGUAGES
from analysis.ledger import build_tables, read
from analysis.narrative import Figure, headline, sentences, show_cell
from analysis.tables import Table
from tests.ledger.keeping import EVENTS, LEDGER_2016, keep
from tests.ledger.ruled import EXPENSE, with_cell, workbook

Rows = dict[str, Table]


def tables(folder: Path, **changes: object) -> Rows:
    year = keep(folder)
    workbook(year / "accounts.xlsx", **changes)  # type: ignore[arg-type]
    return {table.question: table for table in build_tables(read(year), {})}


def told(table: Table, language: str = "ko") -> list[str]:
    return [headline(table, language).text, *(said.text for said in sentences(table, language))]


def test_a_side_is_told_by_its_amount_and_its_share_of_the_budget(tmp_path: Path) -> None:
    found = tables(tmp_path)
    assert headline(found["accounts_income"], "ko").text == "수입은 1,100원으로 예산의 100.0%임"
    assert headline(found["accounts_expense"], "en").text == "Expenditure was 1,000 won, 90.9% of the budget"


def test_the_largest_lines_and_those_over_their_budget_are_named(tmp_path: Path) -> None:
    found = " / ".join(told(tables(tmp_path)["accounts_expense"]))
    assert "‘인건비’ 550원, ‘사업비’ 450원 순으로 많음" in found
    assert "예산을 넘긴 항은 없음" in found  # 토론회 is a 목, which the figure does not show
    more = with_cell(EXPENSE, 0, 4, 670)
    workbook(tmp_path / "2016" / "accounts.xlsx", expense=more)
    (table,) = (t for t in build_tables(read(tmp_path / "2016"), {}) if t.question == "accounts_expense")
    found = " / ".join(told(table))
    assert "예산을 넘긴 항은 ‘급여’(70원 초과)임" in found


def test_a_budget_says_which_way_it_differs_and_no_triangle(tmp_path: Path) -> None:
    year = keep(tmp_path)
    heading = (("(단위 : 원)",), ("관", "항", "목", "2016년 예산", "2017년 예산안", "비고"))
    workbook(year / "budget.xlsx", heading=heading)
    found = {table.question: table for table in build_tables(read(year), {})}
    assert "지출은 1,000원으로, 2016년 예산보다 100원 적게 편성함" in told(found["budget_expense"])
    assert "예산보다" not in " ".join(told(found["budget_income"]))  # 1,100 in either year


def test_a_rate_of_nothing_spent_is_a_dash_and_no_difference_is_a_number(tmp_path: Path) -> None:
    found = tables(tmp_path)
    rate = found["accounts_expense"].get("share", "rate", "3")  # 예비비: budgeted, and nothing of it spent
    rest = found["accounts_balance"].get("amount", "actual", "difference")
    assert rate is not None and show_cell(found["accounts_expense"], rate, "ko") == "-"
    assert rest is not None and getattr(show_cell(found["accounts_balance"], rest, "ko"), "text", "") == "0원"


def test_the_balance_says_whether_it_holds(tmp_path: Path) -> None:
    balance = tables(tmp_path)["accounts_balance"]
    assert headline(balance, "ko").text == "수입계 1,100원이 지출계 1,000원과 차기이월금 100원의 합과 같음"


@pytest.mark.parametrize(
    ("left", "difference", "words"),
    [(90, 10, "합과 다름(차이 10원)"), (120, -20, "합과 다름(차이 △20원)")],
)
def test_a_balance_that_does_not_hold_says_by_how_much(
    tmp_path: Path, left: int, difference: int, words: str
) -> None:
    rows = with_cell(with_cell(EXPENSE, 5, 4, left), 6, 4, 1_000 + left)
    balance = tables(tmp_path, expense=rows)["accounts_balance"]
    assert words in headline(balance, "ko").text
    cell = balance.get("amount", "actual", "difference")
    assert cell is not None and cell.value == difference


def test_without_what_is_carried_over_the_rest_is_told(tmp_path: Path) -> None:
    rows = [*EXPENSE[:5], ("합계", None, None, 1_100, 1_000, None)]
    assert "빼면 100원이 남으나" in headline(tables(tmp_path, expense=rows)["accounts_balance"], "ko").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_told_is_that_of_its_cell(tmp_path: Path, language: str) -> None:
    for table in tables(tmp_path).values():
        addresses = {table.address(cell): cell.value for cell in table.cells}
        for sentence in (headline(table, language), *sentences(table, language)):
            for part in sentence.parts:
                if isinstance(part, Figure):
                    assert addresses[part.address] == part.value


def test_an_amount_is_in_won_with_a_triangle_for_minus_and_a_dash_for_nothing(tmp_path: Path) -> None:
    table = tables(tmp_path)["accounts_expense"]
    shown = {
        row: str(getattr(show := show_cell(table, cell, "ko", unit=False), "text", show))
        for row in ("1", "2.1.2", "2.2")
        if (cell := table.get("amount", "change", row))
    }
    assert shown == {"1": "△50", "2.1.2": "△60", "2.2": "-"}
    cell = table.get("amount", "actual", "total")
    assert cell is not None and getattr(show_cell(table, cell, "en"), "text", "") == "1,100 won"


def test_the_timeline_of_2016_is_told() -> None:
    (table,) = (table for table in build_tables(read(LEDGER_2016), {}) if table.question == "timeline")
    assert told(table) == [
        "일자가 확인된 활동은 5월과 11월에 각 3건으로 가장 많음",
        "활동이 확인되지 않은 달은 1월임",
        "사업별로 활동이 가장 많았던 달은 ‘정책대응력 강화’ 5월·11월·12월(각각 2건), ‘공동협력사업의 강화’ 9월(2건), "
        "‘조직정비 및 회원단체 소통 강화’ 7월(2건)임",
        "일자를 알 수 없는 8건은 그림 아래에 적음",
    ]


def test_a_year_without_a_date_says_nothing_of_months(tmp_path: Path) -> None:
    heading = EVENTS.splitlines()[0] + "\n"
    year = keep(tmp_path, events=heading + "E1,2016-01-01,2016-12-31,year,정책,포럼,,이사회,포럼,,,,,,\n")
    (table,) = (table for table in build_tables(read(year), {}) if table.question == "timeline")
    assert not re.search(r"\d월", " ".join(told(table)))
