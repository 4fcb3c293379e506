"""A table of every kind of question at every size a survey may have, for the faces to be tested against.

`tables()` yields (name, Table) by the real road: questionnaire, responses, tables. Names read
"<question>/<case>", with "/by=<group>" for a table by a group: "scale/n=14", "mixed_use/n=320/by=place",
"single/all equal", "grid_single/long words", "multi/40 options".
"""

from __future__ import annotations

import datetime as dt
import math
import random
from collections.abc import Iterator
from functools import cache
from typing import Any

from analysis.questionnaire.question import Part
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.responses import Responses
from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.responses.records import responses_of
from tests.tables.small_survey import SATISFACTION, survey

SIZES = (0, 1, 5, 14, 320)
LONG = "사회적경제 활성화를 위한 지역 단위의 통합 지원체계를 새로 만들고 민간과 행정이 이를 다 함께 운영하는 방안"
LONG_ENGLISH = "To build one support system for the social economy in each region, run together"
FORTY = 40


def options(k: int, korean: str = "보기", english: str = "Option", **last: Any) -> dict[str, Any]:
    """k options a1 … ak; the fields of `last` are the last one's."""
    named = {f"a{at}": {"ko": f"{korean} {at}", "en": f"{english} {at}"} for at in range(1, k + 1)}
    named[f"a{k}"] |= last
    return named


def long_options(k: int) -> dict[str, Any]:
    """k options, the second of which has 60 letters."""
    return options(k) | {"a2": {"ko": LONG, "en": LONG_ENGLISH}}


def in_blocks(k: int) -> dict[str, Any]:
    """The rows and groups of a question of k rows in three blocks."""
    rows = options(k, "과제", "Task")
    return {
        "rows": {row: rows[row] | {"group": f"g{1 + 3 * at // k}"} for at, row in enumerate(rows)},
        "groups": {f"g{at}": {"ko": f"{at}영역", "en": f"Area {at}"} for at in (1, 2, 3)},
    }


OTHER = {"ko": "기타", "en": "Other", "other": True}
NONE = {"ko": "없음", "en": "None", "exclusive": True}
YES_NO = {
    "kind": "single",
    "options": {"yes": {"ko": "이용함", "en": "Used"}, "no": {"ko": "이용 안 함", "en": "Not used"}},
}
SCALE = {"kind": "scale", "scale": SATISFACTION}
IMPORTANCE = {
    "good": "none",
    "points": {
        "1": {"ko": "전혀 중요하지 않음", "en": "Not important at all"},
        "2": {"ko": "중요하지 않음", "en": "Not important"},
        "3": {"ko": "보통", "en": "Neither"},
        "4": {"ko": "중요함", "en": "Important"},
        "5": {"ko": "매우 중요함", "en": "Very important"},
    },
}  # fmt: skip
PEOPLE = {"kind": "number", "unit": {"ko": "명", "en": "people"}, "min": 0}
CASES = {"kind": "number", "unit": {"ko": "건", "en": "cases"}, "min": 0}
SENTENCES = ("지원 절차를 간소하게 해 주십시오", "정책 정보를 더 자주 알려 주십시오")
PLACES = {"capital": {"ko": "수도권", "en": "Capital area"}, "south": {"ko": "영남권", "en": "Yeongnam"},
          "west": {"ko": "호남권", "en": "Honam"}, "rest": {"ko": "그 밖의 지역", "en": "Elsewhere"}}  # fmt: skip


