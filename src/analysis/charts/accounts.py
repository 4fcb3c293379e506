"""Accounts and budgets: a bar for what came in or was spent, a tick for the budget; what cost more in orange.

A 관 that has several 항 is a heading with its sum, and they stand below it; another 관 is a line itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.charts.legend import Key, legend
from analysis.charts.marks import Bar, Line, Mark, Words, bottom
from analysis.charts.stub import Stub, stub
from analysis.charts.view import Column, View, amount
from analysis.tables import Cell, Label

BAR, TICK = 16.0, 24.0  # heights
PITCH, PITCH_NARROW = 30.0, 34.0
INDENT = 12.0
OVER = "gam"
USUAL = ("gwan", "hang")
LEVELS = {"plan": ("gwan",), "accounts_balance": ("total",)}


@dataclass(frozen=True)
class Spent:
    """A line of the figure. gwan: it is a 관; head: and its 항 follow below it."""

    row: str
    label: str
    budget: Cell | None
    actual: Cell | None
    rate: Cell | None
    gwan: bool = False
    head: bool = False

    @property
    def over(self) -> bool:
        return amount(self.actual) > amount(self.budget) > 0


def accounts(view: View, top: float = 0.0) -> Iterator[Mark]:
    """accounts_income, accounts_expense and the budgets; the plan by its pillars."""
    second = _column(view)
    lines = _lines(view, second)
    keys = [Key("indigo", _word(view, second))]
    warn = view.table.question == "accounts_expense"  # more income than budgeted is no overspending
    if warn and any(line.over for line in lines):
        keys.append(Key(OVER, view.say("over_budget")))
    marks = [*legend(view, keys, top=top)] if view.table.get("amount", "budget", lines[0].row) else []
    if marks:
        marks += _tick_key(view, marks)
    yield from marks
    columns = [Column([line.actual for line in lines], bold=True, unit=False, head=_word(view, second))]
    if any(line.rate for line in lines):
        columns.append(Column([line.rate for line in lines], colour="ink2", head=_word(view, "rate")))
    indent = INDENT if any(line.head for line in lines) and not view.narrow else 0.0
    frame = stub(
        view, [line.label for line in lines], columns, bottom(marks, top) + 8,
        PITCH_NARROW if view.narrow else PITCH, indent=indent,
    )  # fmt: skip
    yield from replace(frame, labels=_labels(frame, lines)).marks(view)
    drawn = [line for line in lines if not line.head]
    most = max([1.0, *(amount(cell) for line in drawn for cell in (line.budget, line.actual))])
    for line, middle in zip(lines, frame.middles, strict=True):
        if line.head:
            yield Line(frame.left, middle, frame.right - 6, middle, "rule")
            continue
        yield from _bar(line, frame, middle, (frame.right - frame.left - 6) / most, warn)


def _labels(frame: Stub, lines: Sequence[Spent]) -> tuple[Words, ...]:
    """A 관 bold, at the margin."""
    if not any(line.head for line in lines):
        return frame.labels
    bold = {line.label for line in lines if line.gwan}
    return tuple(replace(words, x=0.0, bold=True) if words.text in bold else words for words in frame.labels)


def _bar(line: Spent, frame: Stub, middle: float, scale: float, warn: bool) -> Iterator[Mark]:
    """What is less than nothing (a refund) has no bar; its number stands."""
    length = amount(line.actual) * scale
    if length > 0:
        fill = OVER if line.over and warn else "indigo"
        yield Bar(frame.left, middle - BAR / 2, max(length, 1.5), BAR, fill)
    if amount(line.budget) > 0:
        x = frame.left + amount(line.budget) * scale
        yield Line(x, middle - TICK / 2, x, middle + TICK / 2, "ink", 2.2)


def _tick_key(view: View, keys: Sequence[Mark]) -> Iterator[Mark]:
    """The tick, behind the other keys; on a line of its own where they leave no room."""
    word = _word(view, "budget")
    last = max((mark for mark in keys if isinstance(mark, Words)), key=lambda words: (words.y, words.x))
    x, y = last.box[2] + 14, last.y
    if Words(x + 8, y, word).box[2] > view.width:
        x, y = 0.0, y + 22
    yield Line(x + 1, y - 13, x + 1, y + 4, "ink", 2.2)
    yield Words(x + 9, y, word)


def _lines(view: View, second: str) -> list[Spent]:
    """In printed order, without what is carried over and what is nothing."""
    levels = LEVELS.get(view.table.question, USUAL)
    printed = [line for line in view.facts.get("lines") or () if line["level"] in levels]
    heads = {line["row"].partition(".")[0] for line in printed if line["level"] == "hang"}
    beside = {*(view.facts.get("carried_over") or ())}
    labels = {label.id: label for label in view.table.rows}
    shown = [line for line in printed if line["row"] not in beside]
    found = [
        _spent(view, labels[line["row"]], second, line["level"] == "gwan", line["row"] in heads)
        for line in shown
    ]
    return [line for line in found if amount(line.actual) or amount(line.budget)] or found


def _spent(view: View, label: Label, second: str, gwan: bool, head: bool) -> Spent:
    budget, actual = (view.cell("amount", item, label.id) for item in ("budget", second))
    rate = view.cell("share", "rate", label.id)
    return Spent(label.id, label.words.text(view.language), budget, actual, rate, gwan, head)


def _column(view: View) -> str:
    items = {label.id for label in view.table.items}
    return next(item for item in ("actual", "next", "money") if item in items)


def _word(view: View, item: str) -> str:
    return view.table.words("items", item, view.language).partition("(")[0].strip()
