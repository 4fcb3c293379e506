"""How a large text file quotes its cells, told from its bytes without splitting it."""

from __future__ import annotations

from typing import Literal

import numpy as np
from pyarrow import Buffer

_QUOTE = ord('"')
_BREAKS = (np.uint8(ord("\n")), np.uint8(ord("\r")))
_STEP = 16 << 20  # bytes looked at in one go


def quoting(data: Buffer, delimiter: str) -> Literal["in_lines", "over_lines"] | None:
    """Whether quoted cells hold line breaks; None where a quote stands that opens no cell, closes none, and is none of
    two that stand for one inside a cell: readers differ in what they make of it.

    Counted from the start, every second quote ends what is quoted: a delimiter, a line's end or another quote has to
    follow it; and the same has to go before each of those between.
    """
    bounds = np.zeros(256, bool)
    bounds[[ord(delimiter), *_BREAKS, _QUOTE]] = True
    content = np.frombuffer(data, np.uint8)
    before, over_lines = 0, False
    for start in range(0, len(content), _STEP):
        part = content[start : start + _STEP]
        places = np.flatnonzero(part == _QUOTE)
        if not over_lines and (len(places) or before % 2):
            breaks = np.flatnonzero(
                part - _BREAKS[0] <= _BREAKS[1] - _BREAKS[0]
            )  # and two signs between that nobody types
            over_lines = bool(((before + np.searchsorted(places, breaks)) % 2).any())
        opening = places[before % 2 :: 2] + start
        closing = places[1 - before % 2 :: 2] + start
        before += len(places)
        opening, closing = opening[opening > 0], closing[closing < len(content) - 1]
        if not (bounds[content[opening - 1]].all() and bounds[content[closing + 1]].all()):
            return None
    if before % 2:
        return None
    return "over_lines" if over_lines else "in_lines"
