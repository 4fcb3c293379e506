"""A survey that nobody wrote code for: a questionnaire with every kind of question, and a file of answers."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from analysis.intake.columns.headings import name_of
from analysis.questionnaire import Questionnaire, load_questionnaire
from analysis.questionnaire.question import Part, PartKey
from tests.tables.matrix import BANNERS, REVERSED, options, questions, respondents

SURVEY, YEAR = "neighbours", 2016


def project_with_it(folder: Path, n: int) -> Path:
    """A project of nothing but this survey, with n made answers that are marked as such."""
    asked = [*questions(options(6), options(7, "항목", "Item")), REVERSED]
    given = {
        "survey": SURVEY, "year": YEAR, "title": {"ko": "이웃 조사", "en": "Survey of neighbours"},
        "publisher": {"ko": "마을", "en": "The village"},
        "respondents": {"ko": "이웃", "en": "neighbour", "en_plural": "neighbours", "counter": "집"},
        "sample": {"kind": "self_selected"},
        "sections": {"A": {"ko": "앞", "en": "First"}, "B": {"ko": "뒤", "en": "Second"}},
        "banners": [banner | {"for": ["secretariat", "committee", "members"]} for banner in BANNERS],
        "questions": [
            {"no": f"Q{at}", "section": "A" if at < 12 else "B", **question,
             "ask": {"ko": f"물음 {at}", "en": f"Question {at}"}}
            for at, question in enumerate(asked, start=1)
        ],
    }  # fmt: skip
    file = folder / "questionnaires" / SURVEY / f"{YEAR}.yml"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(_yes(given), ensure_ascii=False, indent=1), encoding="utf-8")
    answers = folder / "data" / "raw" / str(YEAR) / SURVEY / "answers.invented.csv"
    answers.parent.mkdir(parents=True)
    answers.write_text(_answers(load_questionnaire(file), n), encoding="utf-8-sig", newline="")
    return folder


def _yes(given: Any) -> Any:
    """JSON is YAML, but for yes and no, which a questionnaire says in words."""
    if isinstance(given, dict):
        return {name: _yes(value) for name, value in given.items()}
    if isinstance(given, list):
        return [_yes(value) for value in given]
    return {True: "yes", False: "no"}[given] if isinstance(given, bool) else given


def _answers(questionnaire: Questionnaire, n: int) -> str:
    """What the form leaves: a column a part, its heading the question's, its cells the words that were chosen."""
    parts = list(questionnaire.parts())
    responses = respondents(questionnaire, n)
    columns = []
    for part in parts:
        frame = responses.part(part.question, part.row, part.column)
        columns.append([_cell(part, answer) for answer in frame.to_dict("records")])
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([name_of(questionnaire, PartKey(p.question, p.row, p.column)) for p in parts])
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue()


def _cell(part: Part, answer: dict[str, Any]) -> str:
    kind = part.answer.kind
    if isinstance(answer["reason"], str) and answer["reason"]:
        boxed = answer["reason"] == "not_applicable" and kind == "scale" and part.answer.not_applicable
        return part.answer.not_applicable.ko if boxed else ""
    match kind:
        case "scale":
            return part.answer.scale.points[int(answer["code"]) - 1].ko
        case "single" | "multi":
            words = {option.id: option.ko for option in part.answer.options}
            return ", ".join(words[code] for code in answer["code"].split("|"))
        case "money":
            return f"{answer['number'] / 10_000:.0f}"
        case "number":
            return f"{answer['number']:g}"
        case "date":
            return str(answer["start"])[:7]
    return str(answer["text"])
