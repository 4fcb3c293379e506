"""How the answers are weighted to what is known of the frame."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from analysis.questionnaire.words import Model, as_tuple, wrong


def _check_different(by: tuple[str, ...]) -> tuple[str, ...]:
    for question in by:
        if by.count(question) > 1:
            raise wrong("weighting_twice", name=question)
    return by


class Weighting(Model):
    """by      the one-option questions whose options the frame is counted by, in <survey>.margins.csv
    method     rake: to the counts of each question; post_stratify: to those of each combination of their options
    max_ratio  how many times the mean weight no weight exceeds; None where none is cut
    """

    by: Annotated[
        tuple[str, ...], BeforeValidator(as_tuple), AfterValidator(_check_different), Field(min_length=1)
    ]
    method: Literal["rake", "post_stratify"] = "rake"
    max_ratio: float | None = Field(default=None, ge=1)
