"""The description of a survey in a year: its questions, its sample, who may see it broken down by what."""

from __future__ import annotations

import codecs
import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator, model_validator

from analysis.questionnaire.question import Part, Question, Reason
from analysis.questionnaire.sessions import Sessions
from analysis.questionnaire.weighting import Weighting
from analysis.questionnaire.words import (
    Id,
    Legible,
    Model,
    Option,
    Options,
    Text,
    Words,
    as_list,
    as_tuple,
    wrong,
)

Audience = Literal["secretariat", "committee", "members", "public"]
AUDIENCES: tuple[Audience, ...] = ("secretariat", "committee", "members", "public")


class Respondents(Model):
    """Who answers, as words ("회원단체", "member organisation") and how they are counted ("개", "명")."""

    ko: Legible
    en: Legible
    en_plural: Legible
    counter: Legible = "개"


def _check_heading(value: str) -> str:
    if not value.strip():
        raise wrong("design_no_heading")
    return value


Heading = Annotated[str, AfterValidator(_check_heading)]
HeadingsByStage = Annotated[tuple[Heading, ...], BeforeValidator(as_tuple)]


class SampleDesign(Model):
    """How each respondent of a probability sample was drawn: headings of columns of the file of answers.

    weight      how many of the frame the respondent stands for; without it, as many as the sizes of the population
                say, or one
    strata      the stratum, one heading a stage of drawing
    cluster     the unit drawn, one heading a stage; none where respondents were drawn one by one. A stage more in
                strata or population than here is that at which the respondents were drawn within the last unit
    population  how many units the respondent's stratum of the stage has in the frame, one heading a stage
    """

    weight: Heading | None = None
    strata: HeadingsByStage = ()
    cluster: HeadingsByStage = ()
    population: HeadingsByStage = ()

    @model_validator(mode="after")
    def _of_stages(self) -> SampleDesign:
        if not self.headings:
            raise wrong("design_empty")
        if self.stages > len(self.cluster) + 1:
            raise wrong("design_too_many_stages", stages=self.stages, clusters=len(self.cluster))
        return self

    @property
    def stages(self) -> int:
        """How many times was drawn, one within the other."""
        return max(1, len(self.strata), len(self.cluster), len(self.population))

    @property
    def headings(self) -> tuple[str, ...]:
        """All columns that are named, each once."""
        weight = () if self.weight is None else (self.weight,)
        return tuple(dict.fromkeys((*weight, *self.strata, *self.cluster, *self.population)))


class Sample(Model):
    """How the respondents came to be these. It decides whether intervals, tests and margins exist at all.

    population    the size of the frame, None where nobody knows it
    as_if_random  volunteers are to be taken for a random sample all the same; every table then says so
    design        how each respondent was drawn
    weighting     to what is known of the frame the answers are weighted; None where they are not
    """

    kind: Literal["census", "probability", "self_selected"]
    population: int | None = Field(default=None, ge=1)
    as_if_random: bool = False
    design: SampleDesign | None = None
    weighting: Weighting | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _designed_where_drawn(self) -> Sample:
        if self.design and self.kind != "probability":
            raise wrong("design_not_drawn", kind=self.kind)
        if self.as_if_random and self.kind != "self_selected":
            raise wrong("as_if_random_of_others", kind=self.kind)
        return self


class SmallBases(Model):
    """Of how few respondents a figure is told otherwise: below counts_lead a count stands before its share, below
    no_shares there is no share."""

    counts_lead: int = Field(default=30, ge=0)
    no_shares: int = Field(default=5, ge=0)


class Period(Model):
    """First and last day of the field work."""

    start: dt.date = Field(alias="from")
    end: dt.date = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.end < self.start:
            raise wrong("ends_before_start", start=self.start, end=self.end)
        return self


class Level(Option):
    """A level of a banner: the options (`of`) of its question that are shown as one."""

    of: tuple[str, ...]


def _check_section_id(value: str) -> str:
    if not (value.isascii() and value.isalnum()):
        raise wrong("not_a_section_id", value=value)
    return value


class Section(Words):
    """A part of the form; its id is the printed letter or number ("A")."""

    id: Annotated[str, AfterValidator(_check_section_id)]


class Banner(Model):
    """A question that breaks tables down, for whom, and with which of its options merged.

    Without `levels` every option is a level of its own.
    """

    id: Id
    by: str
    label: Text | None = None
    levels: Annotated[tuple[Level, ...], *Options.__metadata__] = ()
    audiences: tuple[Audience, ...] = Field(default=AUDIENCES, alias="for")


Sections = Annotated[tuple[Section, ...], BeforeValidator(as_list)]


class Remark(Model):
    """Something of an XLSForm that a questionnaire cannot say.

    row       of the form's sheet
    question  its name in the form
    what      the column of the form ("relevant", "constraint", "type", …), or "choices" for the sheet of that name
    text      what stands there
    """

    row: int
    question: str
    what: str
    text: str


# Ways to write letters in ASCII: whatever is plain text is read as something else, or as half letters.
_NO_TEXT = {
    codecs.lookup(name).name for name in "utf-7 unicode_escape raw_unicode_escape punycode idna".split()
}


def _check_encoding(value: str) -> str:
    try:
        codecs.getincrementaldecoder(value)
        if codecs.lookup(value).name in _NO_TEXT:
            raise LookupError(value)
        b"    ".decode(value, "ignore")  # some codecs are for other things than text
    except (LookupError, UnicodeError):
        raise wrong("unknown_encoding", value=value) from None
    return value


class Questionnaire(Model):
    """One survey in one year. Frozen once used.

    follows         year of the questionnaire that this one follows
    breaks          questions whose trend ends here, for what they ask is no longer the same, and why
    contact         whom to ask, as the form says it
    privacy         what the form says besides of personal data: how long it is kept, who sees it
    heading_rows    rows that the heading of a file of answers takes; None: one, or what the file's tool makes
    ignore_columns  headings of columns that are no answers
    remarks         what could not be carried over from the form that the questionnaire was made of
    encoding        of files of text that do not say theirs; "" where they are UTF-8 or CP949
    sessions        how broken-off responses are told; None where nothing tells them
    """

    survey: Id
    year: int
    follows: int | None = None
    breaks: dict[str, Text] = {}
    title: Text
    purpose: Text | None = None
    method: Text | None = None
    publisher: Text
    contact: Text | None = None
    privacy: Text | None = None
    respondents: Respondents
    sample: Sample
    small_bases: SmallBases = SmallBases()
    field_period: Period | None = None
    as_of: dt.date | None = None
    sections: Sections = ()
    missing: dict[str, Reason] = {}
    banners: tuple[Banner, ...] = ()
    heading_rows: int | None = Field(default=None, ge=1, le=3)
    ignore_columns: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    encoding: Annotated[str, AfterValidator(_check_encoding)] = ""
    sessions: Sessions | None = None
    questions: tuple[Question, ...]

    @field_validator("follows")
    @classmethod
    def _follows_an_earlier(cls, follows: int | None, info: ValidationInfo) -> int | None:
        year = info.data.get("year")
        if follows is not None and year is not None and follows >= year:
            raise wrong("follows_no_earlier", follows=follows, year=year)
        return follows

    def question(self, question_id: str) -> Question:
        """The question of that id; KeyError where there is none."""
        return self._index[question_id]

    def __contains__(self, question_id: str) -> bool:
        return question_id in self._index

    @property
    def _index(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    def parts(self) -> Iterator[Part]:
        """Every answer that a respondent could give, in the order of the form."""
        for question in self.questions:
            yield from question.parts()

    def in_section(self, section_id: str) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.section == section_id)
