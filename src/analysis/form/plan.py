"""What stands on a form, whatever kind of file it becomes: every text, and every cell to fill in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from analysis.form.body import AnswerCell, Body, OwnWords, cells_of
from analysis.form.body_of import body_of, own_words_of
from analysis.form.fields import Field, fields_of
from analysis.form.hints import hints_of
from analysis.form.routing_words import asked_of
from analysis.language import message
from analysis.questionnaire.condition import Condition
from analysis.questionnaire.question import PartKey, Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.routing import parse


@dataclass(frozen=True)
class Block:
    """A question as it stands on the form.

    no         the printed number ("A6"), ask its wording, note what the questionnaire adds to it
    hints      how to answer: each a short sentence
    asked_of   who is asked, in words; "" for everybody
    condition  the same, to be judged; None for everybody
    """

    question: Question
    no: str
    ask: str
    note: str
    hints: tuple[str, ...]
    asked_of: str
    condition: Condition | None
    body: Body
    own_words: OwnWords | None = None

    @property
    def cells(self) -> tuple[AnswerCell, ...]:
        """Its cells in the order of the form, the line for own words last."""
        return tuple(cells_of(self.body)) + ((self.own_words.cell,) if self.own_words else ())


@dataclass(frozen=True)
class FormSection:
    """Questions under a heading. id is the printed letter; "" where the questionnaire has no sections."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class FormPlan:
    """The whole form in one language.

    respondents  who fills it in ("중간지원조직")
    deadline     the last day of the field work, as_of the day that figures are asked for
    contact      whom to ask, "" where the questionnaire does not say
    privacy      what is said of the data, a sentence each
    how_to       how to fill it in, a sentence each: what holds for every kind of file
    """

    questionnaire: Questionnaire
    language: str
    title: str
    purpose: str
    publisher: str
    respondents: str
    deadline: dt.date | None
    as_of: dt.date | None
    contact: str
    privacy: tuple[str, ...]
    how_to: tuple[str, ...]
    sections: tuple[FormSection, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(block for section in self.sections for block in section.blocks)

    @property
    def cells(self) -> tuple[AnswerCell, ...]:
        """Every cell to fill in, in the order of the form."""
        return tuple(cell for block in self.blocks for cell in block.cells)

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(cell.field for cell in self.cells)


def plan_of(questionnaire: Questionnaire, language: str = "ko") -> FormPlan:
    """The form of a questionnaire in "ko" or "en"; Korean where there is no English wording."""
    fields: dict[PartKey, tuple[Field, ...]] = {}
    own_words: dict[str, Field] = {}
    for field in fields_of(questionnaire):
        if field.own_words:
            own_words[field.part.question] = field
        else:
            fields[field.part.key] = (*fields.get(field.part.key, ()), field)
    titles = {section.id: f"{section.id}. {section.text(language)}" for section in questionnaire.sections}

    def block(question: Question) -> Block:
        condition = parse(question.ask_if) if question.ask_if else None
        return Block(
            question,
            question.no,
            question.ask.text(language),
            question.note.text(language) if question.note else "",
            hints_of(question, questionnaire, language),
            asked_of(condition, questionnaire, language) if condition else "",
            condition,
            body_of(question, fields, questionnaire, language),
            own_words_of(question, own_words.get(question.id), language),
        )

    said = {
        name: words.text(language) if (words := getattr(questionnaire, name)) else ""
        for name in ("title", "purpose", "publisher", "contact")
    }
    period = questionnaire.field_period
    return FormPlan(
        questionnaire,
        language,
        **said,
        respondents=questionnaire.respondents.ko if language == "ko" else questionnaire.respondents.en_plural,
        deadline=period.end if period else None,
        as_of=questionnaire.as_of,
        privacy=tuple(_privacy(questionnaire, language)),
        how_to=tuple(message(f"form.how_to.{key}", language) for key in ("one", "skips", "zero")),
        sections=tuple(
            FormSection(
                section,
                titles.get(section) or message("form.no_section", language),
                tuple([block(question) for question in questions]),
            )
            for section, questions in groupby(questionnaire.questions, key=lambda question: question.section)
        ),
    )


def _privacy(questionnaire: Questionnaire, language: str) -> Iterator[str]:
    """What follows from the program and the questionnaire; what only people can decide is its `privacy`."""
    yield message("form.privacy.purpose", language, title=questionnaire.title.text(language))
    yield message("form.privacy.grouped", language)
    personal = [question for question in questionnaire.questions if question.pii]
    if personal:
        named = ", ".join(f"{question.no} {question.label.text(language)}" for question in personal)
        yield message("form.privacy.personal", language, questions=named)
    if not any(question.required for question in questionnaire.questions):
        yield message("form.privacy.free", language)
    if questionnaire.privacy:
        yield questionnaire.privacy.text(language)
