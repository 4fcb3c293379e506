"""The rows of several files, one after the other."""

from __future__ import annotations

from analysis.intake.columns.matching import match_columns
from analysis.questionnaire.question import PartKey
from analysis.responses.sources import Sources, sources_of
from tests.intake.files import sheet_of
from tests.tables.small_survey import survey

QUESTIONNAIRE = survey(
    {"id": "region", "no": "A1", "kind": "text"}, {"id": "wish", "no": "D1", "kind": "open"}
)


def sources() -> Sources:
    sheets = (
        sheet_of(["A1", "D1"], ["서울", "x"], ["부산", ""], file="a.csv"),
        sheet_of(["비고", "A1"], ["-", "대구"], file="b.xlsx", name="응답"),
    )
    return sources_of([match_columns(sheet, QUESTIONNAIRE) for sheet in sheets])


def test_a_respondent_a_row_named_by_file_and_row() -> None:
    assert sources().respondent.to_pylist() == ["1-row-2", "1-row-3", "2-row-2"]
    assert sources().counted.all()


def test_the_cells_of_a_part_from_all_files() -> None:
    cells, absent = sources().cells(PartKey("wish"))
    assert [cells.at(at).text for at in range(3)] == ["x", "", ""]
    assert absent.tolist() == [False, False, True]
    cells, _ = sources().cells(PartKey("region"))
    assert [cells.at(at).text for at in range(3)] == ["서울", "부산", "대구"]


def test_where_an_answer_stands() -> None:
    rows = sources()
    assert [rows.reference(PartKey("region"), at) for at in range(3)] == ["A2", "A3", "B2"]
    assert rows.reference(PartKey("wish"), 2) == ""
    assert rows.cell(PartKey("region"), 2).text == "대구"
    assert (rows.line(1, seen_from=0), rows.line(2, seen_from=0)) == ("3", "b.xlsx › 응답 › 2")
