"""A row of a table's long frame, and the words that its ids stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from analysis.errors import DureError
from analysis.questionnaire.words import Words

TOO_FEW = "few_answers"  # the rule by which a share is not told
Status = Literal["shown", "suppressed", "empty", "not_comparable"]


class TableError(DureError):
    """A table file or a cell's address that cannot be read."""


@dataclass(frozen=True)
class Label:
    """The words of a level, row or item, by its id."""

    id: str
    words: Words


class Cell(NamedTuple):
    """One statistic. A tuple, since there are tens of thousands of them.

    level   of the group ("" for all respondents)
    row     of a grid, a ranking's rank, a programme ("" where there is none)
    item    an option, a net ("4+5"), a side ("importance") ("" where there is none)
    stat    count, share (0 … 1), mean, median, … (see docs/statistics.md)
    value   None where the status is not "shown"
    se      its standard error, low and high the ends of its interval; None where the sample allows none
    n       how many respondents stand behind the value: the count of a share, the answers of a mean; never weighted
    base    of how many it is a share or a mean; None where the base itself is hidden
    rule    what decided the status, or by which rule the interval was made
    letters of the levels that this one is above by a test, in the table's order: "A" is the first level
    """

    level: str
    row: str
    item: str
    stat: str
    value: float | None
    se: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    base: int | None = None
    status: Status = "shown"
    rule: str = ""
    letters: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        return (self.level, self.row, self.item, self.stat)

    @property
    def shown(self) -> bool:
        return self.status == "shown"
