"""A point of an answer scale: told by its two ends, whose parts stand in brackets, the point between them, and its
mean."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.narrative import choice
from analysis.narrative.choice import NOT_APPLICABLE, option, options
from analysis.narrative.figure import Figure, show_cell
from analysis.narrative.order import Line, Place, amount, counted, listed, places, quoted
from analysis.narrative.rest import after_title
from analysis.narrative.scope import is_few
from analysis.narrative.sentence import Field, Sentence, compose, join
from analysis.tables import Table


def lines(table: Table, language: str, nothing: bool = False) -> list[Line]:
    """The nets and the points that are in neither; the points where there are no nets. nothing: those that nobody
    gave, too."""
    return counted(table, nets_and_middle(table, language), nothing=nothing)


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
    """What most gave: a net, or the point between the two where it is at least as large."""
    return choice.most(table, places(lines(table, language)), language)


def sentences(table: Table, language: str) -> list[Sentence]:
    order, title = places(lines(table, language)), headline(table, language)
    return [*_after_title(table, order, title, language), *_mean(table, language), *_outside(table, language)]


def _after_title(
    table: Table, order: Sequence[Place], title: Sentence | None, language: str
) -> list[Sentence]:
    """What the first net is made of, and the rest."""
    told = after_title(table, order, title, language)
    parts = _parts(table, order[0], language) if order and title is not None and told else None
    if parts is None or title is None or table.address(order[0].first.cell) not in title.cells:
        return told
    if told[0].key == "rest.all":
        return [compose("net.made_of_and_rest", language, parts=parts, **told[0].fields)]
    return [compose("net.made_of", language, parts=parts), *told]


def _parts(table: Table, place: Place, language: str) -> Sentence | None:
    """The points of a net with their numbers, as far as they are shown and something: "‘매우 만족’ 2개, ‘만족’ 7개"."""
    line, item = place.first, place.first.cell.item
    if place.tie or "+" not in item or line.share is None:
        return None
    few = is_few(table, line.share)
    parts: list[Field] = []
    for point in reversed(item.split("+")) if item == table.facts.get("top") else item.split("+"):
        cell = table.get("count" if few else "share", point)
        shown = show_cell(table, cell, language) if cell is not None else None
        if not isinstance(shown, Figure):
            return None
        label = quoted(table.words("items", point, language), language)
        parts.append(compose("net.part", language, label=label, amount=shown))
    return listed(parts, language)


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