def questions(choices: dict[str, Any], rows: dict[str, Any]) -> list[dict[str, Any]]:
    """One question of every kind; choices and rows are the options and rows of those that have any."""
    return [
        {"id": "place", "kind": "single", "key": True, "options": PLACES},
        {"id": "single", "kind": "single", "options": choices},
        {"id": "ordered", "kind": "single", "ordered": True, "options": choices},
        {
            "id": "multi", "kind": "multi", "max_choices": 3,
            "options": choices | {"none": NONE, "other": OTHER},
        },
        {"id": "scale", **SCALE, "not_applicable": {"ko": "이용 안 함", "en": "Not used"}},
        {"id": "number", **PEOPLE},
        {"id": "money", "kind": "money", "unit": "만원", "min": 0},
        {"id": "score", "kind": "number", "unit": {"ko": "점", "en": "points"}, "min": 0, "max": 100},
        {"id": "date", "kind": "date", "precision": "month"},
        {"id": "ranking", "kind": "ranking", "options": choices, "ranks": min(3, len(choices))},
        {"id": "ranking_of_five", "kind": "ranking", "options": options(14), "ranks": 5},
        {"id": "grid_scale", "kind": "grid", "rows": rows, "answer": SCALE},
        {"id": "grid_blocks", "kind": "grid", **in_blocks(9), "answer": SCALE},
        {"id": "grid_single", "kind": "grid", "rows": rows, "answer": YES_NO},
        {
            "id": "grid_number", "kind": "grid", "rows": rows, "answer": PEOPLE,
            "columns": {"quota": {"ko": "정원", "en": "Posts"}, "staff": {"ko": "현원", "en": "Staff"}},
        },
        {
            "id": "mixed_use", "kind": "grid", "rows": rows,
            "columns": {
                "used": {"ko": "이용 여부", "en": "Use", "answer": YES_NO},
                "satisfaction": {
                    "ko": "만족도", "en": "Satisfaction", "answer": SCALE, "ask_if": "used is yes",
                },
            },
        },
        {
            "id": "mixed_work", "kind": "grid", "rows": rows,
            "columns": {
                "done": {"ko": "수행", "en": "Done", "answer": YES_NO},
                "count": {"ko": "실적", "en": "Cases", "answer": CASES, "ask_if": "done is yes"},
            },
        },
        {"id": "allocation", "kind": "allocation", "rows": rows, "unit": "억원", "total": 100},
        {
            "id": "ipa", "kind": "importance_performance", "rows": options(8, "역할", "Role"),
            "importance": IMPORTANCE, "performance": SATISFACTION,
        },
        {
            "id": "ipa_blocks", "kind": "importance_performance", **in_blocks(18),
            "importance": IMPORTANCE, "performance": SATISFACTION,
            "not_applicable": {"ko": "잘 모름", "en": "Not sure"},
        },
        {"id": "open", "kind": "open"},
    ]  # fmt: skip


REVERSED = {
    "id": "grid_reversed", "kind": "grid", "answer": SCALE,
    "rows": options(3, "긍정 항목", "Favourable item") | {
        f"r{at}": {"ko": f"부정 항목 {at}", "en": f"Unfavourable item {at}", "reverse": True} for at in (1, 2)
    },
}  # fmt: skip
BANNERS = [{"id": "place", "by": "place"}]


@cache
def ordinary() -> Questionnaire:
    return survey(*questions(options(6), options(7, "항목", "Item")), REVERSED, banners=BANNERS)


@cache
def long_words() -> Questionnaire:
    return survey(*questions(long_options(4), long_options(4)), banners=BANNERS)


@cache
def forty_options() -> Questionnaire:
    return survey(*questions(options(FORTY), options(12, "항목", "Item")), banners=BANNERS)


@cache
def made() -> tuple[tuple[str, Table], ...]:
    cases = {f"n={n}": respondents(ordinary(), n) for n in SIZES}
    cases["all equal"] = respondents(ordinary(), 14, equal=True)
    cases["all equal n=60"] = respondents(ordinary(), 60, equal=True)
    cases["long words"] = respondents(long_words(), 14)
    cases["40 options"] = respondents(forty_options(), 320)
    return tuple(
        (f"{table.question}/{case}{f'/by={table.group}' if table.group else ''}", table)
        for case, responses in cases.items()
        for table in build_tables(responses)
    )


