"""Cells that hold several choices: what stands between them, and which the choices are.

A choice may hold the separator itself ("언론(신문, 방송)"): within brackets nothing is cut, and pieces that only ever
stand side by side are one choice.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from analysis.draft.cells import Cells
from analysis.language.text import match_key

MOST_OPTIONS = 100
_LONGEST = 120  # characters of a choice, on an average
_COVERED = 0.7  # of all pieces, the share that choices make up that several respondents gave
_SMALL, _COVERED_OF_SMALL, _SHORT = 30, 0.5, 25  # of fewer answers, a smaller share of short choices
_SEVERAL = 0.03  # of the cells, the share that has to hold several choices
_TOGETHER = 3  # times that two pieces have to stand side by side, and never apart, to be one choice
_MIXED = "mixed"
_SEPARATORS = {
    "\n": r"\s*\n\s*",
    ";": r"\s*;\s*",
    "|": r"\s*\|\s*",
    ", ": r",\s+",
    ",": r"\s*,\s*",
    _MIXED: r"\s*(?:[\n;|]|,(?!\d))\s*",
}
_DECIMAL = re.compile(r"\d+\.\d+")


class FoundList(NamedTuple):
    """separator  None where several are in use
    options    choice → how often it was made, the most frequent first
    rest       what single respondents wrote beside them → how often
    whole      choices that hold the separator outside of brackets
    shortened  numbers that a spreadsheet has made of choices: "3.1" of "3.10" → cells
    alone      choices that nobody made together with another
    most       choices in one cell
    """

    separator: str | None
    options: dict[str, int]
    rest: dict[str, int]
    whole: tuple[str, ...]
    shortened: dict[str, int]
    alone: frozenset[str]
    most: int


def list_of(cells: Cells) -> FoundList | None:
    """The choices that the cells list; None where they hold one answer each."""
    for separator, shape in _SEPARATORS.items():
        between = re.compile(shape)
        if cells.share(between.search) > _SEVERAL and (found := _listed(cells, separator)):
            return found
    return None


def often(filled: int) -> int:
    """How often an answer has to occur among so many to be more than somebody's own words."""
    return 2 if filled < 500 else max(3, math.ceil(filled * 0.002))


def _listed(cells: Cells, separator: str) -> FoundList | None:
    cut = {text: _pieces(text, separator) for text in cells.texts}
    several = sum(count for text, count in cells.texts.items() if len(cut[text]) > 1)
    if several < max(2, _SEVERAL * cells.filled) or (separator == _MIXED and not _uses_several(cells)):
        return None
    cut, whole = _joined(cut, cells.texts, separator)
    spelled: dict[str, str] = {}
    counts: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for text, pieces in cut.items():
        for piece in dict.fromkeys(pieces):
            label = spelled.setdefault(match_key(piece), piece)
            counts[label] += cells.texts[text]
            alone[label] += cells.texts[text] * (len(pieces) == 1)
    shortened = _shortened(counts, alone)
    known = {
        label: count
        for label, count in counts.most_common()
        if count >= often(cells.filled) and label not in shortened
    }
    rest = {label: count for label, count in counts.items() if label not in known and label not in shortened}
    mentions = sum(counts.values())
    length = sum(len(label) * count for label, count in known.items()) / max(sum(known.values()), 1)
    combined = sum(len(pieces) > 1 for pieces in cut.values())
    both_ways = sum(0 < alone[label] < counts[label] for label in known)
    covered = (
        _COVERED_OF_SMALL
        if cells.filled < _SMALL and length < _SHORT and several * 3 > cells.filled
        else _COVERED
    )
    if (
        not 1 < len(known) <= MOST_OPTIONS
        or length > _LONGEST
        or sum(known.values()) + sum(shortened.values()) < covered * mentions
        or not combined
        or (len(known) >= len(cut) and both_ways < 2)
    ):
        return None
    said = None if separator == _MIXED else separator
    lonely = frozenset(label for label in known if alone[label] == counts[label])
    most = max(map(len, cut.values()))
    return FoundList(
        said, known, rest, tuple(label for label in whole if label in known), shortened, lonely, most
    )


