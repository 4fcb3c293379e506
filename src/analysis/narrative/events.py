"""The ledger's tables: meetings, events by pillar and by month, claims."""

from __future__ import annotations

from collections.abc import Callable

from analysis.language import message
from analysis.narrative import choice, timeline
from analysis.narrative.figure import date_words
from analysis.narrative.order import Line, amount, counted, listed, name, named, places, quoted
from analysis.narrative.quantity import figure
from analysis.narrative.rest import after_title
from analysis.narrative.scope import scope
from analysis.narrative.sentence import Field, Sentence, compose, join
from analysis.tables import Table

TOTAL = "total"
DATED, UNDATED, OUTSIDE = "dated", "undated", "outside"
PLAIN = ("events_by_month", "claims")  # months and verdicts need no quotation marks


def lines(table: Table, language: str, nothing: bool = False) -> list[Line]:
    """The rows of meetings by what is claimed; otherwise the items, without those that stand beside the others.
    nothing: those without any, too."""
    if table.question == "meetings":
        return [
            Line(quoted(row.words.text(language), language), cell)
            for row in table.rows
            if row.id != TOTAL and (cell := table.get("count", "claimed", row.id)) is not None
            and cell.shown and (cell.value or nothing)
        ]  # fmt: skip
    beside = {*(table.facts.get("nets") or ()), *(table.facts.get("exclusive") or ())}
    words = {item.id: item.words.text(language) for item in table.items if item.id not in beside}
    if table.question in PLAIN:
        return counted(table, {item: Sentence((text,)) for item, text in words.items()}, nothing=nothing)
    return counted(table, {item: quoted(text, language) for item, text in words.items()}, nothing=nothing)


def headline(table: Table, language: str) -> Sentence | None:
    if table.question == "events_by_pillar":
        return _pillar_title(table, language)
    if table.question in TELL:
        return next(iter(sentences(table, language)), None)
    return choice.most(table, places(lines(table, language)), language)


def sentences(table: Table, language: str) -> list[Sentence]:
    """By what the table counts; events by pillar, and whatever else may be counted, are told in order."""
    return TELL.get(table.question, _order)(table, language)


def _pillar_title(table: Table, language: str) -> Sentence | None:
    """ "2016년 활동 30건 중 …": of the year's own events, which alone are under pillars."""
    order = places(lines(table, language))
    of_year = message("narrative.events.of_year", language, year=table.year)
    begin = join([Sentence((of_year,)), scope(table, language)], "")
    return choice.in_order(table, order[:1], language, begin) if order else None


def _by_pillar(table: Table, language: str) -> list[Sentence]:
    return after_title(table, places(lines(table, language)), _pillar_title(table, language), language)


def _meetings(table: Table, language: str) -> list[Sentence]:
    claimed, dated = (figure(table, "count", language, item, TOTAL) for item in ("claimed", DATED))
    share = table.get("share", DATED, TOTAL)
    if claimed is None:
        return []
    if dated is None:
        return [compose("meetings.none", language, claimed=claimed)]
    cell = table.get("count", DATED, TOTAL)
    assert cell is not None
    told = amount(
        table, Line(Sentence(()), cell, share if share is not None and share.shown else None), language
    )
    found = [compose("meetings.headline", language, claimed=claimed, dated=told)]
    found += [told for row in table.facts.get("disputed") or () if (told := _disputed(table, row, language))]
    never = [line for line in lines(table, language) if _never_dated(table, line.cell.row)]
    if never:
        names = listed([named(table, place, language) for line in never for place in places([line])], language)
        found.append(compose("meetings.undated", language, list=names))
    return found


def _disputed(table: Table, row: str, language: str) -> Sentence | None:
    """Two places of the report state different numbers of the same meetings; or fewer can be dated."""
    claimed, dated = (figure(table, "count", language, item, row) for item in ("claimed", DATED))
    if claimed is None or dated is None:
        return None
    fields = {"row": quoted(table.words("rows", row, language), language), "claimed": claimed, "dated": dated}
    rival = (table.facts.get("rivals") or {}).get(row)
    if rival is None:
        return compose("meetings.disputed", language, **fields)
    other = {name: rival[name].get(language) or rival[name]["ko"] for name in ("stated", "place")}
    return compose("meetings.rival", language, **fields, **other)


def _never_dated(table: Table, row: str) -> bool:
    cell = table.get("count", DATED, row)
    return cell is not None and cell.shown and cell.value == 0


def _by_month(table: Table, language: str) -> list[Sentence]:
    found = []
    n = figure(table, "base", language)
    dated, undated = (figure(table, "count", language, item) for item in (DATED, UNDATED))
    if n is not None and dated is not None:
        fields: dict[str, Field] = {"year": str(table.year), "n": n, "besides": _besides(table, language)}
        if undated is None:
            found.append(compose("events.all_dated", language, **fields))
        else:
            found.append(compose("events.dated", language, dated=dated, undated=undated, **fields))
    order = places(lines(table, language))
    if order:
        fields = {"name": name(order[0], language), "amount": amount(table, order[0].first, language)}
        found.append(compose("events.month_tie" if order[0].tie else "events.month", language, **fields))
    return found


def _besides(table: Table, language: str) -> Field:
    """What the ledger holds of other years: "(이 밖에 2017년 2월 8일 1건)"; "" for nothing."""
    outside = figure(table, "count", language, OUTSIDE)
    if outside is None:
        return ""
    others = [event for event in table.facts.get("events") or () if event["outside"]]
    days = [
        date_words(event["start"], language) if event["start"] == event["end"] else event["when"][language]
        for event in others
    ]
    return compose("events.besides", language, days=", ".join(days), outside=outside)


def _claims(table: Table, language: str) -> list[Sentence]:
    n, found = figure(table, "base", language), lines(table, language)
    if n is None or not found:
        return []
    verdicts = listed([named(table, place, language) for line in found for place in places([line])], language)
    return [compose("claims.summary", language, n=n, list=verdicts)]


def _order(table: Table, language: str) -> list[Sentence]:
    return after_title(table, places(lines(table, language)), headline(table, language), language)


TELL: dict[str, Callable[[Table, str], list[Sentence]]] = {
    "meetings": _meetings,
    "events_by_month": _by_month,
    "events_by_pillar": _by_pillar,
    "claims": _claims,
    "timeline": timeline.sentences,
}
