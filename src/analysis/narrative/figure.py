"""A number as a page shows it: its text, and the cell it came from.

Sentences, tables and charts all show numbers through `show_cell`, so that one cell never has two texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from math import ceil, floor
from typing import Any

from analysis.language import half_up, message, money, percent, thousands
from analysis.language.number_format import MONTHS, in_unit
from analysis.release.precision import LEAST_P, decimals_of_p
from analysis.tables import Cell, Table
from analysis.tables.table import OF_HOW_MANY

SIGNS = {"suppressed": "X", "empty": "-", "not_comparable": "…"}
UNKNOWN = "…"
NOTHING = "-"

AMOUNT = "amount"  # of money in accounts, in whole won
TESTS = ("p", "p_adjusted")
OF_TESTS = (*TESTS, "effect")
QUANTILES = ("median", "q1", "q3")
COUNTS = ("count", "base", "absent", "answered", "mentions")
COEFFICIENTS = ("alpha", "omega", "w")  # up to 1, without a unit
WON = {"원": 1, "천원": 1_000, "만원": 10_000, "백만원": 1_000_000, "억원": 100_000_000}
LARGE_MEAN = 100  # from here on a mean of numbers is read without decimals
IN_MYRIADS = 10_000_000  # from ten million won on, an amount is read to the nearest 만 원


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
    if sign := sign_of(cell):
        return sign
    number = _number(table, cell, language)
    if cell.stat in OF_TESTS:
        lead = "" if cell.stat == "effect" or not unit else "p" if number[0] == "<" else "p="
        return Figure(table.address(cell), cell.value, lead + number)
    text = number + joined(unit_of(table, cell, language), number, language) if unit else number
    if _facts(table, cell).get("asked_in") and not (is_count(cell) or cell.stat == "share") and unit:
        text = _amount(cell.value, language)
    return Figure(table.address(cell), cell.value, text)


def show_end(table: Table, cell: Cell, end: str, language: str, unit: bool = True) -> Figure:
    """An end ("low" or "high") of the interval of a cell, as the cell itself is shown; of a count, that of its share
    as a number of the frame, of a quantile of whole answers in whole units, outwards. Raises ValueError where the table
    tells none."""
    value = table.value(f"{cell.stat}.{end}", cell.item, cell.row, cell.level)
    if value is None:
        raise ValueError(f"{table.address(cell)} has no interval")
    if value == 0 and cell.stat in ("count", "share"):  # an end at nothing is a number, not a sign
        text = ("0.0%" if unit else "0.0") if cell.stat == "share" else thousands(0)
        text += joined(unit_of(table, cell, language), "0", language) if unit and cell.stat == "count" else ""
    else:
        read = _outwards(table, cell, value, end)
        shown = show_cell(table, cell._replace(value=read, n=None), language, unit)
        text = shown.text if isinstance(shown, Figure) else shown
    return Figure(table.address(cell, end), value, text)


def _outwards(table: Table, cell: Cell, value: float, end: str) -> float:
    """An end between two answers tells no more than that it lies between them: of a quantile that is a whole number,
    or half way between two, it is read as the next one outwards; of money as a whole amount of the unit asked in."""
    facts = _facts(table, cell)
    whole = (cell.value or 0.0) * 2 == int((cell.value or 0.0) * 2)
    if cell.stat not in QUANTILES or "precision" in facts or not (whole or "asked_in" in facts):
        return value
    unit = WON[facts["asked_in"]] if "asked_in" in facts else 1
    units = round(value / unit, 6)  # 12.0000000001 is no more than 12
    return float((floor(units) if end == "low" else ceil(units)) * unit)


def sign_of(cell: Cell) -> str:
    """What stands in the place of a number, as `show_cell` says; "" where there is a number to show."""
    if not cell.shown:
        return SIGNS[cell.status]
    if cell.value is None:
        return UNKNOWN
    if cell.stat == AMOUNT and cell.row == "difference":  # none is what is to be shown
        return ""
    return NOTHING if cell.value == 0 and cell.stat in ("count", "share", AMOUNT) else ""


def sign_of_interval(cell: Cell) -> str:
    """What stands in the place of its interval; "" where there is one."""
    if cell.shown and cell.value is not None:
        return UNKNOWN if cell.low is None or cell.high is None else ""
    return sign_of(cell)


def is_count(cell: Cell) -> bool:
    """It says how many: of answers, or behind another figure ("mean.base")."""
    return cell.stat in COUNTS or cell.stat.endswith(OF_HOW_MANY)


def unit_of(table: Table, cell: Cell, language: str) -> str:
    """What stands behind a cell's number, as in "(단위 : 개, %)"; "" where nothing does."""
    facts = _facts(table, cell)
    if cell.stat == "share":
        return "%"
    if is_count(cell):
        return _counter(table, cell) if language == "ko" else ""
    if cell.stat in ("code", *COEFFICIENTS, *OF_TESTS) or "precision" in facts:
        return ""
    if cell.stat in ("score100", "nps", "borda") or _on_a_scale(table, facts):
        return "점" if language == "ko" else ""
    if "asked_in" in facts:
        return str(facts["asked_in"]) if language == "ko" else "won"
    return str((language != "ko" and facts.get("unit_en")) or facts.get("unit") or "")


