"""Whether the answers can be weighted to the counts of the frame, and how well: what `dure check` says of them."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.language import message, percent
from analysis.language.text import one_line
from analysis.responses.finding import Finding, Severity
from analysis.responses.responses import Responses
from analysis.tables.drawing import drawing_of
from analysis.tables.weighting.fitted import WeightingReport
from analysis.tables.weighting.frame import frame_margins
from analysis.tables.weighting.problems import Problem, WeightingError


def check_weighting(responses: Responses, language: str = "ko") -> Iterator[Finding]:
    """What is wrong with the list of the frame, whether or not the questionnaire declares a weighting; where it does,
    also whether the weights can be fitted, and agree with the list. Said in `language`."""
    questionnaire = responses.questionnaire
    try:
        frame_margins(questionnaire, responses.margins)
        report = drawing_of(responses).report
    except WeightingError as error:
        for problem in error.problems:
            yield _finding("error", "failed", responses, problem, language)
        return
    if report is None:
        return
    for remark in report.remarks:
        yield _finding("warning", "sums", responses, remark, language)
    if not report.converged:
        apart = differences(report, language)
        yield Finding("warning", "weighting.missed", questionnaire.survey, hint=apart)


def differences(report: WeightingReport, language: str) -> str:
    """How far each question is from the frame, at most: "권역 10.00%p, 유형 0.00%p"."""
    return ", ".join(
        message(
            "weight.text.difference",
            language,
            question=one_line(margin.label.text(language)),
            points=percent(margin.difference, 1, 2),
        )
        for margin in report.margins
    )


def _finding(severity: Severity, rule: str, responses: Responses, problem: Problem, language: str) -> Finding:
    file, cell = problem.place
    hint = one_line(problem.said.text(language))
    survey = responses.questionnaire.survey
    return Finding(severity, f"weighting.{rule}", survey, file=file, cell=cell, hint=hint)
