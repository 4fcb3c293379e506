"""What a breakdown adds to the whole: between which levels of the group the answers lie furthest apart.

Where levels were tested, the test speaks first (see `tested`): that there is a difference is said by it alone, and ends
that it did not find apart are not told. Without a test a difference is told of the respondents: of all options the
widest. It is worth a sentence from ten points on, where it is more than chance would make of levels of that size, and
between levels of five and more (of thirty and more in surveys of that many); for amounts where one median is half as large
again as the other. Where a level is hidden nobody can say which is the highest: those shown are told, and that others
are left out."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from analysis.narrative import date, ranking, scale
from analysis.narrative.choice import option_lines
from analysis.narrative.figure import Figure, show_cell
from analysis.narrative.order import (
    Line,
    Place,
    amount,
    any_few,
    by_share,
    common_amount,
    listed,
    name,
    places,
    quoted,
)  # fmt: skip
from analysis.narrative.portion import READ
from analysis.narrative.scope import base_of, counts_lead, no_shares
from analysis.narrative.sentence import Field, Sentence, compose
from analysis.narrative.tested import Tested, group_phrase, none_of, tested
from analysis.tables import Table
from analysis.tables.address import parse_address

WORTH_SAYING = 0.1  # a share
WORTH_SAYING_100 = 10  # a mean on 0 … 100
ERRORS = 2  # standard errors, where no test has said whether it may be chance
WORTH_SAYING_TIMES = 1.5  # a median of amounts
ENOUGH = 5  # respondents of a level at least; in a survey where shares lead it takes as many as that takes
SHOWN = 4  # places that are listed where others are hidden

CHOICES = {
    "single": option_lines,
    "multi": option_lines,
    "scale": scale.lines,
    "date": date.lines,
    "ranking": ranking.lines,
}
QUANTITIES = ("number", "money")
MIDDLES = ("mean", "median")


def sentences(table: Table, language: str) -> list[Sentence]:
    """One sentence or two, or none where there is no group, fewer than two levels to compare, or little
    between them; of a test before what it found."""
    if not table.group:
        return []
    test = tested(table, language)
    if test is not None and not test.found:
        return [test.sentence] if test.sentence.parts else []
    told = _told(table, language, test)
    return [test.sentence, *told] if test is not None else told


def contrasts(tables: Iterable[Table], language: str, most: int) -> list[Sentence]:
    """What the groups of one question add: of those that were tested what was found, with what shows it, and one
    sentence for all tested in vain; of those that were not, no more than `most`, the widest contrasts in their order."""
    tables = list(tables)
    found: dict[int, list[Sentence]] = {}
    in_vain: list[Sentence] = []
    for at, table in enumerate(tables):
        test = tested(table, language)
        if test is not None and not test.found:
            in_vain.append(test.named)
        else:
            found[at] = sentences(table, language)[: 1 if test is None else 2]
    untested = [at for at, told in found.items() if told and tested(tables[at], language) is None]
    kept = sorted(untested, key=lambda at: -_reach(found[at][0]))[:most]
    told = [one for at, said in found.items() if at in kept or at not in untested for one in said]
    return [*told, *none_of(in_vain, language)]


def _reach(contrast: Sentence) -> float:
    """How far apart the numbers of a contrast are; those of one question are of one kind."""
    shown = [(parse_address(part.address)[4][3], part.value) for part in contrast.parts if isinstance(part, Figure)]
    shares = [value for stat, value in shown if stat == "share"]
    values = shares or [value for stat, value in shown if stat in MIDDLES]
    least = 0.0 if contrast.key.startswith("group.share_none") else min(values, default=0.0)
    return max(values, default=0.0) - least


def _told(table: Table, language: str, test: Tested | None) -> list[Sentence]:
    """Both ends of the order of levels. test: what it found to differ."""
    if table.kind in QUANTITIES:
        return _medians(table, language)
    told = _shares(table, language, test) if table.kind in CHOICES else []
    return [*told, *_means(table, language)] if table.kind == "scale" else told


def _shares(table: Table, language: str, test: Tested | None) -> list[Sentence]:
    """Of all options (of the one alone that a test found to differ), of a scale its nets and what is between them, the
    one whose shares lie furthest apart, in the level where it is largest and where it is smallest."""
    beside = table.facts.get("other") or ()
    order = places(CHOICES[table.kind](table, language))
    every = [line for place in order for line in place.lines if line.cell.item not in beside]
    if table.kind == "scale":  # a net before what is between them, where they are as far apart
        ends = scale.nets(table, language)
        every.sort(key=lambda line: line.cell.item not in ends)
    told: list[Sentence] = []
    widest = 0.0
    for line in every:
        if test is not None and test.item not in ("", line.cell.item):
            continue
        item, row = line.cell.item, line.cell.row
        by_level = _by_level(table, "count", item, row, language)
        found = places([level for level in by_level if level.share is not None], by_share)
        apart = _far_apart(found, errors=ERRORS if test is None else 0.0)
        if apart > widest + READ:
            hides = _hides(table, "count", item, row)
            if said := _between(table, "group.share", found, hides, language, item=line.label):
                told, widest = said, apart
    return told


def _far_apart(found: list[Place], errors: float) -> float:
    """How far apart the shares are; 0 where that is little, or not more than so many standard errors of a difference of
    two shares (Cochran 1977, Sampling Techniques, sec. 3.2, with the share of both together)."""
    if len(found) < 2:
        return 0.0
    high, low = (place.first for place in (found[0], found[-1]))
    apart = by_share(high) - by_share(low)
    bases = [float(line.cell.base or 1) for line in (high, low)]
    both = sum(by_share(line) * base for line, base in zip((high, low), bases, strict=True)) / sum(bases)
    error = sqrt(both * (1 - both) * sum(1 / base for base in bases))
    return apart if apart >= WORTH_SAYING and apart > errors * error else 0.0


def _means(table: Table, language: str) -> list[Sentence]:
    """Means on the scale's own points; how far apart they are is judged on 0 … 100."""
    on_100 = _by_level(table, "score100", "", "", language)
    scores = {line.cell.level: line.cell.value or 0 for line in on_100}
    found = places(
        [line for line in _by_level(table, "mean", "", "", language) if line.cell.level in scores]
    )
    if len(found) < 2 or max(scores.values()) - min(scores.values()) < WORTH_SAYING_100:
        return []
    return _between(table, "group.mean", found, _hides(table, "mean", "", ""), language)


