"""What a test found, or in one word why there is nothing to be found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "",  # there is a p
    "nobody",  # nobody in the domain whose weight is not 0
    "constant",  # all gave the same answer, or all are in one group: there is nothing to compare
    "too_few_clusters",  # as many strata as clusters, or too few more of them for the size of the table
    "no_variance",  # by the design nothing could have come out otherwise: a census
]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """method         how p was come by, in the words of the function that made it
    p              two-sided; nan where there is none, and `reason` says why
    statistic, df, denominator_df   nan where the method has none
    n              respondents the test is of, those with a weight of 0 not counted
    """

    method: str
    n: int
    p: float = float("nan")
    statistic: float = float("nan")
    df: float = float("nan")
    denominator_df: float = float("nan")
    reason: Reason = ""
