"""The verbs of this room. What a table says is decided by its kind; here is what holds for all kinds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from analysis.narrative import (
    accounts,
    allocation,
    by_group,
    choice,
    columns,
    date,
    events,
    importance_performance,
    interval,
    quantity,
    ranking,
    rows,
    scale,
    written,
)  # fmt: skip
from analysis.narrative.ends import Ends, of_order
from analysis.narrative.lead import full_sentence
from analysis.narrative.order import Line
from analysis.narrative.scope import nobody_asked, who
from analysis.narrative.sentence import Sentence, compose
from analysis.tables import Table


@dataclass(frozen=True)
class Kind:
    """How tables of a kind are told: what can be put in order, the finding as a title, the sentences
    below it. ends: the largest and the smallest for those who do not see the picture, where they are not the ends of
    that order."""

    lines: Callable[[Table, str], list[Line]] | None
    headline: Callable[[Table, str], Sentence | None]
    sentences: Callable[[Table, str], list[Sentence]]
    ends: Callable[[Table, str], Ends | None] | None = None


_CHOICE = Kind(partial(choice.option_lines, nothing=True), choice.headline, choice.sentences)
_QUANTITY = Kind(None, quantity.headline, quantity.sentences, quantity.ends)
_WRITTEN = Kind(None, written.headline, written.sentences)
_ROWS = Kind(rows.usual_lines, rows.headline, rows.sentences)
_COLUMNS = Kind(columns.lines, columns.headline, columns.sentences)

KINDS: dict[str, Kind] = {
    "single": _CHOICE,
    "multi": _CHOICE,
    "scale": Kind(partial(scale.lines, nothing=True), scale.headline, scale.sentences),
    "date": Kind(partial(date.lines, nothing=True), date.headline, date.sentences),
    "ranking": Kind(partial(ranking.lines, nothing=True), ranking.headline, ranking.sentences),
    "number": _QUANTITY,
    "money": _QUANTITY,
    "allocation": Kind(allocation.lines, allocation.headline, allocation.sentences),
    "grid": _ROWS,
    "importance_performance": Kind(
        importance_performance.lines, importance_performance.headline, importance_performance.sentences
    ),
    "open": _WRITTEN,
    "text": _WRITTEN,
    "events": Kind(partial(events.lines, nothing=True), events.headline, events.sentences),
    "accounts": Kind(partial(accounts.lines, nothing=True), accounts.headline, accounts.sentences),
}


def sentences(table: Table, language: str) -> tuple[Sentence, ...]:
    """What the table says below its headline, in one to four short sentences; the headline again where
    that is all.

    Nothing of what is hidden, but that it is."""
    by = _by_group(table, language)
    title = with_capital(_finding(table, by, language))
    nothing = title == with_capital(_nothing(table, language))
    told = [] if nothing else [
        *interval.sentences(table, title, language),
        *_kind(table).sentences(table, language),
        *by,
        *_hidden(table, language),
    ]
    below = dict.fromkeys(map(with_capital, told))
    return tuple(sentence for sentence in below if sentence != title) or (title,)


def hidden(table: Table, language: str) -> tuple[Sentence, ...]:
    """That something is hidden, as `sentences` says last; nothing where the headline says it."""
    if headline(table, language) == with_capital(_nothing(table, language)):
        return ()
    return tuple(map(with_capital, _hidden(table, language)))


def headline(table: Table, language: str) -> Sentence:
    """The finding as a short title; of a table by a group, what the breakdown adds."""
    return with_capital(_finding(table, _by_group(table, language), language))


def lead(table: Table, language: str, titled: bool = False) -> Sentence:
    """The same as one full sentence that can stand alone, for those who read only that. titled: the title of the
    question stands beside it, and is not said again."""
    finding = _finding(table, _by_group(table, language), language)
    return with_capital(full_sentence(table, finding, language, titled))


def ends(table: Table, language: str) -> Ends | None:
    """The largest and the smallest, for those who do not see the picture; None where there are no two."""
    kind = _kind(table)
    if kind.ends:
        return kind.ends(table, language)
    return of_order(table, kind.lines(table, language), language) if kind.lines else None


def with_capital(sentence: Sentence) -> Sentence:
    """As an English sentence begins; a label or a number at the beginning stays as it is."""
    first, *rest = sentence.parts
    if isinstance(first, str) and first[:1].islower():
        return replace(sentence, parts=(first[0].upper() + first[1:], *rest))
    return sentence


def _finding(table: Table, by: Sequence[Sentence], language: str) -> Sentence:
    """by: what the breakdown by its group adds."""
    if by:
        return by[0]
    told = None if _nobody(table) else _kind(table).headline(table, language)
    return told or _nothing(table, language)


def _kind(table: Table) -> Kind:
    """Grids are told by what their cells hold."""
    if table.kind == "grid" and (table.facts.get("columns") or table.facts.get("cell_kind") != "scale"):
        return _COLUMNS
    return KINDS[table.kind]


def _by_group(table: Table, language: str) -> list[Sentence]:
    return [] if _nobody(table) else by_group.sentences(table, language)


def _nobody(table: Table) -> bool:
    base = table.get("base")
    return base is not None and base.shown and not base.value


def _nothing(table: Table, language: str) -> Sentence:
    """What is said of a table that says nothing: nobody was asked or answered, or nothing of it can be
    shown."""
    if _nobody(table):
        return compose("none.asked" if nobody_asked(table) else "none.answered", language)
    base = table.get("base")
    if base is not None and base.status == "suppressed":
        return compose("none.hidden_base", language)
    them = who(table, language)
    if any(cell.status == "suppressed" for cell in table.cells):
        return compose("none.hidden", language, who=them) if them else compose("none.to_show", language)
    return compose("none.but_base", language, who=them) if them else compose("none.to_show", language)


def _hidden(table: Table, language: str) -> list[Sentence]:
    """That something is hidden, and how many of the options."""
    out = [cell for cell in table.cells if cell.status == "suppressed"]
    if not any(cell.stat in ("count", "base") for cell in out):
        if not out:
            return []
        if any(cell.stat == "mean" for cell in out) and not table.on_a_scale:
            return [compose("hidden.mean", language)]
        return [compose("hidden.dates" if table.kind == "date" else "hidden.values", language)]
    options = {cell.item for cell in out if cell.stat == "count" and not cell.level + cell.row} - {""}
    lines = choice.option_lines(table, language) if table.kind in ("single", "multi") else []
    if lines and len(options) > 1 and not table.group:
        return [compose("hidden.rest", language, n=str(len(options)))]
    return [compose("hidden.small", language)]
