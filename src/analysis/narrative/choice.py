"""Questions that count options: what most chose, and what comes after it. Single and multiple choice,
and the core of scales, dates, rankings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.narrative.order import (
    Line,
    Place,
    amount,
    amount_of,
    by_value,
    counted,
    name,
    places,
    quoted,
)  # fmt: skip
from analysis.narrative.portion import (
    NEAR_HALF,
    ONE_EACH,
    everybody_in,
    fraction,
    may_turn,
    portion,
    share_of,
)
from analysis.narrative.rest import after_title, near_to
from analysis.narrative.scope import base_of, everyone, is_few, left_out
from analysis.narrative.sentence import Field, Sentence, compose
from analysis.tables import Table

LONG_ORDER = 4  # options of an order from which on two of them are an end of it
BY_ONE = 10  # answers of the second, from which on a lead of one is no lead
CLOSE = 0.1  # so far apart two may lead together

NOT_APPLICABLE = "not_applicable"


def option_lines(table: Table, language: str, row: str = "", nothing: bool = False) -> list[Line]:
    """The options that were chosen; of a ranking, at any rank. nothing: those that nobody chose, too."""
    return counted(table, options(table, language), row, nothing)


def options(table: Table, language: str, prefix: str = "") -> Mapping[str, Sentence]:
    """Labels of the items that stand for answers. prefix: "<column>:" of a grid's column."""
    counted_items = {cell.item for cell in table.cells if cell.stat == "count"}
    return {
        label.id: option(table, label.id, language, prefix)
        for label in table.items
        if label.id in counted_items
        and label.id.startswith(prefix)
        and _is_answer(label.id.removeprefix(prefix))
    }


def option(table: Table, item: str, language: str, prefix: str = "") -> Sentence:
    """‘만족’, without the words of its column ("만족도: 만족")."""
    words = table.words("items", item, language)
    column = f"{table.words('items', prefix[:-1], language)}: " if prefix else ""
    return quoted(words.removeprefix(column), language)


def _is_answer(item: str) -> bool:
    return not (set(item) & set("+:") or item.startswith("=") or item in ("", NOT_APPLICABLE))


def headline(table: Table, language: str) -> Sentence | None:
    return most(table, places(option_lines(table, language)), language)


def sentences(table: Table, language: str) -> list[Sentence]:
    order = places(option_lines(table, language))
    return after_title(table, order, most(table, order, language), language)


def most(table: Table, order: Sequence[Place], language: str, row: str = "") -> Sentence | None:
    """The first place as a title: all, most, a majority, a half; or else how it leads."""
    if not order:
        return None
    first, one_each = order[0], table.kind in ONE_EACH
    if everybody_in(first) and (one_each or table.kind == "multi"):
        return everybody(table, first, "all" if one_each else "chosen", language, row)
    size = portion(first) if one_each else ""
    if size and (size == "half" or not first.tie):
        fields = _name_and_part(table, first, language)
        if exactly := fraction(first):
            words = compose(f"fraction.{exactly}", language)
            return compose("headline.fraction", language, fraction=words, **fields)
        return compose(f"headline.{size}{_tie(first)}", language, **fields)
    return _leading(table, order, language, row)


