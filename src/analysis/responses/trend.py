"""Findings about a trend: what a questionnaire changed since that of an earlier year, without saying so."""

from __future__ import annotations

from pathlib import Path

from analysis.language.text import one_line
from analysis.questionnaire.follows import changes, undeclared
from analysis.questionnaire.load import load_questionnaire
from analysis.questionnaire.problem import QuestionnaireError
from analysis.responses.finding import Finding
from analysis.responses.rules import SEVERITY


def trend_findings(path: Path, language: str = "ko") -> tuple[Finding, ...]:
    """One for every question of the questionnaire in `path` whose trend ends and is not said to; none where the
    questionnaire follows no other. What a questionnaire itself has to say is said in `language`."""
    questionnaire = load_questionnaire(path)
    survey = questionnaire.survey
    try:
        broken = undeclared(changes(path, questionnaire), questionnaire)
    except QuestionnaireError as error:
        hint = one_line(error.words(language))
        return (Finding(SEVERITY["followed_not_read"], "followed_not_read", survey, hint=hint),)
    return tuple(
        Finding(
            SEVERITY["trend_broken"], "trend_broken", survey, question=change.no, hint=change.text(language)
        )
        for change in broken
    )