def _medians(table: Table, language: str) -> list[Sentence]:
    found = places(_by_level(table, "median", "", "", language))
    if len(found) < 2:
        return []
    high, low = (place.first.cell.value or 0 for place in (found[0], found[-1]))
    if high < WORTH_SAYING_TIMES * low:
        return []
    return _between(table, "group.median", found, _hides(table, "median", "", ""), language)


def _by_level(table: Table, stat: str, item: str, row: str, language: str) -> list[Line]:
    lines = []
    for level in table.levels:
        cell, share = (table.get(kind, item, row, level.id) for kind in (stat, "share"))
        shown = cell is not None and cell.shown and cell.value is not None
        if level.id and cell is not None and shown and (cell.base or 0) >= _enough(table):
            label = quoted(level.words.text(language), language)
            lines.append(Line(label, cell, share if share is not None and share.shown else None))
    return lines


def _enough(table: Table) -> int:
    base = base_of(table)
    answered = table.facts.get("n_respondents") or (base.value if base is not None else 0) or 0
    leading = counts_lead(table)
    return leading if answered >= leading else max(ENOUGH, no_shares(table))


def _hides(table: Table, stat: str, item: str, row: str) -> bool:
    """The number of a level that would be compared was hidden, which may be the largest or the smallest."""
    stats = {stat, "share"} if stat == "count" else {stat}
    return any(
        cell.status == "suppressed" and cell.stat in stats and (cell.item, cell.row) == (item, row)
        for cell in table.cells
        if cell.level and not _is_of_few(table, cell.level)
    )


def _is_of_few(table: Table, level: str) -> bool:
    """Too few respondents for the level to be compared."""
    base = base_of(table, level=level)
    return base is not None and (base.value or 0) < _enough(table)


def _between(
    table: Table, key: str, found: list[Place], hides: bool, language: str, **fields: Field
) -> list[Sentence]:
    """Both ends of the order; both levels where there are but two. Where others are hidden those shown are
    listed, if they are few."""
    fields["begin"] = _compared(table, found, hides, language)
    fields["hidden"] = compose("left_out_groups", language, levels=_group(table, language)) if hides else ""
    nobody = key == "group.share" and not found[-1].first.cell.value
    if hides and len(found) > 2:
        if len(found) > SHOWN or nobody:
            return []
        each = [
            compose("rows.row", language, row=name(place, language), amount=_number(table, place, language))
            for place in found
        ]
        return [compose(f"{key}_shown", language, list=listed(each, language), **fields)]
    two = "_two" if hides or sum(len(place.lines) for place in found) == 2 else ""
    ends = {
        "high": name(found[0], language),
        "low": name(found[-1], language),
        "most": _number(table, found[0], language),
    }
    base = base_of(table, level=found[-1].first.cell.level)
    if nobody and base is not None:
        n = show_cell(table, base, language)
        return [compose(f"{key}_none{two}", language, n=n, **ends, **fields)]
    ends["least"] = _number(table, found[-1], language)
    return [compose(key + two, language, **ends, **fields)]


def _group(table: Table, language: str) -> Field:
    """ "권역", "by area"."""
    named = (table.facts.get("group") or {}).get(language)
    return group_phrase(table, language, grouped=False) if named else compose("group.one", language)


def _number(table: Table, place: Place, language: str) -> Field:
    if place.first.share is None:
        return amount(table, place.first, language)
    return common_amount(table, place, language, any_few(table, place.lines))


def _compared(table: Table, found: list[Place], hides: bool, language: str) -> Sentence:
    """ "권역으로 나누어 보면"; where levels were left out for being few, "사례수 30개 이상인 권역 가운데"."""
    counter = (table.facts.get("respondents") or {}).get("counter", "") if language == "ko" else ""
    enough = f"{_enough(table)}{counter}"
    compared = sum(len(place.lines) for place in found)
    group = _group(table, language)
    few = any(_is_of_few(table, level.id) for level in table.levels if level.id)
    if not few if hides else compared == sum(bool(level.id) for level in table.levels):
        return compose("group.begin", language, group=group)
    return compose("group.begin_some", language, group=group, enough=enough)
