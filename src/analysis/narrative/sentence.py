"""A sentence of a report: words and numbers, where each number still knows its cell."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape

from analysis.language import LanguageError, particle
from analysis.language.catalogue import catalogue
from analysis.narrative.figure import Figure


@dataclass(frozen=True)
class Sentence:
    """Words and figures in reading order. A phrase is a short one, and goes into a longer one as a field.

    key, fields: the message that it is made from and what went into it, so that the same can be said in another way
    (see `lead`). Sentences that read alike are equal whatever they are made from."""

    parts: tuple[str | Figure, ...]
    key: str = field(default="", compare=False, repr=False)
    fields: Mapping[str, Field] = field(default_factory=dict, compare=False, repr=False)

    @property
    def text(self) -> str:
        return "".join(part.text if isinstance(part, Figure) else part for part in self.parts)

    @property
    def cells(self) -> tuple[str, ...]:
        """The addresses of the cells the sentence speaks of."""
        return tuple(part.address for part in self.parts if isinstance(part, Figure))

    def html(self) -> str:
        """Escaped words, and each number as a `<data>` element."""
        return "".join(part.html() if isinstance(part, Figure) else escape(part) for part in self.parts)


Field = str | Figure | Sentence


def compose(key: str, language: str, **fields: Field) -> Sentence:
    """The message `narrative.<key>` with its fields filled in, numbers kept as figures, particles put right.

    The grammar of messages is the catalogue's: `{name}`, `{name:은/는}`, `{name:-은/는}`.
    """
    messages = catalogue(language)
    full = f"narrative.{key}"
    if full not in messages:
        raise LanguageError(
            f"메시지 '{full}'의 {language} 문구가 없습니다.", f"there is no message '{full}' in {language}"
        )
    return Sentence(_merged(_filled(full, messages[full], fields)).parts, key, fields)


def join(phrases: Iterable[Field], between: str) -> Sentence:
    """Phrases one after the other, with `between` between them; a single one as it is."""
    phrases = list(phrases)
    if len(phrases) == 1 and isinstance(phrases[0], Sentence):
        return phrases[0]
    parts: list[str | Figure] = []
    for phrase in phrases:
        parts += ([between] if parts else []) + list(_parts(phrase))
    return _merged(parts)


def _filled(key: str, text: str, fields: dict[str, Field]) -> Iterator[str | Figure]:
    for literal, name, pair in _grammar(text):
        yield literal
        if name is None:
            continue
        if name not in fields:
            raise LanguageError(
                f"메시지 '{key}'에 쓸 '{name}' 값이 없습니다.", f"message '{key}' lacks its field '{name}'"
            )
        if not pair or not pair.startswith("-"):
            yield from _parts(fields[name])
        if pair:
            yield particle(Sentence(tuple(_parts(fields[name]))).text, pair.removeprefix("-"))


@cache
def _grammar(text: str) -> tuple[tuple[str, str | None, str | None], ...]:
    """What a message of the catalogue is put together from: words, then the field behind them and its particle."""
    return tuple((literal, name, pair) for literal, name, pair, _ in string.Formatter().parse(text))


def _parts(field: Field) -> Iterator[str | Figure]:
    if isinstance(field, Sentence):
        yield from field.parts
    elif isinstance(field, Figure):
        yield field
    else:
        yield " ".join(field.split())  # labels come from files: their line ends and double spaces stay behind


def _merged(parts: Iterable[str | Figure]) -> Sentence:
    """Neighbouring words become one part, so that equal sentences are equal."""
    merged: list[str | Figure] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        elif part != "":
            merged.append(part)
    return Sentence(tuple(merged))
