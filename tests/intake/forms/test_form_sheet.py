"""A form becomes a sheet of one row that is matched already."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.intake.errors import IntakeError
from analysis.intake.forms.form_sheet import FormSheet, sheet_of_form
from analysis.intake.forms.read_form import read_form
from analysis.questionnaire.question import PartKey
from tests.intake.forms.small_form import ASKED, small_form
from tests.tables.small_survey import survey


def sheet_of(path: Path) -> FormSheet:
    form = read_form(path)
    assert form is not None
    return sheet_of_form(form, ASKED)


def test_every_answer_is_a_column_that_knows_its_cell(tmp_path: Path) -> None:
    filled = {"region": "부산", "needs__law": "○", "needs__other": "V", "needs__own_words": "공간"}
    matching = sheet_of(small_form(tmp_path / "form.xlsx", filled)).matching
    row = [cell.text for cell in matching.sheet.body[0].cells]
    assert row == ["", "부산", "", "○", "", "V", "공간"]
    assert matching.sheet.reference(1, matching.columns[PartKey("region")]) == "현황 › C2"
    assert matching.cells(PartKey("needs")).at(1).value.options == ("law", "other")  # type: ignore[attr-defined]
    assert matching.companions == {"needs": 6}


def test_a_deleted_cell_has_no_column(tmp_path: Path) -> None:
    found = sheet_of(small_form(tmp_path / "form.xlsx", {}, lost=("people", "needs__law")))
    assert [field.name for field in found.lost] == ["dure__people", "dure__needs__law"]
    assert PartKey("people") not in found.matching.columns
    assert found.matching.without == {PartKey("needs"): ("법률",)}


def test_what_nobody_touched_is_told_by_the_form_itself(tmp_path: Path) -> None:
    facts = [
        sheet_of(small_form(tmp_path / f"{n}.xlsx", filled)).matching.form
        for n, filled in enumerate(({}, {"people": 1}))
    ]
    assert [one and one.untouched for one in facts] == [True, False]


def test_a_form_whose_cells_are_of_another_survey_is_refused(tmp_path: Path) -> None:
    other = survey({"id": "weather", "kind": "text"})
    form = read_form(small_form(tmp_path / "form.xlsx", {"weather": "맑음"}, asked=other))
    assert form is not None
    with pytest.raises(IntakeError, match="칸 1개 가운데 이 조사의 것은 0개"):
        sheet_of_form(form, ASKED)
