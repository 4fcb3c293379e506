"""The verb of this room: a table, drawn twice, for a page and for a phone.

A figure is a function `kind(view, top=0.0) -> Iterator[Mark]`, small and like its neighbours: it looks up
cells of the view (`view.cell`, `view.number`), lays lines out with `stub`, says what colours mean with
`legend`, and yields marks in pixels. It computes no statistic, and knows nothing of SVG. A new
kind is a module with such a function and a line in KINDS; it may ask `view.few` (one mark is one respondent),
`view.narrow` (a phone), `is_hidden(cell)` (a pill in its place), and takes its colours by name from
`palette.py`. tests/charts/test_matrix.py then looks at it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from analysis.charts.accounts import accounts
from analysis.charts.allocation import allocation
from analysis.charts.events import events
from analysis.charts.grid import grid
from analysis.charts.importance_performance import importance_performance
from analysis.charts.marks import Mark, Words, bottom
from analysis.charts.options import options, plain_items
from analysis.charts.palette import DARK, LIGHT, css
from analysis.charts.parts import MOST
from analysis.charts.quantity import quantity
from analysis.charts.ranking import ranking
from analysis.charts.scale import scale
from analysis.charts.single import parts_of_levels, single
from analysis.charts.subtitle import subtitle
from analysis.charts.svg import name_of, svg
from analysis.charts.view import NARROW, WIDE, View
from analysis.errors import DureError
from analysis.narrative import alt_text, alt_title
from analysis.tables import Table

MARGIN = 4.0  # below the last mark

# By the kind of question; a kind that is not here has no figure.
KINDS: dict[str, Callable[[View], Iterator[Mark]]] = {
    "single": single,
    "multi": options,
    "date": options,
    "scale": scale,
    "ranking": ranking,
    "number": quantity,
    "money": quantity,
    "grid": grid,
    "allocation": allocation,
    "importance_performance": importance_performance,
    "events": events,
    "accounts": accounts,
}

# What else a table can be drawn as, by the name of the figure; "" is the usual one.
OTHERS: dict[str, dict[str, Callable[[View], Iterator[Mark]]]] = {
    "single": {"options": options, "parts": parts_of_levels},
    "scale": {"options": options, "parts": parts_of_levels},
}


class NoAlternative(DureError):
    """A drawing that says nothing to those who do not see it."""


@dataclass(frozen=True)
class Drawing:
    """A figure as SVG elements for one page: for 560 pixels, and for 288. title and description are what a screen
    reader says of both, told in the wide one, which the narrow one refers to; subtitle stands under the caption:
    whom the figure is about, how they were asked, what is counted.

    Raises NoAlternative where who does not see it would learn nothing, not even a number.
    """

    svg_wide: str
    svg_narrow: str
    title: str
    description: str
    subtitle: str

    def __post_init__(self) -> None:
        if not self.title.strip() or not re.search(r"\d", f"{self.title} {self.description}"):
            raise NoAlternative(
                f"그림에 대체 텍스트가 없습니다: ‘{self.title}’. 무엇을 보여 주는지 수와 함께 적으세요.",
                f"a figure has no alternative text with a number in it: {self.title!r} {self.description!r}",
            )

    def standalone(self) -> str:
        """The wide drawing as a file of its own, which brings the colours and the face of the page along."""
        dark = f"@media (prefers-color-scheme:dark){{svg{{{css(DARK)}}}}}"
        style = f"<style>svg{{{css(LIGHT)};background:var(--paper);font-family:sans-serif}}{dark}</style>"
        start, end, rest = self.svg_wide.partition(">")
        return f'{start} xmlns="http://www.w3.org/2000/svg"{end}{style}{rest}\n'


def kinds_for(table: Table) -> tuple[str, ...]:
    """What a table can be drawn as: "", the usual figure, and others by name; nothing where its kind has no figure."""
    if table.kind not in KINDS:
        return ()
    others = OTHERS.get(table.kind, {})
    return ("", *(name for name in others if name != "parts" or len(plain_items(View(table, "ko", WIDE))) <= MOST))


def draw(
    table: Table,
    language: str = "ko",
    title: str | None = None,
    description: str | None = None,
    kind: str = "",
) -> Drawing | None:
    """The figure of a table; None where its kind has none. Equal tables give equal bytes.

    title, description: where `narrative.alt_title` and `narrative.alt_text` would not do. kind: one of `kinds_for`.
    """
    if table.kind not in KINDS:
        return None
    title = alt_title(table, language) if title is None else title
    description = alt_text(table, language) if description is None else description
    wide, narrow = (marks_of(table, language, width, kind) for width in (WIDE, NARROW))
    named, told = name_of(title, description, f"f{sha256(table.name.encode()).hexdigest()[:8]}")
    return Drawing(
        svg(wide, (WIDE, round(bottom(wide) + MARGIN)), table.name, named, told),
        svg(narrow, (NARROW, round(bottom(narrow) + MARGIN)), table.name, named),
        title,
        description,
        subtitle(View(table, language, WIDE), wide),
    )


def marks_of(table: Table, language: str, width: int, kind: str = "") -> list[Mark]:
    """What the figure of a table is made of, at a width of WIDE or NARROW pixels."""
    view = View(table, language, width)
    if _nobody(table):
        return [Words(0, 14, view.say("nobody"), colour="ink2")]
    figure = OTHERS.get(table.kind, {}).get(kind) or KINDS[table.kind]
    marks = list(figure(view))
    return [*marks, *_amounts(view, bottom(marks))]


def _nobody(table: Table) -> bool:
    """Nobody answered; of the ledger, which asks nobody, this is not said."""
    bases = [cell for cell in table.cells if cell.stat == "base"]
    asked = table.kind not in ("events", "accounts")
    return asked and bool(bases) and all(cell.shown and not cell.value for cell in bases)


def _amounts(view: View, top: float) -> Iterator[Mark]:
    """That amounts are told as people say them, where the table beside the figure has them in the unit
    asked."""
    columns = (view.table.facts, *(view.table.facts.get("columns") or ()))
    unit = next((facts["asked_in"] for facts in columns if facts.get("asked_in")), "원")
    if view.language == "ko" and unit != "원":
        words = view.say("amounts", unit=unit)
        yield Words(view.width, top + 18, words, 12, colour="ink3", anchor="end")

