"""A whole split over rows: one bar of the mean parts, by group one for each level. Of more parts than there
are colours, a bar for each."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.charts.legend import Key
from analysis.charts.marks import Mark, Words, bottom
from analysis.charts.medians import Measure, measures
from analysis.charts.palette import PARTS
from analysis.charts.parts import MOST, Part, Whole, part_lines
from analysis.charts.place import Place, rows
from analysis.charts.view import View


def allocation(view: View, top: float = 0.0) -> Iterator[Mark]:
    table, language = view.table, view.language
    levels = table.levels if table.group else [level for level in table.levels if not level.id]
    if len(table.rows) > MOST:
        for level in levels:
            if table.group:
                yield Words(0, top + 14, level.words.text(language), bold=True)
                top += 20
            places = rows(view)
            cells = [view.cell("mean", "", place.row, level.id) for place in places]
            marks = [*measures(view, places, [Measure(view.say("mean_part"), cells)], top)]
            yield from marks
            top = bottom(marks, top) + 18
        return
    keys = [Key(fill, row.words.text(language)) for fill, row in zip(PARTS, table.rows, strict=False)]
    wholes = [
        Whole(
            Place(level.words.text(language), "", level.id),
            [
                Part(view.cell("mean", "", row.id, level.id), fill)
                for fill, row in zip(PARTS, table.rows, strict=False)
            ],
            [view.cell("base", "", "", level.id)],
        )
        for level in levels
    ]
    yield from part_lines(
        view, keys, wholes, top, [view.say("n")], dots=False, total=table.facts.get("total") or 100
    )