def quadrant(code: float, language: str) -> str:
    """The place of a row in the plane of importance and performance: "집중 개선"."""
    return message(f"narrative.quadrant.{int(code)}", language)


def _number(table: Table, cell: Cell, language: str) -> str:
    facts = _facts(table, cell)
    value = cell.value or 0.0
    if cell.stat == "share":
        return _percent(cell)
    if cell.stat == "code":
        return quadrant(value, language)
    if cell.stat in TESTS:
        return f"<{LEAST_P}" if value < LEAST_P else thousands(value, decimals_of_p(table, value))
    if cell.stat in ("effect", "borda", *COEFFICIENTS):
        return thousands(value, 2)
    if is_count(cell):
        return thousands(value)
    if cell.stat == AMOUNT:  # a minus is a triangle in accounts
        return f"{'△' if value < 0 else ''}{thousands(abs(value))}"
    if "precision" in facts:
        return _date(int(value), facts["precision"], language)
    if "asked_in" in facts:
        return thousands(_exact(value) / (WON[facts["asked_in"]] if language == "ko" else 1))
    if cell.stat == "mean" and _on_a_scale(table, facts):
        return thousands(value, 2)
    whole = value == int(value) and cell.stat not in ("mean", "score100", "nps")
    large = cell.stat == "mean" and abs(value) >= LARGE_MEAN
    return thousands(value, 0 if whole or large else 1)


def _percent(cell: Cell) -> str:
    """From count and base, which no rounding has touched, unless the share is weighted and another number."""
    value = cell.value or 0.0
    if cell.n is not None and cell.base and half_up(Fraction(cell.n, cell.base), 3) == half_up(value, 3):
        return percent(cell.n, cell.base)
    return percent(value, 1)


def _facts(table: Table, cell: Cell) -> Mapping[str, Any]:
    """The facts of the question, or those of the column of a grid that the cell is in."""
    column = cell.item.partition(":")[0]
    return next((facts for facts in table.facts.get("columns") or () if facts["id"] == column), table.facts)


def _on_a_scale(table: Table, facts: Mapping[str, Any]) -> bool:
    return table.on_a_scale or facts.get("kind") == "scale"


def _counter(table: Table, cell: Cell) -> str:
    """The word that counts respondents ("개", "명"), or whatever it is that this row counts."""
    respondents = table.facts.get("respondents") or {}
    return str((table.facts.get("counters") or {}).get(cell.row) or respondents.get("counter", ""))


def joined(unit: str, number: str, language: str) -> str:
    """The unit as it is joined to a number: "8회", "43.5억 원"; in English "8 meetings", "1 meeting"."""
    if language == "ko":
        return f"{unit.removesuffix('원')} 원" if WON.get(unit, 1) > 1 else unit
    if unit in ("", "%"):
        return unit
    return in_unit(number, unit).removeprefix(number)


def _amount(won: float, language: str) -> str:
    """An amount that can be read: exact below ten million won, then to the nearest ten thousand.

    By way of whole thousands, in which amounts are released: rounded once or twice, every audience reads the same.
    """
    if abs(won) < IN_MYRIADS:
        return money(int(half_up(won)), language)
    thousands_of_won = half_up(_exact(won) / 1_000)
    return money(int(half_up(thousands_of_won / 10)) * 10_000, language)


def date_words(date: str, language: str) -> str:
    """An ISO date, month or year as it is said: "2016-04" is "2016년 4월", "April 2016"."""
    year, *rest = (int(part) for part in date.split("-"))
    if language == "ko":
        return " ".join(f"{part}{unit}" for part, unit in zip([year, *rest], "년월일", strict=False))
    month = [MONTHS[part - 1] for part in rest[:1]]
    return " ".join([*(str(day) for day in rest[1:]), *month, str(year)])


def _date(digits: int, precision: str, language: str) -> str:
    """20160412 as "2016년 4월 12일", as far as the question asked."""
    iso = f"{digits // 10_000}-{digits // 100 % 100}-{digits % 100}"
    parts = {"year": 1, "month": 2, "day": 3}[precision]
    return date_words("-".join(iso.split("-")[:parts]), language)


def _exact(value: float) -> Fraction:
    """The number that a person reads, not the nearest binary one."""
    return Fraction(repr(float(value)))


def _plain(value: float) -> str:
    """The shortest text that reads back as the same number."""
    return str(int(value)) if value == int(value) else repr(float(value))