def _leading(table: Table, order: Sequence[Place], language: str, row: str) -> Sentence:
    """The first place as less than a half: level with another, just ahead, or just the most.
    What was answered in words of one's own ("other") is no finding, and left out."""
    by_one = len(order) > 2 and leads_by_one(order)
    last = order[1] if by_one or _close(order) else order[0]
    begin, hidden = Sentence(()), left_out(table, language, row, may_turn(table, order, last, row))
    if len(order) > 1 and {line.cell.item for line in order[0].lines} <= {*(table.facts.get("other") or ())}:
        begin = compose("headline.without", language, name=name(order[0], language))
        order = order[1:]
        by_one = len(order) > 2 and leads_by_one(order)
    first = order[0]
    fields = {"scope": begin, "hidden": hidden, **_name_and_part(table, first, language)}
    beside = _beside_at_the_end(table, order, row)
    if beside is not None:
        second = {"second": beside.label, "amount": amount(table, beside, language, again=True)}
        return compose("headline.end_of_order", language, **second, **fields)
    if by_one or _close(order):
        behind = amount(table, order[1], language, again=True)
        second = {"second": name(order[1], language), "amount": behind}
        narrow = share_of(first.first.share) - share_of(order[1].first.share) <= near_to(order[1])
        how = "side_by_side" if by_one else "narrow" if narrow else "close"
        return compose(f"headline.{how}", language, **second, **fields)
    if table.kind == "multi":
        return compose(f"headline.chosen{_tie(first)}", language, **fields)
    if len(order) == 1 and first.tie:
        return compose("headline.level", language, **fields)
    if not first.tie and table.kind in ONE_EACH and NEAR_HALF <= share_of(first.first.share) < 0.5:
        return compose("headline.near_half", language, **fields)
    return compose(f"headline.most{_tie(first)}", language, **fields)


def _beside_at_the_end(table: Table, order: Sequence[Place], row: str) -> Line | None:
    """Of options that have an order, the other of the two at an end where those are the first place and it, and are
    a majority together: of "well, roughly, by name, never" not "by name" alone is the news, but that with "never"."""
    base, first = base_of(table, row), order[0]
    if not table.facts.get("ordered") or base is None or first.tie:
        return None
    left_out = {*(table.facts.get("other") or ()), *(table.facts.get("exclusive") or ())}
    ids = [item for item in options(table, "ko") if item not in left_out]
    ends = (ids[:2], ids[-2:]) if len(ids) >= LONG_ORDER else ()
    pair = next((pair for pair in ends if first.first.cell.item in pair), [])
    found = [line for place in order for line in place.lines if line.cell.item in pair]
    whole = 1.0 if first.first.weighted else base.value or 0.0
    together = sum(map(by_value, found)) * 2 > whole
    return found[1] if len(found) == 2 and together else None


def _name_and_part(table: Table, place: Place, language: str) -> dict[str, Field]:
    return {"name": name(place, language), "part": amount_of(table, place, language)}


def _tie(place: Place) -> str:
    return "_tie" if place.tie else ""


def everybody(
    table: Table, place: Place, key: str, language: str, row: str = "", **fields: Field
) -> Sentence:
    """All gave one answer, or chose the same. key: of the headline, "all" or such as "chosen" with
    "_all" and "_one"."""
    base, them = base_of(table, row), everyone(table, language, row)
    fields["name"] = name(place, language)
    if base is None or them is None:
        fields["amount"] = amount(table, place, language)
        return compose("headline.all_nameless", language, **fields)
    one = base.value == 1
    if key == "all":
        return compose("headline.all_one" if one else "headline.all", language, everyone=them, **fields)
    return compose(f"headline.{key}_{'one' if one else 'all'}", language, everyone=them, **fields)


def in_order(table: Table, order: Sequence[Place], language: str, begin: Sentence) -> Sentence:
    """That the first place is the first: "… 가장 많음"."""
    first = order[0]
    share = first.first.share
    by = "_share" if share is not None and not is_few(table, share) else ""
    fields = {"scope": begin, "name": name(first, language), "amount": amount(table, first, language)}
    return compose(f"order.alone{_tie(first)}{by}", language, **fields)


def leads_by_one(order: Sequence[Place]) -> bool:
    """The first is one answer ahead of the second, of ten and more: another day they might change places."""
    if len(order) < 2 or order[0].tie or order[1].tie or order[0].first.weighted:
        return False
    first, second = (place.first.cell.value or 0.0 for place in order[:2])
    return first - second <= 1 and second >= BY_ONE


def _close(order: Sequence[Place]) -> bool:
    """Two lead, with little between them and more to the third."""
    if len(order) < 3 or order[0].tie or order[1].tie:
        return False
    first, second, third = (share_of(place.first.share) for place in order[:3])
    return 0 < first - second < CLOSE and second - third > max(first - second, CLOSE / 2)
