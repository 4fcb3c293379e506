"""Accounts and budgets: how much, how much of the budget, the largest lines, and whether the sums hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from analysis.narrative.figure import Figure
from analysis.narrative.order import Line, listed, quoted
from analysis.narrative.quantity import figure
from analysis.narrative.sentence import Sentence, compose
from analysis.tables import Table

LARGEST = 3  # lines that are named
TOTAL, EXPENSE, DIFFERENCE = "total", "expense", "difference"


def lines(table: Table, language: str, nothing: bool = False) -> list[Line]:
    """The 관 by what came of them (of a budget, what is planned), without what is carried over. nothing: those of
    which nothing came, too."""
    column = _column(table)
    beside = {*(table.facts.get("carried_over") or ())}
    top = [line["row"] for line in table.facts.get("lines") or () if line["level"] == "gwan"]
    found = []
    for row in table.rows:
        cell = table.get("amount", column, row.id)
        if row.id in top and row.id not in beside and cell is not None and cell.shown and (cell.value or nothing):
            found.append(Line(quoted(row.words.text(language), language), cell))
    return found


def headline(table: Table, language: str) -> Sentence | None:
    return next(iter(sentences(table, language)), None)


def sentences(table: Table, language: str) -> list[Sentence]:
    """Of the side as a whole first; then the largest lines, and those that went over their budget."""
    return TELL.get(table.question, _side)(table, language)


def of_year(income: Table, expense: Table, balance: Table, language: str) -> Sentence | None:
    """How much of the budget came in and was spent, and what is carried over, in a full sentence; None where a rate
    is not told."""
    rates = {
        side: figure(table, "share", language, "rate", str(table.facts.get("whole") or TOTAL))
        for side, table in (("income", income), ("expense", expense))
    }
    left = figure(balance, "amount", language, "actual", "carried_over")
    fields = {name: found for name, found in {**rates, "left": left}.items() if found is not None}
    if not {"income", "expense"} <= fields.keys():
        return None
    return compose("accounts.of_year" if left is not None else "accounts.of_year_alone", language, **fields)


def _column(table: Table) -> str:
    """The column that is told: of budget and actual, the second."""
    items = [item.id for item in table.items]
    return next((item for item in ("actual", "next", "money") if item in items), "budget")


def _side(table: Table, language: str) -> list[Sentence]:
    whole = str(table.facts.get("whole") or TOTAL)
    amount = figure(table, "amount", language, _column(table), whole)
    rate = figure(table, "share", language, "rate", whole)
    if amount is None:
        return []
    kind, fields = table.question.rpartition("_")[2], {"amount": amount}
    change = figure(table, "amount", language, "change", whole)
    how = ""
    if rate is not None:
        how, fields = "_of_budget", {**fields, "rate": rate}
    elif change is not None and change.value:
        how, fields = "_less" if change.value < 0 else "_more", {**fields, "change": _without_sign(change)}
    found = compose(f"accounts.{kind}{how}", language, year=str(table.year), **fields)
    return [found, *_largest(table, language), *_over(table, language)]


def _without_sign(change: Figure) -> Figure:
    """Words say which way it goes: "7,693,780원 적음"."""
    return replace(change, text=change.text.removeprefix("△"))


def _largest(table: Table, language: str) -> list[Sentence]:
    order = sorted(lines(table, language), key=lambda line: -(line.cell.value or 0))[:LARGEST]
    if len(order) < 2:
        return []
    told = [
        compose("accounts.line", language, name=line.label, amount=shown)
        for line in order
        if (shown := figure(table, "amount", language, line.cell.item, line.cell.row)) is not None
    ]
    return [compose("accounts.largest", language, list=listed(told, language))]


def _over(table: Table, language: str) -> list[Sentence]:
    """The lines of the figure that cost more than was budgeted, the furthest over first, and by how much: a 항, or
    a 관 that has none."""
    if table.question != "accounts_expense":
        return []
    printed = {line["row"]: line["level"] for line in table.facts.get("lines") or ()}
    heads = {row.partition(".")[0] for row, level in printed.items() if level == "hang"}
    found = []
    for row in table.rows:
        drawn = printed.get(row.id) == "hang" or (printed.get(row.id) == "gwan" and row.id not in heads)
        change, budget = (figure(table, "amount", language, item, row.id) for item in ("change", "budget"))
        if drawn and budget is not None and change is not None and change.value > 0:
            found.append((change, row))
    told = [
        compose(
            "accounts.over_by", language,
            name=quoted(row.words.text(language), language), change=change,
        )
        for change, row in sorted(found, key=lambda over: -over[0].value)[:LARGEST]
    ]  # fmt: skip
    if not told:
        return [compose("accounts.none_over", language)]
    return [compose("accounts.over", language, list=listed(told, language))]


def _balance(table: Table, language: str) -> list[Sentence]:
    income, expense, left, rest = (
        figure(table, "amount", language, "actual", row)
        for row in ("income", EXPENSE, "carried_over", DIFFERENCE)
    )
    if income is None or expense is None:
        return []
    holds = rest is None or not rest.value
    if left is None:
        if holds:
            return [compose("accounts.nothing_left", language, income=income, expense=expense)]
        return [compose("accounts.no_carried_over", language, income=income, expense=expense, left=rest)]
    fields = {"income": income, "expense": expense, "left": left}
    if holds:
        return [compose("accounts.balance", language, **fields)]
    return [compose("accounts.balance_wrong", language, difference=rest, **fields)]


def _plan(table: Table, language: str) -> list[Sentence]:
    amount = figure(table, "amount", language, "money", TOTAL)
    if amount is None:
        return []
    return [compose("accounts.plan", language, amount=amount), *_largest(table, language)]


TELL: dict[str, Callable[[Table, str], list[Sentence]]] = {
    "accounts_balance": _balance,
    "plan": _plan,
}
