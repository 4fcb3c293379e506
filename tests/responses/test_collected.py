"""What many wrote alike is told once, with their number."""

from __future__ import annotations

from pathlib import Path

from analysis.responses.build import build_responses
from analysis.responses.findings import count_findings, findings_text
from tests.responses.answers_file import csv_of, finding, read_rows
from tests.tables.small_survey import survey

REGION = survey(
    {"id": "name", "no": "A1", "kind": "text"},
    {"id": "region", "no": "A2", "kind": "single", "options": {"seoul": "서울", "busan": "부산"}},
)
HEADING = ["A1", "A2"]


def rows(*regions: str) -> list[list[str]]:
    return [[f"단체 {at}", region] for at, region in enumerate(regions)]


def test_few_cells_alike_are_told_one_by_one(tmp_path: Path) -> None:
    found = read_rows(tmp_path, REGION, HEADING, *rows(*["X9"] * 5)).findings
    assert [(told.cell, told.alike) for told in found] == [(f"B{row}", 1) for row in range(2, 7)]


def test_many_cells_alike_are_one_finding_that_counts_for_all(tmp_path: Path) -> None:
    found = read_rows(tmp_path, REGION, HEADING, *rows("서울", *["X9"] * 5, "Y", "X9 ", "부산")).findings
    assert [(told.cell, told.value, told.alike) for told in found] == [
        ("B3, B4, B5, …", "X9", 6),
        ("B8", "Y", 1),
    ]
    assert found[0].text().startswith("A2: 'X9'는 보기에 없어 읽을 수 없습니다.")
    assert found[0].text().endswith(" 이런 칸이 모두 6칸입니다.")
    assert count_findings(found)["error"] == 7
    assert "같은 알림" not in findings_text(found)


def test_a_finding_names_cells_of_one_file(tmp_path: Path) -> None:
    files = [csv_of(tmp_path / name, [HEADING, *rows(*["X9"] * 6)]) for name in ("a.csv", "b.csv")]
    found = [told for told in build_responses(REGION, files).findings if told.rule == "unreadable"]
    assert [(told.file, told.alike) for told in found] == [("a.csv", 6), ("b.csv", 6)]


def test_what_a_spreadsheet_did_to_a_column_is_told_once(tmp_path: Path) -> None:
    versions = survey(
        {"id": "version", "no": "V", "kind": "single", "options": {"v39": "3.9", "v310": "3.10"}},
        {"id": "name", "no": "A1", "kind": "text"},
    )
    responses = read_rows(tmp_path, versions, ["V", "A1"], ["3.1", "가"], ["3.9", "나"], ["3.1", "다"])
    told = finding(responses, "number_shortened")
    assert (told.cell, told.alike) == ("A2, A4", 2)
