"""Columns that ask whether something was done, so that a sentence can say that it was: "이용했으나", "수행함"."""

from __future__ import annotations

from analysis.narrative.sentence import Field
from analysis.tables import Table

YES = ("예", "네", "함", "했음")


def what_was_done(table: Table, item: str, language: str) -> dict[str, Field]:
    """Of a column that asks whether something was done ("이용 여부"), where the item is that it was: what was done."""
    column, _, answer = item.partition(":")
    if not answer:
        return {}
    asked = table.words("items", column, "ko")
    noun, yes = asked.removesuffix(" 여부"), table.words("items", item, "ko").removeprefix(f"{asked}: ")
    if noun == asked or yes not in (*YES, f"{noun}함", f"{noun}했음"):
        return {}
    return {"done": noun if language == "ko" else table.words("items", column, language)}
