"""What a form is read as, and that other files are none."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from analysis.form.code import code_of
from analysis.intake.errors import IntakeError
from analysis.intake.forms.read_form import read_form
from tests.intake.files import csv_file, workbook
from tests.intake.forms.small_form import ASKED, small_form


def test_the_cells_of_a_form_are_found_by_their_names(tmp_path: Path) -> None:
    form = read_form(small_form(tmp_path / "form.xlsx", {"name": "가온", "people": 12}))
    assert form is not None
    assert {cell.name: (cell.cell.text, cell.place) for cell in form.cells if cell.filled} == {
        "dure__name": ("가온", "현황 › C1"),
        "dure__people": ("12", "현황 › C3"),
    }
    assert form.code == code_of(ASKED)


def test_what_stands_elsewhere_is_kept_with_its_place(tmp_path: Path) -> None:
    form = read_form(small_form(tmp_path / "form.xlsx", {}))
    assert form is not None
    assert (form.loose[0].text, form.loose[0].spot.place) == ("name", "현황 › A1")


def test_a_name_that_leads_nowhere_is_lost(tmp_path: Path) -> None:
    form = read_form(small_form(tmp_path / "form.xlsx", {}, lost=("people",)))
    assert form is not None
    assert form.lost == ("dure__people",)


def test_when_it_was_saved_is_told_in_korea(tmp_path: Path) -> None:
    form = read_form(small_form(tmp_path / "form.xlsx", {}))
    assert form is not None
    assert form.saved == dt.datetime(2016, 8, 3, 14, 20)


def test_copies_of_a_file_are_known_by_their_bytes(tmp_path: Path) -> None:
    one, same, other = (
        read_form(small_form(tmp_path / f"{name}.xlsx", {"name": text}))
        for name, text in (("a", "가"), ("b", "가"), ("c", "나"))
    )
    assert one and same and other
    assert one.content == same.content != other.content


def test_a_file_without_such_names_is_no_form(tmp_path: Path) -> None:
    def other_name(book: Any, sheet: Any) -> None:
        book.define_name("duration", "=응답!$A$1")

    assert read_form(csv_file(tmp_path / "a.csv", "이름\n가\n")) is None
    assert read_form(workbook(tmp_path / "a.xlsx", [["이름"], ["가"]], other_name)) is None
    assert read_form(tmp_path / "missing.xlsx") is None


def test_a_broken_file_is_refused_as_any_other(tmp_path: Path) -> None:
    path = small_form(tmp_path / "form.xlsx", {})
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(IntakeError, match="손상"):
        read_form(path)
