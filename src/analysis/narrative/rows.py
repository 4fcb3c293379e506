"""Grids whose rows are judged on one scale: the highest and the lowest, the blocks, the reverse rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.narrative import scale
from analysis.narrative.done import what_was_done
from analysis.narrative.figure import show_cell
from analysis.narrative.order import (
    Line,
    Place,
    amount,
    amount_of,
    any_few,
    by_share,
    by_value,
    common_amount,
    in_turn,
    listed,
    measured,
    name,
    named,
    places,
    quoted,
)  # fmt: skip
from analysis.narrative.scope import is_untold, is_weighted, no_shares
from analysis.narrative.sentence import Field, Sentence, compose, join
from analysis.tables import Cell, Table

NEXT = 2  # rows named after the highest
MANY_ROWS = 5  # from here on those after the highest are told
REVERSED = 2  # reverse rows that are told of
APART = 0.1  # of a share, or of the way along the scale: less is no order worth a name


def usual_lines(table: Table, language: str) -> list[Line]:
    """The rows by their mean, without the reverse ones."""
    return straight(table, measured(table, "mean", language))


def usual(table: Table, language: str) -> Sentence:
    """ "긍정 문항 가운데 " where there are reverse rows, which are told for themselves."""
    return compose("rows.usual", language) if table.facts.get("reverse") else Sentence(())


def headline(table: Table, language: str) -> Sentence | None:
    """Both ends of the order; where that would be the best of what is all bad, the worst."""
    if worst := _unfavourable(table, language):
        return worst
    told = means(table, usual_lines(table, language), language, table.facts, usual(table, language))
    return told or next(iter(_shares(table, language)), None)


def sentences(table: Table, language: str) -> list[Sentence]:
    found = usual_lines(table, language)
    return [
        *_all_beyond_the_middle(table, found, language),
        *after_the_highest(table, found, language),
        *_reversed(table, language),
        *_shares(table, language),
        *highest_of_blocks(table, found, language),
        *_reliability(table, language),
    ]


def _unfavourable(table: Table, language: str) -> Sentence | None:
    """The row where most gave a bad answer, where every mean is on the bad side and more than half did."""
    found = usual_lines(table, language)
    item = table.facts.get("top" if table.facts.get("good") == "low" else "bottom")
    label = scale.nets(table, language).get(item or "")
    if not item or label is None or not _beyond_the_middle(table, found):
        return None
    order = places(row_counts(table, item, language, [line.cell.row for line in found]), by_share)
    if not order or order[0].tie or by_share(order[0].first) <= 0.5 or is_untold(order[0].first.share):
        return None
    worst = order[0].first
    part = amount_of(table, worst, language)
    return compose("rows.unfavourable", language, row=worst.label, part=part, item=label)


def _beyond_the_middle(table: Table, found: Sequence[Line]) -> bool:
    """Every mean is on the bad side of the middle of the scale."""
    middle, low = ((table.facts.get("points") or 0) + 1) / 2, table.facts.get("good") == "low"
    means_of = [line.cell.value or 0.0 for line in found]
    return len(found) > 1 and all(mean > middle if low else mean < middle for mean in means_of)


def _all_beyond_the_middle(table: Table, found: Sequence[Line], language: str) -> list[Sentence]:
    """The means, where the headline is of shares."""
    if _unfavourable(table, language) is None:
        return []
    order, low = places(found), table.facts.get("good") == "low"
    return [
        compose(
            "rows.above" if low else "rows.below", language,
            begin=usual(table, language), middle=f"{(table.facts['points'] + 1) / 2:g}",
            high=name(order[0], language), most=amount(table, order[0].first, language),
            low=name(order[-1], language), least=amount(table, order[-1].first, language),
        )
    ]  # fmt: skip


def means(
    table: Table, found: Sequence[Line], language: str, facts: Mapping[str, Any], begin: Field = ""
) -> Sentence | None:
    """Both ends of the order of rows; where they lie close together, that they do. begin: the column,
    where there are several."""
    order = places(found)
    if not order:
        return None
    most, least = (amount(table, place.first, language) for place in (order[0], order[-1]))
    fields: dict[str, Field] = {"begin": begin, "high": name(order[0], language), "most": most}
    low = "_low" if facts.get("good") == "low" else ""
    if len(order) == 1:
        if len(found) == 1:
            return compose("rows.one_mean", language, **fields)
        return compose("rows.same", language, begin=begin, amount=most)
    fields |= {"low": name(order[-1], language), "least": least}
    reach = (facts.get("points") or 0) - 1
    spread = (order[0].first.cell.value or 0) - (order[-1].first.cell.value or 0)
    if reach > 0 and spread < APART * reach and len(found) > 2:
        return compose("rows.close", language, **fields)
    return compose(f"rows.highest{low}", language, **fields)


def after_the_highest(table: Table, found: Sequence[Line], language: str) -> list[Sentence]:
    """The rows that come next, where there are many."""
    order = places(found, by_share if found and found[0].share else by_value)
    if len(found) < MANY_ROWS or len(order) < NEXT + 2 or order[0].tie:
        return []
    following = order[1 : NEXT + 1]
    few = any_few(table, (line for place in following for line in place.lines))
    phrases = [
        named(table, place, language, "following", few, again=bool(at)) for at, place in enumerate(following)
    ]
    rest = in_turn(phrases, language)
    return [compose("rows.next", language, name=name(order[0], language), rest=rest)]


def highest_of_blocks(table: Table, found: Sequence[Line], language: str) -> list[Sentence]:
    """The highest row of every block of rows."""
    phrases = []
    for block in table.facts.get("row_groups") or ():
        own = [line for line in found if line.cell.row in block["rows"]]
        if len(own) > 1:
            first = places(own)[0]
            words = block.get(language) or block["ko"]
            fields = {"name": name(first, language), "amount": amount(table, first.first, language)}
            phrases.append(compose("rows.of_block", language, block=words, **fields))
    if len(phrases) < 2:
        return []
    return [compose("rows.blocks", language, begin=usual(table, language), list=listed(phrases, language))]


def shares_of(
    table: Table, item: str, label: Field, language: str, rows: Iterable[str], begin: Field = ""
) -> list[Sentence]:
    """The rows with the largest and the smallest share of an item. The rows need not have one base."""
    rows = list(rows)
    order = places(row_counts(table, item, language, rows), by_share)
    if not order or not order[0].first.cell.value:
        return []
    few = any_few(table, (line for place in (order[0], order[-1]) for line in place.lines))
    hidden = any(_is_hidden(table.get("count", item, row)) for row in rows)
    if any(is_untold(table.get("share", item, row)) for row in rows):
        begin = join([begin, compose("rows.enough", language, few=str(no_shares(table)))], "")
    fields: dict[str, Field] = {
        "begin": begin,
        "hidden": compose("left_out", language) if hidden else "",
        "item": label,
        "high": name(order[0], language),
        "most": common_amount(table, order[0], language, few),
    }
    if len(order) == 1:
        return [compose("rows.share_same" if order[0].tie else "rows.share_one", language, **fields)]
    fields["low"] = name(order[-1], language)
    if not order[-1].first.cell.value:
        return [compose("rows.share_none", language, **fields)]
    spread = by_share(order[0].first) - by_share(order[-1].first)
    if spread < APART and sum(len(place.lines) for place in order) > 2:
        ends = {
            end: _share(table, place, language, few)
            for end, place in (("most", order[0]), ("least", order[-1]))
        }
        return [compose("rows.share_close", language, **(fields | ends))]
    least = common_amount(table, order[-1], language, few)
    if done := what_was_done(table, item, language):
        return [compose("rows.share_done", language, least=least, **fields, **done)]
    return [compose("rows.share", language, least=least, **fields)]


def _share(table: Table, place: Place, language: str, few: bool) -> Field:
    """Of many the share says enough; of few it never stands alone."""
    if few or place.first.share is None:
        return common_amount(table, place, language, few)
    share = show_cell(table, place.first.share, language)
    return compose("weighted.share", language, share=share) if is_weighted(table) else share


def row_counts(table: Table, item: str, language: str, rows: Iterable[str]) -> list[Line]:
    """The count of an item in each of those rows, nothing too, as far as it is shown."""
    found = []
    for row in rows:
        cell, share = (table.get(stat, item, row) for stat in ("count", "share"))
        if cell is not None and share is not None and None not in (cell.value, share.value):
            found.append(Line(quoted(table.words("rows", row, language), language), cell, share))
    return found


def _is_hidden(cell: Cell | None) -> bool:
    return cell is not None and cell.status == "suppressed"


def _shares(table: Table, language: str) -> list[Sentence]:
    """The share of the top points, row against row."""
    top = table.facts.get("top")
    label = scale.nets(table, language).get(top or "")
    if not top or label is None:
        return []
    rows = [row.id for row in table.rows if row.id not in (table.facts.get("reverse") or ())]
    return shares_of(table, top, label, language, rows, usual(table, language))


def straight(table: Table, found: Iterable[Line]) -> list[Line]:
    """Without the reverse rows, whose high end is the bad one."""
    reverse = table.facts.get("reverse") or ()
    return [line for line in found if line.cell.row not in reverse]


def _reliability(table: Table, language: str) -> list[Sentence]:
    """How far the rows measure one thing, where the questionnaire says that they do."""
    found = {stat: cell for stat in ("alpha", "omega") if (cell := table.get(stat)) is not None and cell.value is not None}
    if "alpha" not in found:
        return []
    shown = {stat: show_cell(table, cell, language) for stat, cell in found.items()}
    return [compose(f"rows.reliable{'_both' if 'omega' in shown else ''}", language, **shown)]


def _reversed(table: Table, language: str) -> list[Sentence]:
    """What agreement with the reverse rows comes to, for itself."""
    top = table.facts.get("top")
    label = scale.nets(table, language).get(top or "")
    if label is None:
        return []
    order = places(row_counts(table, top, language, table.facts.get("reverse") or ()), by_share)
    found = [line for place in order for line in place.lines if line.cell.value][:REVERSED]
    if not found:
        return []
    phrases = [
        compose("rows.reversed_row", language, row=line.label, amount=amount_of(table, line, language)) for line in found
    ]
    return [compose("rows.reverse", language, item=label, list=listed(phrases, language))]
