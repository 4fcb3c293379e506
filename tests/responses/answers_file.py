"""A file of answers, read by a small questionnaire, for the tests of this room."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from analysis.intake import Register
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.build import build_responses
from analysis.responses.finding import Finding
from analysis.responses.responses import Responses


def read_rows(
    folder: Path,
    questionnaire: Questionnaire,
    *rows: Sequence[str],
    register: Register | None = None,
    name: str = "answers.csv",
) -> Responses:
    """The responses in a CSV file of these rows; the first is the heading."""
    return build_responses(questionnaire, [csv_of(folder / name, rows)], register)


def csv_of(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    path.write_bytes(file.getvalue().encode("utf-8-sig"))
    return path


def rules(responses: Responses) -> Counter[str]:
    return Counter(finding.rule for finding in responses.findings)


def finding(responses: Responses, rule: str) -> Finding:
    """The only finding of that rule."""
    (found,) = [finding for finding in responses.findings if finding.rule == rule]
    return found


def column(responses: Responses, field: str, question: str, row: str = "", col: str = "") -> list[Any]:
    """One field of a part's answers, of the respondents that count."""
    return responses.part(question, row, col)[field].tolist()
