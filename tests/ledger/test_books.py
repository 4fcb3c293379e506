"""결산, 예산, 사업계획, 감사: each where there is a file for it, an example marked as one."""

from __future__ import annotations

import importlib.util
import zipfile
from pathlib import Path

import pytest

import start
from analysis.ledger import LedgerError, build_tables, check_books, read, release
from analysis.ledger.books import book_tables, find, read_books
from analysis.ledger.vocabulary import Vocabulary
from analysis.ledger.yaml_file import read_yaml
from tests.ledger.keeping import LEDGER_2016, keep
from tests.ledger.ruled import EXPENSE, HEADING, INCOME, UNIT, text, with_cell, workbook

BOOKS = ("accounts_income", "accounts_expense", "accounts_balance", "plan", "budget_income", "budget_expense")
AUDIT = """\
date: 2017-01-25
audited: [장부]
opinion: 맞음
signatories: [감사 ○○○]
"""


def questions(folder: Path) -> list[str]:
    words = read_yaml(LEDGER_2016 / "ledger.yml", Vocabulary)
    return [table.question for table in book_tables(read_books(folder), 2016, words)]


def test_without_files_there_is_nothing(tmp_path: Path) -> None:
    ledger = read(keep(tmp_path))
    assert not {table.question for table in build_tables(ledger, {})} & {*BOOKS}
    assert "audit" not in release(ledger, build_tables(ledger, {}), "members").records
    assert check_books(tmp_path / "2015", "ko") == []


