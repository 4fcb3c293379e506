"""The messages of this room, in both languages at once."""

from __future__ import annotations

from analysis.language import LANGUAGES, message
from analysis.questionnaire.words import Words


def words(key: str, **fields: object) -> Words:
    """The message `ledger.<key>`; a field that is Words is put in each language."""
    korean, english = (_text(key, language, fields) for language in LANGUAGES)
    return Words(ko=korean, en=english)


def _text(key: str, language: str, fields: dict[str, object]) -> str:
    texts = {name: text.text(language) if isinstance(text, Words) else text for name, text in fields.items()}
    return message(f"ledger.{key}", language, **texts)
