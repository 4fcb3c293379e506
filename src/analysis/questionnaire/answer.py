"""What a single answer can be. A question asks for one of these, or for a grid of them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, model_validator

from analysis.questionnaire.words import Model, Option, Options, Text, Words


class Points(Model):
    """An answer scale, lowest point first; the position (1 … k) is the value.

    good says which end is the good one: "high", "low", or "none" where neither is.
    """

    good: Literal["high", "low", "none"]
    points: Options

    @model_validator(mode="after")
    def _positions(self) -> Points:
        expected = [str(position) for position in range(1, len(self.points) + 1)]
        if [point.id for point in self.points] != expected or len(expected) < 2:
            raise ValueError("the points of a scale are numbered 1, 2, 3 … from its lowest end, at least two of them")
        return self


class Single(Model):
    """One option of a list. `ordered` where the order of the options means something (bands, frequencies)."""

    kind: Literal["single"]
    options: Options
    ordered: bool = False


class Multi(Model):
    """Any number of options, or at most `max_choices`."""

    kind: Literal["multi"]
    options: Options
    max_choices: int | None = Field(default=None, ge=1)


class Scale(Model):
    """A point of an answer scale; `not_applicable` is the label of the box beside the scale ("이용 안 함")."""

    kind: Literal["scale"]
    scale: Points
    not_applicable: Text | None = None


class Number(Model):
    """A number in `unit`. `approximate`: "10여명" and "약 200" are welcome and enter the statistics at their value."""

    kind: Literal["number"]
    unit: Text = Words(ko="")
    min: float | None = None
    max: float | None = None
    approximate: bool = False


class Money(Model):
    """An amount; the answer is asked for in `unit`, kept in won."""

    kind: Literal["money"]
    unit: Literal["원", "천원", "만원", "백만원", "억원"]
    min: float | None = None
    max: float | None = None
    approximate: bool = False

    @property
    def won(self) -> int:
        """Won in one unit."""
        return {"원": 1, "천원": 1_000, "만원": 10_000, "백만원": 1_000_000, "억원": 100_000_000}[self.unit]


class Band(Option):
    """A span of dates that is shown as one, from `start` (inclusive) to `end` (inclusive); None is open."""

    start: dt.date | None = Field(default=None, alias="from")
    end: dt.date | None = Field(default=None, alias="to")


class Date(Model):
    """A day, month or year. `bands` are the periods by which it is counted; without them, its years."""

    kind: Literal["date"]
    precision: Literal["day", "month", "year"] = "day"
    min: dt.date | None = None
    max: dt.date | None = None
    bands: Annotated[tuple[Band, ...], *Options.__metadata__] = ()


class Written(Model):
    """Words: "text" is a fact (a name, a post), "open" an opinion."""

    kind: Literal["text", "open"]


Answer = Annotated[Single | Multi | Scale | Number | Money | Date | Written, Field(discriminator="kind")]

__all__ = ["Answer", "Band", "Date", "Money", "Multi", "Number", "Option", "Points", "Scale", "Single", "Written"]
