"""Numbers that people write for no answer: 9, 99 or -1 among answers that none of them can be."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.draft.cells import Cells

_CODES = frozenset("-1 -8 -9 -88 -99 8 9 88 98 99 888 998 999 9998 9999".split())
_DIGITS = frozenset("89")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_FAR = 1.6  # times the largest answer, and one more, beyond which a code is no answer
_GAP = 10  # numbers below a code of two digits and more that nobody gave
_OFTEN = 3  # cells, and twice as many as the other answers have, of what stands at the far side of such a gap
_RATED_TO = (3, 4, 5, 7)  # points of the scales beside which 8 and 9 are free to be codes


class MissingCodes(NamedTuple):
    """certain  codes that can be nothing else
    perhaps  codes that stand apart from the answers, and may be one
    """

    certain: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()


def missing_codes(cells: Cells, rated: bool, points: int = 0, share: bool = False) -> MissingCodes:
    """The codes among numbers; none where other texts stand beside them.

    rated   whether the answers may be points of a scale
    points  of the scale that the heading tells, 0 where it tells none
    share   whether the answers are percentages, of which 99 is one
    """
    numbers = {text: float(text) for text in cells.texts if _NUMBER.fullmatch(text)}
    codes = {text: number for text, number in numbers.items() if text in _CODES}
    others = {text: number for text, number in numbers.items() if text not in _CODES}
    if len(others) < 2 or len(numbers) < len(cells.texts):
        return MissingCodes()
    most = max(others.values())
    certain = [text for text, number in codes.items() if number < 0 <= min(others.values())]
    perhaps: list[str] = []
    usual = sum(cells.texts[text] for text in others) / len(others)
    for text, number in sorted(codes.items(), key=lambda one: one[1]):
        if points and number <= points or number < 0:
            continue
        times, digit, gap = cells.texts[text], text in _DIGITS, number - most - 1
        if any(float(code) > 0 for code in certain):
            certain.append(text)  # above a code, another one
        elif points or (number > _FAR * most + 1 and (not digit or rated or times >= _OFTEN)):
            certain.append(text)
        elif digit and gap > 0:
            full = rated and most in _RATED_TO and _without_gap(others, most)
            (certain if full else perhaps).append(text)
        elif not digit and gap >= _GAP - 1:
            often = times >= max(_OFTEN, 2 * usual)
            (certain if often and not share else perhaps).append(text)
        else:
            most = max(most, number)
    return MissingCodes(tuple(certain), tuple(perhaps))


def _without_gap(others: dict[str, float], most: float) -> bool:
    """Whether the answers are 1 to `most`, but for one that nobody gave."""
    return min(others.values()) >= 1 and len({*others.values()}) >= most - 1
