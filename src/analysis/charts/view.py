"""What a figure is drawn from: a table, seen in a language and at a width. Nothing is computed, cells are
looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from analysis.charts.marks import Mark, Pill, Words
from analysis.charts.measure import longest_word, room, wrap
from analysis.language import message
from analysis.narrative import Figure, show_cell
from analysis.narrative.scope import counts_lead, is_untold, is_weighted, no_shares
from analysis.tables import Cell, Label, Table

FEW_EVENTS = 60  # of the ledger's events: below, one mark is one event
# Pixels. A page shows them no narrower (figures.css: 35rem; a phone of 320 less its margins), so that letters of 12
# are never shown smaller.
WIDE, NARROW = 560, 288
NOTHING = "-"


@dataclass(frozen=True)
class View:
    """A table seen by a figure. `column`: of a grid with columns, the one whose cells are looked at."""

    table: Table
    language: str
    width: int
    column: str = ""

    @property
    def narrow(self) -> bool:
        return self.width < (WIDE + NARROW) / 2

    @property
    def facts(self) -> dict[str, Any]:
        """The facts of the question, and before them those of the column."""
        own = next(
            (facts for facts in self.table.facts.get("columns") or () if facts["id"] == self.column), {}
        )
        return {**self.table.facts, **own}

    @property
    def items(self) -> tuple[Label, ...]:
        """The items of the question, or those of the column by their own ids."""
        if not self.column:
            return self.table.items
        lead = f"{self.column}:"
        return tuple(
            replace(label, id=label.id.removeprefix(lead))
            for label in self.table.items
            if label.id.startswith(lead)
        )

    def at(self, column: str) -> View:
        return replace(self, column=column)

    def cell(self, stat: str, item: str = "", row: str = "", level: str = "") -> Cell | None:
        if self.column:
            item = f"{self.column}:{item}" if item else self.column
        return self.table.get(stat, item, row, level)

    def counted(self, row: str | None = None) -> frozenset[str]:
        """The items, by their whole ids, of which there are counts or shares in a row (in any)."""
        return self._counted.get(row, frozenset())

    @cached_property
    def _counted(self) -> dict[str | None, frozenset[str]]:
        found: dict[str | None, set[str]] = {None: set()}
        for cell in self.table.cells:
            if cell.stat in ("count", "share"):
                found[None].add(cell.item)
                found.setdefault(cell.row, set()).add(cell.item)
        return {row: frozenset(items) for row, items in found.items()}

    def base(self, row: str = "", level: str = "") -> int | None:
        """How many respondents a line is about; None where that is hidden or not told."""
        for cell in (self.cell("base", "", row, level), self.table.get("base", "", row, level)):
            if cell is not None:
                return int(cell.value) if cell.shown and cell.value is not None else None
        return None

    @property
    def few(self) -> bool:
        """One mark is one respondent, where counts lead. Of all respondents together, so that every line of a figure speaks
        alike."""
        if self.weighted:
            return False
        return self._base < (FEW_EVENTS if self.table.kind == "events" else counts_lead(self.table))

    @property
    def weighted(self) -> bool:
        """Shares are what is drawn and put in order, for counts say something else; but not of so few respondents that
        there are none."""
        return is_weighted(self.table) and self._base >= no_shares(self.table)

    @property
    def size(self) -> str:
        """The statistic that options are put in order by."""
        return "share" if self.weighted else "count"

    @cached_property
    def _base(self) -> float:
        base = self.base()
        if base is None:
            bases = [cell.base for cell in self.table.cells if cell.base is not None]
            base = max(bases, default=self.table.facts.get("n_respondents") or 0)
        return base

    def word(self, label: Label) -> str:
        """The words of an item, of the column's own where there is one ("만족도: 만족" is "만족")."""
        text = label.words.text(self.language)
        if self.column:
            lead = self.table.words("items", self.column, self.language) if self._has(self.column) else ""
            text = text.removeprefix(f"{lead}: ")
        return text

    def say(self, key: str, **fields: object) -> str:
        return message(f"charts.{key}", self.language, **fields)

    def told(self, cell: Cell | None) -> Cell | None:
        """The cell; of a share that is of too few respondents to be told, its count."""
        if cell is None or not is_untold(cell):
            return cell
        return self.table.get("count", cell.item, cell.row, cell.level) or cell

    def text(self, cell: Cell | None, unit: bool = True) -> str:
        """What a cell shows; where there is none, that there is nothing. A count in the place of a share has its
        unit, or it would be read as one."""
        if cell is None:
            return NOTHING
        if (count := self.told(cell)) is not cell:
            return self.say("counted", n=self.text(count)) if self.language != "ko" else self.text(count)
        key = (id(cell), unit)  # asked for its width, and again for its words
        if key not in self._texts:
            shown = show_cell(self.table, cell, self.language, unit)
            self._texts[key] = shown.text if isinstance(shown, Figure) else shown
        return self._texts[key]

    @cached_property
    def _texts(self) -> dict[tuple[int, bool], str]:
        return {}

    def number(
        self, x: float, y: float, cell: Cell | None, unit: bool = True, around: str = "{}", **look: Any
    ) -> Words:
        """The words of a cell, tied to it. around: what stands about the number, as in "평균 {}"."""
        return self.tied(Words(x, y, around.replace("{}", self.text(cell, unit)), **look), self.told(cell))

    def tied(self, words: Words, cell: Cell | None) -> Words:
        """The words with the address of the cell that they show."""
        if cell is None:
            return words
        return replace(words, cell=self.table.address(cell), value=cell.value if cell.shown else None)

    def hidden(self, x: float, middle: float, cell: Cell | None = None, colour: str = "ink3") -> list[Mark]:
        """The pill of a hidden cell, from x on."""
        pill = Pill(x, middle - Pill.HEIGHT / 2, colour)
        address = self.table.address(cell) if cell is not None else ""
        return [pill, Words(x + Pill.WIDTH / 2, middle + 4.5, "X", 12, True, "ink2", "middle", address)]

    def _has(self, item: str) -> bool:
        return any(label.id == item for label in self.table.items)


