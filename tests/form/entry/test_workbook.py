"""The data entry workbook: every cell of the form is a column that intake knows, and typing is quick and safe."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import start
from analysis.form.code import code_of
from analysis.form.entry.code import read_entry_code
from analysis.form.entry.columns import entry_columns
from analysis.form.entry.workbook import entry_workbook
from analysis.form.fields import fields_of
from analysis.form.plan import plan_of
from analysis.intake.columns.headings import headings_of
from analysis.questionnaire import load_questionnaire
from analysis.questionnaire.questionnaire import Questionnaire
from tests.form.typed import FIRST, SECOND
from tests.tables.small_survey import REGIONS, SATISFACTION, survey

OPTIONS = {"law": "법률", "none": {"ko": "없음", "exclusive": True}, "other": {"ko": "기타", "other": True}}
SMALL = survey(
    {"id": "name", "kind": "text", "identifier": True},
    {"id": "region", "kind": "single", "options": REGIONS},
    {"id": "basis", "kind": "multi", "options": OPTIONS},
    {"id": "joy", "kind": "scale", "scale": SATISFACTION, "not_applicable": "이용 안 함"},
    {"id": "people", "kind": "number", "unit": "명", "min": 0},
    {"id": "version", "kind": "single", "options": {"a": "3.9", "b": "3.10"}},
)
SHIPPED = ["member_orgs", "intermediary", "coop_basic_plan"]
HEADING, LABEL, NAMES, FIRST_ROW = 1, 2, 3, 4


def shipped(name: str) -> Questionnaire:
    return load_questionnaire(start.ROOT / "questionnaires" / name / "2016.yml")


@pytest.fixture(scope="module")
def book() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(entry_workbook(SMALL)))


@pytest.fixture(scope="module")
def sheet(book: Workbook) -> Worksheet:
    return book[FIRST]


def texts(sheet: Worksheet, row: int) -> list[object]:
    return [cell.value for cell in sheet[row]]


def column(sheet: Worksheet, name: str) -> int:
    return texts(sheet, NAMES).index(name) + 1


def offered(sheet: Worksheet, name: str):  # type: ignore[no-untyped-def]
    """The validation of the first cell to type in."""
    at = column(sheet, name)
    for one in sheet.data_validations.dataValidation:
        for found in one.sqref.ranges:
            left, top, right, bottom = range_boundaries(str(found))
            if left <= at <= right and top <= FIRST_ROW <= bottom:
                return one
    return None


def test_every_cell_of_the_form_has_a_column_named_after_it(sheet: Worksheet) -> None:
    names = texts(sheet, NAMES)
    assert read_entry_code(str(names[0])) == (1, code_of(SMALL))
    assert names[2:] == [field.name for field in fields_of(SMALL)]
    assert sheet.row_dimensions[NAMES].hidden


def test_columns_are_headed_by_number_and_what_of_the_question_they_are(sheet: Worksheet) -> None:
    assert texts(sheet, HEADING)[:8] == [
        "접수번호", "입력자", "Q1", "Q2", "Q3 [법률]", "Q3 [없음]", "Q3 [기타]", "Q3 기타(직접 기재)",
    ]  # fmt: skip


@pytest.mark.parametrize("name", SHIPPED)
def test_the_headings_are_those_that_intake_reads(name: str) -> None:
    questionnaire = shipped(name)
    headings = headings_of(questionnaire)
    for one in entry_columns(plan_of(questionnaire)):
        field = one.cell.field
        if field.own_words:
            assert headings.companion(one.heading) == field.part.question
        else:
            claim = headings.claim(one.heading)
            assert claim and (claim.key, claim.option) == (
                field.part.key,
                field.option.id if field.option else "",
            )


def test_the_second_entry_is_the_same_sheet_once_more(book: Workbook, sheet: Worksheet) -> None:
    again = book[SECOND]
    assert read_entry_code(str(again.cell(NAMES, 1).value)) == (2, code_of(SMALL))
    for row in (HEADING, LABEL):
        assert texts(again, row) == texts(sheet, row)
    assert str(sheet.merged_cells) == str(again.merged_cells)


def test_the_workbook_names_the_cell_of_its_code(book: Workbook) -> None:
    assert book.defined_names["dure_entry"].value == f"'{FIRST}'!$A$3"


def test_choices_are_offered_by_label_and_their_numbers_are_told(book: Workbook, sheet: Worksheet) -> None:
    region = offered(sheet, "dure__region")
    found = re.fullmatch(r"'목록'!\$([A-Z]+)\$1:\$\1\$(\d+)", region.formula1)
    assert found
    assert [book["목록"][f"{found[1]}{row}"].value for row in range(1, int(found[2]) + 1)] == [
        "서울",
        "부산",
        "제주",
    ]
    assert "1\N{NO-BREAK SPACE}서울   2\N{NO-BREAK SPACE}부산   3\N{NO-BREAK SPACE}제주" in region.prompt
    assert not region.showErrorMessage  # a number in place of a label is not stopped


def test_the_box_beside_a_scale_and_options_that_are_numbers_have_no_number(sheet: Worksheet) -> None:
    assert offered(sheet, "dure__joy").prompt.endswith("5\N{NO-BREAK SPACE}매우 만족   이용 안 함")
    assert offered(sheet, "dure__version").prompt.endswith("3.9   3.10")


def test_only_what_is_to_be_typed_can_be_typed(sheet: Worksheet) -> None:
    assert sheet.protection.sheet
    assert all(cell.protection.locked for row in (HEADING, LABEL, NAMES) for cell in sheet[row])
    letters = [openpyxl.utils.get_column_letter(at) for at in range(1, len(texts(sheet, NAMES)) + 1)]
    assert not any(
        sheet.column_dimensions[letter].protection.locked
        for letter in letters
        if letter in sheet.column_dimensions
    )


def test_headings_stay_in_sight_and_are_printed_on_every_page(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == f"C{FIRST_ROW}"
    assert sheet.print_title_rows == "$1:$2"
    assert sheet.page_setup.orientation == "landscape"


def test_the_guide_tells_the_number_of_every_option(book: Workbook) -> None:
    told = " ".join(str(cell.value) for row in book["입력 안내"].iter_rows() for cell in row if cell.value)
    assert "1\N{NO-BREAK SPACE}서울   2\N{NO-BREAK SPACE}부산   3\N{NO-BREAK SPACE}제주" in told
    assert "법률, 없음, 기타" in told
    assert "data/raw/2016/member_orgs/" in told


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", SHIPPED)
def test_no_help_is_longer_than_excel_takes(name: str, language: str) -> None:
    for one in (
        openpyxl.load_workbook(io.BytesIO(entry_workbook(shipped(name), language)))
        .worksheets[1]
        .data_validations.dataValidation
    ):
        assert len(one.prompt or "") <= 255 and len(one.promptTitle or "") <= 32


def test_the_same_questionnaire_makes_the_same_file() -> None:
    assert entry_workbook(SMALL) == entry_workbook(SMALL)
