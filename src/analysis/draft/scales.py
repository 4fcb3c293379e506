"""Labels that are the points of an answer scale, and their order.

First the scales that forms are made of (known_scales.py); else labels that are put together alike: how much, of what,
and whether of its opposite ("매우 필요하지 않음", "somewhat rude", "very uncomfortable").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.draft.known_scales import SCALES, Good, KnownScale
from analysis.language.text import match_key

_FEWEST = 3  # points that have to be there; two may be any two options
MOST_POINTS = 11
_USUAL = (3, 4, 5, 6, 7, 9, 10, 11)  # points of a scale whose points carry numbers
_KOREAN_MUCH = ("매우", "아주", "대단히", "몹시", "굉장히", "적극", "절대로", "전혀", "강하게", "전적으로")
_KOREAN_LITTLE = ("약간", "조금", "다소", "별로", "그다지", "대체로", "어느정도", "비교적")
_KOREAN_NOT = re.compile(
    r"지않|지못|불만|불필요|부족|미흡|나쁘|나쁨|나쁜|못함|못하|부정|반대|어려|어렵|악화|없음|없다|아니|불편|불리|부적|약함|낮|작"
)
_KOREAN_MIDDLE = frozenset(
    "보통 보통이다 보통임 중간 중간이다 그저그렇다 그저그러함 중립 반반 반반이다".split()
)
_MUCH = {
    "not at all": 0, "not": 0, "slightly": 1, "a little": 1, "a bit": 1, "somewhat": 2, "moderately": 3, "fairly": 3, "rather": 3,
    "quite": 4, "very": 5, "highly": 5, "strongly": 5, "extremely": 6, "completely": 6, "totally": 6, "absolutely": 6,
}  # fmt: skip
_MIDDLE = frozenset(("neutral", "neither", "average", "undecided", "indifferent"))
_NUMBERED = re.compile(r"\(?(?P<number>\d{1,2})\)?(?:점)?\s*(?:[.):=·\-]\s*|\s+|\Z)\(?(?P<text>.*?)\)?")
_CIRCLED = {chr(0x2460 + at): str(at + 1) for at in range(20)}


class FoundScale(NamedTuple):
    """points  labels, lowest first, as the file spells them
    added   those of them that nobody chose
    good    which end seems to be the good one
    """

    points: tuple[str, ...]
    added: tuple[str, ...]
    good: Good


def scale_of(labels: Sequence[str]) -> FoundScale | None:
    """The scale whose points these labels are; None where they are no scale. Bare numbers may be points by their
    number and say nothing."""
    said = [label for label in labels if point_number(label) is None]
    numbers = [point_number(label) for label in labels if point_number(label) is not None]
    if len(said) > MOST_POINTS:
        return None
    found = _numbered(said, [number for number in numbers if number]) or _known(said) or _alike(said)
    most = len(found.points) if found else 0
    return found if all(number and number <= most for number in numbers) else None


def point_number(label: str) -> int | None:
    """The number that a label is and nothing else: "4", "4점", "④"."""
    plain = re.sub(r"점\Z", "", _CIRCLED.get(label.strip(), label).strip())
    return int(plain) if re.fullmatch(r"\d{1,2}", plain) else None


def within(labels: Sequence[str], scale: FoundScale) -> bool:
    """Whether all labels are points of a scale that was found elsewhere."""
    keys = {match_key(point) for point in scale.points}
    said = [label for label in labels if point_number(label) is None]
    return bool(said) and all(match_key(label) in keys for label in said)


def says_not(label: str) -> bool:
    """Whether a label is on the side of a scale that denies or finds fault."""
    return bool(_KOREAN_NOT.search(match_key(label)))


def _numbered(labels: Sequence[str], bare: Sequence[int]) -> FoundScale | None:
    """Points that carry their number: "1. 전혀 아니다" … "5. 매우 그렇다", also where only the ends have words."""
    read = [_NUMBERED.fullmatch(_CIRCLED.get(label[:1], label[:1]) + label[1:]) for label in labels]
    if not labels or not all(found and found["text"] for found in read):
        return None
    by_number = {int(found["number"]): label for found, label in zip(read, labels, strict=True) if found}
    most = max([*by_number, *bare])
    there = {*by_number, *bare}
    if len(by_number) != len(labels) or 0 in there or len(there) < _FEWEST or most not in _USUAL:
        return None
    plain = _known([found["text"] for found in read if found]) or _alike(
        [found["text"] for found in read if found]
    )
    points = tuple(by_number.get(number, str(number)) for number in range(1, most + 1))
    added = tuple(str(number) for number in range(1, most + 1) if number not in there)
    return FoundScale(points, added, plain.good if plain else "none") if plain or bare else None


def _known(labels: Sequence[str]) -> FoundScale | None:
    """The shortest known scale that has all of the labels, no two at one point."""
    fitting = [scale for scale in SCALES if _fits(scale, labels)]
    if len(labels) < _FEWEST or not fitting:
        return None
    scale = min(fitting, key=lambda one: len(one.points))
    at = {scale.position(label): label for label in labels}
    points = tuple(at.get(position) or names[0] for position, names in enumerate(scale.points))
    return FoundScale(points, tuple(point for point in points if point not in labels), scale.good)


def _fits(scale: KnownScale, labels: Sequence[str]) -> bool:
    positions = [scale.position(label) for label in labels]
    return None not in positions and len({*positions}) == len(positions)


def _alike(labels: Sequence[str]) -> FoundScale | None:
    korean = any("가" <= char <= "힣" for label in labels for char in label)
    ranks = _korean_ranks(labels) if korean else _english_ranks(labels)
    if ranks is None or len(labels) < _FEWEST or len({*ranks.values()}) != len(labels):
        return None
    added = _completed(ranks) if korean else {}
    points = sorted(ranks | added, key=(ranks | added).__getitem__)
    return FoundScale(tuple(points), tuple(added), "none")


def _korean_ranks(labels: Sequence[str]) -> dict[str, int] | None:
    """-2 to 2 for each label; None where they are not put together alike."""
    ranks: dict[str, int] = {}
    stems: dict[int, str] = {}
    for label in labels:
        key = match_key(label)
        if key in _KOREAN_MIDDLE:
            ranks[label] = 0
            continue
        much = next((word for word in _KOREAN_MUCH if key.startswith(word)), "")
        little = next((word for word in _KOREAN_LITTLE if key.startswith(word)), "")
        rank = (2 if much else 1) * (-1 if _KOREAN_NOT.search(key) else 1)
        ranks[label] = rank
        stems[rank] = key.removeprefix(much or little)
    pairs = [stems[side] == stems[2 * side] for side in (1, -1) if side in stems and 2 * side in stems]
    return ranks if pairs and all(pairs) else None


def _completed(ranks: Mapping[str, int]) -> dict[str, int]:
    """The points that the others ask for, where nobody chose them: "매우 불필요" beside "불필요" and "매우 필요"."""
    at = {rank: label for label, rank in ranks.items()}
    added: dict[str, int] = {}
    for side in (1, -1):
        if 2 * side not in at and side in at and -2 * side in at:
            word = "전혀" if re.search(r"지 ?않", at[side]) else "매우"
            added[f"{word} {at[side]}"] = 2 * side
    return added


def _english_ranks(labels: Sequence[str]) -> dict[str, int] | None:
    """By how much each label says of the same thing, less than nothing of its opposite; None where they differ."""
    ranks: dict[str, int] = {}
    stems: set[str] = set()
    for label in labels:
        plain = re.sub(r"[^a-z ]+", " ", label.casefold())
        plain = " ".join(word for word in plain.split() if word not in ("yes", "no", "it", "is", "i", "am"))
        if plain.split()[:1] and plain.split()[0] in _MIDDLE:
            ranks[label] = 0
            continue
        if "not" in plain.split() and ("at all" in plain or plain.startswith("not ")):
            plain = "not at all " + " ".join(
                word for word in plain.split() if word not in ("not", "at", "all")
            )
        words = next((words for words in _MUCH if re.match(rf"{words}\b", plain)), "")
        stem = plain.removeprefix(words).strip()
        if not stem:
            return None
        stems.add(stem)
        ranks[label] = 2 * _MUCH[words] + 1 if words else 8  # bare: more than moderately, less than quite
    opposite = {
        stem
        for stem in stems
        for other in stems
        if stem in (f"un{other}", f"dis{other}", f"in{other}", f"im{other}")
    }
    if len(stems - opposite) != 1:
        return None
    return {
        label: -rank if any(re.search(rf"\b{stem}\Z", label.casefold()) for stem in opposite) else rank
        for label, rank in ranks.items()
    }
