"""The answer that another one has to be equal to: the total of a sum, a number that is asked in two places."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from analysis.questionnaire.words import Model


class Named(Model):
    """question  a question, or a cell of a grid ("use.shop.weekday")
    percent   by how much of that answer the two may differ
    """

    question: str
    percent: float = Field(default=0, ge=0, le=100)

    @property
    def part(self) -> tuple[str, str, str]:
        """Question, row and column; "" where it has none."""
        question, row, column = (*self.question.split(".", 2), "", "")[:3]
        return question, row, column


def _as_fields(value: Any) -> Any:
    """`spending` is `{question: spending}`."""
    return {"question": value} if isinstance(value, str) else value


Counterpart = Annotated[Named, BeforeValidator(_as_fields)]
