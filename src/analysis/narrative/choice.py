"""Questions that count options: what most chose, and what comes after it. Single and multiple choice,
and the core of scales, dates, rankings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.language import half_up
from analysis.narrative.order import (
    Line,
    Place,
    amount,
    amount_of,
    by_value,
    counted,
    few_labels,
    in_turn,
    name,
    named,
    places,
    quoted,
)  # fmt: skip
from analysis.narrative.scope import any_hidden, asked, base_of, is_few, scope, shown_only
from analysis.narrative.sentence import Field, Sentence, compose, join
from analysis.tables import Cell, Table

FOLLOWING = 3  # places named after the first
LABELS = 6  # labels named after the first place
# A respondent is in one of the options, so that halves and majorities exist.
ONE_EACH = ("single", "scale", "date")

GREAT_MAJORITY = 0.8
READ = 0.0005  # so much a released share may be rounded
CLOSE = 0.1  # less than ten points apart is no lead worth the name

NOT_APPLICABLE = "not_applicable"


def option_lines(table: Table, language: str, row: str = "") -> list[Line]:
    """The options that were chosen; of a ranking, at any rank."""
    return counted(table, options(table, language), row)


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
    return told_in_order(table, places(option_lines(table, language)), language)


def most(table: Table, order: Sequence[Place], language: str, row: str = "") -> Sentence | None:
    """The first place as a title: all, most, a majority, a half; or else how it leads."""
    if not order:
        return None
    first, one_each = order[0], table.kind in ONE_EACH
    if everybody_in(first) and (one_each or table.kind == "multi"):
        return everybody(table, first, "all" if one_each else "chosen", language, row)
    portion = _portion(first) if one_each else ""
    if portion and (portion == "half" or not first.tie):
        return compose(f"headline.{portion}{_tie(first)}", language, **_name_and_part(table, first, language))
    return _leading(table, order, language, row)


def _leading(table: Table, order: Sequence[Place], language: str, row: str) -> Sentence:
    """The first place as less than a half: level with another, just ahead, or just the most.
    What was answered in words of one's own ("other") is no finding, and left out."""
    last = order[1] if _close(order) else order[0]
    begin = shown_only(table, language, row, _may_turn(table, order, last, row))
    if len(order) > 1 and {line.cell.item for line in order[0].lines} <= {*(table.facts.get("other") or ())}:
        left_out = compose("headline.without", language, name=name(order[0], language))
        begin, order = join([left_out, begin], ""), order[1:]
    first = order[0]
    fields = {"scope": begin, **_name_and_part(table, first, language)}
    if _close(order):
        behind = amount(table, order[1], language, again=True)
        second = {"second": name(order[1], language), "amount": behind}
        return compose("headline.close", language, **second, **fields)
    if table.kind == "multi":
        return compose(f"headline.chosen{_tie(first)}", language, **fields)
    if len(order) == 1 and first.tie:
        return compose("headline.level", language, **fields)
    return compose(f"headline.most{_tie(first)}", language, **fields)


def _name_and_part(table: Table, place: Place, language: str) -> dict[str, Field]:
    return {"name": name(place, language), "part": amount_of(table, place, language)}


def _tie(place: Place) -> str:
    return "_tie" if place.tie else ""


def everybody(
    table: Table, place: Place, key: str, language: str, row: str = "", **fields: Field
) -> Sentence:
    """All gave one answer, or chose the same. key: of the headline, "all" or such as "chosen" with
    "_all" and "_one"."""
    base, them = base_of(table, row), asked(table, language, row)
    fields["name"] = name(place, language)
    if base is None or them is None:
        fields["amount"] = amount(table, place, language)
        return compose("headline.all_nameless", language, **fields)
    one = base.value == 1
    if key == "all":
        return compose("headline.all_one" if one else "headline.all", language, who=them, **fields)
    return compose(f"headline.{key}_{'one' if one else 'all'}", language, who=them, **fields)


