"""What one cell of the workbook says: a field of the file as people write it, and back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.language import LANGUAGES, message
from analysis.questionnaire_book.layout import Column, choice, value_of

NOTHING = "-"  # an empty list, where an empty cell would mean the usual one
_EMPTY = '""'  # a line with nothing in it
_THOUSANDS = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_YES = frozenset(("yes", "y", "o", "○", "●", "v", "✓", "1", "true"))
_NO = frozenset(("no", "n", "x", "×", "0", "false"))


def shown(column: Column, value: str | Sequence[str] | None, language: str) -> str:
    """The text of a cell that holds `value`; "" where it holds nothing."""
    if value is None:
        return ""
    values = [value] if isinstance(value, str) else value
    match column.kind:
        case "flag":
            return message(f"questionnaire.book.{value}", language)
        case "one":
            return choice(column.choices, str(value), language)
        case "quoted":
            return f'"{value}"'
        case "lines":
            return "\n".join(map(_escaped, values))
        case "several":
            return ", ".join(choice(column.choices, one, language) for one in values) or NOTHING
    return str(value)


def read(column: Column, text: str) -> str | list[str]:
    """The value that a cell with something in it holds."""
    plain = text.strip()
    match column.kind:
        case "flag":
            return _flag(plain)
        case "one":
            return value_of(column.choices, text)
        case "number":
            return plain.replace(",", "") if _THOUSANDS.fullmatch(plain) else plain
        case "name":
            return plain
        case "quoted":
            return plain[1:-1] if len(plain) > 2 and plain[0] == plain[-1] == '"' else text
        case "lines":
            return [_unescaped(line) for line in text.split("\n") if line.strip()]
        case "several":
            several = [one.strip() for one in re.split(r"[,\n]", text)]
            return [value_of(column.choices, one) for one in several if one] if plain != NOTHING else []
    return text


def _flag(plain: str) -> str:
    """What the file calls yes and no; what is neither stays as it is, and is told."""
    for value, words in (("yes", _YES), ("no", _NO)):
        said = {message(f"questionnaire.book.{value}", language).casefold() for language in LANGUAGES}
        if plain.casefold() in words | said:
            return value
    return plain


def _escaped(line: str) -> str:
    """A line that may have line breaks in it, or nothing at all."""
    quote = "\\" if line.startswith('"') else ""
    return quote + line.replace("\\", "\\\\").replace("\n", "\\n") if line else _EMPTY


def _unescaped(line: str) -> str:
    if line == _EMPTY:
        return ""
    return re.sub(r'\\([n\\"])', lambda found: "\n" if found[1] == "n" else found[1], line)
