"""What was answered, written as a workbook, as text or as SPSS data, reads back as it was answered."""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.intake.columns.headings import name_of
from analysis.language.text import normalise
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from analysis.responses.values.missing import absence
from tests.tables.small_survey import REGIONS, SATISFACTION, survey

OPTIONS = {
    "education": "교육",
    "sales": "판로, 공공구매",
    "tax": "상담(세무, 노무)",
    "none": "없음",
    "na": "NA",
}
QUESTIONNAIRE = survey(
    {"id": "name", "kind": "text"},
    {"id": "region", "kind": "single", "options": REGIONS},
    {"id": "needs", "kind": "multi", "options": OPTIONS},
    {"id": "joy", "kind": "scale", "scale": SATISFACTION},
    {"id": "people", "kind": "number", "unit": "명"},
    {"id": "income", "kind": "money", "unit": "천원"},
    {"id": "founded", "kind": "date"},
    {"id": "wish", "kind": "open"},
    {"id": "ranks", "kind": "ranking", "ranks": 2, "options": OPTIONS},
    {"id": "shares", "kind": "allocation", "rows": {"own": "자체", "public": "보조"}},
    {"id": "help", "kind": "grid", "rows": {"advice": "상담", "training": "교육"},
     "columns": {"used": {"ko": "이용", "answer": {"kind": "single", "options": {"yes": "예", "no": "아니오"}}},
                 "often": {"ko": "횟수", "answer": {"kind": "number"}}}},
    {"id": "tasks", "kind": "importance_performance", "rows": {"b2b": "거래"},
     "importance": SATISFACTION, "performance": SATISFACTION},
)  # fmt: skip
PARTS = list(QUESTIONNAIRE.parts())
HEADING = [name_of(QUESTIONNAIRE, part.key) for part in PARTS]


def is_words(text: str) -> bool:
    """Representable in all kinds of file, trimmed, composed; no word that means that there is no answer."""
    plain = normalise(text) == text and unicodedata.is_normalized("NFC", text)
    return plain and bool(text) and absence(text, "open") is None and absence(text, "text") is None


LETTERS = st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], include_characters="\n")
KOREAN = st.characters(codec="cp949", categories=["L", "N", "P", "S", "Zs"], include_characters="\n")


def words(letters: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.text(letters, min_size=1, max_size=40).map(normalise).filter(is_words)


def answer_to(part: Any, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """What a respondent may have meant, as `told` tells it."""
    answer = part.answer
    match answer.kind:
        case "single":
            ids = [option.id for option in answer.options]
            if part.question == "ranks":  # an option in two ranks is counted once
                ids = ids[:3] if part.column == "1" else ids[3:]
            return st.sampled_from(ids)
        case "multi":
            ids = [option.id for option in answer.options]
            chosen = st.sets(st.sampled_from(ids), min_size=1)
            return chosen.map(lambda found: "|".join(one for one in ids if one in found))
        case "scale":
            return st.integers(1, len(answer.scale.points)).map(str)
        case "number":
            # Shares that make 100 without the last leave nothing for it, and a blank there is read as 0.
            return st.integers(0, 49) if part.question == "shares" else st.integers(-(10**6), 10**9)
        case "money":
            return st.integers(0, 10**9).map(lambda thousands: thousands * 1000)
        case "date":
            return st.dates(dt.date(1950, 1, 1), dt.date(2030, 12, 31)).map(dt.date.isoformat)
    return texts


def written(part: Any, answer: Any) -> Any:
    """The cell in which a form keeps the answer."""
    kind = part.answer.kind
    if answer is None:
        return None
    if kind in ("single", "multi"):
        labels = {option.id: option.ko for option in part.answer.options}
        return ", ".join(labels[code] for code in answer.split("|"))
    if kind == "scale":
        return part.answer.scale.points[int(answer) - 1].ko
    return answer // 1000 if kind == "money" else answer


def told(responses: Responses) -> list[list[Any]]:
    columns = []
    for part in PARTS:
        frame = responses.part(part.question, part.row, part.column)
        field = {"number": "number", "money": "number", "date": "start"}.get(part.answer.kind, "code")
        field = "text" if part.answer.kind in ("text", "open") else field
        columns.append(
            [None if reason else value for value, reason in zip(frame[field], frame["reason"], strict=True)]
        )
    return [list(row) for row in zip(*columns, strict=True)]


def respondents(letters: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[Any]]]:
    texts = words(letters)
    # Who answers nothing at all does not count, so the first scale is always answered.
    cells = [
        answer_to(part, texts) if part.question == "joy" else st.none() | answer_to(part, texts)
        for part in PARTS
    ]
    return st.lists(st.tuples(*cells).map(list), min_size=6, max_size=12)


def as_workbook(path: Path, table: list[list[Any]]) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([HEADING, *table]):
            sheet.write_row(at, 0, row)


def as_text(encoding: str) -> Callable[[Path, list[list[Any]]], None]:
    def write(path: Path, table: list[list[Any]]) -> None:
        file = io.StringIO(newline="")
        csv.writer(file).writerows([HEADING, *table])
        path.write_bytes(file.getvalue().encode(encoding))

    return write


def as_spss(path: Path, table: list[list[Any]]) -> None:
    """Options and points as numbers with labels, numbers as numbers, the rest as text; the heading as label."""
    names = [f"V{at}" for at in range(len(PARTS))]
    columns, labels = {}, {}
    for at, part in enumerate(PARTS):
        cells = [row[at] for row in table]
        if part.answer.kind in ("number", "money"):
            columns[names[at]] = pd.array(
                [float("nan") if cell is None else cell for cell in cells], "float64"
            )
        elif part.answer.kind in ("single", "scale"):
            known = sorted({cell for cell in cells if cell is not None})
            labels[names[at]] = {float(code): label for code, label in enumerate(known, start=1)}
            numbers = [float("nan") if cell is None else float(known.index(cell) + 1) for cell in cells]
            columns[names[at]] = pd.array(numbers, "float64")
        else:
            columns[names[at]] = ["" if cell is None else str(cell) for cell in cells]
    pyreadstat.write_sav(
        pd.DataFrame(columns), str(path), column_labels=HEADING, variable_value_labels=labels
    )


WRITERS = {
    "xlsx": (as_workbook, LETTERS),
    "csv of utf-8": (as_text("utf-8-sig"), LETTERS),
    "csv of cp949": (as_text("cp949"), KOREAN),
    "sav": (as_spss, LETTERS),
}


@pytest.mark.parametrize("kind", WRITERS)
def test_answers_read_back_as_they_were_given(tmp_path_factory: pytest.TempPathFactory, kind: str) -> None:
    write, letters = WRITERS[kind]
    path = tmp_path_factory.mktemp("trip") / "answers"

    @given(respondents(letters))
    @settings(max_examples=4, derandomize=True, suppress_health_check=list(HealthCheck))
    def reads_back(answers: list[list[Any]]) -> None:
        write(path, [[written(*pair) for pair in zip(PARTS, row, strict=True)] for row in answers])
        assert told(build_responses(QUESTIONNAIRE, [path])) == answers

    reads_back()
