"""The control: 60 invented respondents, 8 questions, nothing wrong. Every bad input is a damaged copy of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from analysis.intake import IntakeError
from analysis.questionnaire import load_questionnaire
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses

Rows = list[list[str]]

QUESTIONNAIRE_FILE = Path(__file__).with_name("control.yml")
QUESTIONNAIRE = load_questionnaire(QUESTIONNAIRE_FILE)
HEADING = [question.header or "" for question in QUESTIONNAIRE.questions]
TYPES = [option.ko for option in QUESTIONNAIRE.question("user_type").options]
SYSTEMS = [option.ko for option in QUESTIONNAIRE.question("os").options][:-1]


def rows(*cells: tuple[str, str]) -> Rows:
    """The heading and 60 tidy rows, with some cells changed: ("F2", "6")."""
    table = [list(HEADING), *map(_row, range(1, 61))]
    for name, value in cells:
        table[int(name[1:]) - 1][ord(name[0]) - ord("A")] = value
    return table


def down(column: str, values: Sequence[str]) -> list[tuple[str, str]]:
    """Cells from the first respondent down."""
    return [(f"{column}{row}", value) for row, value in enumerate(values, start=2)]


def text(table: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(table)
    return file.getvalue()


def read(path: Path) -> Responses:
    return build_responses(QUESTIONNAIRE, [path])


def _row(n: int) -> list[str]:
    return [
        f"S{n:04d}",
        f"2016-03-{n % 28 + 1:02d}",
        TYPES[n % 6],
        str(n % 15),
        ", ".join(SYSTEMS[n % 4 : n % 4 + n % 3 + 1]),
        str(n % 5 + 1),
        str(n % 4 + 2),
        f"opinion {n}" if n % 3 else "",
    ]


def refusal(path: Path) -> str:
    """The one sentence with which a file is refused, in Korean; it names the file in English too."""
    with pytest.raises(IntakeError) as caught:
        read(path)
    assert path.name in caught.value.words("ko") and path.name in caught.value.words("en")
    return str(caught.value)
