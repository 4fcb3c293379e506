"""What a federation keeps about its money, all optional: accounts, audit, next year's plan and budget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.ledger.account_checks import AccountCheck, check_accounts
from analysis.ledger.account_tables import account_tables
from analysis.ledger.accounts import Accounts, read_accounts, read_budget
from analysis.ledger.audit import Audit, audit_record, read_audit
from analysis.ledger.errors import LedgerError
from analysis.ledger.plan import Plan, plan_table, read_plan
from analysis.ledger.vocabulary import Vocabulary
from analysis.responses.finding import Finding
from analysis.tables import Table

SHEETS = ("xlsx", "csv")
INVENTED = ".invented"


@dataclass(frozen=True)
class Books:
    """None where there is no such file."""

    accounts: Accounts | None = None
    budget: Accounts | None = None
    plan: Plan | None = None
    audit: Audit | None = None
    audit_invented: bool = False

    def misses(self) -> tuple[AccountCheck, ...]:
        """What does not hold in accounts and budget."""
        kept = filter(None, (self.accounts, self.budget))
        return tuple(check for accounts in kept for check in check_accounts(accounts) if not check.holds)


def check_books(folder: Path, language: str) -> list[Finding]:
    """What does not hold in the books of a year; nothing without a folder. Raises as `read_books` does."""
    misses = read_books(folder).misses() if folder.is_dir() else ()
    return [
        Finding("warning", "books.miss", survey="ledger", file=miss.place, hint=miss.words.text(language))
        for miss in misses
    ]


def read_books(folder: Path) -> Books:
    """The books in `folder`, which is named after its year. Raises LedgerError, IntakeError."""
    year = int(folder.name)
    files = {name: find(folder, name) for name in ("accounts", "budget", "plan")}
    audit = find(folder, "audit", ("yml",))
    return Books(
        accounts=read_accounts(files["accounts"], year) if files["accounts"] else None,
        budget=read_budget(files["budget"], year) if files["budget"] else None,
        plan=read_plan(files["plan"]) if files["plan"] else None,
        audit=read_audit(audit) if audit else None,
        audit_invented=audit is not None and INVENTED in audit.name,
    )


def find(folder: Path, name: str, endings: tuple[str, ...] = SHEETS) -> Path | None:
    """The file of that name; an example only where there is no real one. LedgerError for two."""
    for middle in ("", INVENTED):
        found = [path for ending in endings if (path := folder / f"{name}{middle}.{ending}").is_file()]
        if len(found) > 1:
            raise LedgerError(folder.name, 0, "two_files", files=", ".join(path.name for path in found))
        if found:
            return found[0]
    return None


def book_tables(books: Books, year: int, vocabulary: Vocabulary) -> Iterator[Table]:
    """accounts_income, accounts_expense, accounts_balance, plan, budget_income, budget_expense, if kept."""
    if books.accounts:
        yield from account_tables(books.accounts, vocabulary)
    if books.plan:
        yield plan_table(books.plan, year, vocabulary)
    if books.budget:
        yield from account_tables(books.budget, vocabulary)


def book_records(books: Books) -> dict[str, Any]:
    """What is no table: the audit."""
    return {"audit": audit_record(books.audit, books.audit_invented)} if books.audit else {}
