"""The stage itself: tables and responses in, one bundle an audience out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from analysis.errors import during
from analysis.language import message
from analysis.questionnaire.questionnaire import Audience, Questionnaire
from analysis.questionnaire.words import Words
from analysis.release import leaks
from analysis.release.audience import POLICIES, Policy
from analysis.release.bundle import Bundle, Section
from analysis.release.precision import at_released_precision
from analysis.release.suppress import suppress
from analysis.responses.responses import Responses
from analysis.tables import Table


def release(
    responses: Responses, tables: Iterable[Table], audience: Audience, register: Iterable[str] = ()
) -> Bundle:
    """What `audience` may see of a survey.

    responses are read for what must not leave; register holds the names and contacts on file. Raises LeakError where
    a bundle for others than the secretariat holds any of these: nothing is released then.
    """
    questionnaire, policy = responses.questionnaire, POLICIES[audience]
    released = release_tables((table for table in tables if _meant_for(table, questionnaire, audience)), policy)
    bundle = Bundle(
        survey=questionnaire.survey,
        year=questionnaire.year,
        audience=audience,
        invented=responses.invented,
        title=questionnaire.title,
        publisher=questionnaire.publisher,
        n_respondents=len(responses.respondents),
        purpose=questionnaire.purpose,
        method=questionnaire.method,
        facts=_facts(questionnaire),
        sections=_sections(questionnaire, {table.question for table in released}),
        protection=protection(released, policy),
        tables=released,
    )
    if audience != "secretariat":
        with during("release", f"released.{audience}.json"):
            leaks.check(bundle, leaks.secrets(responses, register))
    return bundle


def release_tables(tables: Iterable[Table], policy: Policy) -> tuple[Table, ...]:
    """The tables at this policy: suppressed, rounded, without words that are not theirs to read."""
    return tuple(_released(table, policy) for table in tables if not table.facts.get("private"))


def _released(table: Table, policy: Policy) -> Table:
    table = at_released_precision(suppress(table, policy), policy)
    return table if policy.quotes else replace(table, quotes=(), facts=dict(table.facts))


def _meant_for(table: Table, questionnaire: Questionnaire, audience: Audience) -> bool:
    """Banners say for whom they are; a table by none is for everybody."""
    return not table.group or any(
        banner.id == table.group and audience in banner.audiences for banner in questionnaire.banners
    )


def protection(tables: Sequence[Table], policy: Policy) -> tuple[Words, ...]:
    """What was hidden, by which rules, and what was not looked at: for the methods box."""
    if not policy.threshold:
        return (_both("release.unsuppressed"),)
    rules = Counter(cell.rule for table in tables for cell in table.cells if cell.status == "suppressed")
    told = [_both("release.suppressed", threshold=policy.threshold, hidden=rules.total())]
    met = [rule for rule in ("complement", "beside", "dominance") if rules[rule]]
    told += [_both(f"release.{rule}", threshold=policy.threshold) for rule in met]
    return (*told, _both("release.precision"), _both("release.one_table_at_a_time"))


def _both(key: str, **fields: Any) -> Words:
    return Words(ko=message(key, "ko", **fields), en=message(key, "en", **fields))


def _facts(questionnaire: Questionnaire) -> dict[str, Any]:
    period = questionnaire.field_period
    return {
        "respondents": questionnaire.respondents.model_dump(),
        "sample": questionnaire.sample.model_dump(exclude_none=True),
        "field_period": [period.start.isoformat(), period.end.isoformat()] if period else None,
        "as_of": questionnaire.as_of.isoformat() if questionnaire.as_of else None,
        "banners": {
            banner.id: (banner.label or questionnaire.question(banner.by).label).model_dump(exclude_none=True)
            for banner in questionnaire.banners
        },
    }


def _sections(questionnaire: Questionnaire, shown: set[str]) -> tuple[Section, ...]:
    """The questionnaire's sections that have something to show; what stands in none comes last, under the title."""
    words = {section.id: Words(ko=section.ko, en=section.en) for section in questionnaire.sections}
    words[""] = questionnaire.title
    sections = (
        Section(section, title, tuple(q.id for q in questionnaire.in_section(section) if q.id in shown))
        for section, title in words.items()
    )
    return tuple(section for section in sections if section.questions)
