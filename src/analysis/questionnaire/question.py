"""A question: what it asks, of whom, how its answers may be shown; and the parts it is answered in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple

from pydantic import BeforeValidator, Field, model_validator

from analysis.questionnaire.answer import Answer, Date, Money, Multi, Number, Points, Scale, Single, Written
from analysis.questionnaire.counterpart import Counterpart
from analysis.questionnaire.rows import Column, GridRow, InBlocks
from analysis.questionnaire.words import Id, Model, Option, Options, Text, Words, as_tuple, wrong

Reason = Literal["no_answer", "dont_know", "refused", "not_applicable", "invalid"]
Meaning = Literal[Reason, "answer"]


class PartKey(NamedTuple):
    """Which part of the questionnaire: question id, row id, column id ("" where it has none)."""

    question: str
    row: str = ""
    column: str = ""


@dataclass(frozen=True)
class Part:
    """One answer of one question: the unit that is read, checked and stored.

    row and column are "" where the question has none. A ranking has the columns "1", "2", …;
    an importance–performance question the columns "importance" and "performance".
    """

    question: str
    row: str
    column: str
    answer: Single | Multi | Scale | Number | Money | Date | Written
    row_words: Option | None = None
    column_words: Option | None = None

    @property
    def key(self) -> PartKey:
        return PartKey(self.question, self.row, self.column)


class QuestionBase(Model):
    """What every question has.

    id            stable name, the same in every year; `no` is the printed number and may change
    label         short name for tables and sentences; the wording (`ask`) where there is none
    ask_if        routing expression over other questions (see routing.py)
    header        column heading in the answers file, where it is not "no. ask"; all of them where it changed
    missing       codes and words that mean "no answer" here, with the reason; "answer" for a word that elsewhere
                  means none
    key           a characteristic by which members know each other (type, region, size, founding date)
    confidential  a matter between the respondent and the secretariat
    identifier    the answer names the respondent
    pii           kinds of personal data in the answer
    export        "never": no audience but the secretariat sees anything of it
    """

    id: Id
    no: str
    section: str = ""
    label_: Text | None = Field(default=None, alias="label")
    ask: Text
    note: Text | None = None
    ask_if: str | None = None
    required: bool = False
    headers: Annotated[tuple[str, ...], BeforeValidator(as_tuple)] = Field(default=(), alias="header")
    missing: dict[str, Meaning] = {}
    key: bool = False
    confidential: bool = False
    identifier: bool = False
    pii: tuple[str, ...] = ()
    export: Literal["always", "never"] = "always"

    @property
    def label(self) -> Words:
        return self.label_ or self.ask

    @property
    def header(self) -> str | None:
        """The heading by which people are told of the column: the first that is declared."""
        return self.headers[0] if self.headers else None

    def parts(self) -> tuple[Part, ...]:
        """The answers this question is made of, in the order of the form."""
        return (Part(self.id, "", "", self),)  # type: ignore[arg-type]  # a plain question is its own answer

    @property
    def private(self) -> bool:
        """Names somebody: nothing of it leaves the secretariat."""
        return self.identifier or bool(self.pii) or self.export == "never"


class SingleQuestion(QuestionBase, Single):
    pass


class MultiQuestion(QuestionBase, Multi):
    pass


class ScaleQuestion(QuestionBase, Scale):
    pass


class NumberQuestion(QuestionBase, Number):
    """`equals`: what asks for the same number in another place.

    nps  how likely a respondent is to recommend, 0 … 10: promoters less detractors are told
    """

    equals: Counterpart | None = None
    nps: bool = False

    @model_validator(mode="after")
    def _from_0_to_10(self) -> NumberQuestion:
        if self.nps and (self.min, self.max) != (0, 10):
            raise wrong("nps_bounds")
        return self


class MoneyQuestion(QuestionBase, Money):
    """`equals`: what asks for the same amount in another place."""

    equals: Counterpart | None = None


class DateQuestion(QuestionBase, Date):
    """`after`: id of another date, which this one has to be later than."""

    after: str | None = None


class WrittenQuestion(QuestionBase, Written):
    pass


class RankingQuestion(QuestionBase):
    """`ranks` different options in order of preference: parts "1", "2", …"""

    kind: Literal["ranking"]
    options: Options
    ranks: int = Field(ge=2)

    @model_validator(mode="after")
    def _enough_options(self) -> RankingQuestion:
        if self.ranks > len(self.options):
            raise wrong("too_many_ranks", ranks=self.ranks, options=len(self.options))
        return self

    def parts(self) -> tuple[Part, ...]:
        answer = Single(kind="single", options=self.options)
        return tuple(
            Part(
                self.id,
                "",
                str(rank),
                answer,
                column_words=Option(id=str(rank), ko=f"{rank}순위", en=f"Rank {rank}"),
            )
            for rank in range(1, self.ranks + 1)
        )


class AllocationQuestion(QuestionBase):
    """A whole split over `rows`: shares that add up to `total`, give or take `tolerance`."""

    kind: Literal["allocation"]
    rows: Options
    unit: Text = Words(ko="%")
    total: float = 100
    tolerance: float = 0

    def parts(self) -> tuple[Part, ...]:
        answer = Number(kind="number", unit=self.unit, min=0, max=self.total)
        return tuple(Part(self.id, row.id, "", answer, row_words=row) for row in self.rows)


class ImportancePerformanceQuestion(QuestionBase, InBlocks):
    """Every row judged twice: how important it is, how well it is done (`performance_label`: what that side is
    called where it is not 수행도).

    A form may ask the two as questions of their own; their titles are then `importance_header` and
    `performance_header`.

    cut  where the quadrants meet: "means", the means of the rows' means, or "midpoint", the middles of the two scales
    """

    kind: Literal["importance_performance"]
    importance: Points
    performance: Points
    not_applicable: Text | None = None
    performance_label: Text = Words(ko="수행도", en="Performance")
    importance_header: str | None = None
    performance_header: str | None = None
    cut: Literal["means", "midpoint"] = "means"

    def parts(self) -> tuple[Part, ...]:
        importance = Option(id="importance", ko="중요도", en="Importance", header=self.importance_header)
        label = self.performance_label
        performance = Option(id="performance", ko=label.ko, en=label.en, header=self.performance_header)
        return tuple(
            Part(
                self.id,
                row.id,
                side.id,
                Scale(kind="scale", scale=points, not_applicable=self.not_applicable),
                row_words=row,
                column_words=side,
            )
            for row in self.rows
            for side, points in ((importance, self.importance), (performance, self.performance))
        )


class GridQuestion(QuestionBase, InBlocks):
    """Rows × columns of the same answer, or of one answer a column. Without columns: one answer a row.

    adds_up_to  the answer that the cells add up to
    index       the rows measure one thing, on one scale: how reliably is told
    """

    kind: Literal["grid"]
    rows: Annotated[tuple[GridRow, ...], *Options.__metadata__]
    columns: Annotated[tuple[Column, ...], *Options.__metadata__] = ()
    answer: Answer | None = None
    adds_up_to: Counterpart | None = None
    index: bool = False

    @model_validator(mode="after")
    def _answered(self) -> GridQuestion:
        if self.answer is None and not (self.columns and all(column.answer for column in self.columns)):
            raise wrong("grid_without_answer")
        if self.index and (self.columns or not isinstance(self.answer, Scale) or len(self.rows) < 2):
            raise wrong("index_without_scale")
        return self

    @property
    def reversed_rows(self) -> tuple[str, ...]:
        """Ids of the rows where the bad end of the scale is the good one."""
        return tuple(row.id for row in self.rows if row.reverse)

    def parts(self) -> tuple[Part, ...]:
        columns: tuple[Column | None, ...] = self.columns or (None,)
        return tuple(
            Part(
                self.id,
                row.id,
                column.id if column else "",
                (column and column.answer) or self.answer,  # type: ignore[arg-type]  # _answered saw to it
                row_words=row,
                column_words=column,
            )
            for row in self.rows
            for column in columns
        )


Question = Annotated[
    SingleQuestion
    | MultiQuestion
    | ScaleQuestion
    | NumberQuestion
    | MoneyQuestion
    | DateQuestion
    | WrittenQuestion
    | RankingQuestion
    | AllocationQuestion
    | ImportancePerformanceQuestion
    | GridQuestion,
    Field(discriminator="kind"),
]

KINDS: dict[str, type[QuestionBase]] = {
    "single": SingleQuestion,
    "multi": MultiQuestion,
    "scale": ScaleQuestion,
    "number": NumberQuestion,
    "money": MoneyQuestion,
    "date": DateQuestion,
    "text": WrittenQuestion,
    "open": WrittenQuestion,
    "ranking": RankingQuestion,
    "allocation": AllocationQuestion,
    "importance_performance": ImportancePerformanceQuestion,
    "grid": GridQuestion,
}