def tables() -> Iterator[tuple[str, Table]]:
    """Every table of the matrix by its name; made once in a process."""
    yield from made()


def respondents(questionnaire: Questionnaire, n: int, equal: bool = False) -> Responses:
    """n respondents who answer by chance, the same each time; or all alike, and everything."""
    parts = list(questionnaire.parts())
    records = []
    for at in range(n):
        somebody = Somebody(random.Random(0 if equal else at), answers_all=equal, parts=parts)
        for part in parts:
            place = {"question": part.question, "row": part.row, "column": part.column}
            records.append({"respondent": f"o{at + 1}"} | place | somebody.answer(part))
    return responses_of(questionnaire, records)


class Somebody:
    """A respondent with a mood, who remembers what he answered before."""

    def __init__(self, chance: random.Random, answers_all: bool, parts: list[Part]) -> None:
        self.chance, self.answers_all = chance, answers_all
        self.mood = chance.gauss(0, 0.8)
        self.used: set[tuple[str, str]] = set()
        self.ranked: dict[str, set[str]] = {}
        self.spent = 0
        self.last_row = {part.question: part.row for part in parts}

    def answer(self, part: Part) -> dict[str, Any]:
        if part.column in ("satisfaction", "count") and (part.question, part.row) not in self.used:
            return {"reason": "not_asked"}
        if not self.answers_all and part.question != "allocation" and self.chance.random() < 0.08:
            return {"reason": self.chance.choice(["no_answer", "no_answer", "dont_know", "refused"])}
        match part.answer.kind:
            case "single":
                return {"code": self._option(part)}
            case "multi":
                return {"code": self._options(part)}
            case "scale" if part.answer.not_applicable and self.chance.random() < 0.1:
                return {"reason": "not_applicable", "detail": "option"}
            case "scale":
                return {"code": str(min(5, max(1, round(3.4 + self.mood + self.chance.gauss(0, 0.9)))))}
            case "number" if part.question == "allocation":
                return {"number": self._piece(part), "qualifier": "exact"}
            case "number" if part.answer.max == 100:
                points = round(12.5 + 3 * (self.mood + self.chance.gauss(0, 1)))
                return {"number": min(100, max(0, 5 * points)), "qualifier": "exact"}
            case "number":
                return {"number": math.floor(self.chance.lognormvariate(3.2, 1.4)), "qualifier": "exact"}
            case "money":
                return {
                    "number": 10_000 * round(self.chance.lognormvariate(7.5, 1.6), -1),
                    "qualifier": "exact",
                }
            case "date":
                day = dt.date(2012 + int(4.5 * self.chance.random()), self.chance.randint(1, 12), 1)
                return {"start": f"{day}", "end": f"{day.replace(day=28)}", "precision": "month"}
        return {"text": self.chance.choice(SENTENCES)}

    def _option(self, part: Part) -> str:
        """An option that was not ranked before; the first ones more often."""
        ranked = self.ranked.setdefault(part.question, set()) if part.column.isdecimal() else set()
        left = [option.id for option in part.answer.options if option.id not in ranked]
        chosen = left[int(len(left) * self.chance.random() ** 1.4)]
        ranked.add(chosen)
        if chosen == "yes":
            self.used.add((part.question, part.row))
        return chosen

    def _options(self, part: Part) -> str:
        plain = [option.id for option in part.answer.options if not option.exclusive]
        alone = [option.id for option in part.answer.options if option.exclusive]
        if alone and self.chance.random() < 0.06:
            return alone[0]
        chosen = set(self.chance.sample(plain, self.chance.randint(1, 3)))
        return "|".join(option for option in plain if option in chosen)

    def _piece(self, part: Part) -> int:
        """A piece of a whole of 100; the last row is what is left."""
        left = 100 - self.spent
        is_last = part.row == self.last_row[part.question]
        piece = left if is_last else 5 * int(left / 10 * self.chance.random())
        self.spent += piece
        return piece
