"""The messages of this room, in both languages at once."""

from __future__ import annotations

from analysis.questionnaire.words import Words, said


def words(key: str, **fields: object) -> Words:
    """The message `ledger.<key>`; a field that is Words is put in each language."""
    return said(f"ledger.{key}", **fields)
