"""One text as YAML writes it: plain where it can be, quoted where it has to be, folded where it is long."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

WIDTH = 110  # columns of a line; a Hangul syllable takes two
_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`=<~")  # YAML would take a text that begins so for something else
_JOINERS = frozenset("\u200c\u200d")  # invisible, but part of emoji and of some scripts
_NAMED = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


class Written(NamedTuple):
    """A text in YAML.

    first  what stands behind "key: "
    more   the lines below it, without their indentation; empty for what fits into one line
    """

    first: str
    more: tuple[str, ...] = ()


def written(text: str, before: int, indent: int) -> Written:
    """`text` as the value of a key.

    before  columns that the line has taken already
    indent  columns by which the lines below would be indented
    """
    if "\n" in text and _is_literal(text):
        return Written("|-", tuple(text.split("\n")))
    if before + width(text) > WIDTH and _is_foldable(text):
        lines = folded(text, WIDTH - indent)
        if len(lines) > 1:
            return Written(">-", lines)
    return Written(on_one_line(text))


def on_one_line(text: str) -> str:
    """`text` as a key, or as a value of one line."""
    if _is_plain(text):
        return text
    if _shows(text) and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(character) for character in text) + '"'


def folded(text: str, columns: int) -> tuple[str, ...]:
    """`text` broken at single blanks into lines of at most `columns`, as far as its words allow."""
    lines = [""]
    for word in re.split(r"(?<=\S) (?=\S)", text):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and width(longer) > columns:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def width(text: str) -> int:
    """Columns that `text` takes where letters are as wide as each other."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def shown(text: str) -> str:
    """`text` with a blank for everything that does not show, so that it cannot end a comment."""
    return "".join(character if _shows(character) else " " for character in text)


def _is_plain(text: str) -> bool:
    negative = re.match(r"-\d", text) is not None
    return (
        text != ""
        and text == text.strip()
        and (text[0] not in _FIRST or negative)
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and _shows(text)
    )


def _is_foldable(text: str) -> bool:
    return _shows(text) and text == text.strip() and "  " not in text


def _is_literal(text: str) -> bool:
    """Whether its lines can stand below each other as they are."""
    lines = text.split("\n")
    return (
        all(_shows(line) and line == line.rstrip() for line in lines)
        and bool(lines[-1])
        and bool(lines[0])
        and not lines[0].startswith(" ")
    )


def _shows(text: str) -> bool:
    return all(character.isprintable() or character in _JOINERS for character in text)


def _escaped(character: str) -> str:
    if character in _NAMED:
        return _NAMED[character]
    if _shows(character):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