def told_in_order(table: Table, order: Sequence[Place], language: str) -> list[Sentence]:
    """The sentence about an order, unless the headline has said all there is: one place only,
    or one respondent."""
    base = base_of(table)
    if len(order) < 2 or (base is not None and base.value == 1):
        return []
    return [in_order(table, order, language)]


def in_order(
    table: Table,
    order: Sequence[Place],
    language: str,
    begin: Sentence | None = None,
    row: str = "",
    lead: Field | None = None,
) -> Sentence:
    """The first place and those that follow: "… 가장 많았으며, … 순으로 나타남". lead: what is said of the first
    place's number, where that is more than the number."""
    first, later = order[0], order[1:]
    rest = few_labels(later[:FOLLOWING], LABELS)
    if sum(len(place.lines) for place in later[len(rest) :]) == 1:  # no "등" for a single one
        rest = [*later]
    share = first.first.share
    fields: dict[str, Field] = {
        "scope": scope(table, language, row, _may_turn(table, order, [first, *rest][-1], row))
        if begin is None
        else begin,
        "name": name(first, language),
        "amount": amount(table, first, language) if lead is None else lead,
    }
    by = "_share" if share is not None and not is_few(table, share) else ""
    tie = _tie(first)
    if not rest:
        return compose(f"order.alone{tie}{by}", language, **fields)
    whole = len(rest) == len(later) and _exhaustive(table, order, row)
    if not first.tie and whole and _portion(first) in ("majority", "great_majority", "half"):
        if len(rest) == 1 and not rest[0].tie:
            number = amount(table, rest[0], language, again=True)
            return compose("order.two", language, other=name(rest[0], language), rest=number, **fields)
        phrases = [named(table, place, language, "following", again=True) for place in rest]
        return compose("order.remainder", language, rest=in_turn(phrases, language), **fields)
    phrases = [named(table, place, language, "following", again=True) for place in rest]
    how = "more" if len(rest) < len(later) else "next" if len(rest) == 1 else "then"
    return compose(f"order.{how}{tie}{by}", language, rest=in_turn(phrases, language), **fields)


def _portion(place: Place) -> str:
    """ "all", "great_majority", "majority", "half" or "" (less), by count and base where both are known; where answers
    are weighted by the share as it is read, for then the count only tells whether it was all of them."""
    share, count = place.first.share, place.first.cell
    if share is None:  # too few for a share: that all of them did is told all the same
        return "all" if count.n and count.n == count.base else ""
    n, base = (share.n, share.base) if share.n is not None and share.base else (share.value or 0.0, 1.0)
    if n == base:
        return "all"
    if place.first.weighted:
        n, base = float(half_up(share.value or 0.0, 3)), 1.0
    if n * 2 <= base:
        return "half" if n * 2 == base else ""
    return "great_majority" if n >= GREAT_MAJORITY * base else "majority"


def everybody_in(place: Place) -> bool:
    return _portion(place) == "all"


def _exhaustive(table: Table, order: Sequence[Place], row: str) -> bool:
    """The places hold everybody, each respondent once."""
    base = base_of(table, row)
    if table.kind not in ONE_EACH or base is None or any_hidden(table, row):
        return False
    return sum(line.cell.value or 0.0 for place in order for line in place.lines) == base.value


def _close(order: Sequence[Place]) -> bool:
    """Two lead, with little between them and more to the third."""
    if len(order) < 3 or order[0].tie or order[1].tie:
        return False
    first, second, third = (_share_of(place.first.share) for place in order[:3])
    return 0 < first - second < CLOSE and second - third > max(first - second, CLOSE / 2)


def _may_turn(table: Table, order: Sequence[Place], last: Place, row: str) -> bool:
    """What is hidden may be as large as `last`: not where less is left of the base than that."""
    base = base_of(table, row)
    if table.kind not in ONE_EACH or base is None:
        return True
    lines = [line for place in order for line in place.lines]
    whole = 1.0 + READ * (len(lines) + 1) if last.first.weighted else base.value or 0.0
    return whole - sum(map(by_value, lines)) >= by_value(last.first)


def _share_of(share: Cell | None) -> float:
    return (share.value if share is not None else None) or 0.0
