"""Whether the quotes of a large text file stand where a quoted cell begins or ends, and nowhere else."""

from __future__ import annotations

import numpy as np

_QUOTE = ord('"')
_STEP = 16 << 20  # bytes looked at in one go


def well_placed(data: bytes, delimiter: str) -> bool:
    """Whether every quote opens a cell, closes it, or is one of two that stand for one inside a cell.

    Counted from the start, every second quote ends what is quoted: a delimiter, a line's end or another quote has to
    follow it; and the same has to go before each of those between. Readers differ in what they make of other quotes.
    """
    bounds = np.zeros(256, bool)
    bounds[[ord(delimiter), ord("\r"), ord("\n"), _QUOTE]] = True
    content = np.frombuffer(data, np.uint8)
    before = 0
    for start in range(0, len(content), _STEP):
        places = np.flatnonzero(content[start : start + _STEP] == _QUOTE) + start
        opening = places[before % 2 :: 2]
        closing = places[1 - before % 2 :: 2]
        before += len(places)
        opening, closing = opening[opening > 0], closing[closing < len(content) - 1]
        if not (bounds[content[opening - 1]].all() and bounds[content[closing + 1]].all()):
            return False
    return before % 2 == 0
