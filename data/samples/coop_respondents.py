"""Who answered the survey on the Basic Plan, and what: drawn so that types differ as they might.

Social co-operatives know the plan better and want contracts and faster approval; general ones want loans and
markets; those under older Acts are old, large and few, and want federations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from analysis.intake.columns.headings import PartKey

from .coop_answers import Answers, several, some
from .coop_opinions import COMMENTS, DISSATISFIED, MUST_HAVE
from .coop_profile import profile
from .dice import Dice

AWARE = {  # by type: well, roughly, name_only, never
    "general": (0.06, 0.29, 0.36, 0.29),
    "social": (0.14, 0.44, 0.31, 0.11),
    "other_act": (0.2, 0.45, 0.25, 0.1),
    "": (0.2, 0.35, 0.25, 0.2),
}
SOURCES = {
    "government": 0.3, "intermediary": 0.44, "federation": 0.2, "solidarity": 0.16, "media": 0.28,
    "courses": 0.33,
}  # fmt: skip
# Mean importance and performance of the first plan's tasks, and who finds them more important.
TASKS: dict[str, tuple[float, float, str]] = {
    "equal_treatment": (4.4, 2.5, "general"), "public_purchase": (4.5, 2.4, "social"),
    "entry": (3.7, 2.5, ""), "public_property": (3.9, 2.2, "social"), "merger": (2.9, 2.6, ""),
    "public_programmes": (4.2, 2.7, "general"), "policy_loans": (4.3, 2.3, "general"),
    "guarantees": (4.0, 2.3, "general"), "mutual_fund": (3.8, 1.9, "other_act"),
    "reserve_tax": (3.7, 1.8, "other_act"), "standard_courses": (3.4, 3.3, ""),
    "tailored_courses": (4.0, 3.1, ""), "university": (3.2, 2.7, ""), "intermediary_skills": (4.1, 2.9,
    "social"),
    "information_system": (3.3, 3.1, ""), "b2b_platform": (3.6, 2.1, "general"), "publicity": (3.5, 3.2, ""),
    "dialogue": (4.1, 2.3, "other_act"),
}  # fmt: skip
SERVICES: dict[str, tuple[float, float]] = {  # how many use it, how satisfied they are
    "setup_advice": (0.52, 3.5), "education": (0.56, 3.4), "consulting": (0.3, 3.2), "markets": (0.17, 2.7),
    "loans": (0.11, 2.5), "homepage": (0.34, 2.9), "small_business": (0.22, 3.6),
}  # fmt: skip
NONUSE = {"unknown": 0.34, "not_eligible": 0.16, "procedure": 0.26, "no_help": 0.14, "no_need": 0.1}
BEST = {"market": 0.16, "funding": 0.08, "people": 0.4, "solidarity": 0.18, "none": 0.18}
WORST = {"market": 0.3, "funding": 0.43, "people": 0.09, "solidarity": 0.18}
DIRECTION = {"more": 0.03, "stronger": 0.5, "jobs": 0.1, "solidarity": 0.16, "law": 0.21}
PRIORITIES = {
    "loans": 0.16, "finance_model": 0.09, "consulting": 0.06, "training": 0.06, "procurement": 0.13,
    "markets": 0.15, "contracting": 0.04, "workers": 0.04, "freelancers": 0.02, "franchise": 0.03,
    "youth": 0.03,
    "federations": 0.06, "equal_law": 0.11, "dormant": 0.02,
}  # fmt: skip
DEAR_TO = {  # what a type wants more than others do: how many times as often
    "general": {"loans": 1.3, "markets": 1.4},
    "social": {"contracting": 6.0, "procurement": 1.9, "markets": 0.6},
    "other_act": {"federations": 3.5, "finance_model": 2.5, "loans": 0.4, "equal_law": 1.6},
}
REFORMS: dict[str, tuple[float, str]] = {
    "joint_federation": (3.7, "other_act"), "mutual_aid": (3.9, "other_act"), "own_capital": (3.8, "general"),
    "reserve_tax": (4.0, "other_act"), "equal_programmes": (4.4, "general"), "dissolution": (3.4, ""),
    "approval_time": (3.5, "social"),
}  # fmt: skip
AREAS = {"finance": 34.0, "markets": 28.0, "education": 17.0, "federations": 13.0, "publicity": 8.0}
GOVERNANCE = {"ministry": 0.08, "joint_office": 0.2, "public_private": 0.5, "local": 0.12, "unsure": 0.1}
TOGETHER = {
    "buying": 0.3, "selling": 0.43, "education": 0.41, "mutual_finance": 0.24, "policy": 0.27,
    "community": 0.44,
}  # fmt: skip


def respondents(dice: Dice, n: int) -> Iterator[Answers]:
    written = {
        "must_have": list(MUST_HAVE),
        "comment": list(COMMENTS),
        "dissatisfaction_reason": list(DISSATISFIED),
    }
    for _ in range(n):
        answers = Answers()
        kind = profile(dice, answers)
        warmth = dice.normal() * 0.55 + {"social": 0.25, "other_act": -0.35}.get(kind, 0.0)
        _first_plan(dice, answers, kind, warmth)
        _services(dice, answers, kind, warmth)
        _judgement(dice, answers, warmth)
        _second_plan(dice, answers, kind)
        _write(dice, answers, written)
        yield answers


def _first_plan(dice: Dice, answers: Answers, kind: str, warmth: float) -> None:
    shares = AWARE[kind]
    awareness = dice.pick(dict(zip(("well", "roughly", "name_only", "never"), shares, strict=True)))
    answers.put("plan_awareness", awareness)
    if awareness == "never":
        return
    heard = [source for source, share in SOURCES.items() if dice.chance(share)]
    several(dice, answers, "information_sources", heard or ["intermediary"])
    unsure = {"well": 0.02, "roughly": 0.1, "name_only": 0.3}[awareness]
    for task, (importance, performance, dear) in TASKS.items():
        more = 0.35 if dear == kind and dear else 0.0
        judged = dice.point(importance + more, 0.75)
        answers.put("plan_tasks", 0 if dice.chance(unsure / 3) else judged, task, "importance")
        done = dice.point(performance + 0.6 * warmth, 0.8)
        answers.put("plan_tasks", 0 if dice.chance(unsure) else done, task, "performance")
    answers.put("plan_satisfaction", dice.point(2.75 + 0.75 * warmth, 0.7))


def _services(dice: Dice, answers: Answers, kind: str, warmth: float) -> None:
    active = dice.chance({"social": 0.9, "other_act": 0.6}.get(kind, 0.74))
    for service, (share, satisfaction) in SERVICES.items():
        fits = 0.35 if service == "small_business" and kind != "general" else 1.0
        used = active and dice.chance(share * fits * 1.25)
        answers.put("service_use", "used" if used else "not_used", service, "used")
        if used:
            answers.put("service_use", dice.point(satisfaction + 0.5 * warmth, 0.85), service, "satisfaction")
    if not any(code == "used" for key, code in answers.items() if key.column == "used"):
        several(dice, answers, "nonuse_reasons", some(dice, NONUSE, 1 + dice.chance(0.5)))


def _judgement(dice: Dice, answers: Answers, warmth: float) -> None:
    best = dice.pick(BEST)
    answers.put("best_areas", best, column="1")
    if best != "none":
        others = {area: weight for area, weight in BEST.items() if area not in (best, "none")}
        answers.put("best_areas", dice.pick(others), column="2")
    for rank, area in enumerate(dice.ranked(WORST, 2), start=1):
        answers.put("worst_areas", area, column=str(rank))
    score = 51 + 15 * warmth + 9 * dice.normal()
    step = 10 if dice.chance(0.75) else 5
    answers.put("plan_score", min(100, max(0, round(score / step) * step)))


def _second_plan(dice: Dice, answers: Answers, kind: str) -> None:
    law = {"other_act": 2.2, "social": 1.2}.get(kind, 1.0)
    answers.put("direction", dice.pick(DIRECTION | {"law": DIRECTION["law"] * law}))
    dear = DEAR_TO.get(kind, {})
    weights = {task: weight * dear.get(task, 1.0) for task, weight in PRIORITIES.items()}
    for rank, task in enumerate(dice.ranked(weights, 5), start=1):
        answers.put("priorities", task, column=str(rank))
    for reform, (need, dear_to) in REFORMS.items():
        answers.put("legal_needs", dice.point(need + (0.55 if dear_to == kind else 0.0), 0.8), reform)
    for area, amount in _allocation(dice, kind).items():
        answers.put("allocation", amount, area)
    answers.put("governance", dice.pick(GOVERNANCE))
    answers.put("federation_need", dice.point(3.7 + (0.7 if kind == "other_act" else 0.0), 0.85))
    joint = [work for work, share in TOGETHER.items() if dice.chance(share)]
    several(dice, answers, "collaboration", joint or ["none"])


def _allocation(dice: Dice, kind: str) -> dict[str, int]:
    """Steps of 5, adding up to 100."""
    more = {"other_act": "federations", "social": "markets"}.get(kind, "finance")
    means = AREAS | {more: AREAS[more] + 8}
    wanted = {area: max(0.0, mean * (1 + 0.45 * dice.normal())) for area, mean in means.items()}
    parts = {area: int(100 * amount / sum(wanted.values()) / 5) * 5 for area, amount in wanted.items()}
    largest = max(parts, key=lambda area: parts[area])
    parts[largest] += 100 - sum(parts.values())
    return parts


def _write(dice: Dice, answers: Answers, written: Mapping[str, list[str]]) -> None:
    """Opinions in their own words; nobody writes what another wrote."""
    dissatisfied = answers.get(PartKey("plan_satisfaction"), "3") in ("1", "2")
    for question, share in (
        ("dissatisfaction_reason", 0.4 * dissatisfied),
        ("must_have", 0.16),
        ("comment", 0.05),
    ):
        if dice.chance(share) and written[question]:
            answers.put(question, written[question].pop(0))
