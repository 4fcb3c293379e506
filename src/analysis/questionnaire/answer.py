"""What a single answer can be. A question asks for one of these, or for a grid of them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from analysis.questionnaire.words import Model, Option, Options, Text, Words, wrong

POINTS_WITH_NETS = 4  # below that, two nets of two points would overlap or leave nothing between them


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
            raise wrong("scale_points")
        return self


class AnyAnswer(Model):
    @property
    def choices(self) -> tuple[Option, ...]:
        """The options or points that an answer is chosen from; none where it is not."""
        return ()

    @property
    def takes_own_words(self) -> bool:
        """Whether 기타 or the like is among them, which is spelt out."""
        return any(choice.other for choice in self.choices)


class Single(AnyAnswer):
    """One option of a list. `ordered` where the order of the options means something (bands, frequencies)."""

    kind: Literal["single"]
    options: Options
    ordered: bool = False

    @property
    def choices(self) -> tuple[Option, ...]:
        return self.options

    @model_validator(mode="after")
    def _nothing_to_exclude(self) -> Single:
        for option in self.options:
            if option.exclusive:
                raise wrong("exclusive_on_single", id=option.id)
        return self


class Multi(AnyAnswer):
    """Any number of options, or at most `max_choices`.

    separator  what stands between the choices in a cell of the answers file, where that is known (" ", ", ")
    """

    kind: Literal["multi"]
    options: Options
    max_choices: int | None = Field(default=None, ge=1)
    separator: str | None = Field(default=None, min_length=1, max_length=10)

    @property
    def choices(self) -> tuple[Option, ...]:
        return self.options

    @model_validator(mode="after")
    def _enough_options(self) -> Multi:
        if self.max_choices is not None and self.max_choices > len(self.options):
            raise wrong("too_many_choices", max=self.max_choices, options=len(self.options))
        return self


class Scale(AnyAnswer):
    """A point of an answer scale; `not_applicable` labels the box beside the scale ("이용 안 함").

    top_box, bottom_box  how many points at the upper and the lower end are counted together; two where a scale has four
                         points or more, else none
    """

    kind: Literal["scale"]
    scale: Points
    not_applicable: Text | None = None
    top_box: int | None = Field(default=None, ge=1)
    bottom_box: int | None = Field(default=None, ge=1)

    @property
    def boxes(self) -> tuple[int, int]:
        """How many points are counted together at the top and at the bottom; 0 for no such net."""
        usual = 2 if len(self.scale.points) >= POINTS_WITH_NETS else 0
        return (
            usual if self.top_box is None else self.top_box,
            usual if self.bottom_box is None else self.bottom_box,
        )

    @model_validator(mode="after")
    def _boxes_apart(self) -> Scale:
        top, bottom = self.boxes
        if top + bottom > len(self.scale.points):
            raise wrong("boxes_overlap", top=top, bottom=bottom, points=len(self.scale.points))
        return self

    @property
    def choices(self) -> tuple[Option, ...]:
        return self.scale.points


class Bounded(AnyAnswer):
    """Least and greatest answer, both possible; None is open."""

    min: float | None = None
    max: float | None = None

    @model_validator(mode="after")
    def _min_below_max(self) -> Bounded:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise wrong("min_above_max", min=f"{self.min:g}", max=f"{self.max:g}")
        return self


class Number(Bounded):
    """A number in `unit`.

    approximate  "10여명" and "약 200" are welcome and enter the statistics at their value
    """

    kind: Literal["number"]
    unit: Text = Words(ko="")
    approximate: bool = False


WON = {"원": 1, "천원": 1_000, "만원": 10_000, "백만원": 1_000_000, "억원": 100_000_000}


class Money(Bounded):
    """An amount; the answer is asked for in `unit`, kept in won."""

    kind: Literal["money"]
    unit: Literal["원", "천원", "만원", "백만원", "억원"]
    approximate: bool = False

    @property
    def won(self) -> int:
        """Won in one unit."""
        return WON[self.unit]


def _first_day(value: Any) -> Any:
    """`2016` and `2016-04` begin on their first day."""
    if isinstance(value, str) and (part := _YEAR_MONTH.match(value)):
        return dt.date(int(part["year"]), int(part["month"] or 1), 1)
    return value


def _last_day(value: Any) -> Any:
    """`2016` and `2016-04` end on their last day."""
    if isinstance(value, str) and (part := _YEAR_MONTH.match(value)):
        year, month = int(part["year"]), int(part["month"] or 12)
        return dt.date(year, month, calendar.monthrange(year, month)[1])
    return value


_YEAR_MONTH = re.compile(r"(?P<year>[12][0-9]{3})(?:-(?P<month>0[1-9]|1[0-2]))?\Z")
FirstDay = Annotated[dt.date, BeforeValidator(_first_day)]
LastDay = Annotated[dt.date, BeforeValidator(_last_day)]


class Band(Option):
    """A span of dates that is shown as one, from `start` (inclusive) to `end` (inclusive); None is open."""

    start: FirstDay | None = Field(default=None, alias="from")
    end: LastDay | None = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Band:
        if self.start and self.end and self.end < self.start:
            raise wrong("ends_before_start", start=self.start, end=self.end)
        return self


class Date(AnyAnswer):
    """A day, month or year. `bands` are the periods by which it is counted; without them, its years."""

    kind: Literal["date"]
    precision: Literal["day", "month", "year"] = "day"
    min: FirstDay | None = None
    max: LastDay | None = None
    bands: Annotated[tuple[Band, ...], *Options.__metadata__] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Date:
        if self.min and self.max and self.min > self.max:
            raise wrong("min_above_max", min=self.min, max=self.max)
        for first, second in pairwise(self.bands):
            joined = first.end and second.start and first.end + dt.timedelta(days=1) == second.start
            if not joined:
                raise wrong("bands_not_joined", first=first.ko, second=second.ko)
        return self


class Written(AnyAnswer):
    """Words: "text" is a fact (a name, a post), "open" an opinion."""

    kind: Literal["text", "open"]


Answer = Annotated[Single | Multi | Scale | Number | Money | Date | Written, Field(discriminator="kind")]
