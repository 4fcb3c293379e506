"""How a question is to be answered, in short sentences under its wording."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.form.routing_words import numbered
from analysis.form.unit import thousands_of, unit_of
from analysis.language import message
from analysis.questionnaire.answer import Date, Money, Multi, Number
from analysis.questionnaire.question import (
    AllocationQuestion,
    DateQuestion,
    GridQuestion,
    PartKey,
    Question,
    RankingQuestion,
)
from analysis.questionnaire.questionnaire import Questionnaire


def hints_of(question: Question, questionnaire: Questionnaire, language: str) -> tuple[str, ...]:
    """The sentences, what holds for a whole table said once."""
    told = dict.fromkeys(_told(question, questionnaire, language))
    return tuple(told)


def _told(question: Question, questionnaire: Questionnaire, language: str) -> Iterator[str]:
    def say(key: str, **fields: object) -> str:
        return message(f"form.hint.{key}", language, **fields)

    if question.required:
        yield say("required")
    if isinstance(question, RankingQuestion):
        yield say("ranking")
        return
    if isinstance(question, AllocationQuestion):
        yield say("adds_up", total=f"{thousands_of(question.total)}{question.unit.text(language)}")
        return
    for part in question.parts():
        yield from _of_answer(part.answer, language)
    if isinstance(question, GridQuestion) and (sum_ := question.adds_up_to):
        yield say("adds_up_to", question=numbered(questionnaire, PartKey(*sum_.part), language))
    if same := getattr(question, "equals", None):
        yield say("equals", question=numbered(questionnaire, PartKey(*same.part), language))
    if isinstance(question, DateQuestion) and question.after:
        yield say("after", question=questionnaire.question(question.after).no)


def _of_answer(answer: object, language: str) -> Iterator[str]:
    def say(key: str, **fields: object) -> str:
        return message(f"form.hint.{key}", language, **fields)

    match answer:
        case Multi():
            most = answer.max_choices
            yield say("at_most", most=most) if most else say("all_that_apply")
            for option in answer.options:
                if option.exclusive:
                    alone = message("form.quoted", language, text=option.text(language))
                    yield say("exclusive", option=alone)
        case Number() | Money():
            unit = unit_of(answer, language)
            if isinstance(answer, Money):
                yield say("money", unit=unit)
            if answer.approximate:
                yield say("approximate")
            if answer.min is not None and answer.max is not None:
                yield say("between", least=thousands_of(answer.min), most=thousands_of(answer.max), unit=unit)
        case Date():
            yield say(f"date.{answer.precision}")
