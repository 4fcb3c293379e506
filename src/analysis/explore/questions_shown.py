"""A survey and its questions as notebooks show them: the form, without any answer."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from analysis.explore.where_words import condition_words
from analysis.language import message
from analysis.questionnaire.question import Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.routing import parse
from analysis.questionnaire.words import Option
from analysis.responses.responses import Responses

_CELL = ' style="text-align:left"'  # JupyterLab sets tables of output right


def askable(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """The questions that do not name their respondents, in the order of the form."""
    return tuple(question for question in questionnaire.questions if not question.private)


def option_line(option: Option, language: str) -> str:
    """`seoul: 서울`"""
    return f"{option.id}: {option.text(language)}"


def question_line(question: Question, language: str) -> str:
    """`C2 overall_satisfaction: 지난 1년간 활동 만족도`"""
    return f"{question.no} {question.id}: {question.label.text(language)}"


def question_html(question: Question, questionnaire: Questionnaire, language: str) -> str:
    """Number, label, wording, kind, who is asked, and the ids and words of rows, columns and options."""
    told = [
        f"<p><strong>{escape(question.no)}</strong> {escape(question.label.text(language))} "
        f"<code>{escape(question.id)}</code></p>",
        f"<p>{escape(question.ask.text(language))}</p>",
        f"<p>{_kind(question, language)} · {escape(_asked_of(question, questionnaire, language))}</p>",
    ]
    parts = question.parts()
    told += [
        _options(_say("rows", language), (part.row_words for part in parts), language),
        _options(_say("columns", language), (part.column_words for part in parts), language),
        _options(
            _say("options", language),
            (option for part in parts for option in getattr(part.answer, "choices", ())),
            language,
        ),
    ]
    return f'<div class="dure-question">{"".join(told)}</div>'


def questions_html(questionnaire: Questionnaire, language: str) -> str:
    """The questions that may be asked, a table for every section."""
    sections = {section.id: section.text(language) for section in questionnaire.sections}
    by_section: dict[str, list[Question]] = {}
    for question in askable(questionnaire):
        by_section.setdefault(question.section, []).append(question)
    return '<div class="dure-questions">{}</div>'.format(
        "".join(
            f"<details open><summary>{escape(' '.join(filter(None, (id_, sections.get(id_, '')))))}</summary>"
            f"{_table(questions, language)}</details>"
            for id_, questions in by_section.items()
        )
    )


def survey_facts(responses: Responses, language: str) -> tuple[str, ...]:
    """Year, number of respondents and kind of sample; that they are invented; that nothing is released."""
    questionnaire = responses.questionnaire
    facts = [
        _say(
            "facts",
            language,
            year=questionnaire.year,
            n=f"{len(responses.respondents):,}",
            respondents=_respondents(questionnaire, len(responses.respondents), language),
            counter=questionnaire.respondents.counter,
            sample=message(f"questionnaire.book.sample.{questionnaire.sample.kind}", language),
        )
    ]
    facts += [message("table.invented", language)] if responses.invented else []
    return (*facts, message("table.unreleased.committee", language))


def survey_html(responses: Responses, language: str) -> str:
    """What survey it is, and its questions."""
    questionnaire = responses.questionnaire
    facts = "".join(f"<li>{escape(fact)}</li>" for fact in survey_facts(responses, language))
    return (
        f'<div class="dure-survey"><p><strong>{escape(questionnaire.title.text(language))}</strong> '
        f"<code>{escape(questionnaire.survey)}</code></p><ul>{facts}</ul>"
        f"{questions_html(questionnaire, language)}</div>"
    )


def table_html(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of HTML."""
    heads = "".join(f'<th scope="col"{_CELL}>{heading}</th>' for heading in headings)
    body = "".join(f"<tr>{''.join(f'<td{_CELL}>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _table(questions: Iterable[Question], language: str) -> str:
    return table_html(
        (_say(one, language) for one in ("no", "name", "question", "kind")),
        (
            (
                escape(question.no),
                f"<code>{escape(question.id)}</code>",
                escape(question.label.text(language)),
                _kind(question, language),
            )
            for question in questions
        ),
    )


def _options(title: str, options: Iterable[Option | None], language: str) -> str:
    unique = {option.id: option for option in options if option}
    if not unique:
        return ""
    rows = ((f"<code>{escape(id_)}</code>", escape(option.text(language))) for id_, option in unique.items())
    table = table_html((_say("name", language), _say("words", language)), rows)
    return f"<details open><summary>{title}</summary>{table}</details>"


def _kind(question: Question, language: str) -> str:
    return message(f"questionnaire.book.kind.{question.kind}", language)


def _asked_of(question: Question, questionnaire: Questionnaire, language: str) -> str:
    if question.ask_if is None:
        return _say("everybody", language)
    condition = condition_words(parse(question.ask_if), questionnaire, language)
    return _say("asked_if", language, condition=condition)


def _respondents(questionnaire: Questionnaire, n: int, language: str) -> str:
    said = questionnaire.respondents
    if language == "ko":
        return said.ko
    return said.en if n == 1 else said.en_plural


def _say(key: str, language: str, **fields: object) -> str:
    return message(f"explore.questions.{key}", language, **fields)
