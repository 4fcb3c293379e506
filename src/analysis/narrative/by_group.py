"""What a breakdown adds to the whole: between which levels of the group the answers lie furthest apart."""

from __future__ import annotations

from analysis.narrative.choice import options
from analysis.narrative.order import Line, Place, by_share, common_amount, counted, name, places, quoted
from analysis.narrative.sentence import Sentence, compose
from analysis.tables import Table

WORTH_SAYING = 0.1  # shares that lie closer than ten points are not worth a sentence
ENOUGH = 5  # respondents of a level: one or two more would turn the sentence round
CHOICES = ("single", "multi", "scale")
QUANTITIES = ("number", "money")


def sentences(table: Table, language: str) -> list[Sentence]:
    """One sentence, or none where there is no group, fewer than two levels to compare, or little between them."""
    if not table.group:
        return []
    if table.kind in CHOICES:
        return _shares(table, language)
    return _medians(table, language) if table.kind in QUANTITIES else []


def _shares(table: Table, language: str) -> list[Sentence]:
    """The share of what most chose, in the level where it is largest and where it is smallest."""
    overall = places(counted(table, options(table, language)))
    if not overall or overall[0].tie:
        return []
    leading = overall[0].first
    lines = _by_level(table, "count", leading.cell.item, language)
    found = places([line for line in lines if line.share is not None], by_share)
    if len(found) < 2 or by_share(found[0].first) - by_share(found[-1].first) < WORTH_SAYING:
        return []
    key = "group.share" if found[-1].first.cell.value else "group.share_none"
    return [_between(table, key, found, language, item=leading.label)]


def _medians(table: Table, language: str) -> list[Sentence]:
    found = places(_by_level(table, "median", "", language))
    return [_between(table, "group.median", found, language)] if len(found) > 1 else []


def _by_level(table: Table, stat: str, item: str, language: str) -> list[Line]:
    lines = []
    for level in table.levels:
        cell = table.get(stat, item, level=level.id)
        share = table.get("share", item, level=level.id)
        enough = cell is not None and cell.shown and cell.value is not None and (cell.base or 0) >= ENOUGH
        if level.id and cell is not None and enough:
            label = quoted(level.words.text(language), language)
            lines.append(Line(label, cell, share if share is not None and share.shown else None))
    return lines


def _between(table: Table, key: str, found: list[Place], language: str, **fields: Sentence) -> Sentence:
    group = (table.facts.get("group") or {}).get(language)
    return compose(
        key,
        language,
        group=group or compose("group.nameless", language),
        high=name(found[0], language),
        low=name(found[-1], language),
        most=common_amount(table, found[0], language),
        least=common_amount(table, found[-1], language),
        **fields,
    )
