"""결산: files as people rule them, what is checked in them, and the tables made from them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from analysis.ledger import LedgerError
from analysis.ledger.account_checks import AccountCheck, check_accounts
from analysis.ledger.account_tables import account_tables
from analysis.ledger.accounts import Accounts, read_accounts
from analysis.ledger.vocabulary import Vocabulary
from analysis.ledger.yaml_file import read_yaml
from analysis.tables.table import Table, dump_tables, load_tables
from tests.ledger.keeping import LEDGER_2016
from tests.ledger.ruled import EXPENSE, HEADING, INCOME, Rows, text, with_cell, workbook

WON = ("(단위 : 원)",)


def read(folder: Path, **changes: object) -> Accounts:
    return read_accounts(workbook(folder / "accounts.xlsx", **changes), 2016)  # type: ignore[arg-type]


def misses(accounts: Accounts) -> list[AccountCheck]:
    return [check for check in check_accounts(accounts) if not check.holds]


def tables(accounts: Accounts) -> dict[str, Table]:
    words = read_yaml(LEDGER_2016 / "ledger.yml", Vocabulary)
    return {table.question: table for table in account_tables(accounts, words)}


def amounts(table: Table, item: str) -> dict[str, float | None]:
    return {cell.row: cell.value for cell in table.cells if cell.item == item and cell.stat == "amount"}


def test_lines_have_their_관_항_and_목_though_each_is_written_once(tmp_path: Path) -> None:
    accounts = read(tmp_path)
    assert [line.path for line in accounts.expense.lines] == [
        ("인건비", "급여"),
        ("사업비", "정책사업", "토론회"),
        ("사업비", "정책사업", "조사"),
        ("사업비", "지역사업"),
        ("예비비",),
        ("차기이월금",),
    ]
    assert accounts.income.lines[0].amounts == {"budget": 800, "actual": 700}
    assert accounts.income.lines[0].note == "7곳"
    assert misses(accounts) == []


def test_a_csv_with_구분_and_a_workbook_with_two_sheets_say_the_same(tmp_path: Path) -> None:
    book, csv = read(tmp_path), read_accounts(text(tmp_path / "accounts.csv"), 2016)

    def told(accounts: Accounts) -> list[tuple[object, ...]]:
        sides = (accounts.income, accounts.expense)
        return [(line.path, line.amounts, line.note) for side in sides for line in side.lines]

    assert told(book) == told(csv)
    assert [check.words for check in check_accounts(book)] == [check.words for check in check_accounts(csv)]


def test_구분_may_be_written_once_too(tmp_path: Path) -> None:
    path = tmp_path / "accounts.csv"
    path.write_text(
        "구분,관,예산액(원),결산액(원)\n수입,회비,10,10\n수입계,,10,10\n지출,사업비,10,8\n,차기이월금,,2\n", encoding="utf-8"
    )
    accounts = read_accounts(path, 2016)
    assert [line.path for line in accounts.expense.lines] == [("사업비",), ("차기이월금",)]
    assert misses(accounts) == []


def test_merged_names_and_a_heading_of_two_rows_are_read(tmp_path: Path) -> None:
    heading = (("2016년 결산서",), ("(단위: 원)",), ("과목", None, None, "예산액", "결산액", "비고"), ("관", "항", "목"))
    merged = {
        "수입": ["A3:C3", "D3:D4", "E3:E4", "F3:F4", "A5:A6"],
        "지출": ["A3:C3", "A6:A8", "B6:B7", "A11:C11"],
    }
    merely, plainly = read(tmp_path, heading=heading, merge=merged), read(tmp_path)
    for side in ("income", "expense"):
        one, other = (
            [(line.path, line.amounts) for line in getattr(accounts, side).lines]
            for accounts in (merely, plainly)
        )
        assert one == other
    assert misses(merely) == []


def test_an_amount_in_a_cell_merged_over_lines_is_refused_by_its_place(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="지출 › D4.*합쳐져"):
        read(tmp_path, merge={"지출": ["D4:D5"]})


def test_thousands_of_won_become_won(tmp_path: Path) -> None:
    for heading in ((("(단위 : 천원)",), HEADING), (("관", "항", "목", "예산액(천원)", "결산액(천원)", "비고"),)):
        accounts = read(tmp_path, heading=heading)
        assert (accounts.unit, accounts.income.total("actual")) == ("천원", 1_100_000)


def test_two_units_in_one_sheet_are_refused(tmp_path: Path) -> None:
    heading = (WON, ("관", "항", "목", "예산액(천원)", "결산액(천원)"))
    with pytest.raises(LedgerError, match="단위가 둘"):
        read(tmp_path, heading=heading)


def test_without_a_unit_amounts_are_won_and_the_reader_is_told(tmp_path: Path) -> None:
    accounts = read(tmp_path, heading=(HEADING,))
    assert accounts.income.total("actual") == 1_100
    assert [check.rule for check in misses(accounts)] == ["unit_assumed"]


@pytest.mark.parametrize(("missing", "told"), [(3, "예산"), (4, "결산"), (0, "관")])
def test_a_missing_column_is_named(tmp_path: Path, missing: int, told: str) -> None:
    heading = (WON, [None if at == missing else word for at, word in enumerate(HEADING)])
    with pytest.raises(LedgerError, match=rf"accounts.xlsx.*필요한 열\(.*{told}"):
        read(tmp_path, heading=heading)


@pytest.mark.parametrize("value", ["약 300", "삼백", dt.date(2016, 1, 1), True, "1,00"])
def test_text_in_a_number_is_told_with_file_sheet_and_cell(tmp_path: Path, value: object) -> None:
    with pytest.raises(LedgerError, match="accounts.xlsx › 수입 › E4: .*금액으로 읽을 수 없습니다"):
        read(tmp_path, income=with_cell(INCOME, 1, 4, value))


@pytest.mark.parametrize("written", [-200, "△200", "(200)"])
def test_a_negative_amount_counts_as_one(tmp_path: Path, written: object) -> None:
    accounts = read(tmp_path, income=with_cell(INCOME, 1, 4, written))
    assert accounts.income.lines[1].amounts["actual"] == -200
    assert accounts.income.total("actual") == 600


def test_an_amount_of_nothing_and_a_name_above_which_no_관_stands_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="D4: 금액은 있는데"):
        read(tmp_path, income=with_cell(INCOME, 1, 1, None))
    with pytest.raises(LedgerError, match="A3: '연회비' 위에 관이"):
        read(tmp_path, income=with_cell(INCOME, 0, 0, None))


def test_a_file_without_expense_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="'지출'의 줄이 없습니다"):
        read(tmp_path, names=("수입", "메모"))


def test_a_typed_total_that_is_wrong_is_told_with_both_numbers_and_its_cell(tmp_path: Path) -> None:
    (miss,) = misses(read(tmp_path, expense=with_cell(EXPENSE, 6, 3, 1_000)))
    assert (miss.rule, miss.place) == ("typed_total", "accounts.xlsx › 지출 › D9")
    assert "1,000원으로 적혔으나 각 항목을 더하면 1,100원임(차이 100원)" in miss.words.ko
    assert "add up to 1,100 won" in miss.words.text("en")


SUBTOTALS: Rows = (
    ("인건비", None, None, 600, 550, None),  # a head with the sum of the lines below it
    (None, "급여", None, 500, 450, None),
    (None, "보험", None, 100, 100, None),
    ("사업비", "정책사업", "토론회", 200, 260, None),
    (None, None, "조사", 100, 40, None),
    (None, None, "소계", 300, 300, None),
    (None, "지역사업", None, 150, 150, None),
    (None, "소 계", None, 450, 450, None),
    ("지출계", None, None, 1_050, 1_000, None),  # without what is carried over
    ("차기이월금", None, None, 50, 100, None),
    ("총 계", None, None, 1_100, 1_100, None),
)


def test_sums_of_관_and_항_are_checked_wherever_they_are_typed(tmp_path: Path) -> None:
    accounts = read(tmp_path, expense=SUBTOTALS)
    assert len(accounts.expense.lines) == 6
    checked = [check for check in check_accounts(accounts) if check.rule == "typed_total"]
    assert len(checked) == 2 * (1 + 5)  # two columns: one total of income, five of expense
    assert misses(accounts) == []
    for row in (0, 5, 7, 8, 10):
        wrong = read(tmp_path, expense=with_cell(SUBTOTALS, row, 4, 1))
        assert [check.rule for check in misses(wrong)] == ["typed_total"], row


def test_a_name_that_ends_like_a_total_is_none(tmp_path: Path) -> None:
    rows = with_cell(EXPENSE, 1, 2, "회계")
    assert ("사업비", "정책사업", "회계") in [line.path for line in read(tmp_path, expense=rows).expense.lines]


def test_income_has_to_be_expense_and_what_is_carried_over(tmp_path: Path) -> None:
    holds = next(check for check in check_accounts(read(tmp_path)) if check.rule == "balance")
    assert holds.holds
    assert holds.words.ko == "수입계 1,100원이 지출계 1,000원과 차기이월금 100원의 합과 같음"
    rows = with_cell(with_cell(EXPENSE, 5, 4, 90), 6, 4, 1_090)
    (miss,) = misses(read(tmp_path, expense=rows))
    assert (miss.rule, miss.holds) == ("balance", False)
    assert "차이 10원" in miss.words.ko


def test_without_a_line_for_what_is_carried_over_the_reader_is_told(tmp_path: Path) -> None:
    rows = [*EXPENSE[:5], ("합계", None, None, 1_100, 1_000, None)]
    (miss,) = misses(read(tmp_path, expense=rows))
    assert miss.rule == "no_carried_over"
    assert "빼면 100원임" in miss.words.ko


def test_the_budget_has_to_balance(tmp_path: Path) -> None:
    rows = with_cell(with_cell(EXPENSE, 4, 3, 60), 6, 3, 1_110)
    (miss,) = misses(read(tmp_path, expense=rows))
    assert miss.rule == "budget_balance"
    assert "수입 1,100원이 지출 1,110원과 다름(차이 10원)" in miss.words.ko


def test_a_line_without_an_amount_is_left_out_and_told(tmp_path: Path) -> None:
    rows = (*INCOME[:2], ("사업수입", "참가비", None, None, None, None), *INCOME[2:])
    (miss,) = misses(read(tmp_path, income=rows))
    assert (miss.rule, miss.place) == ("line_without_amount", "accounts.xlsx › 수입 › D5")


def test_a_line_that_is_written_twice_is_added_and_told(tmp_path: Path) -> None:
    rows = (INCOME[0], *[("회비", "연회비", None, 0, 0, None)] * 10, *INCOME[1:])
    accounts = read(tmp_path, income=rows)
    (miss,) = misses(accounts)
    assert (miss.rule, miss.place) == ("written_twice", "accounts.xlsx › 수입 › D13")
    assert amounts(tables(accounts)["accounts_income"], "actual")["1.1"] == 700


def test_where_all_was_spent_nothing_has_to_be_carried_over(tmp_path: Path) -> None:
    expense = (("사업비", None, None, 1_100, 1_100, None),)
    assert misses(read(tmp_path, expense=expense)) == []


def test_a_note_may_go_on_in_the_next_row(tmp_path: Path) -> None:
    rows = (INCOME[0], (None, None, None, None, None, "미납 1곳"), *INCOME[1:])
    assert read(tmp_path, income=rows).income.lines[0].note == "7곳, 미납 1곳"


def test_a_note_has_its_english_beside_it(tmp_path: Path) -> None:
    rows = [(*row, {"7곳": "7 members"}.get(str(row[5]))) for row in INCOME]
    income = tables(read(tmp_path, income=rows, heading=(WON, (*HEADING, "비고 영어"))))["accounts_income"]
    assert income.facts["lines"][1]["note"] == {"ko": "7곳", "en": "7 members"}


def test_accounts_are_named_in_english_by_the_ledger_whatever_their_blanks() -> None:
    words = read_yaml(LEDGER_2016 / "ledger.yml", Vocabulary)
    assert words.account("행사참가비").text("en") == "Event fees"
    assert words.account("정책대응력 강화").text("en") == "Stronger policy response"  # a pillar
    assert words.account("새 과목").text("en") == "새 과목"


def test_rows_are_printed_in_order_with_sums_first_and_the_total_last(tmp_path: Path) -> None:
    expense = tables(read(tmp_path))["accounts_expense"]
    assert {row.id: row.words.ko for row in expense.rows} == {
        "1": "인건비", "1.1": "급여",
        "2": "사업비", "2.1": "정책사업", "2.1.1": "토론회", "2.1.2": "조사", "2.2": "지역사업",
        "3": "예비비", "expense": "지출계", "4": "차기이월금", "total": "합계(지출계+차기이월금)",
    }  # fmt: skip
    assert amounts(expense, "actual") == {
        "1": 550, "1.1": 550, "2": 450, "2.1": 300, "2.1.1": 260, "2.1.2": 40, "2.2": 150,
        "3": 0, "expense": 1_000, "4": 100, "total": 1_100,
    }  # fmt: skip
    assert amounts(expense, "change")["2.1.2"] == -60
    assert expense.facts["lines"][4] == {
        "row": "2.1.1", "level": "mok", "note": None, "gwan": {"ko": "사업비", "en": "Programme costs"},
        "hang": {"ko": "정책사업", "en": "정책사업"}, "mok": {"ko": "토론회", "en": "토론회"},  # no English is given
    }  # fmt: skip


def test_a_rate_is_of_the_budget_and_empty_where_there_is_none(tmp_path: Path) -> None:
    expense = tables(read(tmp_path))["accounts_expense"]
    rate = expense.get("share", "rate", "2.1.1")
    assert rate is not None and rate.value == 1.3
    left = expense.get("share", "rate", "4")
    assert left is not None and (left.value, left.status) == (None, "empty")


def test_the_balance_says_what_is_left_unexplained(tmp_path: Path) -> None:
    rows = with_cell(with_cell(EXPENSE, 5, 4, 90), 6, 4, 1_090)
    balance = tables(read(tmp_path, expense=rows))["accounts_balance"]
    found = {"income": 1_100, "expense": 1_000, "carried_over": 90, "difference": 10}
    assert amounts(balance, "actual") == found
    assert [check["holds"] for check in balance.facts["checks"] if check["rule"] == "balance"] == [False]


def test_tables_go_to_json_and_back(tmp_path: Path) -> None:
    made = list(tables(read(tmp_path)).values())
    assert load_tables(dump_tables(made)) == made
