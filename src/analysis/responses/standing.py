"""Whether a response counts, and if it does not, why."""

from __future__ import annotations

from enum import IntEnum


class Standing(IntEnum):
    """REPLACED    another response of the same respondent counts in its stead
    EMPTY       it answers nothing at all
    BROKEN_OFF  the respondent did not come to the end, and the questionnaire leaves such responses out
    LEFT_OUT    the secretariat's list says so
    UNPLACED    nobody knows how it was drawn: its weight, stratum, cluster or size of population cannot be used
    """

    COUNTED = 0
    REPLACED = 1
    EMPTY = 2
    BROKEN_OFF = 3
    LEFT_OUT = 4
    UNPLACED = 5
