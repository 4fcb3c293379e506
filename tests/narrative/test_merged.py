"""What is public of a question whose own options are hidden: how many are in the groups that others are told by."""

from __future__ import annotations

from dataclasses import replace

from analysis.narrative import Figure
from analysis.narrative.merged import merged
from analysis.questionnaire.words import Words
from analysis.tables import Cell, Label, Table
from tests.narrative.made import chosen, hiding

SCOPE = replace(hiding(chosen("single", {"전국": 2, "광역": 12, "기초": 7}, base=21), "전국", "광역", "기초"), question="scope")
LEVELS = {"wide": ["전국", "광역"], "near": ["기초"]}


def by_scope(wide: float | None = 14, near: float | None = 7, levels: dict[str, list[str]] = LEVELS) -> Table:
    """Another question by what the scopes are put together to."""
    sizes = {"": 21, "wide": wide, "near": near}
    cells = tuple(
        Cell(level, "", "", "base", n, base=n, status="suppressed" if n is None else "shown") for level, n in sizes.items()
    )
    words = {"": "전체", "wide": "전국·광역", "near": "권역·기초"}
    return replace(
        SCOPE, question="legal_basis", group="scope_kind", cells=cells, facts={**SCOPE.facts, "by": "scope", "levels_of": levels},
        levels=tuple(Label(level, Words(ko=ko)) for level, ko in words.items()),
    )  # fmt: skip


def test_where_options_are_hidden_the_groups_made_of_them_are_told() -> None:
    told = merged(SCOPE, [by_scope()], "ko")
    assert told.text == "묶어 보면 ‘전국·광역’이 21개 중 14개, ‘권역·기초’가 7개임"
    addresses = [part.address for part in told.parts if isinstance(part, Figure)]
    assert [address.rpartition("legal_basis/")[2] for address in addresses] == [
        "by=scope_kind/base", "by=scope_kind:wide/base", "by=scope_kind:near/base",
    ]  # fmt: skip


def test_not_where_a_group_is_hidden_or_some_respondents_are_in_none() -> None:
    assert merged(SCOPE, [by_scope(near=None)], "ko") is None
    assert merged(SCOPE, [by_scope(near=5)], "ko") is None


def test_the_first_table_that_shows_all_groups_is_taken() -> None:
    assert merged(SCOPE, [by_scope(near=None), by_scope()], "ko") is not None


def test_not_where_nothing_is_hidden_or_put_together() -> None:
    shown = replace(chosen("single", {"전국": 2, "광역": 12, "기초": 7}, base=21), question="scope")
    assert merged(shown, [by_scope()], "ko") is None
    assert merged(SCOPE, [by_scope(levels={"wide": ["광역"], "near": ["기초"]})], "ko") is None
