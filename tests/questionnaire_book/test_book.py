"""A questionnaire that becomes a workbook and comes back is what it was; what is wrong is told with sheet and cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

import start
from analysis.errors import DureError
from analysis.questionnaire import Questionnaire, QuestionnaireError, load_questionnaire
from analysis.questionnaire.questionnaire import Remark
from analysis.questionnaire.words import Words
from analysis.questionnaire_book.read import is_book, read_book
from analysis.questionnaire_book.write import write_book
from tests.libreoffice import LibreOffice
from tests.questionnaire import test_follows, test_format
from tests.questionnaire.made import questionnaires

OURS = sorted((start.ROOT / "questionnaires").glob("*/*.yml"))


def book(questionnaire: Questionnaire, tmp_path: Path, language: str = "ko") -> Path:
    path = tmp_path / "book.xlsx"
    path.write_bytes(write_book(questionnaire, language))
    return path


@pytest.fixture
def small(tmp_path: Path) -> Questionnaire:
    head = "follows: 2016\nbreaks:\n  satisfied: 새 척도\n"
    return load_questionnaire(test_follows.years(tmp_path, head=head))


@settings(deadline=None, max_examples=6, suppress_health_check=list(HealthCheck))
@given(questionnaire=questionnaires())
def test_any_questionnaire_comes_back_as_it_went(questionnaire: Questionnaire, tmp_path: Path) -> None:
    assert read_book(book(questionnaire, tmp_path)) == questionnaire


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_field_comes_back(tmp_path: Path, language: str) -> None:
    questionnaire = test_format.load(tmp_path, *test_format.QUESTIONS)
    assert read_book(book(questionnaire, tmp_path, language)) == questionnaire


def test_the_trend_and_what_a_form_could_not_say_come_back(small: Questionnaire, tmp_path: Path) -> None:
    remark = Remark(row=3, question="gps", what="type", text="geopoint")
    told = small.model_copy(update={"remarks": (remark,)})
    assert told.follows == 2016 and told.breaks
    assert read_book(book(told, tmp_path)) == told


def test_nobody_is_not_everybody(tmp_path: Path) -> None:
    questionnaire = test_format.load(tmp_path)
    (banner,) = questionnaire.banners
    of_nobody = questionnaire.model_copy(update={"banners": (banner.model_copy(update={"audiences": ()}),)})
    assert read_book(book(of_nobody, tmp_path)).banners[0].audiences == ()


def test_a_pass_through_libreoffice_changes_nothing(tmp_path: Path, libreoffice: LibreOffice) -> None:
    questionnaire = load_questionnaire(OURS[1])
    (saved,) = libreoffice.convert([book(questionnaire, tmp_path)], "xlsx", tmp_path / "saved")
    assert read_book(saved) == questionnaire


def edited(questionnaire: Questionnaire, tmp_path: Path, edit: Callable[[Workbook], object]) -> Path:
    """The workbook as a person saved it after an edit."""
    path = book(questionnaire, tmp_path)
    workbook = openpyxl.load_workbook(path)
    edit(workbook)
    workbook.save(path)
    return path


def line_of(workbook: Workbook, name: str) -> Cell:
    """The cell of the sheet about the survey that says what `name` is."""
    (row,) = (row for row in workbook["조사"].iter_rows() if row[1].value == name)
    return row[2]


def test_what_a_person_writes_is_read_as_meant(small: Questionnaire, tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook["문항"]
        sheet["L4"], sheet["D4"], sheet["E4"] = "예", "척도 ", "다시 묻습니다?"
        sheet.insert_rows(5)
        line_of(workbook, "sample.population").value = 1200
        workbook["보기"]["A4"] = None  # the second row of a list, without its name

    read = read_book(edited(small, tmp_path, edit))
    assert (read.questions[0].required, read.questions[0].ask.ko) == (True, "다시 묻습니다?")
    assert read.sample.population == 1200
    assert [row.id for row in read.question("hours").rows] == ["shop", "meeting"]


def test_a_day_typed_into_a_spreadsheet_is_a_day(small: Questionnaire, tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        line_of(workbook, "as_of").value = dt.datetime(2017, 6, 30)

    assert read_book(edited(small, tmp_path, edit)).as_of == dt.date(2017, 6, 30)


def test_headings_may_be_reworded_and_names_deleted(small: Questionnaire, tmp_path: Path) -> None:
    path = edited(small, tmp_path, lambda workbook: workbook["문항"].__setitem__("E2", "무엇을 물을까"))
    assert read_book(path) == small
    path = edited(small, tmp_path, lambda workbook: workbook["문항"].delete_rows(3))
    assert read_book(path) == small


def test_columns_may_be_moved(small: Questionnaire, tmp_path: Path) -> None:
    path = edited(small, tmp_path, lambda workbook: workbook["보기"].insert_cols(1))
    assert read_book(path) == small


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "said"),
    [
        ("문항", "D4", "하나고르기요", "문항 › D4: .*문항 종류"),
        ("문항", "N4", "satisfactoin", "문항 › N4: 'satisfactoin'이라는 목록이 없습니다. 'satisfaction'을"),
        ("문항", "K5", "satisfid <= 1", "문항 › K5: .*'satisfied'를 쓰려던"),
        ("문항", "L4", "글쎄", "문항 › L4: "),
        ("문항", "A5", "satisfied", "문항 › A5: .*문항 › A4에서 이미 썼습니다"),
        ("문항", "CA9", "메모", "문항 › CA9: 무엇을 적은 열인지"),
        ("보기", "A4", "hours_row", "보기 › 4: 'hours_row'를 쓰는 문항이나 배너가 없습니다"),
        ("보기", "B4", "shop", "문항 › .*'shop'"),
        ("척도", "B4", "낮은 쪽", "척도 › B4: .*좋은 쪽이 다릅니다"),
        ("조사", "C4", "언젠가", "조사 › C4: "),
        ("조사", "B5", "folows", None),
        ("조사", "C70", "남은 글", "조사 › C70: 무엇을 적은 줄인지"),
        ("조사", "D4", "2017", "조사 › D4: 무엇을 적은 열인지"),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(
    small: Questionnaire, tmp_path: Path, sheet: str, cell: str, value: str | None, said: str | None
) -> None:
    path = edited(small, tmp_path, lambda workbook: workbook[sheet].__setitem__(cell, value))
    if said is None:
        assert read_book(path)  # nothing is lost
        return
    with pytest.raises(QuestionnaireError, match=said):
        read_book(path)


def test_a_sheet_that_was_renamed_or_deleted_is_told(small: Questionnaire, tmp_path: Path) -> None:
    with pytest.raises(QuestionnaireError, match="'배너' 시트가 없습니다"):
        read_book(edited(small, tmp_path, lambda workbook: workbook.remove(workbook["배너"])))


def test_another_workbook_is_none(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    Workbook().save(path)
    assert not is_book(path)
    with pytest.raises(QuestionnaireError, match="시트가 없습니다"):
        read_book(path)


def test_a_text_too_long_for_a_cell_is_refused(small: Questionnaire, tmp_path: Path) -> None:
    long = small.model_copy(update={"purpose": Words(ko="가" * 40_000)})
    with pytest.raises(DureError, match="40,000자"):
        write_book(long)


def test_formulas_stay_texts(small: Questionnaire, tmp_path: Path) -> None:
    named = small.model_copy(update={"title": Words(ko='=HYPERLINK("x")')})
    path = book(named, tmp_path)
    assert read_book(path) == named
    cells = [cell for row in openpyxl.load_workbook(path)["조사"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
