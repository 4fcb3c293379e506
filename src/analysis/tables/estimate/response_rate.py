"""How many of those who were to be asked answered, under the names of AAPOR, and from which groups.

AAPOR (2023). Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys, 10th edition.
American Association for Public Opinion Research. With its letters: I complete, P partial, R refusals and break-offs,
NC + O not reached and other, UH + UO of unknown eligibility:

    RR1    I / (I + P + R + NC + O + UH + UO)            the minimum response rate
    RR2    (I + P) / (I + P + R + NC + O + UH + UO)      partial responses count
    RR5    I / (I + P + R + NC + O)                      here only where nobody is of unknown eligibility
    RR6    (I + P) / (I + P + R + NC + O)                likewise
    COOP3  I / (I + P + R)                               of those who were reached and able
    COOP4  (I + P) / (I + P + R)

RR3 and RR4 estimate how many of the unknown are eligible; we have nothing to estimate it from. Who turned out not to
be eligible is in none of the sums. Rates belong to a frame: where whoever wished to answered, those invited are all
that is known, and what can be told is the participation rate, which is not a response rate.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.tables.estimate.design import Numbers

Name = Literal["RR1", "RR2", "RR5", "RR6", "COOP3", "COOP4", "participation"]


@dataclass(frozen=True)
class Rate:
    """`value` = answered / asked, from 0 to 1, and by which definition."""

    name: Name
    answered: int
    asked: int

    @property
    def value(self) -> float:
        return self.answered / self.asked


@dataclass(frozen=True)
class Dispositions:
    """What became of everybody in the frame that was to be asked.

    complete, partial  who answered all that was needed, or enough of it to be used
    refused            who refused or broke off; None where that is not told apart from the others who did not answer
    others             who did not answer for any other reason: not reached, not able, …
    unknown            of whom it is not known whether they belonged to those to be asked
    Raises ValueError for a number below 0 and for a frame of nobody.
    """

    complete: int
    partial: int = 0
    refused: int | None = None
    others: int = 0
    unknown: int = 0

    def __post_init__(self) -> None:
        if min(self.complete, self.partial, self.refused or 0, self.others, self.unknown) < 0:
            raise ValueError("a number of respondents is below 0")
        if not self.eligible + self.unknown:
            raise ValueError("a frame of nobody has no rates")

    @classmethod
    def of_frame(cls, frame: int, complete: int, partial: int = 0, unknown: int = 0) -> Dispositions:
        """Where the frame and the answers are all that is known: the rest did not answer.

        Raises ValueError where there are more of them than the frame has.
        """
        others = frame - complete - partial - unknown
        if others < 0:
            raise ValueError("more answered than the frame has")
        return cls(complete, partial, None, others, unknown)

    @property
    def eligible(self) -> int:
        return self.complete + self.partial + (self.refused or 0) + self.others


def response_rate(name: Name, of: Dispositions) -> Rate:
    """One of RR1, RR2, RR5, RR6, COOP3 and COOP4.

    Raises ValueError where it cannot be told: RR5 and RR6 with somebody of unknown eligibility, COOP3 and COOP4
    where refusals are not told apart or nobody answered or refused, and for a name that is none of these.

    >>> response_rate("RR2", Dispositions.of_frame(21, complete=13, partial=1)).value
    0.6666666666666666
    """
    answered = of.complete + (of.partial if name in ("RR2", "RR6", "COOP4") else 0)
    if name in ("RR1", "RR2"):
        return Rate(name, answered, of.eligible + of.unknown)
    if name in ("RR5", "RR6"):
        if of.unknown:
            raise ValueError(f"{name} is for frames of which everybody is known to be eligible")
        return Rate(name, answered, of.eligible)
    if name not in ("COOP3", "COOP4"):
        raise ValueError(f"no response rate is called {name!r}")
    reached = of.complete + of.partial + (of.refused or 0)
    if of.refused is None or not reached:
        raise ValueError(f"{name} cannot be told without the number of refusals")
    return Rate(name, answered, reached)


def participation_rate(usable: int, invited: int) -> Rate:
    """Usable responses / personal invitations, for volunteers: never to be called a response rate.

    Raises ValueError where nobody was invited, or fewer than answered (an open link invites nobody in person).
    """
    if not 0 <= usable <= invited or not invited:
        raise ValueError("nobody was invited, or fewer than answered")
    return Rate("participation", usable, invited)


@dataclass(frozen=True, eq=False)
class Coverage:
    """Of k groups of the frame.

    frame, respondents  k, how many there are and how many of them answered
    rate                k, respondents / frame; nan for a group of nobody
    difference          k, the group's share of all respondents less its share of the frame: above 0 where it is
                        over-represented; adds up to 0; nan where nobody answered
    """

    frame: NDArray[np.int64]
    respondents: NDArray[np.int64]
    rate: Numbers
    difference: Numbers


def coverage(frame: ArrayLike, respondents: ArrayLike) -> Coverage:
    """How well the groups of the frame are represented; both arrays hold the same k groups in the same order.

    Raises ValueError for arrays of different lengths, a frame of nobody, and a group of which more answered than
    there are.

    >>> coverage([15, 5], [6, 4]).difference.tolist()
    [-0.15000000000000002, 0.15000000000000002]
    """
    there, answered = np.asarray(frame, dtype=np.int64), np.asarray(respondents, dtype=np.int64)
    if there.shape != answered.shape:
        raise ValueError("the frame and the respondents do not have the same groups")
    if not there.sum():
        raise ValueError("a frame of nobody has no rates")
    if ((answered < 0) | (answered > there)).any():
        raise ValueError("more of a group answered than the frame has, or fewer than nobody")
    with np.errstate(invalid="ignore"):
        return Coverage(there, answered, answered / there, answered / answered.sum() - there / there.sum())