def test_each_file_brings_its_own_tables(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    text(folder / "accounts.csv")
    assert questions(folder) == ["accounts_income", "accounts_expense", "accounts_balance"]
    (folder / "plan.csv").write_text("사업,예산(원)\n세미나,100\n", encoding="utf-8")
    assert "plan" in questions(folder)


def test_an_example_gives_way_to_the_real_file_and_is_marked(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    workbook(folder / "accounts.invented.xlsx")
    accounts = read_books(folder).accounts
    assert accounts is not None and accounts.invented
    text(folder / "accounts.csv")
    accounts = read_books(folder).accounts
    assert accounts is not None and not accounts.invented
    assert find(folder, "accounts") == folder / "accounts.csv"


def test_two_real_files_for_one_thing_are_refused(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    text(folder / "accounts.csv")
    workbook(folder / "accounts.xlsx")
    with pytest.raises(LedgerError, match="accounts.xlsx, accounts.csv"):
        read_books(folder)


def test_what_does_not_hold_becomes_a_finding_and_stops_nothing(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    workbook(folder / "accounts.xlsx", expense=with_cell(EXPENSE, 6, 3, 1_000))
    (finding,) = check_books(folder, "ko")
    assert (finding.severity, finding.place) == ("warning", "accounts.xlsx › 지출 › D9")
    assert "각 항목을 더하면 1,100원임" in finding.text("ko")
    assert "accounts_expense" in {table.question for table in build_tables(read(folder), {})}


def test_the_budget_of_the_next_year_stands_beside_this_year_s(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    heading = (UNIT, ("관", "항", "목", "금년 예산", "다음 해 예산", "증감"))
    income = [(*row[:3], row[3], row[4], "무엇이든") for row in INCOME]
    workbook(folder / "budget.xlsx", income=income, expense=EXPENSE, heading=heading)
    words = read_yaml(LEDGER_2016 / "ledger.yml", Vocabulary)
    table = next(iter(book_tables(read_books(folder), 2016, words)))
    assert [label.words.ko for label in table.items] == ["2016년 예산(A)", "2017년 예산안(B)", "증감(B−A)"]
    cell = table.get("amount", "next", "1.1")
    assert cell is not None and cell.value == 700
    assert table.get("share", "rate", "1.1") is None


def test_a_budget_may_be_headed_with_years(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    heading = (UNIT, ("관", "항", "목", "2016년 예산액", "2017년도 예산안"))
    workbook(folder / "budget.xlsx", heading=heading)
    assert read_books(folder).budget is not None


def test_a_budget_that_does_not_balance_is_told(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    rows = with_cell(with_cell(EXPENSE, 5, 4, 90), 6, 4, 1_090)
    heading = (UNIT, (*HEADING[:3], "금년 예산", "다음 해 예산"))
    workbook(folder / "budget.xlsx", expense=rows, heading=heading)
    (finding,) = check_books(folder, "ko")
    assert "2017년 예산안(B)의 수입 1,100원이 지출 1,090원과 다름" in finding.text("ko")


def test_projects_stand_under_their_pillar_with_its_sum(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    (folder / "plan.csv").write_text(
        "사업 축,사업,시기,내용,예산(천원)\n정책대응력 강화,세미나,3월,매달 엶,900\n,점검,연중,,\n,,,,\n새 축,잔치,12월,,100\n",
        encoding="utf-8",
    )
    words = read_yaml(LEDGER_2016 / "ledger.yml", Vocabulary)
    (table,) = book_tables(read_books(folder), 2016, words)
    assert {cell.row: cell.value for cell in table.cells} == {
        "1": 900_000, "1.1": 900_000, "1.2": None, "2": 100_000, "2.1": 100_000, "total": 1_000_000,
    }  # fmt: skip
    assert table.rows[0].words.en == "Stronger policy response"
    first = table.facts["lines"][1]
    assert (first["when"]["ko"], first["content"]["ko"]) == ("3월", "매달 엶")


def test_a_plan_gives_its_english_in_columns_of_its_own(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    (folder / "plan.csv").write_text(
        "사업,시기,내용,예산(원),사업 영어,시기 영어,내용 영어\n세미나,3월,,900,Seminars,March,\n점검,연중,,,,All year,\n",
        encoding="utf-8",
    )
    words = read_yaml(LEDGER_2016 / "ledger.yml", Vocabulary)
    (table,) = book_tables(read_books(folder), 2016, words)
    _, seminars, review, _ = table.facts["lines"]
    assert (seminars["hang"]["en"], seminars["when"]["en"], seminars["content"]) == ("Seminars", "March", None)
    assert (review["hang"]["en"], review["when"]["en"]) == ("점검", "All year")  # Korean where there is no English


def test_a_project_without_a_name_is_refused(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    (folder / "plan.csv").write_text("사업 축,사업,예산\n정책,,100\n", encoding="utf-8")
    with pytest.raises(LedgerError, match="plan.csv › B2"):
        read_books(folder)


def test_an_audit_goes_to_the_page_as_it_was_written(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    (folder / "audit.yml").write_text(AUDIT, encoding="utf-8")
    ledger = read(folder)
    record = release(ledger, build_tables(ledger, {}), "public").records["audit"]
    assert record["date"] == {"ko": "2017년 1월 25일", "en": "25 January 2017"}
    assert (record["invented"], record["remarks"]) == (False, [])
    assert record["signatories"] == [{"ko": "감사 ○○○", "en": "감사 ○○○"}]


def test_the_audit_of_the_document_can_be_read(tmp_path: Path) -> None:
    section = (start.ROOT / "docs" / "ledger.md").read_text(encoding="utf-8").split("## audit.yml")[1]
    example = section.split("```yaml")[1].split("```")[0]
    folder = keep(tmp_path)
    (folder / "audit.yml").write_text(example, encoding="utf-8")
    assert read_books(folder).audit is not None


def test_an_audit_without_an_opinion_is_told_with_its_line(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    (folder / "audit.yml").write_text(AUDIT.replace("opinion", "opinoin"), encoding="utf-8")
    with pytest.raises(LedgerError, match="audit.yml"):
        read_books(folder)


def test_the_examples_that_ship_hold_and_agree_with_each_other() -> None:
    books = read_books(LEDGER_2016)
    assert books.misses() == ()
    assert books.accounts and books.budget and books.plan and books.audit
    assert books.accounts.invented and books.budget.invented and books.plan.invented and books.audit_invented
    assert 100_000_000 < books.accounts.income.total("actual") < 200_000_000
    projects = sum(line.amounts["next"] for line in books.budget.expense.under("사업비"))
    assert projects == sum(project.won or 0 for project in books.plan.projects)
    carried = next(line for line in books.budget.income.lines if line.path == ("전기이월금",))
    assert carried.amounts["next"] == books.accounts.carried_over("actual")


def test_the_examples_are_made_again_byte_for_byte(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_accounts", start.ROOT / "data" / "make_accounts.py")
    assert spec and spec.loader
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    maker.main(tmp_path)
    for path in tmp_path.iterdir():
        shipped = LEDGER_2016 / path.name
        assert parts(path) == parts(shipped)


def parts(path: Path) -> dict[str, bytes]:
    """The bytes of a file; of a workbook, what it is zipped from: how tightly is a matter of the zlib."""
    if path.suffix != ".xlsx":
        return {path.name: path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
