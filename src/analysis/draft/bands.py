"""Options that have an order of their own: bands of numbers, ages and money, and how often something is done."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.language.text import normalise

_UNORDERED = 2  # options beside the bands that need no place among them: "말하고 싶지 않음"
_WORDS_LEFT = 4  # different words beside the numbers: units, mostly the same
_NUMBER_WORDS = {
    "once": 1, "twice": 2, "thrice": 3, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "tens": 10, "eleven": 11, "twelve": 12, "dozens": 12, "hundred": 100, "hundreds": 100,
    "thousand": 1000, "thousands": 1000, "million": 10**6, "millions": 10**6,
}  # fmt: skip
_KOREAN = {
    "십": 10,
    "백": 100,
    "천": 1000,
    "만": 10**4,
    "십만": 10**5,
    "백만": 10**6,
    "천만": 10**7,
    "억": 10**8,
}
_GROUPED = re.compile(r"(?<![\d.,])(\d{1,3})((?:[ ,.]\d{3})+)(?![\d])")
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(십만|백만|천만|십|백|천|만|억)?")
_UNDER = re.compile(
    r"<|≤|\b(?:under|less than|less often|below|up to|fewer than|before|or less|or fewer|or under|at most)\b|미만|이하|이내|이전|까지"
)
_OVER = re.compile(
    r">|≥|\d\s*\+|\b(?:over|more than|above|or more|and over|and above|or above|or older|and older|after|at least|older than)\b"
    r"|이상|초과|이후|넘"
)
_ORDER_WORDS = re.compile(
    r"\b(?:under|less|than|below|up|to|fewer|before|or|over|more|above|and|older|after|at|least|most|between|from|of|the|age|aged)\b"
    r"|미만|이하|이내|이전|까지|이상|초과|이후|부터|에서|넘[는음]?"
)  # fmt: skip
_PER_YEAR = {
    "day": 365, "daily": 365, "week": 52, "weekly": 52, "month": 12, "monthly": 12, "quarter": 4, "quarterly": 4,
    "year": 1, "yearly": 1, "annually": 1, "일": 365, "매일": 365, "날마다": 365, "주": 52, "매주": 52, "월": 12, "달": 12, "매월": 12,
    "매달": 12, "분기": 4, "년": 1, "연": 1, "해": 1, "매년": 1,
}  # fmt: skip
_TIMES = {"few": 3, "several": 5, "couple": 2, "몇": 3, "여러": 5}
_PERIOD = re.compile(
    r"\b(?:daily|weekly|monthly|quarterly|yearly|annually)\b|(?:\b(?:a|per|every|each)\s+)(day|week|month|quarter|year)\b"
    r"|매일|날마다|매주|매월|매달|매년|분기|(?:하루|일|주|월|연|년|달|해)(?:에|\s*\d)"
)


class Ordered(NamedTuple):
    """labels  in order, the least first; last those that have no place in it
    loose   how many of them have none
    """

    labels: tuple[str, ...]
    loose: int


def ordered(labels: Sequence[str]) -> Ordered | None:
    """The labels in the order of their numbers or of how often they say; None where they have no such order."""
    return _in_order(labels, _rate) or (_in_order(labels, _band) if _about_one_thing(labels) else None)


def _in_order(labels: Sequence[str], key: Callable[[str], tuple[float, ...] | None]) -> Ordered | None:
    keys = {label: key(label) for label in labels}
    placed = {label: at for label, at in keys.items() if at is not None}
    loose = [label for label in labels if label not in placed]
    if (
        len(placed) < 2
        or len(placed) < 2 * len(loose)
        or len(loose) > _UNORDERED
        or len({*placed.values()}) < len(placed)
    ):
        return None
    return Ordered((*sorted(placed, key=placed.__getitem__), *loose), len(loose))


def _band(label: str) -> tuple[float, ...] | None:
    """Where the band begins: its numbers; just before them for "under", just behind them for "over"."""
    text = _plain(label)
    numbers = [_value(*found.groups()) for found in _NUMBER.finditer(text)]
    if not numbers:
        return None
    before = len(numbers) == 1 and _UNDER.search(text)
    behind = len(numbers) <= 2 and _OVER.search(text) and not before
    return (
        (numbers[0], -1.0)
        if before
        else (numbers[0], *numbers[1:], math.inf)
        if behind
        else (numbers[0], 0, *numbers[1:])
    )


def _value(digits: str, word: str | None) -> float:
    return float(digits) * _KOREAN.get(word or "", 1)


def _plain(label: str) -> str:
    """The label with its numbers as digits: 25 for "£25 000" is 25000, 2 for "twice"."""
    text = normalise(label).casefold()
    text = _GROUPED.sub(lambda found: found[1] + re.sub(r"[ ,.]", "", found[2]), text)
    product = re.compile(r"\b(tens|hundreds) of (thousands|millions)\b")
    text = product.sub(lambda found: str(_NUMBER_WORDS[found[1]] * _NUMBER_WORDS[found[2]]), text)
    return re.sub(r"[a-z]+", lambda found: str(_NUMBER_WORDS.get(found[0], found[0])), text)


def _about_one_thing(labels: Sequence[str]) -> bool:
    """Whether the words beside the numbers are few: units. "RHEL 8" and "Ubuntu 22" are no bands."""
    words: set[str] = set()
    banded = 0
    for label in labels:
        text = _plain(label)
        if not _NUMBER.search(text):
            continue
        in_words = not any(map(str.isdigit, label))
        banded += bool(
            in_words or _UNDER.search(text) or _OVER.search(text) or len(_NUMBER.findall(text)) > 1
        )
        rest = _ORDER_WORDS.sub(" ", _NUMBER.sub(" ", text))
        words |= {word.rstrip("s") for word in re.findall(r"[^\W\d_]+", rest)}
    return len(words) == 1 or (len(words) <= _WORDS_LEFT and banded * 2 >= min(len(labels), 4))


def _rate(label: str) -> tuple[float, ...] | None:
    """How often in a year; just below for "or less", just above for "or more"."""
    text = _plain(label)
    if re.match(r"never\b|전혀|없음", text):
        return (0.0,)
    if re.match(r"(?:almost never|hardly ever|rarely|seldom)\b|거의", text):
        return (0.1,)
    found = _PERIOD.search(text)
    if not found:
        return None
    word = found[1] or re.sub(r"하루", "일", found[0]).strip()
    per = _PER_YEAR.get(word) or _PER_YEAR.get(word[:1], 1)
    count = re.search(r"(\d+)\s*(?:회|번|times?\b|(?=\s+(?:a|per)\b)|(?:[~-]\s*\d+))", text)
    several = next((times for name, times in _TIMES.items() if name in text), 1)
    times = float(count[1]) if count else several
    less = bool(_UNDER.search(text)) and not re.search(r"or less|이하", text)
    more = bool(_OVER.search(text))
    return (per * times * (0.9 if less else 1.1 if more else 1.0),)
