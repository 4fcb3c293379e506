"""Numbers and amounts of money: the middle before the mean, for a few large ones pull the mean away."""

from __future__ import annotations

from math import inf

from analysis.narrative.ends import Ends
from analysis.narrative.figure import Figure, show_cell
from analysis.narrative.order import Line, Place, amount, counted, name, places, quoted
from analysis.narrative.scope import base_of, everyone, who
from analysis.narrative.sentence import Field, Sentence, compose
from analysis.tables import Table

SKEWED = 1.5  # times the median: from here on the mean tells of a few large values
ENOUGH = 10  # answers; of fewer, a quartile is one of them and tells of no half

Figures = dict[str, Field]


def bins(table: Table, language: str) -> list[Line]:
    """The classes that values were counted in, where there are any."""
    ids = [found["id"] for found in table.facts.get("bins") or ()]
    return counted(table, {found: quoted(table.words("items", found, language), language) for found in ids})


def headline(table: Table, language: str) -> Sentence | None:
    found, them = _figures(table, language), who(table, language)
    if "median" not in found:
        return compose("number.mean", language, mean=found["mean"]) if "mean" in found else None
    if them is None:
        return compose("number.median_alone", language, median=found["median"])
    if _all_alike(table):
        return compose("number.same_one" if _base(table) == 1 else "number.same", language, everyone=everyone(table, language) or them, **found)
    order = places(bins(table, language))
    if order and _says_something(table, order[0]):
        first = {"name": name(order[0], language), "amount": amount(table, order[0], language)}
        return compose(f"number.bins{'_tie' if order[0].tie else ''}", language, **first, **found)
    if _has_middle(table, found):
        return compose("number.middle", language, who=them, **found)
    return compose("number.median", language, who=them, **found)


def _says_something(table: Table, fullest: Place) -> bool:
    """That classes are the fullest: not where others are narrower, for then they may only be the widest."""
    width = {
        found["id"]: (found["high"] if found["high"] is not None else inf) - found["low"]
        for found in table.facts.get("bins") or ()
    }
    return all(width[line.cell.item] <= min(width.values()) for line in fullest.lines)


def sentences(table: Table, language: str) -> list[Sentence]:
    """What the headline has not said: the middle half, the mean and whether a few large values made it, the range."""
    found = _figures(table, language)
    told_score = _score(table, language)
    if _all_alike(table):
        return told_score
    told: list[Sentence] = []
    skewed, ranged = _skewed(table), {"min", "max"} <= found.keys()
    title = headline(table, language)
    middle = title is not None and title.key.startswith("number.bins") and _has_middle(table, found)
    if middle:
        key = "middle_and_range" if ranged else "middle_half"
        told.append(compose(f"number.{key}", language, **found))
    if skewed:
        told.append(compose("number.skewed", language, **found))
    if ranged and not middle:
        key = "mean_and_range" if "mean" in found and not skewed else "range"
        told.append(compose(f"number.{key}", language, **found))
    elif {"mean", "median"} <= found.keys() and not skewed:
        told.append(compose("number.mean", language, **found))
    return [*told_score, *told]


def _score(table: Table, language: str) -> list[Sentence]:
    """Promoters less detractors, where the question counts them."""
    score = figure(table, "nps", language)
    return [compose("number.nps", language, nps=score)] if score else []


def ends(table: Table, language: str) -> Ends | None:
    """The largest and the smallest value."""
    found = _figures(table, language)
    return Ends(found["max"], found["min"], "value") if {"min", "max"} <= found.keys() else None


def figure(table: Table, stat: str, language: str, item: str = "", row: str = "") -> Figure | None:
    """The number of a statistic; None where there is none to show."""
    cell = table.get(stat, item, row)
    shown = show_cell(table, cell, language) if cell is not None else None
    return shown if isinstance(shown, Figure) else None


def _figures(table: Table, language: str) -> Figures:
    """The figures there are. The lower end of a range leaves its unit to the upper: "4~14회", "from 4 to 14
    meetings"; per cent in English stands at both."""
    found: Figures = {}
    for stat in ("mean", "median", "q1", "q3", "min", "max"):
        cell = table.get(stat)
        bare = stat == "q1" or (stat == "min" and language != "ko")
        percent = language != "ko" and table.facts.get("unit") == "%"
        bare = bare and "asked_in" not in table.facts and not percent
        shown = show_cell(table, cell, language, unit=not bare) if cell is not None else None
        if isinstance(shown, Figure):
            found[stat] = shown
    return found


def _value(table: Table, stat: str) -> float | None:
    cell = table.get(stat)
    return cell.value if cell is not None and cell.shown else None


def _base(table: Table) -> float:
    base = base_of(table)
    return (base.value or 0.0) if base is not None else 0.0


def _all_alike(table: Table) -> bool:
    lowest, highest = _value(table, "min"), _value(table, "max")
    return lowest is not None and lowest == highest and _base(table) > 0


def _has_middle(table: Table, found: Figures) -> bool:
    """Quartiles that say more than the median does."""
    return {"median", "q1", "q3"} <= found.keys() and _base(table) >= ENOUGH and found["q1"] != found["q3"]


def _skewed(table: Table) -> bool:
    mean, median = _value(table, "mean"), _value(table, "median")
    return mean is not None and median is not None and median > 0 and mean >= SKEWED * median
