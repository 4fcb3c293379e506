"""The same answers come out of every kind of file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest
from hwpx import HwpxDocument

from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from tests.intake.files import csv_file, workbook
from tests.libreoffice import LibreOffice
from tests.tables.small_survey import survey

QUESTIONNAIRE = survey(
    {
        "id": "place",
        "kind": "single",
        "ask": "어디에 있습니까?",
        "options": {"seoul": "서울", "busan": "부산"},
    },
    {
        "id": "needs",
        "kind": "multi",
        "ask": "무엇이 필요합니까?",
        "options": {"edu": "교육", "sales": "판로"},
    },
    {"id": "people", "kind": "number", "ask": "몇 명입니까?", "unit": "명"},
    {"id": "wishes", "kind": "open", "ask": "바라는 것"},
)
HEADING = [question.ask.ko for question in QUESTIONNAIRE.questions]
ROWS = [
    ["서울", "교육, 판로", 12, "더 자주 만나기"],
    ["부산", "판로", 3, ""],
    ["", "교육", 0, "“지원”을 쉽게"],
]


def csv_of(path: Path, encoding: str) -> Path:
    lines = ["\t".join(map(str, row)) for row in [HEADING, *ROWS]]
    return csv_file(path, "\r\n".join(lines), encoding)


def xls(path: Path) -> Path:
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("응답")
    for number, row in enumerate([HEADING, *ROWS]):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    book.save(str(path))
    return path


def hwpx(path: Path) -> Path:
    document = HwpxDocument.new()
    table = document.add_table(len(ROWS) + 1, len(HEADING))
    for number, row in enumerate([HEADING, *ROWS]):
        for column, value in enumerate(row):
            table.set_cell_text(number, column, str(value))
    document.save_to_path(path)
    return path


def coded() -> tuple[pd.DataFrame, list[str], dict[str, Any]]:
    """The answers as numbers, the labels of the variables, and those of the values."""
    frame = pd.DataFrame(
        {
            "v1": [1.0, 2.0, None],
            "v2_1": [1.0, 0.0, 1.0],
            "v2_2": [1.0, 1.0, 0.0],
            "v3": [12.0, 3.0, 0.0],
            "v4": [row[3] for row in ROWS],
        }
    )
    labels = [HEADING[0], f"{HEADING[1]} [교육]", f"{HEADING[1]} [판로]", HEADING[2], HEADING[3]]
    return frame, labels, {"v1": {1: "서울", 2: "부산"}}


def sav(path: Path) -> Path:
    frame, labels, values = coded()
    pyreadstat.write_sav(frame, str(path), column_labels=labels, variable_value_labels=values)
    return path


def dta(path: Path) -> Path:
    frame, labels, values = coded()
    pyreadstat.write_dta(frame, str(path), column_labels=labels, variable_value_labels=values)
    return path


def answers(responses: Responses) -> list[list[tuple[str, float | None, str, str]]]:
    """What every respondent answered to every question: code, number, text, reason."""
    columns = []
    for question in QUESTIONNAIRE.questions:
        part = responses.part(question.id, "", "")
        part = part.assign(number=part["number"].astype(object).where(part["number"].notna(), None))
        columns.append(list(part[["code", "number", "text", "reason"]].itertuples(index=False, name=None)))
    return [list(row) for row in zip(*columns, strict=True)]


KINDS: dict[str, Callable[[Path], Path]] = {
    "utf-8.csv": lambda path: csv_of(path, "utf-8"),
    "bom.csv": lambda path: csv_of(path, "utf-8-sig"),
    "cp949.csv": lambda path: csv_of(path, "cp949"),
    "utf-16.tsv": lambda path: csv_of(path, "utf-16"),
    "a.xls": xls,
    "a.hwpx": hwpx,
    "a.sav": sav,
    "a.dta": dta,
}


@pytest.mark.parametrize("name", KINDS)
def test_the_same_answers_come_out_of_every_kind_of_file(tmp_path: Path, name: str) -> None:
    expected = build_responses(QUESTIONNAIRE, [workbook(tmp_path / "a.xlsx", [HEADING, *ROWS])])
    found = build_responses(QUESTIONNAIRE, [KINDS[name](tmp_path / name)])
    assert answers(found) == answers(expected)
    assert answers(expected)[0] == [
        ("seoul", None, "", ""),
        ("edu|sales", None, "", ""),
        ("", 12.0, "", ""),
        ("", None, "더 자주 만나기", ""),
    ]
    assert [finding.rule for finding in found.findings] == [finding.rule for finding in expected.findings]


def test_the_same_answers_come_out_of_what_libreoffice_saves(
    tmp_path: Path, libreoffice: LibreOffice
) -> None:
    path = workbook(tmp_path / "a.xlsx", [HEADING, *ROWS])
    for kind in ("ods", "xls"):
        found = build_responses(QUESTIONNAIRE, libreoffice.convert([path], kind, tmp_path))
        assert answers(found) == answers(build_responses(QUESTIONNAIRE, [path]))
