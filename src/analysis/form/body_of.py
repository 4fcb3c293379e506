"""Which body each kind of question takes on a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from analysis.form.body import (
    AnswerCell,
    Body,
    Choice,
    Choices,
    Column,
    Legend,
    Line,
    OneAnswer,
    OwnWords,
    Ranks,
    Table,
    Total,
)  # fmt: skip
from analysis.form.fields import Field
from analysis.form.routing_words import asked_in_row, either, numbered
from analysis.form.skips import skip_marks
from analysis.form.unit import unit_of
from analysis.language import message
from analysis.questionnaire.answer import Money, Multi, Scale, Single
from analysis.questionnaire.question import AllocationQuestion, GridQuestion, Part, PartKey, Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.routing import parse
from analysis.questionnaire.rows import InBlocks
from analysis.questionnaire.words import Words

Fields = Mapping[PartKey, tuple[Field, ...]]


def body_of(question: Question, fields: Fields, questionnaire: Questionnaire, language: str) -> Body:
    """fields: those of every part, without the lines for own words."""
    parts = question.parts()
    first = parts[0].answer
    if question.kind == "ranking":
        headings = tuple(part.column_words.text(language) for part in parts if part.column_words)
        cells = tuple(_cells(part, fields, language)[0] for part in parts)
        return Ranks(_choices(first, language), headings, cells)
    if question.kind in ("grid", "allocation", "importance_performance"):
        return _table(question, fields, questionnaire, language)
    skips = skip_marks(question, questionnaire, language)
    choices = _choices(first, language, skips)
    cells = _cells(parts[0], fields, language)
    if isinstance(first, Multi):
        return Choices(choices, cells, first.max_choices)
    return OneAnswer(cells[0], choices)


def own_words_of(question: Question, field: Field | None, language: str) -> OwnWords | None:
    """field: the line for own words of the question, None where it has none."""
    if field is None:
        return None
    options = (option for part in question.parts() for option in part.answer.choices)
    names = dict.fromkeys(option.text(language) for option in options if option.other)
    quoted = either([message("form.quoted", language, text=name) for name in names], language)
    return OwnWords(message("form.own_words", language, options=quoted), AnswerCell(field, "text"))


def _cells(part: Part, fields: Fields, language: str) -> tuple[AnswerCell, ...]:
    answer = part.answer
    own = fields[part.key]
    match answer:
        case Multi():
            return tuple(AnswerCell(field, "mark") for field in own)
        case Single() | Scale():
            texts = tuple(choice.text for choice in _choices(answer, language))
            return (AnswerCell(own[0], "choice", choices=texts),)
    return (AnswerCell(own[0], answer.kind, unit_of(answer, language)),)


def _choices(answer: object, language: str, skips: Mapping[str, str] | None = None) -> tuple[Choice, ...]:
    """What may be chosen, numbered as on the form; beside a scale its "이용 안 함" comes last.

    skips: where to go on, by the id of the option
    """
    options: tuple[tuple[str, Words], ...] = ()
    match answer:
        case Single() | Multi():
            options = tuple((option.id, option) for option in answer.options)
        case Scale():
            options = tuple((point.id, point) for point in answer.scale.points)
            options += (("", answer.not_applicable),) if answer.not_applicable else ()
    skips = skips or {}
    return tuple(
        Choice(number, words.text(language), skips.get(option, ""))
        for number, (option, words) in enumerate(options, start=1)
    )


def _table(question: Question, fields: Fields, questionnaire: Questionnaire, language: str) -> Table:
    parts = question.parts()
    columns = dict.fromkeys(part.column for part in parts)
    groups = {
        row.id: group.words.text(language)
        for group in (question.row_groups if isinstance(question, InBlocks) else ())
        for row in group.rows
    }
    lines = tuple(
        Line(
            row,
            _row_words(question, row, language),
            tuple(_cells(part, fields, language) for part in parts if part.row == row),
            groups.get(row, ""),
        )
        for row in dict.fromkeys(part.row for part in parts)
    )
    return Table(
        tuple(_column(question, column, language) for column in columns),
        lines,
        tuple(_legends(question, language)),
        _total(question, fields, questionnaire, language),
    )


def _row_words(question: Question, row: str, language: str) -> str:
    return next(
        part.row_words.text(language) for part in question.parts() if part.row == row and part.row_words
    )


def _column(question: Question, column: str, language: str) -> Column:
    words = next(part.column_words for part in question.parts() if part.column == column)
    declared = question.columns if isinstance(question, GridQuestion) else ()
    text = next((one.ask_if for one in declared if one.id == column), None)
    condition = parse(text) if text else None
    told = asked_in_row(condition, question, language) if condition else ""
    return Column(column, words.text(language) if words else "", told, condition)


def _legends(question: Question, language: str) -> Iterator[Legend]:
    """The lists of the columns; one for all columns where they are the same."""
    lists = {
        part.column: (_choices(part.answer, language), part.column_words)
        for part in question.parts()
        if isinstance(part.answer, Single | Multi | Scale)
    }
    columns = {part.column for part in question.parts()}
    different = dict.fromkeys(choices for choices, _ in lists.values())
    if len(different) == 1 and len(lists) == len(columns):
        yield Legend("", next(iter(different)))
        return
    for choices, words in lists.values():
        yield Legend(words.text(language) if words else "", choices)


def _total(question: Question, fields: Fields, questionnaire: Questionnaire, language: str) -> Total | None:
    heading = message("form.total", language)
    if isinstance(question, AllocationQuestion):
        return Total(heading, question.unit.text(language), question.total, slack=question.tolerance)
    answers = [part.answer for part in question.parts()]
    if not isinstance(question, GridQuestion) or question.adds_up_to is None:
        return None
    if len({unit_of(answer, language) for answer in answers}) > 1:
        return None  # nothing that a person could add up in the head either
    key = PartKey(*question.adds_up_to.part)
    other = fields[key][0]
    times = 1.0
    if isinstance(other.part.answer, Money) and isinstance(answers[0], Money):
        times = other.part.answer.won / answers[0].won
    return Total(
        message("form.total_of", language, question=numbered(questionnaire, key, language)),
        unit_of(answers[0], language),
        field=other,
        times=times,
        slack=question.adds_up_to.percent / 100,
    )
