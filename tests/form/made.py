"""A questionnaire with a question of every kind and every way to hang on another, and answers to fill into its form."""

from __future__ import annotations

import random

import start
from analysis.form.body import AnswerCell
from analysis.form.plan import FormPlan
from analysis.questionnaire import Questionnaire, load_questionnaire
from tests.tables.small_survey import SATISFACTION, survey

SURVEYS = ("member_orgs", "intermediary", "coop_basic_plan")
YES_NO = {"yes": {"ko": "예", "en": "Yes"}, "no": {"ko": "아니오", "en": "No"}}
WORDS = {"kind": "open"}


def shipped(name: str) -> Questionnaire:
    return load_questionnaire(start.ROOT / "questionnaires" / name / "2016.yml")


def every_kind() -> Questionnaire:
    used = {
        "id": "used", "kind": "grid", "rows": {"a": "상담", "b": "교육"},
        "columns": {
            "done": {"ko": "이용", "answer": {"kind": "single", "options": YES_NO}},
            "liked": {"ko": "만족", "ask_if": "done is yes", "answer": {"kind": "scale", "scale": SATISFACTION}},
        },
    }  # fmt: skip
    return survey(
        {"id": "name", "kind": "text", "identifier": True, "required": True},
        {"id": "form", "kind": "single",
         "options": {"a": '가"나', "b": "=1+1", "c": {"ko": "기타", "other": True}, "d": "라, 마"}},
        {"id": "why", "ask_if": "form in [a, c]", **WORDS},
        {"id": "did", "kind": "multi", "max_choices": 2,
         "options": {"a": "회의", "b": "교육", "none": {"ko": "없음", "exclusive": True}}},
        {"id": "few", "ask_if": "did has none or count(did) <= 1", **WORDS},
        {"id": "liked", "kind": "scale", "scale": SATISFACTION, "not_applicable": "이용 안 함"},
        {"id": "disliked", "ask_if": "liked <= 2", **WORDS},
        {"id": "more", "ask_if": "answered(disliked)", **WORDS},
        {"id": "people", "kind": "number", "unit": "명", "min": 0, "approximate": True},
        {"id": "left", "ask_if": "people > 10 and not form is b", **WORDS},
        {"id": "spent", "kind": "money", "unit": "천원", "min": 0},
        {"id": "rich", "ask_if": "spent >= 5000000 or not answered(people)", **WORDS},
        {"id": "founded", "kind": "date", "precision": "month"},
        {"id": "ended", "kind": "date", "precision": "day", "after": "founded"},
        used,
        {"id": "unused", "ask_if": "all(used.done) is no", **WORDS},
        {"id": "unhappy", "ask_if": "any(used.liked) <= 2", **WORDS},
        {"id": "split", "kind": "allocation", "rows": {"x": "교육", "y": "행사"}, "tolerance": 1},
        {"id": "sums", "kind": "grid", "rows": {"x": "국비", "y": "시비"}, "answer": {"kind": "money", "unit": "만원"},
         "adds_up_to": {"question": "spent", "percent": 1}},
        {"id": "best", "kind": "ranking", "ranks": 2, "options": {"a": "가격", "b": "안전", "c": "가까움"}},
        {"id": "roles", "kind": "importance_performance", "rows": {"r": "연대"}, "importance": SATISFACTION,
         "performance": SATISFACTION},
        {"id": "ways", "kind": "grid", "rows": {"m": "회의", "n": "교육"},
         "answer": {"kind": "multi", "options": {"mail": "우편", "web": "누리집"}}},
    )  # fmt: skip


def some_answers(plan: FormPlan, seed: int) -> dict[str, str]:
    """Texts in about half of the cells, as people may write them: right ones, numbers of options, words for numbers."""
    drawn = random.Random(seed)
    return {
        cell.field.name: _text(cell, drawn) for cell in plan.cells if drawn.random() < 0.3 + 0.1 * (seed % 6)
    }


def _text(cell: AnswerCell, drawn: random.Random) -> str:
    match cell.kind:
        case "choice":
            by_number = str(drawn.randint(1, len(cell.choices)))
            return drawn.choice([*cell.choices, *cell.choices, by_number, "모름", f"{cell.choices[0]} "])
        case "number" | "money":
            return drawn.choice(["0", "3", "11", "1,200", "40", "60", "0.5", "6000", "약 200"])
        case "date":
            return "2016-04"
    return "○"
