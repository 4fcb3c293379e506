"""Whether more responses count than the questionnaire says that the population has."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.finding import Finding
from analysis.responses.rules import SEVERITY


def check_population(questionnaire: Questionnaire, counted: int) -> Iterator[Finding]:
    """counted: how many responses count."""
    population, counter = questionnaire.sample.population, questionnaire.respondents.counter
    if population is not None and counted > population:
        rule = "more_than_population"
        yield Finding(
            SEVERITY[rule], rule, questionnaire.survey,
            value=f"{counted:,}{counter}", hint=f"{population:,}{counter}",
        )  # fmt: skip
