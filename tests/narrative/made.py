"""Tables to tell: made from counts, so that a test shows what its sentence is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from analysis.questionnaire.words import Words
from analysis.tables import Cell, Label, Table

RESPONDENTS = {
    "ko": "회원단체",
    "en": "member organisation",
    "en_plural": "member organisations",
    "counter": "개",
}
COOPS = {"ko": "협동조합", "en": "co-operative", "en_plural": "co-operatives", "counter": "개"}

Ids = Mapping[str, str]  # id -> Korean words; the English are the id


def made(
    kind: str,
    cells: Iterable[Cell],
    items: Ids | None = None,
    rows: Ids | None = None,
    levels: Ids | None = None,
    by: str = "",
    title: str = "문항",
    respondents: Mapping[str, str] = RESPONDENTS,
    **facts: Any,
) -> Table:
    """A table of that kind; its words are those of the ids."""
    cells = tuple(cells)
    base = next((cell.value for cell in cells if cell.stat == "base"), None)
    return Table(
        survey="member_orgs",
        year=2016,
        question="question",
        group=by,
        kind=kind,
        title=Words(ko=title, en=title),
        asked=Words(ko=title),
        base=Words(ko=f"응답한 회원단체 {base:.0f}개" if base is not None else "응답한 회원단체"),
        source=Words(ko="자료"),
        levels=(Label("", Words(ko="전체", en="All")), *labels(levels)),
        rows=labels(rows),
        items=labels(items),
        facts={"respondents": dict(respondents), **facts},
        cells=cells,
    )


def labels(ids: Ids | None) -> tuple[Label, ...]:
    return tuple(Label(name, Words(ko=korean, en=name)) for name, korean in (ids or {}).items())


def counts(base: int, numbers: Mapping[str, int], row: str = "", level: str = "") -> list[Cell]:
    """The base, and a count and a share for every item."""
    cells = [Cell(level, row, "", "base", base, n=base, base=base)]
    for item, n in numbers.items():
        cells.append(Cell(level, row, item, "count", n, n=n, base=base))
        cells.append(Cell(level, row, item, "share", n / base if base else None, n=n, base=base))
    return cells


def stats(values: Mapping[str, float], n: int, item: str = "", row: str = "") -> list[Cell]:
    """Statistics that stand on n answers."""
    return [Cell("", row, item, stat, value, n=n, base=n) for stat, value in values.items()]


def chosen(kind: str, numbers: Mapping[str, int], base: int | None = None, **more: Any) -> Table:
    """A table of options, whose ids are their words."""
    base = sum(numbers.values()) if base is None else base
    return made(kind, counts(base, numbers), items={name: name for name in numbers}, **more)


SATISFACTION = {"1": "매우 불만족", "2": "불만족", "3": "보통", "4": "만족", "5": "매우 만족"}


def scale(numbers: Iterable[int], words: Ids = SATISFACTION, good: str = "high", **values: float) -> Table:
    """A scale of five points and its nets, with `mean` and `score100` where they are given."""
    by_point = {str(point): n for point, n in enumerate(numbers, start=1)}
    base = sum(by_point.values())
    with_nets = by_point | {"4+5": by_point["4"] + by_point["5"], "1+2": by_point["1"] + by_point["2"]}
    return made(
        "scale",
        [*counts(base, with_nets), *stats(values, base)],
        items=dict(words) | {"4+5": f"{words['4']}+{words['5']}", "1+2": f"{words['1']}+{words['2']}"},
        points=5, good=good, top="4+5", bottom="1+2",
    )  # fmt: skip


def weighing(table: Table, shares: Mapping[str, float], level: str = "", row: str = "") -> Table:
    """The table with weighted shares of some items in the place of what their counts come to."""
    cells = tuple(
        cell._replace(value=shares[cell.item])
        if (cell.level, cell.row, cell.stat) == (level, row, "share") and cell.item in shares else cell
        for cell in table.cells
    )  # fmt: skip
    inference = {**table.facts.get("inference", {}), "weighted": True}
    return replace(table, cells=cells, facts={**table.facts, "inference": inference})


def hiding(table: Table, *hidden: str, rule: str = "small") -> Table:
    """The table with the counts and shares of some items hidden."""
    return table.with_cells(tuple(
        cell._replace(value=None, n=None, status="suppressed", rule=rule)
        if cell.item in hidden and cell.stat in ("count", "share") else cell
        for cell in table.cells
    ))  # fmt: skip
