"""The verbs of this room. What a table says is decided by its kind; here is what holds for all kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from analysis.narrative import (
    accounts,
    by_group,
    choice,
    events,
    importance_performance,
    quantity,
    ranking,
    rows,
    written,
)  # fmt: skip
from analysis.narrative.order import Line, named, places, who
from analysis.narrative.sentence import Sentence, compose
from analysis.release.audience import POLICIES
from analysis.tables import Table

THRESHOLD = max(policy.threshold for policy in POLICIES.values())


@dataclass(frozen=True)
class Kind:
    """How tables of a kind are told: what can be put in order, the finding as a title, the sentences."""

    lines: Callable[[Table, str], list[Line]]
    headline: Callable[[Table, str], Sentence | None]
    sentences: Callable[[Table, str], list[Sentence]]


_CHOICE = Kind(choice.option_lines, choice.headline, choice.sentences)
_QUANTITY = Kind(quantity.lines, quantity.headline, quantity.sentences)
_ROWS = Kind(rows.lines, rows.headline, rows.sentences)
_WRITTEN = Kind(written.lines, written.headline, written.sentences)

KINDS: dict[str, Kind] = {
    "single": _CHOICE,
    "multi": _CHOICE,
    "scale": _CHOICE,
    "date": _CHOICE,
    "ranking": Kind(ranking.lines, ranking.headline, ranking.sentences),
    "number": _QUANTITY,
    "money": _QUANTITY,
    "allocation": _ROWS,
    "grid": _ROWS,
    "importance_performance": Kind(
        importance_performance.lines, importance_performance.headline, importance_performance.sentences
    ),
    "open": _WRITTEN,
    "text": _WRITTEN,
    "events": Kind(events.lines, events.headline, events.sentences),
    "accounts": Kind(accounts.lines, accounts.headline, accounts.sentences),
}


def sentences(table: Table, language: str) -> tuple[Sentence, ...]:
    """What the table says, in one to four short sentences. Nothing of what is hidden, but that it is."""
    told = [] if _nobody(table) else KINDS[table.kind].sentences(table, language)
    if not told:
        return (_nothing(table, language), *_hidden(table, language))
    return (*told, *by_group.sentences(table, language), *_hidden(table, language))


def headline(table: Table, language: str) -> Sentence:
    """The finding as a short title."""
    told = None if _nobody(table) else KINDS[table.kind].headline(table, language)
    return told or _nothing(table, language)


def alt_text(table: Table, language: str) -> str:
    """What a picture of the table shows, for those who do not see it: kind, finding, base, extremes."""
    text = compose(
        "alt.text",
        language,
        year=str(table.year),
        title=table.title.text(language),
        kind=compose(f"kind.{table.kind}", language),
        finding=headline(table, language),
        base=table.base.text(language),
    )
    order = places(KINDS[table.kind].lines(table, language))
    # Of hidden values nobody may learn that they are not the smallest.
    if len(order) > 1 and not any(cell.status == "suppressed" for cell in table.cells):
        high, low = (named(table, place, language) for place in (order[0], order[-1]))
        text = compose("alt.extremes", language, text=text, high=high, low=low)
    return text.text


def _nobody(table: Table) -> bool:
    base = table.get("base")
    return base is not None and base.shown and not base.value


def _nothing(table: Table, language: str) -> Sentence:
    """What is said of a table that says nothing: nobody answered, or nothing of it can be shown."""
    if _nobody(table):
        return compose("none.answered", language)
    base = table.get("base")
    if base is not None and base.status == "suppressed":
        return compose("none.hidden_base", language)
    if any(cell.status == "suppressed" for cell in table.cells):
        return compose("none.to_show", language)
    them = who(table, language)
    return compose("none.but_base", language, who=them) if them else compose("none.to_show", language)


def _hidden(table: Table, language: str) -> list[Sentence]:
    """That something is hidden, and by which rule."""
    out = [cell for cell in table.cells if cell.status == "suppressed"]
    if any(cell.stat in ("count", "base") for cell in out):
        counter = (table.facts.get("respondents") or {}).get("counter", "") if language == "ko" else ""
        return [compose("hidden.small", language, threshold=f"{THRESHOLD}{counter}")]
    return [compose("hidden.values", language)] if out else []
