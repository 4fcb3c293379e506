"""Accounts: what was budgeted and what came of it, income and expense by 관, 항 and 목.

accounts.xlsx (or .csv) has a sheet for income (수입) and one for expense (지출), or a column 구분 that says which
a line is. budget.xlsx has the same form, with the budget of the year that follows in place of what was spent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.language.text import match_key
from analysis.ledger.account_lines import Side, SideName, SideReader
from analysis.ledger.errors import LedgerError
from analysis.ledger.ruled_sheet import Headings, RuledRow, RuledSheet, read_ruled
from analysis.ledger.wording import words
from analysis.questionnaire.words import Words

_SIDES: tuple[tuple[SideName, re.Pattern[str]], ...] = (
    ("income", re.compile("수입|세입")),
    ("expense", re.compile("지출|세출|이월")),
)
_NAMES: Headings = {
    "side": frozenset({"구분"}),
    "gwan": frozenset({"관", "과목", "계정과목"}),
    "hang": frozenset({"항"}),
    "mok": frozenset({"목"}),
    "note": frozenset({"비고", "산출근거", "산출내역", "적요"}),
    "note_en": frozenset({"비고영어", "비고영문", "산출근거영어", "산출근거영문"}),
}


@dataclass(frozen=True)
class Accounts:
    """file: its name. columns: "budget" and "actual", or "budget" and "next". invented: its name says so.

    unit: as declared ("원", "천원"); amounts are in won. ignored: sheets that hold no accounts.
    """

    file: str
    year: int
    invented: bool
    columns: tuple[str, str]
    unit: str
    declared: bool
    income: Side
    expense: Side
    ignored: tuple[str, ...] = ()

    def heading(self, column: str) -> Words:
        """The words of a column. A budget says its year where that of the next year stands beside it."""
        name = "this" if column == "budget" and "next" in self.columns else column
        return words(f"accounts.{name}", year=self.year, following=self.year + 1)

    def carried_over(self, column: str) -> int | None:
        """What is left at the end of the year; None where no line says so."""
        lines = [line for line in self.expense.lines if line.carried_over]
        return sum(line.amounts.get(column, 0) for line in lines) if lines else None

    def spent(self, column: str) -> int:
        """Expense without what is carried over."""
        return self.expense.total(column) - (self.carried_over(column) or 0)


def read_accounts(path: Path, year: int) -> Accounts:
    """The accounts of a year. Raises LedgerError with file, sheet and cell; IntakeError."""
    return _read(path, year, accounts_headings(year), ("budget", "actual"))


def read_budget(path: Path, year: int) -> Accounts:
    """The budget of the year after `year`, beside that of `year`. Raises as `read_accounts` does."""
    return _read(path, year, budget_headings(year), ("budget", "next"))


def accounts_headings(year: int) -> Headings:
    def names(*ends: str) -> frozenset[str]:
        return frozenset(start + end for start in ("", f"{year}년", f"{year}년도") for end in ends)

    return {**_NAMES, "budget": names("예산", "예산액", "예산현액"), "actual": names("결산", "결산액", "집행액")}


def budget_headings(year: int) -> Headings:
    def names(*starts: str) -> frozenset[str]:
        return frozenset(start + end for start in starts for end in ("예산", "예산액", "예산안", "예산안액"))

    return {
        **_NAMES,
        "budget": names("금년", "금년도", "올해", str(year), f"{year}년", f"{year}년도"),
        "next": names("다음해", "내년", "내년도", "차년도", str(year + 1), f"{year + 1}년", f"{year + 1}년도"),
    }


def _read(path: Path, year: int, headings: Headings, columns: tuple[str, str]) -> Accounts:
    sheets, ignored = read_ruled(path, headings, ("gwan", *columns))
    readers: Mapping[SideName, SideReader] = {side: SideReader(side, columns) for side, _ in _SIDES}
    taken = []
    for sheet in sheets:
        sides = _sides(sheet)
        if sides is None:
            ignored += (sheet.title,)
            continue
        taken.append(sheet)
        for row, side in sides:
            readers[side].take(row)
    income, expense = (readers[side].done() for side, _ in _SIDES)
    for side, name in ((income, "수입"), (expense, "지출")):
        if not side.lines:
            raise LedgerError(path.name, 0, "no_side", side=name)
    units = {sheet.unit for sheet in taken}
    return Accounts(
        file=path.name,
        year=year,
        invented=".invented." in path.name,
        columns=columns,
        unit=units.pop() if len(units) == 1 else "원",
        declared=all(sheet.declared for sheet in taken),
        income=income,
        expense=expense,
        ignored=tuple(filter(None, ignored)),
    )


def _sides(sheet: RuledSheet) -> list[tuple[RuledRow, SideName]] | None:
    """Each row with its side: by the column 구분, which carries down, else by the name of the sheet.

    None where neither tells, as on a sheet of notes.
    """
    if "side" not in sheet.columns:
        side = _side(sheet.title)
        return None if side is None else [(row, side) for row in sheet.rows()]
    found, current = [], None
    for row in sheet.rows():
        text = row.text("side")
        if text:
            side = _side(text)
            if side is None and current is None:
                raise row.error("side", "no_side_word", value=text)
            current = side or current
        if current is None:
            raise row.error("side", "no_side_word", value=text)
        found.append((row, current))
    return found


def _side(text: str) -> SideName | None:
    key = match_key(text)
    return next((side for side, words in _SIDES if words.search(key)), None)
