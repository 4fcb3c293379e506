"""What a heading says of the points of a scale: "(1=매우 어렵다~5=매우 쉽다)", "1점 매우 불만 ~ 5점 매우 만족"."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.draft.known_scales import SCALES, Good
from analysis.draft.scales import MOST_POINTS, says_not
from analysis.questionnaire.words import Option

_FEWEST = 3
_ANCHOR = re.compile(
    r"(?<![\d.])(?P<number>\d{1,2})\s*(?:점\s*[=:：은]?|[=:：]|-(?=\s*[A-Za-z가-힣]))\s*"
    r"(?P<text>[A-Za-z가-힣][^\d~∼〜～,;/()\[\]→…]*?)\s*(?=[~∼〜～,;/()\[\]→…]|\.{2,}|[-–]\s*\d|\Z)"
)


def anchors_of(heading: str) -> dict[int, str]:
    """Point → what the heading says that it means; empty where that is not 1, a last one, and rising between."""
    found = [(int(one["number"]), one["text"].strip(" .-–")) for one in _ANCHOR.finditer(heading)]
    rising = all(first < second for (first, _), (second, _) in pairwise(found))
    if len(found) < 2 or found[0][0] != 1 or not rising or not _FEWEST <= found[-1][0] <= MOST_POINTS:
        return {}
    return dict(found) if len({text for _, text in found}) == len(found) else {}


def points_named(points: int, anchors: dict[int, str]) -> tuple[Option, ...]:
    """The points of a scale, lowest first, as the file has their numbers; those that the heading says nothing of are
    called by them."""
    return tuple(
        Option(id=str(at), ko=anchors[at], header=str(at))
        if at in anchors
        else Option(id=str(at), ko=str(at))
        for at in range(1, points + 1)
    )


def good_end(anchors: dict[int, str]) -> Good:
    """Which end is the good one, as far as the words of both ends tell."""
    low, high = anchors[1], anchors[max(anchors)]
    for scale in SCALES:
        ends = scale.position(low), scale.position(high)
        last = len(scale.points) - 1
        if ends == (0, last):
            return scale.good
        if ends == (last, 0):
            return {"high": "low", "low": "high", "none": "none"}[scale.good]  # type: ignore[return-value]
    if says_not(low) != says_not(high):
        return "high" if says_not(low) else "low"
    return "none"