def is_hidden(cell: Cell | None) -> bool:
    return cell is not None and cell.status == "suppressed"


def amount(cell: Cell | None) -> float:
    """How much a cell draws: its value, or nothing."""
    return cell.value if cell is not None and cell.shown and cell.value is not None else 0.0


def widest(texts: Iterable[str], size: float = 13, bold: bool = False) -> float:
    return max((room(text, size, bold) for text in texts), default=0.0)


HEAD, WORD = 78.0, 110.0  # a column's heading breaks into lines of so many pixels, for a long word of more


@dataclass(frozen=True)
class Column:
    """A column of numbers, flush right at `right`. blank: lines that show nothing in it. turned: those whose number
    means the opposite, which is marked at the number: it would else be read down the column like the others."""

    cells: Sequence[Cell | None]
    bold: bool = False
    size: float = 13
    colour: str = "ink"
    unit: bool = True
    head: str = ""
    blank: frozenset[int] = frozenset()
    turned: frozenset[int] = frozenset()

    @property
    def all_hidden(self) -> bool:
        """It has numbers, and none of them may be shown."""
        cells = [cell for at, cell in enumerate(self.cells) if at not in self.blank and cell is not None]
        return bool(cells) and all(map(is_hidden, cells))

    @property
    def heading(self) -> tuple[str, ...]:
        return wrap(self.head, min(WORD, max(HEAD, longest_word(self.head, 12))), 12) if self.head else ()

    def width(self, view: View) -> float:
        texts = [
            self._around(view, at).replace("{}", view.text(cell, self.unit))
            for at, cell in enumerate(self.cells)
            if at not in self.blank
        ]
        return max(widest(texts, self.size, self.bold), widest(self.heading, 12))

    def number(self, view: View, place: int, right: float, middle: float) -> Words:
        look: dict[str, Any] = {"size": self.size, "bold": self.bold, "colour": self.colour, "anchor": "end"}
        around = self._around(view, place)
        return view.number(right, middle + self.size * 0.36, self.cells[place], self.unit, around, **look)

    def _around(self, view: View, place: int) -> str:
        cell = self.cells[place]
        marked = place in self.turned and cell is not None and cell.shown and cell.value is not None
        return view.say("turned", number="{}") if marked else "{}"
