"""Rows × columns: every column drawn as its kind asks, the numbers of all columns together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from analysis.charts.diverging import diverging
from analysis.charts.heat import WIDEST, heat
from analysis.charts.marks import Mark, bottom, stacked
from analysis.charts.measure import LINE, wrap
from analysis.charts.medians import Measure, measures
from analysis.charts.options import Line, line_rows, plain_items
from analysis.charts.parts import MOST
from analysis.charts.place import Place, levels, row_word, rows
from analysis.charts.scale import colours
from analysis.charts.single import single_lines
from analysis.charts.use import is_use, use
from analysis.charts.view import Column, View, amount, is_hidden

NUMBERS = ("number", "money")
LONG = 8  # rows; more of them are a table of shaded cells
APART = 22.0  # from one block to the next


def grid(view: View, top: float = 0.0) -> Iterator[Mark]:
    columns: list[dict[str, Any]] = list(
        view.facts.get("columns") or [{"id": "", "kind": view.facts.get("cell_kind")}]
    )
    if is_use(view, columns):
        blocks = [columns]
    else:
        numbers = [column for column in columns if column["kind"] in NUMBERS]
        blocks = [numbers] if numbers else []
        blocks += [[column] for column in columns if column["kind"] not in NUMBERS]
    for block in blocks:
        for at, (heading, places) in enumerate(_sheets(view)):
            title = [heading] if heading else []
            if len(columns) > 1 and len(block) == 1 and block[0]["kind"] not in NUMBERS:
                title.append(view.table.words("items", block[0]["id"], view.language))
            if title:
                lines = wrap(" · ".join(title), view.width, bold=True)
                yield from stacked(0, top + 14, lines, LINE, bold=True)
                top += 7 + LINE * len(lines)
            marks = [*_block(view, block, places, top, keyed=at == 0)]
            yield from marks
            top = bottom(marks, top) + APART


def _sheets(view: View) -> list[tuple[str, list[Place]]]:
    """Without a group one sheet with a line for each row; with one a sheet for each row, a line for each
    level."""
    if not view.table.group:
        return [("", rows(view))]
    return [(row_word(view, row), levels(view, row.id)) for row in view.table.rows if row.id]


def _block(
    view: View, block: list[dict[str, Any]], places: list[Place], top: float, keyed: bool
) -> Iterator[Mark]:
    """keyed: what colours mean is said; it is the same in every sheet, and said in the first."""
    whole, view, kind = view, view.at(block[0]["id"]), block[0]["kind"]
    options = len(plain_items(view))
    if len(block) == 2 and is_use(whole, block):
        yield from use(whole, block, places, top)
    elif kind in NUMBERS:
        yield from _numbers(view, block, places, top)
    elif kind == "scale" and colours(view) and len(places) <= LONG:
        yield from diverging(view, places, top, keyed)
    elif kind in ("single", "scale") and options <= (MOST if len(places) <= LONG else 2):
        yield from single_lines(view, places, top)
    elif kind in ("single", "scale") and options <= WIDEST:
        yield from heat(view, places, top, keyed)
    else:
        yield from _lists(view, places, top)


def _lists(view: View, places: list[Place], top: float) -> Iterator[Mark]:
    """Each line as a heading with its options below."""
    for place in places:
        words = stacked(0, top + 14, wrap(place.label, view.width, bold=True), LINE, bold=True)
        lines = [
            Line(
                view.word(item),
                view.cell("count", item.id, place.row, place.level),
                view.cell("share", item.id, place.row, place.level),
                view.base(place.row, place.level),
            )
            for item in plain_items(view)
        ]
        marks = [*words, *line_rows(view, lines, bottom(words) + 2, pitch=26)]
        yield from marks
        top = bottom(marks, top) + 14


def _numbers(view: View, block: list[dict[str, Any]], places: list[Place], top: float) -> Iterator[Mark]:
    sums = [view.cell("sum", "", place.row, place.level) for place in places]
    if view.facts.get("adds_up_to") and any(cell is not None and not is_hidden(cell) for cell in sums):
        yield from _sums(view, places, top)
        return
    columns = []
    for column in block:
        own = view.at(column["id"])
        name = view.table.words("items", column["id"], view.language) if column["id"] else ""
        head = f"{name} {view.say('median')}".strip()
        columns.append(Measure(head, [own.cell("median", "", place.row, place.level) for place in places]))
    yield from measures(view, places, columns, top)


def _sums(view: View, places: list[Place], top: float) -> Iterator[Mark]:
    """Rows that add up to a whole by what they bring to it, the largest first; beside it the usual respondent."""
    if not view.table.group:
        places = sorted(places, key=lambda place: -amount(view.cell("sum", "", place.row)))
    sums, medians = (
        [view.cell(stat, "", place.row, place.level) for place in places] for stat in ("sum", "median")
    )
    beside = Column(medians, head=view.say("median"), colour="ink2")
    yield from measures(view, places, [Measure(view.say("sum"), sums)], top, [beside])
