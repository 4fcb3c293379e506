"""The stage itself: tables and responses in, one bundle an audience out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from analysis.errors import during
from analysis.questionnaire.questionnaire import Audience, Questionnaire
from analysis.questionnaire.words import Words, said
from analysis.release import leaks
from analysis.release.audience import POLICIES
from analysis.release.bundle import Bundle, Section
from analysis.release.gate import protection, release_tables, without_reasons, written_by_few
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
    meant = [table for table in tables if _meant_for(table, questionnaire, audience)]
    left_out = written_by_few(meant, policy)
    released = release_tables((table for table in meant if table.question not in left_out), policy)
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
        facts=_facts(questionnaire) | _inference(questionnaire, released) | _corrected(responses)
        | ({"left_out": left_out} if left_out else {}),
        sections=_sections(questionnaire, {table.question for table in released}),
        protection=(
            *protection(released, policy),
            *([said("release.written_by_few", threshold=policy.threshold)] if left_out else ()),
        ),
        tables=without_reasons(released),
    )
    if audience != "secretariat":
        with during("release", f"released.{audience}.json"):
            leaks.check(bundle, leaks.secrets(responses, register))
    return bundle


def _meant_for(table: Table, questionnaire: Questionnaire, audience: Audience) -> bool:
    """Banners say for whom they are; a table by none is for everybody."""
    return not table.group or any(
        banner.id == table.group and audience in banner.audiences for banner in questionnaire.banners
    )


def _facts(questionnaire: Questionnaire) -> dict[str, Any]:
    period, sessions = questionnaire.field_period, questionnaire.sessions
    partial = {"partial_counted": True} if sessions and sessions.partial == "counted" else {}
    return partial | {
        "respondents": questionnaire.respondents.model_dump(),
        "sample": questionnaire.sample.model_dump(exclude_none=True, exclude={"design"}),
        "field_period": [period.start.isoformat(), period.end.isoformat()] if period else None,
        "as_of": questionnaire.as_of.isoformat() if questionnaire.as_of else None,
        "banners": {
            banner.id: (banner.label or questionnaire.question(banner.by).label).model_dump(exclude_none=True)
            for banner in questionnaire.banners
        },
    }


def _inference(questionnaire: Questionnaire, tables: Iterable[Table]) -> dict[str, Any]:
    """How the respondents were drawn and weighted, for the methods box; not the headings that say so."""
    first = next((table for table in tables if "inference" in table.facts), None)
    design, weighting = questionnaire.sample.design, questionnaire.sample.weighting
    facts: dict[str, Any] = {"small_bases": questionnaire.small_bases.model_dump()}
    if first is not None:
        facts["inference"] = first.facts["inference"]
    if design is not None:
        facts["drawn"] = {
            "weights": design.weight is not None,
            "strata": bool(design.strata),
            "clusters": len(design.cluster),
            "population": bool(design.population) or (
                questionnaire.sample.population is not None and not design.cluster
            ),
        }
    if weighting is not None:
        facts["weighted_by"] = [
            questionnaire.question(question).label.model_dump(exclude_none=True) for question in weighting.by
        ]
    return facts


def _corrected(responses: Responses) -> dict[str, int]:
    """How many answers the secretariat put right, where it did: the number alone, which tells nothing of them."""
    number = sum(finding.rule == "corrected" for finding in responses.findings)
    return {"corrected": number} if number else {}


def _sections(questionnaire: Questionnaire, shown: set[str]) -> tuple[Section, ...]:
    """The questionnaire's sections that have something to show; what stands in none comes last, under the title."""
    words = {section.id: Words(ko=section.ko, en=section.en) for section in questionnaire.sections}
    words[""] = questionnaire.title
    sections = (
        Section(section, title, tuple(q.id for q in questionnaire.in_section(section) if q.id in shown))
        for section, title in words.items()
    )
    return tuple(section for section in sections if section.questions)
