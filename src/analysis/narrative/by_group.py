"""What a breakdown adds to the whole: between which levels of the group the answers lie furthest apart.

A difference is told, not tested. It is worth a sentence where one more answer or two would not turn it
round: between levels of five and more, from ten points on; for amounts where one median is half as
large again as the other."""

from __future__ import annotations

from analysis.narrative import date, ranking, scale
from analysis.narrative.choice import option_lines
from analysis.narrative.order import Line, Place, amount, by_share, common_amount, name, places, quoted
from analysis.narrative.sentence import Field, Sentence, compose
from analysis.tables import Table

WORTH_SAYING = 0.1  # a share
WORTH_SAYING_100 = 10  # a mean on 0 … 100
WORTH_SAYING_TIMES = 1.5  # a median of amounts
ENOUGH = 5  # respondents of a level

CHOICES = {
    "single": option_lines,
    "multi": option_lines,
    "scale": scale.lines,
    "date": date.lines,
    "ranking": ranking.lines,
}
QUANTITIES = ("number", "money")


def sentences(table: Table, language: str) -> list[Sentence]:
    """One sentence or two, or none where there is no group, fewer than two levels to compare, or little
    between them."""
    if not table.group:
        return []
    if table.kind in QUANTITIES:
        return _medians(table, language)
    told = _shares(table, language) if table.kind in CHOICES else []
    return [*told, *_means(table, language)] if table.kind == "scale" else told


def _shares(table: Table, language: str) -> list[Sentence]:
    """The share of what most chose, in the level where it is largest and where it is smallest."""
    overall = places(CHOICES[table.kind](table, language))
    if not overall or overall[0].tie:
        return []
    leading = overall[0].first
    lines = _by_level(table, "count", leading.cell.item, leading.cell.row, language)
    found = places([line for line in lines if line.share is not None], by_share)
    if len(found) < 2 or by_share(found[0].first) - by_share(found[-1].first) < WORTH_SAYING:
        return []
    key = "group.share" if found[-1].first.cell.value else "group.share_none"
    return [_between(table, key, found, language, item=leading.label)]


def _means(table: Table, language: str) -> list[Sentence]:
    """Means on the scale's own points; how far apart they are is judged on 0 … 100."""
    on_100 = _by_level(table, "score100", "", "", language)
    scores = {line.cell.level: line.cell.value or 0 for line in on_100}
    found = places(
        [line for line in _by_level(table, "mean", "", "", language) if line.cell.level in scores]
    )
    if len(found) < 2 or max(scores.values()) - min(scores.values()) < WORTH_SAYING_100:
        return []
    return [_between(table, "group.mean", found, language)]


def _medians(table: Table, language: str) -> list[Sentence]:
    found = places(_by_level(table, "median", "", "", language))
    if len(found) < 2:
        return []
    high, low = (place.first.cell.value or 0 for place in (found[0], found[-1]))
    return [_between(table, "group.median", found, language)] if high >= WORTH_SAYING_TIMES * low else []


def _by_level(table: Table, stat: str, item: str, row: str, language: str) -> list[Line]:
    lines = []
    for level in table.levels:
        cell, share = (table.get(kind, item, row, level.id) for kind in (stat, "share"))
        enough = cell is not None and cell.shown and cell.value is not None and (cell.base or 0) >= ENOUGH
        if level.id and cell is not None and enough:
            label = quoted(level.words.text(language), language)
            lines.append(Line(label, cell, share if share is not None and share.shown else None))
    return lines


def _between(table: Table, key: str, found: list[Place], language: str, **fields: Field) -> Sentence:
    group = (table.facts.get("group") or {}).get(language) or compose("group.nameless", language)
    begin = _compared(table, found, group, language)
    shares = found[0].first.share is not None
    numbers: list[Field] = [
        common_amount(table, place, language, whole=True) if shares else amount(table, place.first, language)
        for place in (found[0], found[-1])
    ]
    two = "_two" if sum(len(place.lines) for place in found) == 2 and key != "group.share_none" else ""
    return compose(
        key + two,
        language,
        begin=begin,
        high=name(found[0], language),
        low=name(found[-1], language),
        most=numbers[0],
        least=numbers[1],
        **fields,
    )


def _compared(table: Table, found: list[Place], group: Field, language: str) -> Sentence:
    """ "권역별로 나누어 보면"; where levels were left out, for they are few or hidden, that they were."""
    levels = sum(bool(level.id) for level in table.levels)
    all_of_them = sum(len(place.lines) for place in found) == levels
    if all_of_them:
        return compose("group.begin", language, group=group)
    counter = (table.facts.get("respondents") or {}).get("counter", "") if language == "ko" else ""
    return compose("group.begin_some", language, group=group, enough=f"{ENOUGH}{counter}")
