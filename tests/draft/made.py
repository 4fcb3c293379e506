"""Cells and files of answers, made where they are read."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.draft import Draft, draft_questionnaire
from analysis.draft.absent import is_absent
from analysis.draft.cells import Cells
from analysis.questionnaire.question import Question


def cells(counts: Mapping[str, int], rows: int = 0) -> Cells:
    """Cells by how often each text stands in them."""
    texts = {text: count for text, count in counts.items() if not is_absent(text)}
    absent = {text: count for text, count in counts.items() if is_absent(text)}
    return Cells(texts, absent, rows=rows or sum(counts.values()))


def each(*texts: str, times: int = 5) -> Cells:
    """Every text as often."""
    return cells(dict.fromkeys(texts, times))


def table(path: Path, columns: Mapping[str, Sequence[str]], rows: int = 0) -> Path:
    """A file of answers; a column that is shorter begins anew."""
    rows = rows or max(map(len, columns.values()))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(columns)
        lines.writerows([column[at % len(column)] for column in columns.values()] for at in range(rows))
    return path


def draft(path: Path, columns: Mapping[str, Sequence[str]], rows: int = 0) -> Draft:
    return draft_questionnaire(table(path / "answers.csv", columns, rows), "s", 2024)


def only(draft: Draft) -> Question:
    (question,) = draft.questionnaire.questions
    return question


def keys(draft: Draft) -> set[str]:
    """What is noted of the questions, and of the columns that are none."""
    head = {("title",), ("publisher",), ("respondents",), ("sample",), ("field_period",)}
    return {note.key for note in draft.notes if note.place not in head}
