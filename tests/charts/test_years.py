"""The same question looks the same every year, whatever was answered and though an option came or went."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.charts.drawing import marks_of
from analysis.charts.marks import Bar, Line, Mark, Units, Words
from analysis.charts.view import NARROW, WIDE
from analysis.questionnaire.words import Words as Said
from analysis.tables import Label, Table
from tests.charts.invented_tables import LEVELS, counted, scale, table
from tests.charts.read_marks import words_of

OPEN = {"yes": "찬성", "later": "나중에", "no": "반대", "other": "기타"}


def year(number: int, n: int, options: dict[str, str], weights: list[int]) -> Table:
    """A question by area in a year: every level answers alike."""
    items = tuple(Label(id_, Said(ko=words)) for id_, words in options.items())
    cells = []
    for level, base in (("", n), ("capital", n // 2), ("rest", n // 2)):
        counts = [base * weight // sum(weights) for weight in weights]
        counts[0] += base - sum(counts)
        cells += counted([item.id for item in items], counts, base, level)
    facts = {"other": ["other"], "exclusive": [], "ordered": False}
    made = table("single", cells, items=items, facts=facts, group="area", levels=LEVELS)
    return replace(made, year=number)


def colours(of: Table, options: dict[str, str], width: int = WIDE) -> dict[str, str]:
    """The fill of every option: that of the mark nearest to its word in the key, or of the tick at its label."""
    marks = marks_of(of, "ko", width)
    keys = [mark for mark in marks if isinstance(mark, Units) and mark.size == 12.0]
    ticks = [mark for mark in marks if isinstance(mark, Line)]
    found = {}
    for words in words_of(marks):
        name = next((name for name in options.values() if words.text.startswith(name)), "")
        if name and keys:
            key = min(keys, key=lambda key: abs(key.at[0][0] - words.x) + abs(key.at[0][1] - words.y))
            found[name] = key.fill
        elif name:
            near = min(ticks, key=lambda tick: abs(tick.x1 - words.x) + abs(tick.y1 - words.y))
            found[name] = "hollow" if near.colour == "ring" else near.colour
    return found


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("n", [14, 320])
def test_an_option_keeps_its_colour_though_another_is_larger_or_was_added(width: int, n: int) -> None:
    before = year(2016, n, OPEN, [5, 3, 1, 1])
    turned = year(2017, n, OPEN, [1, 2, 6, 1])
    more = {**{id_: OPEN[id_] for id_ in ("yes", "later", "no")}, "unsure": "모름", "other": OPEN["other"]}
    added = year(2018, n, more, [2, 4, 2, 3, 1])
    first = colours(before, OPEN, width)
    assert first == {"찬성": "indigo", "나중에": "sky", "반대": "wine", "기타": "hollow"}
    assert colours(turned, OPEN, width) == first
    assert colours(added, OPEN, width) == first


def test_an_option_keeps_its_colour_though_nobody_chose_one_before_it() -> None:
    before, none = year(2016, 320, OPEN, [5, 3, 1, 1]), year(2017, 320, OPEN, [5, 0, 3, 1])
    assert colours(none, OPEN) == colours(before, OPEN)


@pytest.mark.parametrize("n", [19, 380])
def test_options_follow_one_rule_of_order_and_scales_their_own(n: int) -> None:
    """The largest first, "other" last, in every year; the points of a scale never move."""

    def order(of: Table, options: list[str]) -> list[str]:
        shown = [word for word in words_of(marks_of(of, "ko", WIDE)) if word.text in options]
        return [word.text for word in sorted(shown, key=lambda word: (word.y, word.x))]

    def alone(of: Table) -> Table:
        cells = tuple(cell for cell in of.cells if not cell.level)
        return replace(of, cells=cells, group="", levels=LEVELS[:1])

    options = [*OPEN.values()]
    assert order(alone(year(2016, n, OPEN, [5, 3, 2, 4])), options) == ["찬성", "나중에", "반대", "기타"]
    assert order(alone(year(2017, n, OPEN, [1, 3, 6, 9])), options) == ["반대", "나중에", "찬성", "기타"]


def test_shares_stand_on_one_axis_in_every_year() -> None:
    """From 0 to 100 %: a bar of the same share is as long."""

    def per_share(of: Table) -> set[float]:
        marks: list[Mark] = marks_of(of, "ko", WIDE)
        bars = [mark for mark in marks if isinstance(mark, Bar)]
        said = {word.cell: word.value for word in marks if isinstance(word, Words) and word.cell.endswith("/share")}
        found = set()
        for bar in bars:
            near = [word for word in words_of(marks) if word.cell in said and bar.y < word.y < bar.y + bar.height]
            inside = [word for word in near if bar.x < word.x < bar.x + bar.width and word.anchor == "middle"]
            found |= {round((bar.width + 2) / word.value) for word in inside if word.value}
        return found

    one, other = scale(320), scale(900)
    assert per_share(one) == per_share(other) and len(per_share(one)) == 1
