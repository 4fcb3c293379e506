"""What the tests of a question over a group say: that the levels differ, or that it could not be confirmed.

Nothing else lets a report say that there is a difference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.narrative.choice import options
from analysis.narrative.figure import show_cell
from analysis.narrative.order import listed
from analysis.narrative.scope import counts_lead, is_weighted
from analysis.narrative.sentence import Field, Sentence, compose
from analysis.tables import Cell, Table

NOT_WORTH_SAYING = 0.5  # the smallest adjusted p of a group from which on nothing is said


class Tested(NamedTuple):
    """sentence: of the test; found: whether the levels differ; item: the option that does, where each was tested.
    named: the group with its p, for a sentence about several groups that do not differ."""

    sentence: Sentence
    found: bool
    item: str = ""
    named: Sentence = Sentence(())


def tested(table: Table, language: str) -> Tested | None:
    """The test of the whole question, or of its options the one that most chose among those that differ; without
    words where every p is large, which the table of tests tells. None where there was no test, or one for each row of
    a grid, whose table tells them all."""
    level = (table.facts.get("comparison") or {}).get("alpha")
    tests = [cell for cell in table.cells if cell.stat == "p_adjusted" and cell.shown and not cell.row]
    if level is None or not tests or table.kind == "grid":
        return None
    group = group_phrase(table, language)
    found = [cell for cell in tests if (cell.value or 0.0) < level]
    if not found:
        least = min(tests, key=lambda cell: cell.value or 0.0)
        if (least.value or 0.0) >= NOT_WORTH_SAYING:
            return Tested(Sentence(()), False)
        several = "_of" if len(tests) > 1 else ""
        p = show_cell(table, least, language)
        named = compose(f"test.named{several}", language, group=group, p=p)
        return Tested(compose("test.none", language, groups=named), False, named=named)
    most = max(found, key=lambda cell: _chosen(table, cell))
    how = _how(table, most, language)
    if not most.item:
        return Tested(compose("test.found", language, group=group, how=how), True)
    item = options(table, language).get(most.item, Sentence((table.words("items", most.item, language),)))
    return Tested(compose("test.found_item", language, group=group, item=item, how=how), True, most.item)


def none_of(named: Sequence[Sentence], language: str) -> list[Sentence]:
    """That several groups could not be found to differ, in one sentence; those of which nothing is said left out."""
    said = [group for group in named if group.parts]
    return [compose("test.none", language, groups=listed(said, language))] if said else []


def group_phrase(table: Table, language: str, grouped: bool = True) -> str:
    """ "권역" of "권역별"; in English "by area". grouped: with what stands behind it in brackets, that its levels are
    groups of options."""
    words = table.facts.get("group") or {}
    told = words.get(language) or words.get("ko") or compose("group.one", language).text
    told = told if grouped else re.sub(r"\s*\([^()]*\)$", "", told)
    if language == "ko":
        return re.sub(r"별(?=\(|$)", "", told)
    phrase = told[:1].lower() + told[1:]
    return phrase if phrase.startswith("by ") else f"by {phrase}"


def test_name(cell: Cell, language: str) -> str:
    """Of a cell of a test or of an effect: "크래머 V"."""
    return compose(f"test.{cell.rule}", language).text


def _how(table: Table, adjusted: Cell, language: str) -> Sentence:
    """Test, adjusted p and size of the effect; not of few respondents, of whom chance alone makes a large one."""
    p, effect = (table.get(stat, adjusted.item, adjusted.row) for stat in ("p", "effect"))
    fields: dict[str, Field] = {
        "test": test_name(p, language) if p is not None else "",
        "p": show_cell(table, adjusted, language),
    }
    if effect is None or not effect.shown or effect.value is None or _is_of_few(table, effect):
        return compose("test.how_short", language, **fields)
    size = compose(
        "test.effect", language, measure=test_name(effect, language), value=show_cell(table, effect, language)
    )
    return compose("test.how", language, effect=size, **fields)


def _is_of_few(table: Table, effect: Cell) -> bool:
    return effect.base is None or effect.base < counts_lead(table)


def _chosen(table: Table, cell: Cell) -> float:
    size = table.get("share" if is_weighted(table) else "count", cell.item)
    return (size.value or 0.0) if size is not None and size.shown else 0.0
