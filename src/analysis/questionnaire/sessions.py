"""Responses that were broken off: how a file tells them, and whether they count."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from analysis.questionnaire.words import Model, as_tuple


class Sessions(Model):
    """question  the one-option question that says how far the respondent came
    complete  its options that mean "to the end"; who chose another one broke off
    partial   whether responses that were broken off count
    """

    question: str
    complete: Annotated[tuple[str, ...], BeforeValidator(as_tuple), Field(min_length=1)]
    partial: Literal["counted", "not_counted"]