def _uses_several(cells: Cells) -> bool:
    used = [any(re.search(_SEPARATORS[sign], text) for text in cells.texts) for sign in ("\n", ";", "|", ",")]
    return sum(used) > 1


@cache
def _tokens(separator: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<open>[(\[{{（])|(?P<close>[)\]}}）])|(?P<cut>{_SEPARATORS[separator]})")


def _pieces(text: str, separator: str) -> list[str]:
    """The text cut at the separator wherever no bracket is open."""
    if text.count("(") != text.count(")"):
        return [piece for piece in re.split(_SEPARATORS[separator], text) if piece.strip()]
    pieces, begun, depth = [], 0, 0
    for token in _tokens(separator).finditer(text):
        if token["open"]:
            depth += 1
        elif token["close"]:
            depth = max(0, depth - 1)
        elif not depth:
            pieces.append(text[begun : token.start()])
            begun = token.end()
    pieces.append(text[begun:])
    return [" ".join(piece.split()) for piece in pieces if piece.strip(" ,;|")]


def _joined(
    cut: Mapping[str, list[str]], counts: Mapping[str, int], separator: str
) -> tuple[dict[str, list[str]], list[str]]:
    """The pieces with those put together that never stand apart, and what they make."""
    between = {_MIXED: ", ", "\n": "\n"}.get(separator, separator)
    whole: list[str] = []
    now = {text: list(pieces) for text, pieces in cut.items()}
    while pairs := _never_apart(now, counts):
        for text, pieces in now.items():
            now[text] = list(_put_together(pieces, pairs, between))
        made = [f"{first}{between}{second}" for first, second in pairs]
        whole = [label for label in whole if not any(label in one for one in made)] + made
    return now, whole


def _never_apart(cut: Mapping[str, list[str]], counts: Mapping[str, int]) -> set[tuple[str, str]]:
    alone: Counter[str] = Counter()
    beside: Counter[tuple[str, str]] = Counter()
    for text, pieces in cut.items():
        for piece in pieces:
            alone[piece] += counts[text]
        for pair in zip(pieces, pieces[1:], strict=False):
            beside[pair] += counts[text]
    filled = sum(counts.values())
    found: set[tuple[str, str]] = set()
    used: set[str] = set()
    for (first, second), times in beside.items():
        if times == alone[first] == alone[second] >= max(_TOGETHER, often(filled)) and not used & {
            first,
            second,
        }:
            # In every answer: it may be all that anybody was asked.
            if times < filled:
                found.add((first, second))
                used |= {first, second}
    return found


def _put_together(pieces: list[str], pairs: set[tuple[str, str]], between: str) -> Iterator[str]:
    at = 0
    while at < len(pieces):
        if tuple(pieces[at : at + 2]) in pairs:
            yield between.join(pieces[at : at + 2])
            at += 2
        else:
            yield pieces[at]
            at += 1


def _shortened(counts: Mapping[str, int], alone: Mapping[str, int]) -> dict[str, int]:
    """Numbers that only ever stand alone, of which a longer spelling ("3.10" of "3.1") stands in lists: a spreadsheet
    that was given 3.10 keeps 3.1."""
    by_value: dict[Decimal, list[str]] = {}
    for label in counts:
        if _DECIMAL.fullmatch(label):
            by_value.setdefault(Decimal(label), []).append(label)
    return {
        min(labels, key=len): counts[min(labels, key=len)]
        for labels in by_value.values()
        if len(labels) == 2
        and alone[min(labels, key=len)] == counts[min(labels, key=len)]
        and alone[max(labels, key=len)] < counts[max(labels, key=len)]
    }
