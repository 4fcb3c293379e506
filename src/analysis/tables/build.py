"""Every table of a survey: each question alone, and by each banner of the questionnaire."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from analysis.errors import during
from analysis.questionnaire.questionnaire import Banner
from analysis.responses.responses import Responses
from analysis.tables.answers import QuestionAnswers, answers_by_question
from analysis.tables.banner import group, refuse_private
from analysis.tables.comparison import adjusted
from analysis.tables.question_tables import QuestionTables
from analysis.tables.sampling import Sampling, sampling_of
from analysis.tables.table import Table
from analysis.tables.within import Within


def build_tables(responses: Responses, sampling: Sampling | None = None) -> list[Table]:
    """The tables of every question that is not private, in order: each alone, then by each banner.

    A question is not broken down by itself. sampling: where it is not to be what the questionnaire says.
    """
    with _without_collecting():
        return _build_tables(responses, sampling or sampling_of(responses))


def _build_tables(responses: Responses, sampling: Sampling) -> list[Table]:
    questionnaire = responses.questionnaire
    answers = answers_by_question(responses, sampling)
    groups = []
    for banner in questionnaire.banners:
        with during(questionnaire.survey, banner.id):
            groups.append(group(banner, questionnaire, answers[banner.by]))
    questions = []
    for question in questionnaire.questions:
        if not question.private:
            with during(questionnaire.survey, question.id):
                others = [group for group in groups if group.question.id != question.id]
                questions.append(
                    QuestionTables(questionnaire, sampling, question, answers[question.id], others)
                )
    families = adjusted([one.compared for one in questions], "survey")
    return [
        table
        for one in questions
        for table in (one.alone(), *(one.by(group, families) for group in one.groups))
    ]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Tables are tens of thousands of small objects without a cycle among them: a collector that looks through them
    again and again takes a tenth of the time and finds nothing."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def build_table(
    responses: Responses,
    question_id: str,
    banner: Banner | None = None,
    sampling: Sampling | None = None,
    answers: Mapping[str, QuestionAnswers] | None = None,
    within: Within | None = None,
) -> Table:
    """The table of one question, alone or by any banner; sampling as in `build_tables`.

    answers: those of `answers_by_question`, where they were made already. within: of whom alone the table is to be.
    Raises TableError for a private question, KeyError for an id that is none.
    """
    questionnaire = responses.questionnaire
    question = questionnaire.question(question_id)
    refuse_private(question)
    sampling = sampling or sampling_of(responses)
    answers = answers_by_question(responses, sampling) if answers is None else answers
    groups = [group(banner, questionnaire, answers[banner.by])] if banner else []
    one = QuestionTables(questionnaire, sampling, question, answers[question_id], groups, within)
    if not groups:
        return one.alone()
    return one.by(one.groups[0], adjusted([one.compared], "table"))
