"""Questions that count options: single, multi, scale, ranking, date."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.narrative.figure import show_cell
from analysis.narrative.order import (
    Line,
    Place,
    amount,
    any_hidden,
    counted,
    listed,
    name,
    named,
    places,
    quoted,
    scope,
    who,
)  # fmt: skip
from analysis.narrative.sentence import Sentence, compose
from analysis.tables import Cell, Table

FOLLOWING = 3  # places named after the first
NOT_APPLICABLE = "not_applicable"


def option_lines(table: Table, language: str, row: str = "") -> list[Line]:
    """The options that were chosen; of a ranking, at any rank."""
    return counted(table, options(table, language), row)


def options(table: Table, language: str, prefix: str = "") -> Mapping[str, Sentence]:
    """Labels of the items that stand for answers: options, periods, points; nets of points instead of the points."""
    labels = {
        label.id: quoted(label.words.text(language), language)
        for label in table.items
        if label.id.startswith(prefix) and _is_answer(label.id.removeprefix(prefix))
    }
    top, bottom = (table.facts.get(end) for end in ("top", "bottom"))
    if not (top and bottom):
        return labels
    return nets(table, language) | {
        item: label for item, label in labels.items() if item not in (*top.split("+"), *bottom.split("+"))
    }


def nets(table: Table, language: str) -> dict[str, Sentence]:
    """‘만족’ 이상 and ‘불만족’ 이하, by the point with which the net begins at the middle."""
    found = {}
    for end, point in (("top", 0), ("bottom", -1)):
        net = table.facts.get(end)
        if net:
            label = table.words("items", net.split("+")[point], language)
            found[net] = compose(f"net.{end}", language, label=label)
    return found


def _is_answer(item: str) -> bool:
    return not ("+" in item or item == NOT_APPLICABLE or item.startswith("=") or not item)


def headline(table: Table, language: str) -> Sentence | None:
    return most(table, places(option_lines(table, language)), language)


def most(table: Table, order: list[Place], language: str, row: str = "") -> Sentence | None:
    """The first place as a title: the most, a half, a majority, all."""
    if not order:
        return None
    first, share = order[0], order[0].first.share
    fields = {"name": name(first, language), "amount": amount(table, first.first, language)}
    part = _part(share) if share is not None and table.kind in ("single", "scale") else ""
    if part and not (first.tie and part != "half"):
        return compose(f"headline.{part}{'_tie' if first.tie else ''}", language, **fields)
    some = compose("shown", language) if any_hidden(table, row) else Sentence(())
    return compose("headline.most_tie" if first.tie else "headline.most", language, scope=some, **fields)


def _part(share: Cell) -> str:
    """ "all", "majority", "half" or "" (less), by count and base where both are known."""
    part = (share.n, share.base) if share.n is not None and share.base else (share.value or 0.0, 1.0)
    if part[0] == part[1]:
        return "all"
    return "majority" if part[0] * 2 > part[1] else "half" if part[0] * 2 == part[1] else ""


def sentences(table: Table, language: str) -> list[Sentence]:
    order = places(option_lines(table, language))
    found = [in_order(table, order, language)] if order else []
    if table.kind == "scale":
        found += [*_mean(table, language), *_outside(table, language)]
    if table.kind == "date":
        found += _range(table, language)
    return found


def in_order(
    table: Table, order: list[Place], language: str, begin: Sentence | None = None, row: str = ""
) -> Sentence:
    """The first place and those that follow: "… 가장 많았으며, … 순으로 나타남"."""
    first, rest = order[0], order[1 : FOLLOWING + 1]
    tie = "_tie" if first.tie else ""
    them, share = who(table, language, row), first.first.share
    if them is not None and not rest and not first.tie and share is not None and _part(share) == "all":
        return compose("order.all", language, who=them, name=name(first, language))
    fields = {
        "scope": scope(table, language, row) if begin is None else begin,
        "name": name(first, language),
        "amount": amount(table, first.first, language),
    }
    if not rest:
        return compose(f"order.alone{tie}", language, **fields)
    following = listed([named(table, place, language) for place in rest], language)
    return compose(f"order.{'next' if len(rest) == 1 else 'then'}{tie}", language, rest=following, **fields)


def _mean(table: Table, language: str) -> list[Sentence]:
    mean, score = table.get("mean"), table.get("score100")
    if mean is None or not mean.shown or mean.value is None:
        return []
    fields = {"points": str(table.facts.get("points", "")), "mean": show_cell(table, mean, language)}
    if score is not None and score.shown and score.value is not None:
        sentence = compose("scale.mean_100", language, score=show_cell(table, score, language), **fields)
    else:
        sentence = compose("scale.mean", language, **fields)
    low = table.facts.get("good") == "low"
    return [compose("scale.low_is_good", language, mean=sentence) if low else sentence]


def _outside(table: Table, language: str) -> list[Sentence]:
    """Those who ticked the box beside the scale."""
    cell = table.get("count", NOT_APPLICABLE)
    if cell is None or not cell.shown or not cell.value:
        return []
    label = quoted(table.words("items", NOT_APPLICABLE, language), language)
    return [compose("scale.outside", language, name=label, n=show_cell(table, cell, language))]


def _range(table: Table, language: str) -> list[Sentence]:
    earliest, latest = table.get("earliest"), table.get("latest")
    if not all(cell is not None and cell.shown and cell.value is not None for cell in (earliest, latest)):
        return []
    assert earliest is not None and latest is not None
    first, last = (show_cell(table, cell, language) for cell in (earliest, latest))
    return [compose("date.range", language, earliest=first, latest=last)]
