"""The sentences and labels a person reads, by key and language, with their particles put right.

Messages live in messages/<room>.<language>.toml, one pair of files a room; the key of `refused = "…"` under
`[reason]` in common.ko.toml is "common.reason.refused". A message names its fields in braces:

    {name}           the field
    {name:은/는}      the field and the particle it takes
    ‘{name}’{name:-은/는}   the particle alone, where something stands between
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from .errors import LanguageError
from .particle import particle, with_particle

LANGUAGES = ("ko", "en")


def message(key: str, language: str = "ko", **fields: object) -> str:
    """The message `key` in `language`, its fields filled in. Fields it does not name are left out.

    Raises LanguageError for a language or key that does not exist and for a field that was not given.
    """
    messages = catalogue(language)
    if key not in messages:
        raise LanguageError(
            f"메시지 '{key}'의 {language} 문구가 없습니다.", f"no message '{key}' in {language}"
        )
    return "".join(_fill(key, messages[key], fields))


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Every message of `language` by its key."""
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise LanguageError(f"'{language}' 언어는 없습니다: {known}", f"'{language}' is none of {known}")
    suffix = f".{language}.toml"
    messages: dict[str, str] = {}
    for file in resources.files(__package__).joinpath("messages").iterdir():
        if file.name.endswith(suffix):
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            messages.update(_flat(file.name.removesuffix(suffix), table))
    return messages


def fields_of(text: str) -> frozenset[str]:
    """The names of the fields in a message."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def _flat(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(f"{prefix}.{name}", value)
        else:
            yield f"{prefix}.{name}", value


def _fill(key: str, text: str, fields: Mapping[str, object]) -> Iterator[str]:
    for literal, name, pair, _ in string.Formatter().parse(text):
        yield literal
        if name is None:
            continue
        if name not in fields:
            raise LanguageError(
                f"메시지 '{key}'에 쓸 '{name}' 값이 없습니다.", f"message '{key}' needs '{name}'"
            )
        value = str(fields[name])
        if not pair:
            yield value
        elif pair.startswith("-"):
            yield particle(value, pair[1:])
        else:
            yield with_particle(value, pair)
