"""Text made comparable: one way of writing what looks the same, and a key for matching labels."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # fullwidth ASCII
_SIGNS = {"〜": "~", "∼": "~", "￦": "₩", "ㆍ": "·", "・": "·", "･": "·", "\u2028": "\n", "\u2029": "\n"}
_TABLE = _WIDTH | str.maketrans(_SIGNS)
_ODD = re.compile(
    f"[{re.escape(''.join(map(chr, _WIDTH)) + ''.join(_SIGNS))}]"
)  # a search is far quicker than to translate
_SPACE = re.compile(r"[^\S\n ]")  # any blank but the plain one
_ENCLOSED = re.compile("[㈀-㈞]")
_JOINER = "\u200d"
_HALF = re.compile("[\ud800-\udfff]")

_LOOKALIKE = re.compile("[•‧∙⋅ᆞ‐‑‒–—―−‘’‛`´“”„]")
_LOOKALIKES = str.maketrans({
    **dict.fromkeys("•‧∙⋅ᆞ", "·"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("‘’‛`´", "'"),
    **dict.fromkeys("“”„", '"'),
})  # fmt: skip


def normalise(cell: object) -> str:
    """The text of a cell, trimmed, with one way of writing what looks the same.

    NFC; fullwidth ASCII, odd blanks and middle dots to their plain forms; invisible characters away. Signs
    that mean something (①, ㈜, Ⅱ) stay: NFKC would make 12 of ①②. Line breaks stay. A number is written out in
    full, never with an exponent; an empty cell (None) is "".
    """
    return _normal(_written(cell))


@lru_cache(maxsize=10_000)  # a cell is looked at in several ways, and answers repeat
def _normal(text: str) -> str:
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _SPACE.sub(" ", text.translate(_TABLE) if _ODD.search(text) else text)
    # What is invisible is never printable; nor is a line break, which stays, and to look at every letter is slow.
    if not text.replace("\n", " ").isprintable():
        text = "".join(char for at, char in enumerate(text) if _visible(text, at))
    return text.strip()


@lru_cache(maxsize=10_000)  # labels are compared with every cell
def match_key(text: str) -> str:
    """What two labels have in common when a person would call them the same.

    Case, blanks, the kind of dash, quote or middle dot do not count; ㈜ is (주).

    >>> match_key("판로 ㆍ 공공구매") == match_key("판로·공공구매")
    True
    """
    spelled = _ENCLOSED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), normalise(text))
    if _LOOKALIKE.search(spelled):
        spelled = spelled.translate(_LOOKALIKES)
    return "".join(spelled.casefold().split())


def has_unseen(text: str) -> bool:
    """Whether `normalise` would take out signs that nobody sees, or put a blank for one that is none."""
    return any(
        char not in "\n\r\t" and not char.isprintable() and char != _JOINER for char in text
    ) or not all(_visible(text, at) for at, char in enumerate(text) if char == _JOINER)


def legible(text: str) -> str:
    """`text` without what nobody sees but a page, a workbook or a terminal obeys: marks that turn the direction of
    writing, controls, zero-width signs. A tab is a blank; half of a letter, which no encoding can write, is "�".

    >>> legible("3\u202e개\x07")
    '3개'
    """
    if text.isprintable():
        return text
    text = _HALF.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))
    return "".join(char for at, char in enumerate(text) if _visible(text, at))


def one_line(text: str) -> str:
    """`text` for a terminal or a list: on one line, with what cannot be seen spelt out and nothing obeyed.

    A name of a file or an answer may hold line breaks, the commands of a terminal, marks that turn the direction
    of writing, and halves of letters that no encoding can write.

    >>> one_line("a\\nb\\x1b[31m")
    'a↵b<U+001B>[31m'
    """
    text = text.replace("\r\n", "↵").replace("\r", "↵").replace("\n", "↵").replace("\t", " ")
    if text.isprintable():
        return text
    return "".join(char if _shown(text, at) else f"<U+{ord(char):04X}>" for at, char in enumerate(text))


def _shown(text: str, at: int) -> bool:
    """Blanks of any width, and joiners inside an emoji, may stay."""
    char = text[at]
    return (
        char.isprintable() or unicodedata.category(char) == "Zs" or (char == _JOINER and _visible(text, at))
    )


def _written(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell == cell and abs(cell) != float("inf"):
        return f"{Decimal(float.__repr__(cell)):f}".removesuffix(".0")
    return str(cell)


def _visible(text: str, at: int) -> bool:
    """A joiner between the parts of an emoji is no stray zero-width character."""
    char = text[at]
    if char == _JOINER:
        return at > 0 and unicodedata.category(text[at - 1]) in ("So", "Sk", "Mn")
    return char == "\n" or unicodedata.category(char) not in ("Cf", "Cc")
