"""Cells that hold several choices: what stands between them, and which the choices are.

A choice may hold the separator itself ("언론(신문, 방송)"): within brackets nothing is cut, and pieces that only ever
stand side by side are one choice.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
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
_STRAYS = 0.2  # of the cells, the share that may hold somebody's own words beside what is covered
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
    several    cells that hold more than one
    """

    separator: str | None
    options: dict[str, int]
    rest: dict[str, int]
    whole: tuple[str, ...]
    shortened: dict[str, int]
    alone: frozenset[str]
    most: int
    several: int


def list_of(cells: Cells) -> FoundList | None:
    """The choices that the cells list; None where they hold one answer each."""
    in_use = [sign for sign, shape in _SEPARATORS.items() if cells.share(re.compile(shape).search) > _SEVERAL]
    several = len({sign.strip(" ") for sign in in_use} - {_MIXED}) > 1
    for separator in sorted(in_use, key=lambda sign: sign != _MIXED) if several else in_use:
        if (several or separator != _MIXED) and (found := _listed(cells, separator)):
            return found
    return None


def often(filled: int) -> int:
    """How often an answer has to occur among so many to be more than somebody's own words."""
    return 2 if filled < 500 else max(3, math.ceil(filled * 0.002))


def _listed(cells: Cells, separator: str) -> FoundList | None:
    cut, whole = _joined({text: _pieces(text, separator) for text in cells.texts}, cells.texts, separator)
    several = sum(count for text, count in cells.texts.items() if len(cut[text]) > 1)
    if several < max(2, _SEVERAL * cells.filled):
        return None
    counts, alone = _counted(cut, cells.texts)
    shortened = _shortened(counts, alone)
    enough = often(cells.filled)
    known = {
        label: count for label, count in counts.most_common() if count >= enough and label not in shortened
    }
    length = sum(len(label) * count for label, count in known.items()) / max(sum(known.values()), 1)
    both_ways = sum(0 < alone[label] < count for label, count in known.items())
    small = cells.filled < _SMALL and length < _SHORT and several * 3 > cells.filled
    covered = _COVERED_OF_SMALL if small else _COVERED
    if (
        not 1 < len(known) <= MOST_OPTIONS
        or length > _LONGEST
        or sum(known.values()) + sum(shortened.values()) < covered * sum(counts.values())
        or _all_known(cut, cells, {*known, *shortened}) < covered - _STRAYS
        or (len(known) >= len(cut) and both_ways < 2)
    ):
        return None
    return FoundList(
        separator=None if separator == _MIXED else separator,
        options=known,
        rest={label: count for label, count in counts.items() if label not in {*known, *shortened}},
        whole=tuple(label for label in whole if label in known),
        shortened=shortened,
        alone=frozenset(label for label in known if alone[label] == counts[label]),
        most=max(map(len, cut.values())),
        several=several,
    )


def _counted(cut: Mapping[str, list[str]], texts: Mapping[str, int]) -> tuple[Counter[str], Counter[str]]:
    """How often each piece was given, as it is spelt most; and how often nothing else was."""
    spelled: dict[str, str] = {}
    counts: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for text, pieces in cut.items():
        for piece in dict.fromkeys(pieces):
            label = spelled.setdefault(match_key(piece), piece)
            counts[label] += texts[text]
            alone[label] += texts[text] * (len(pieces) == 1)
    return counts, alone


def _all_known(cut: Mapping[str, list[str]], cells: Cells, known: Collection[str]) -> float:
    """The share of the cells that hold nothing but known choices."""
    keys = {match_key(label) for label in known}
    return cells.share(lambda text: all(match_key(piece) in keys for piece in cut[text]))


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
