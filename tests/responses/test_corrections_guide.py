"""The example of corrections in docs/ko/checks.md is one that is followed."""

from __future__ import annotations

import re
from pathlib import Path

import start
from analysis.intake.corrections import read_corrections
from analysis.questionnaire.load import find_questionnaire, load_questionnaire
from analysis.responses.build import build_responses
from analysis.responses.read import register_of
from tests.responses.answers_file import csv_of

GUIDE = (start.ROOT / "docs" / "ko" / "checks.md").read_text(encoding="utf-8")


def test_it_corrects_three_answers(tmp_path: Path) -> None:
    lines = re.findall(r"^ {4}(응답자,.*|곤줄박이센터,.*|gonjul,.*|,,answers.csv,.*)$", GUIDE, re.MULTILINE)
    listed = tmp_path / "intermediary.corrections.csv"
    listed.write_text("\n".join(lines), encoding="utf-8")
    questionnaire = load_questionnaire(find_questionnaire(start.ROOT, "intermediary", 2016))
    rows = [["", "A8-2", "A1", "B1 [정규직 / 현원]"], *([["", "", "", ""]] * 14)]
    rows += [["", "2016년 말", "곤줄박이센터", ""], ["", "", "물총새", "1"]]
    rows[1:15] = [["", "", f"센터 {at}", "1"] for at in range(14)]
    answers = csv_of(tmp_path / "answers.csv", rows)
    responses = build_responses(
        questionnaire, [answers], register_of(start.ROOT), corrections=read_corrections(listed)
    )
    told = [finding for finding in responses.findings if finding.rule.startswith("correct")]
    assert [(finding.rule, finding.respondent) for finding in told] == [
        ("corrected", "mulchongsae"),
        ("corrected", "gonjul"),
        ("corrected", "gonjul"),
    ]
