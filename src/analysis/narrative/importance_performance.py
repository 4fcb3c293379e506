"""Importance and performance: where the one stays furthest behind the other, and what to concentrate on."""

from __future__ import annotations

from analysis.narrative.order import (
    Line,
    amount,
    by_value,
    in_turn,
    listed,
    measured,
    name,
    named,
    places,
    quoted,
)  # fmt: skip
from analysis.narrative.quantity import figure
from analysis.narrative.sentence import Field, Sentence, compose
from analysis.tables import Table

CONCENTRATE = 2  # the quadrant: important, and not done well
NAMED = 3  # rows of it that are named
NEXT = 2  # gaps told after the widest
FEW_ROWS = 3


def lines(table: Table, language: str) -> list[Line]:
    """The rows by their gap."""
    return measured(table, "mean", language, "gap")


def headline(table: Table, language: str) -> Sentence | None:
    order = places(lines(table, language))
    if not order:
        return next(iter(_concentrate(table, language)), None)
    first = order[0]
    fields = {
        "name": name(first, language),
        "amount": amount(table, first.first, language),
        "performance": _performance(table, language),
    }
    tie = "_tie" if first.tie else ""
    behind = by_value(first.first) > 0 and table.facts.get("good") != "low"
    return compose(f"headline.{'behind' if behind else 'gap'}{tie}", language, **fields)


def sentences(table: Table, language: str) -> list[Sentence]:
    concentrate = _concentrate(table, language) if lines(table, language) else []
    return [*concentrate, *_gaps(table, language)]


def _concentrate(table: Table, language: str) -> list[Sentence]:
    """The rows in that quadrant, those with the widest gap first: at most three by name, with how many
    they are."""
    rows = [row for row in _in_quadrant(table) if _sides(table, row, language)]
    if not rows:
        return []
    gaps = {row: cell.value or 0 for row in rows if (cell := table.get("mean", "gap", row)) and cell.shown}
    first = sorted(rows, key=lambda row: -gaps.get(row, 0))[:NAMED]
    phrases = [
        compose(
            "importance_performance.row",
            language,
            row=quoted(table.words("rows", row, language), language),
            side=_performance(table, language),
            **_sides(table, row, language),
        )
        for row in first
    ]
    how = "_more" if len(rows) > NAMED else "_one" if len(rows) == 1 else ""
    fields = {"list": listed(phrases, language), "n": str(len(rows)), "performance": _performance(table, language)}
    return [compose(f"importance_performance.concentrate{how}", language, **fields)]


def _performance(table: Table, language: str) -> str:
    """What the side of performance is called, in the middle of a sentence."""
    return table.words("items", "performance", language).lower()


def _in_quadrant(table: Table) -> list[str]:
    found = []
    for row in table.rows:
        code = table.get("code", "quadrant", row.id)
        if code is not None and code.shown and code.value == CONCENTRATE:
            found.append(row.id)
    return found


def _sides(table: Table, row: str, language: str) -> dict[str, Field]:
    """The two means of a row; empty where one of them is hidden."""
    sides = {side: figure(table, "mean", language, side, row) for side in ("importance", "performance")}
    shown: dict[str, Field] = {side: number for side, number in sides.items() if number is not None}
    return shown if len(shown) == len(sides) else {}


def _gaps(table: Table, language: str) -> list[Sentence]:
    """What follows the widest gap, and the narrowest."""
    order = places(lines(table, language))
    if len(order) < 2:
        return []
    low = {
        "low": name(order[-1], language),
        "least": amount(table, order[-1].first, language),
        "performance": _performance(table, language),
    }
    over = "_over" if by_value(order[-1].first) < 0 and table.facts.get("good") != "low" else ""
    over = over or ("_none" if not by_value(order[-1].first) else "")
    rest = [place for place in order[1:-1] if by_value(place.first) > 0][:NEXT]
    told = _by_block(table, language)
    if len(table.rows) <= FEW_ROWS or not rest:
        return [compose(f"importance_performance.narrowest{over}", language, **low), *told]
    following = in_turn([named(table, place, language, "following") for place in rest], language)
    key = "gaps_one" if len(rest) == 1 else "gaps"
    return [compose(f"importance_performance.{key}{over}", language, rest=following, **low), *told]


def _by_block(table: Table, language: str) -> list[Sentence]:
    """Which block of rows holds most of what to concentrate on."""
    blocks = table.facts.get("row_groups") or ()
    rows = _in_quadrant(table)
    inside = [(sum(row in block["rows"] for row in rows), block) for block in blocks]
    most = max((n for n, _ in inside), default=0)
    leading = [block for n, block in inside if n == most]
    if len(rows) <= NAMED or most < 2 or len(leading) != 1:
        return []
    words = quoted(leading[0].get(language) or leading[0]["ko"], language)
    return [compose("importance_performance.block", language, block=words, n=str(most), of=str(len(rows)))]
