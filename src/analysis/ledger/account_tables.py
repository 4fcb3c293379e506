"""Accounts and budgets as Tables of the kind "accounts".

rows are lines in printed order: a 관 with its sum, its 항, their 목 ("1", "1.2", "1.2.1"); "total" last. items:
the two columns of the file and "change" (second less first), as the stat "amount" in won; of accounts also "rate",
the share of the budget that was received or spent. facts["lines"] say of every row where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from analysis.ledger.account_checks import AccountCheck, check_accounts
from analysis.ledger.account_lines import LEVELS, AccountLine, SideName
from analysis.ledger.accounts import Accounts
from analysis.ledger.table_frame import SURVEY, both, everybody
from analysis.ledger.vocabulary import Vocabulary
from analysis.ledger.wording import words
from analysis.questionnaire.words import Words
from analysis.tables import Cell, Label, Table

UNITS = {"천원": "thousand", "만원": "ten_thousand", "백만원": "million"}
TOTAL, SPENT, CARRIED_OVER, DIFFERENCE = "total", "expense", "carried_over", "difference"


@dataclass(frozen=True)
class PrintedRow:
    """path: 관, 항, 목; none for a total, which has its words in `label`. lines: what it is the sum of."""

    id: str
    path: tuple[str, ...]
    lines: tuple[AccountLine, ...]
    label: Words
    level: str


def account_tables(accounts: Accounts, vocabulary: Vocabulary) -> list[Table]:
    """accounts_income, accounts_expense, accounts_balance; or budget_income, budget_expense of a budget."""
    kept = "accounts" if "actual" in accounts.columns else "budget"
    tables = [_side(accounts, kept, side, vocabulary) for side in ("income", "expense")]
    return [*tables, _balance(accounts, vocabulary)] if kept == "accounts" else tables


def printed_rows(lines: Sequence[AccountLine], vocabulary: Vocabulary, first: int = 1) -> Iterator[PrintedRow]:
    """A row for every 관 and 항 with its sum, then the lines below it. A 관 that is one line is one row.

    first: the number of the first 관.
    """

    def _row(row_id: str, path: tuple[str, ...], lines: tuple[AccountLine, ...]) -> PrintedRow:
        return PrintedRow(row_id, path, lines, vocabulary.account(path[-1]), LEVELS[len(path) - 1])

    for number, (gwan, own) in enumerate(_grouped(lines, 0), start=first):
        yield _row(f"{number}", (gwan,), own)
        if _is_one_line(own, (gwan,)):
            continue
        for place, (hang, below) in enumerate(_grouped(own, 1), start=1):
            if all(len(line.path) < 3 for line in below):
                for again, line in enumerate(below, start=1):  # a name may be written more than once
                    yield _row(f"{number}.{place}" + f"_{again}" * (again > 1), (gwan, hang), (line,))
                continue
            yield _row(f"{number}.{place}", (gwan, hang), below)
            for at, line in enumerate(below, start=1):
                yield _row(f"{number}.{place}.{at}", line.path, (line,))


def _grouped(lines: Iterable[AccountLine], depth: int) -> Iterator[tuple[str, tuple[AccountLine, ...]]]:
    for name, own in groupby(lines, key=lambda line: line.path[min(depth, len(line.path) - 1)]):
        yield name, tuple(own)


def _is_one_line(lines: Sequence[AccountLine], path: tuple[str, ...]) -> bool:
    """Nothing stands below it, or only a line that repeats its name."""
    return len(lines) == 1 and set(lines[0].path) == set(path)


def _side(accounts: Accounts, kept: str, side: SideName, vocabulary: Vocabulary) -> Table:
    lines = getattr(accounts, side).lines
    left = tuple(line for line in lines if line.carried_over)
    own = tuple(line for line in lines if line not in left)
    rows = [*printed_rows(own, vocabulary)]
    if side == "expense" and left:
        rows.append(_sum(SPENT, own, words("accounts.spent_total")))
        rows += printed_rows(left, vocabulary, first=len({line.path[0] for line in own}) + 1)
    name = words(f"accounts.{side if not (left and side == 'expense') else 'whole'}_total")
    rows.append(_sum(TOTAL, lines, name))
    names = {"change": words("accounts.change")}
    if kept == "accounts":
        rate = "received" if side == "income" else "rate"
        names["rate"] = words(f"accounts.{rate}")
        notes = [words("accounts.note.minus"), words(f"accounts.note.{rate}")]
    else:
        notes = [words("accounts.note.minus_budget", year=accounts.year)]
    notes.append(words("accounts.note.sums"))
    if accounts.unit != "원":
        notes.append(words("accounts.note.unit", unit=words(f"accounts.unit.{UNITS[accounts.unit]}")))
    cells = [cell for row in rows for cell in _cells(row, accounts.columns)]
    return accounts_table(
        vocabulary, accounts.year, f"{kept}_{side}", cells, rows,
        [*_labels(accounts), *(Label(item, said) for item, said in names.items())], notes,
        invented=accounts.invented, whole=SPENT if side == "expense" and left else TOTAL,
        carried_over=[row.id for row in rows if row.path and all(line.carried_over for line in row.lines)],
        checks=_checks(check_accounts(accounts)) if (kept, side) == ("budget", "expense") else [],
    )  # fmt: skip


def _sum(row_id: str, lines: tuple[AccountLine, ...], label: Words) -> PrintedRow:
    return PrintedRow(row_id, (), lines, label, TOTAL)


def _cells(row: PrintedRow, columns: tuple[str, str]) -> Iterator[Cell]:
    first, second = (sum(line.amounts.get(column, 0) for line in row.lines) for column in columns)
    yield amount_cell(row.id, columns[0], first)
    yield amount_cell(row.id, columns[1], second)
    yield amount_cell(row.id, "change", second - first)
    if columns[1] == "actual":
        rate = second / first if first else None
        yield Cell("", row.id, "rate", "share", rate, status="shown" if first else "empty")


def amount_cell(row: str, item: str, won: int) -> Cell:
    return Cell("", row, item, "amount", won)


def _labels(accounts: Accounts) -> list[Label]:
    return [Label(column, accounts.heading(column)) for column in accounts.columns]


def _balance(accounts: Accounts, vocabulary: Vocabulary) -> Table:
    """row: income, expense without what is carried over, that, and what is left unexplained."""
    amounts: dict[str, Callable[[str], int]] = {"income": accounts.income.total, SPENT: accounts.spent}
    if accounts.carried_over("actual") is not None:
        amounts[CARRIED_OVER] = lambda column: accounts.carried_over(column) or 0
    rows = [_sum(row, (), words(f"accounts.balance.{row}")) for row in amounts]
    rows.append(_sum(DIFFERENCE, (), words("accounts.balance.difference")))
    cells = []
    for column in accounts.columns:
        found = {row: amount(column) for row, amount in amounts.items()}
        cells += [amount_cell(row, column, amount) for row, amount in found.items()]
        rest = found["income"] - found[SPENT] - found.get(CARRIED_OVER, 0)
        cells.append(amount_cell(DIFFERENCE, column, rest))
    return accounts_table(
        vocabulary, accounts.year, "accounts_balance", cells, rows, _labels(accounts),
        [words("accounts.note.balance")], invented=accounts.invented,
        checks=_checks(check_accounts(accounts)),
    )  # fmt: skip


def _checks(checks: Iterable[AccountCheck]) -> list[dict[str, Any]]:
    return [
        {"rule": check.rule, "holds": check.holds, "place": check.place, **both(check.words)}
        for check in checks
    ]


def accounts_table(
    vocabulary: Vocabulary,
    year: int,
    question: str,
    cells: Sequence[Cell],
    rows: Sequence[PrintedRow],
    items: Sequence[Label],
    notes: Sequence[Words] = (),
    **facts: Any,
) -> Table:
    """A table of the survey "ledger" and the kind "accounts"; its words are `ledger.accounts.<question>`."""
    given = {"year": year, "following": year + 1}
    return Table(
        survey=SURVEY,
        year=year,
        question=question,
        group="",
        kind="accounts",
        title=words(f"accounts.{question}.title", **given),
        asked=words(f"accounts.{question}.asked", **given),
        base=words(f"accounts.{question}.base", **given),
        source=words(
            f"accounts.source.{question.partition('_')[0]}", publisher=vocabulary.publisher, **given
        ),
        notes=tuple(notes),
        levels=(everybody(),),
        rows=tuple(Label(row.id, row.label) for row in rows),
        items=tuple(items),
        facts={
            "no": "", "section": "", "key": False, "confidential": False, "private": False, "sample": "none",
            "n_respondents": 0, "unit": "원", "unit_en": "won",
            "lines": [line_facts(row, vocabulary.account) for row in rows], **facts,
        },
        cells=tuple(cells),
    )  # fmt: skip


def line_facts(row: PrintedRow, name: Callable[[str], Words]) -> dict[str, Any]:
    """Where a row stands: the names of its levels and its note in words, None where it has none."""
    names = {level: both(name(word)) for level, word in zip(LEVELS, row.path, strict=False)}
    own = len(row.lines) == 1 and set(row.lines[0].path) == set(row.path)
    note = written(row.lines[0].note, row.lines[0].note_en) if own else None
    return {"row": row.id, **dict.fromkeys(LEVELS), **names, "level": row.level, "note": note}


def written(korean: str, english: str) -> dict[str, str] | None:
    """What a cell says, in words; None for an empty one."""
    return both(Words(ko=korean, en=english or None)) if korean else None
