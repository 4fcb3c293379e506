"""What accounts have to hold by themselves: typed totals are sums, and income is spent or carried over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from analysis.language import thousands
from analysis.ledger.account_lines import SideName
from analysis.ledger.accounts import Accounts
from analysis.ledger.wording import words
from analysis.questionnaire.words import Words

Rule = Literal[
    "typed_total", "balance", "no_carried_over", "budget_balance",
    "unit_assumed", "written_twice", "line_without_amount", "sheet_ignored",
]  # fmt: skip


@dataclass(frozen=True)
class AccountCheck:
    """holds is False where something is wrong or doubtful. words say what was compared, with both numbers.

    place: file › sheet › cell, "" where it is about the whole file.
    """

    rule: Rule
    holds: bool
    words: Words
    place: str = ""


def check_accounts(accounts: Accounts) -> tuple[AccountCheck, ...]:
    """The checks of accounts or of a budget: sums as typed, then the two sides, then what was left out."""
    checks = [*_typed_totals(accounts, "income"), *_typed_totals(accounts, "expense")]
    if "actual" in accounts.columns:
        checks.append(_balance(accounts))
    checks += [_budget_balance(accounts, column) for column in accounts.columns if column != "actual"]
    return (*checks, *_as_written(accounts))


def _as_written(accounts: Accounts) -> Iterator[AccountCheck]:
    """What had to be taken for granted, or was left out."""
    if not accounts.declared:
        yield AccountCheck("unit_assumed", False, words("accounts.check.unit_assumed"), accounts.file)
    for side in (accounts.income, accounts.expense):
        for path, times in Counter(line.path for line in side.lines).items():
            if times > 1:
                last = [line for line in side.lines if line.path == path][-1]
                said = words("accounts.check.written_twice", name=" › ".join(path), times=times)
                yield AccountCheck("written_twice", False, said, last.places[accounts.columns[0]])
    for line in (*accounts.income.bare, *accounts.expense.bare):
        said = words("accounts.check.line_without_amount", name=line.path[-1])
        yield AccountCheck("line_without_amount", False, said, line.places[accounts.columns[0]])
    for sheet in accounts.ignored:
        said = words("accounts.check.sheet_ignored", sheet=sheet)
        yield AccountCheck("sheet_ignored", True, said, accounts.file)


def _typed_totals(accounts: Accounts, side: SideName) -> Iterator[AccountCheck]:
    for total in getattr(accounts, side).totals:
        for column, typed in total.amounts.items():
            summed = sum(line.amounts.get(column, 0) for line in total.lines)
            holds = typed == summed
            yield AccountCheck(
                "typed_total", holds,
                words(
                    f"accounts.check.typed_total{'' if holds else '_wrong'}",
                    name=words(f"accounts.{side}_of", name=total.words), column=accounts.heading(column),
                    typed=_won(typed), summed=_won(summed), difference=_won(abs(typed - summed)),
                ),
                total.places[column],
            )  # fmt: skip


def _balance(accounts: Accounts) -> AccountCheck:
    """수입계 = 지출계 + 차기이월."""
    income, spent = accounts.income.total("actual"), accounts.spent("actual")
    left = accounts.carried_over("actual")
    if left is None and income == spent:
        said = words("accounts.check.nothing_left", income=_won(income))
        return AccountCheck("balance", True, said, accounts.file)
    if left is None:
        rest = {"income": _won(income), "spent": _won(spent), "left": _won(income - spent)}
        said = words("accounts.check.no_carried_over", **rest)
        return AccountCheck("no_carried_over", False, said, accounts.file)
    holds = income == spent + left
    said = words(
        f"accounts.check.balance{'' if holds else '_wrong'}",
        income=_won(income), spent=_won(spent), left=_won(left), difference=_won(abs(income - spent - left)),
    )  # fmt: skip
    return AccountCheck("balance", holds, said, accounts.file)


def _budget_balance(accounts: Accounts, column: str) -> AccountCheck:
    """예산 수입 = 예산 지출."""
    income, expense = accounts.income.total(column), accounts.expense.total(column)
    said = words(
        f"accounts.check.budget_balance{'' if income == expense else '_wrong'}",
        column=accounts.heading(column), income=_won(income), expense=_won(expense),
        difference=_won(abs(income - expense)),
    )  # fmt: skip
    return AccountCheck("budget_balance", income == expense, said, accounts.file)


def _won(amount: int) -> Words:
    """To the won, for two numbers that are held against each other."""
    sign = "△" * (amount < 0)
    return Words(ko=f"{sign}{thousands(abs(amount))}원", en=f"{sign}{thousands(abs(amount))} won")
