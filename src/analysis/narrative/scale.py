"""A point of an answer scale: told by its two ends, whose parts stand in brackets, and by its mean."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.narrative import choice
from analysis.narrative.choice import NOT_APPLICABLE, option, options
from analysis.narrative.figure import Figure, show_cell
from analysis.narrative.order import Line, Place, amount, amount_of, counted, places, quoted
from analysis.narrative.scope import is_few
from analysis.narrative.sentence import Field, Sentence, compose, join
from analysis.tables import Table


def lines(table: Table, language: str, prefix: str = "", row: str = "") -> list[Line]:
    """The nets and the points that are in neither; the points where there are no nets."""
    return counted(table, nets_and_middle(table, language, prefix), row)


def nets_and_middle(table: Table, language: str, prefix: str = "") -> dict[str, Sentence]:
    ends = nets(table, language, prefix)
    inside = {prefix + point for net in ends for point in net.removeprefix(prefix).split("+")}
    between = {item: label for item, label in options(table, language, prefix).items() if item not in inside}
    return ends | between


def nets(table: Table, language: str, prefix: str = "") -> dict[str, Sentence]:
    """‘만족’(매우 만족 포함) and ‘불만족’(매우 불만족 포함), by the point with which the net begins at the
    middle. In English all of its points."""
    facts = next(
        (column for column in table.facts.get("columns") or () if column["id"] == prefix[:-1]), table.facts
    )
    found = {}
    for end in ("top", "bottom"):
        net = facts.get(end)
        if net:
            points = net.split("+") if end == "top" else net.split("+")[::-1]
            first, *further = (option(table, prefix + point, language, prefix) for point in points)
            if language == "ko":
                words = join([label.text.removeprefix("‘").removesuffix("’") for label in further], ", ")
            else:
                words = join(further, " or ")
            label = compose("net.label", language, label=first, further=words) if further else first
            found[prefix + net] = label
    return found


def headline(table: Table, language: str) -> Sentence | None:
    """Both nets where the point between them leads, which is no finding of its own."""
    order = places(lines(table, language))
    return _both_ends(table, order, language) or choice.most(table, order, language)


def _both_ends(table: Table, order: Sequence[Place], language: str) -> Sentence | None:
    ends = nets(table, language)
    if not ends or not order or choice.everybody_in(order[0]):
        return None
    if all(line.cell.item in ends for line in order[0].lines):
        return None
    told = [line for place in order for line in place.lines if line.cell.item in ends]
    if not told:
        return None
    first = {"name": told[0].label, "part": amount_of(table, told[0], language)}
    if len(told) == 1:
        return compose("headline.one_end", language, **first)
    rest = {"other": told[1].label, "amount": amount(table, told[1], language, again=True)}
    return compose("headline.both_ends", language, **first, **rest)


def sentences(table: Table, language: str) -> list[Sentence]:
    order = places(lines(table, language))
    told = choice.told_in_order(table, order, language)
    if told:
        told = [choice.in_order(table, order, language, lead=_with_parts(table, order[0], language))]
    return [*told, *_mean(table, language), *_outside(table, language)]


def _with_parts(table: Table, place: Place, language: str) -> Field | None:
    """The number of a net with those of its points, as far as they are something: "9개(64.3%, 매우 만족 2개 +
    만족 7개)"."""
    line, item = place.first, place.first.cell.item
    if place.tie or "+" not in item or line.share is None:
        return None
    few = is_few(table, line.share)
    parts = []
    for point in reversed(item.split("+")) if item == table.facts.get("top") else item.split("+"):
        cell = table.get("count" if few else "share", point)
        shown = show_cell(table, cell, language) if cell is not None else None
        if not isinstance(shown, Figure):
            return None
        parts.append(
            compose("net.part", language, label=table.words("items", point, language), amount=shown)
        )
    shown = (show_cell(table, cell, language) for cell in (line.cell, line.share))
    lead, aside = shown if few else reversed(tuple(shown))
    key = "weighted.net" if line.weighted else "net.amount"
    return compose(key, language, lead=lead, aside=aside, parts=join(parts, " + "))


def _mean(table: Table, language: str) -> list[Sentence]:
    mean, score = table.get("mean"), table.get("score100")
    if mean is None or not mean.shown or mean.value is None or "points" not in table.facts:
        return []
    low = "_low" if table.facts.get("good") == "low" else ""
    fields: dict[str, Field] = {
        "points": str(table.facts["points"]),
        "mean": show_cell(table, mean, language),
    }
    if score is not None and score.shown and score.value is not None:
        return [
            compose(f"scale.mean_100{low}", language, score=show_cell(table, score, language), **fields)
        ]
    return [compose(f"scale.mean{low}", language, **fields)]


def _outside(table: Table, language: str) -> list[Sentence]:
    """Those who ticked the box beside the scale."""
    found = counted(table, {NOT_APPLICABLE: _box(table, language)})
    return [
        compose("scale.outside", language, name=line.label, n=amount(table, line, language)) for line in found
    ]


def _box(table: Table, language: str) -> Sentence:
    words = {label.id: label.words.text(language) for label in table.items}
    return quoted(words.get(NOT_APPLICABLE, ""), language)
