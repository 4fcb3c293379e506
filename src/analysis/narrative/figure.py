"""A number as a page shows it: its text, and the cell it came from.

Sentences, tables and charts all show numbers through `show_cell`, so that one cell never has two texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from html import escape

from analysis.language.number_format import MONTHS, money, thousands
from analysis.language.rounding import half_up, percent
from analysis.tables import Cell, Table

HIDDEN = {"suppressed": "X", "empty": "-", "not_comparable": "…"}
UNKNOWN = "…"
NONE_COUNTED = "-"

COUNTS = ("count", "base", "absent", "answered", "mentions")
ON_A_SCALE = ("scale", "importance_performance")
SMALLEST_IN_MYRIADS = 10_000_000  # from ten million won on, an amount is read to the nearest 만 원


@dataclass(frozen=True)
class Figure:
    """A number on a page. `value` is what the cell holds, `text` what is read."""

    address: str
    value: float
    text: str

    def html(self) -> str:
        """`<data value="0.643" data-cell="…">64.3%</data>`"""
        value, cell = _plain(self.value), escape(self.address)
        return f'<data value="{value}" data-cell="{cell}">{escape(self.text)}</data>'


def show_cell(table: Table, cell: Cell, language: str, unit: bool = True) -> Figure | str:
    """The number of a cell, with its unit ("9개", "64.3%", "3.71점") or without.

    A sign where there is none to show: "X" hidden, "-" nothing counted, "…" not known or not comparable.
    """
    if not cell.shown:
        return HIDDEN[cell.status]
    if cell.value is None:
        return UNKNOWN
    if cell.value == 0 and cell.stat in ("count", "share"):
        return NONE_COUNTED
    return Figure(table.address(cell), cell.value, _number(table, cell, language, unit))


def unit_of(table: Table, stat: str, language: str) -> str:
    """What stands behind a number without its unit, for "(단위 : 개, %)"; "" where nothing does."""
    if stat == "share":
        return "%"
    if stat in COUNTS:
        return counter(table, language)
    if table.kind == "allocation":
        return str(table.facts.get("unit") or "%")
    if stat == "score100" or _on_a_scale(table):
        return "점" if language == "ko" else ""
    if table.kind == "money":
        return str(table.facts.get("asked_in") or "원")
    return str(table.facts.get("unit") or "")


def counter(table: Table, language: str) -> str:
    """The word that counts respondents in Korean ("개", "명"); English counts without one."""
    if language != "ko":
        return ""
    return (table.facts.get("respondents") or {}).get("counter", "개")


def _number(table: Table, cell: Cell, language: str, unit: bool) -> str:
    assert cell.value is not None
    if cell.stat == "share":
        text = share_text(cell)
        return f"{text}%" if unit else text
    if cell.stat in COUNTS:
        return thousands(cell.value) + (counter(table, language) if unit else "")
    if table.kind == "date":
        return _date(int(cell.value), str(table.facts.get("precision", "day")), language)
    if table.kind == "money":
        return _amount(table, cell.value, language, unit)
    if cell.stat == "score100":
        text = thousands(cell.value, 1)
    elif _on_a_scale(table):
        text = thousands(cell.value, 2)
    elif cell.stat == "mean":
        text = thousands(cell.value, 1)
    else:
        text = thousands(cell.value, 0 if cell.value == int(cell.value) else 1)
    return text + _spaced(unit_of(table, cell.stat, language), language) if unit else text


def share_text(cell: Cell) -> str:
    """A share in per cent, one decimal, from count and base where both are known."""
    assert cell.value is not None
    if cell.n is not None and cell.base:
        return percent(cell.n, cell.base)
    return str(half_up(Fraction(repr(float(cell.value))) * 100, 1))


def _on_a_scale(table: Table) -> bool:
    return table.kind in ON_A_SCALE or (table.kind == "grid" and bool(table.facts.get("points")))


def _spaced(word: str, language: str) -> str:
    return f" {word}" if word and language != "ko" and word != "%" else word


def _amount(table: Table, won: float, language: str, unit: bool) -> str:
    if not unit:
        in_one = {"원": 1, "천원": 1_000, "만원": 10_000, "백만원": 1_000_000, "억원": 100_000_000}
        return thousands(Fraction(repr(float(won))) / in_one[unit_of(table, "median", language)])
    if abs(won) < SMALLEST_IN_MYRIADS:
        return money(int(half_up(won)), language)
    return money(int(half_up(Fraction(repr(float(won))) / 10_000)) * 10_000, language)


def _date(digits: int, precision: str, language: str) -> str:
    """20160412 as "2016년 4월 12일", as far as the question asked."""
    year, month, day = digits // 10_000, digits // 100 % 100, digits % 100
    if language == "ko":
        parts = [f"{year}년", f"{month}월", f"{day}일"]
    else:
        parts = [str(year), MONTHS[month - 1], str(day)]
    kept = parts[: {"year": 1, "month": 2, "day": 3}[precision]]
    return " ".join(kept if language == "ko" else reversed(kept))


def _plain(value: float) -> str:
    """The shortest text that reads back as the same number."""
    return str(int(value)) if value == int(value) else repr(float(value))
