"""What one cell was read as: an answer, or the reason why there is none, and what was doubtful about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Doubt(NamedTuple):
    """A finding in the making: which rule, and the words that fill its {hint}."""

    rule: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields of `responses.COLUMNS` that the cell itself decides. An answer has no reason."""

    code: str = ""
    number: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str = ""
    start: str = ""
    end: str = ""
    precision: str = ""
    text: str = ""
    reason: str = ""
    detail: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def answered(self) -> bool:
        return not self.reason

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(filter(None, self.code.split("|")))


def absent(reason: str, detail: str = "", *doubts: Doubt) -> Reading:
    return Reading(reason=reason, detail=detail, doubts=doubts)


BLANK = absent("no_answer", "blank")
NO_COLUMN = absent("not_in_file")
