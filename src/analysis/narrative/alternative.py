"""What a picture of a table says to those who do not see it: as its name the finding, and below it how the question
was answered and by whom, the unit, the largest and the smallest, and how sure the finding is."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.narrative import interval
from analysis.narrative.choice import options
from analysis.narrative.ends import Ends, hides
from analysis.narrative.narrative import ends, headline, with_capital
from analysis.narrative.sentence import Sentence, compose, join
from analysis.tables import Table

LEDGER = ("events", "accounts")
IN_UNITS = ("number", "money", "allocation", "accounts")
MOST = {  # a choice is what most made
    "number": "value", "money": "value", "date": "date", "ranking": "ranking", "grid": "mean", "allocation": "part",
    "importance_performance": "gap", "events": "number", "accounts": "amount",
}  # fmt: skip


def alt_title(table: Table, language: str) -> str:
    """The finding, behind the words of the question and of the group: no other picture of a page is called so."""
    finding = headline(table, language)
    title, group = table.title.text(language), _group(table, language)
    if group and group not in finding.text:
        return compose("alternative.title_by", language, title=title, group=group, finding=finding).text
    return compose("alternative.title", language, title=title, finding=finding).text


def alt_text(table: Table, language: str) -> str:
    """How it was answered, base, unit, the two ends, what is hidden, and the interval, in full sentences."""
    return join(map(with_capital, _told(table, language)), " ").text


def _told(table: Table, language: str) -> Iterator[Sentence]:
    group = _group(table, language)
    base = table.base.text(language)
    dated = any(letter.isdigit() for letter in base)
    ledger = "shown_dated" if dated else "shown_ledger"  # "2017년 사업" of the report of 2016
    key = "shown_by" if group else ledger if table.kind in LEDGER else "shown"
    if language != "ko":
        base = base[:1].lower() + base[1:]
    fields = {"year": str(table.year), "base": base, "how": _how(table, language), "group": group}
    yield compose(f"alternative.{key}", language, **fields)
    unit = _unit(table, language)
    if unit:
        yield compose("alternative.unit", language, unit=unit)
    yield from _ends(table, language)
    yield from interval.told(table, headline(table, language), "alternative.interval", language)


def _ends(table: Table, language: str) -> Iterator[Sentence]:
    """The largest and the smallest. Of hidden values nobody may learn that they are not the smallest: where some are
    hidden, what is shown is told as that, and how much is not."""
    found, some_hidden = ends(table, language), hides(table)
    if found is not None and some_hidden and found.shown is not None:
        yield compose(f"alternative.values{'_of_all' if table.group else ''}", language, list=found.shown)
    elif found is not None:
        whole = "_shown" if some_hidden else "_usual" if table.facts.get("reverse") else "_all" if table.group else ""
        of = compose(f"alternative.of{whole}", language) if whole else Sentence(())
        key = "none" if found.nothing else "most"
        yield compose(f"alternative.{key}.{_of_what(table, found)}", language, of=of, high=found.high, low=found.low)
    if some_hidden:
        yield from _hidden(table, language)


def _hidden(table: Table, language: str) -> Iterator[Sentence]:
    """How many items are hidden, or that some numbers are."""
    items = {cell.item for cell in table.cells if cell.status == "suppressed" and cell.stat == "count"}
    items = {item for item in items if item in options(table, language)}
    if table.kind in ("single", "multi", "scale", "ranking") and items and not table.group:
        one = "_one" if len(items) == 1 else ""
        yield compose(f"alternative.hidden{one}", language, n=str(len(items)))
    else:
        yield compose("alternative.hidden_some", language)


def _of_what(table: Table, found: Ends) -> str:
    """What the largest is the largest of."""
    return "median" if found.stat == "median" else MOST.get(table.kind, "choice")


def _how(table: Table, language: str) -> Sentence:
    """How the question was answered."""
    facts, kind = table.facts, table.kind
    if kind in LEDGER:
        return Sentence(())
    if kind == "multi" and facts.get("max_choices"):
        kind = "multi_most"
    if kind == "grid":
        kind = f"grid_{facts.get('cell_kind')}" if facts.get("cell_kind") in ("scale", "number", "money") else "grid"
    if kind in ("scale", "grid_scale") and not facts.get("points"):
        kind += "_nameless"
    fields = {"n": str(facts.get("max_choices") or facts.get("ranks") or ""), "points": str(facts.get("points") or "")}
    return compose(f"alternative.how.{kind}", language, **fields)


def _unit(table: Table, language: str) -> str:
    if table.kind not in IN_UNITS and not (table.kind == "grid" and "unit" in table.facts):
        return ""
    unit = table.facts.get("unit_en" if language != "ko" else "unit") or table.facts.get("unit")
    return str(unit or "")


def _group(table: Table, language: str) -> str:
    """ "조직유형별", "by type of organisation"."""
    words = (table.facts.get("group") or {}).get(language, "") if table.group else ""
    return words if language == "ko" else words[:1].lower() + words[1:]
