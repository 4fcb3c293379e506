"""The form as a workbook: protected but for its named cells, with lists, and the same bytes whenever it is made."""

from __future__ import annotations

import io
import re
from functools import cache

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import range_boundaries

from analysis.errors import DureError
from analysis.form.code import CODE, read_code
from analysis.form.fields import HIDDEN
from analysis.form.plan import FormPlan, plan_of
from analysis.form.workbook.form import write_form
from tests.form.made import SURVEYS, every_kind, shipped
from tests.tables.small_survey import survey

WORDS = {"id": "words", "kind": "open"}


def opened(plan: FormPlan, filled: dict[str, str] | None = None, **more: str) -> Workbook:
    return load_workbook(io.BytesIO(write_form(plan, filled, **more)))


@cache
def blank(name: str) -> tuple[FormPlan, Workbook]:
    """The plan of a questionnaire, and its blank form."""
    plan = plan_of(every_kind() if name == "every_kind" else shipped(name))
    return plan, opened(plan)


def named(book: Workbook, name: str) -> Cell:
    """The cell of that name, which is the book's and no sheet's."""
    sheet, cell = re.fullmatch(r"'?(.+?)'?!(\$[A-Z]+\$\d+)", book.defined_names[name].attr_text).groups()
    return book[sheet.replace("''", "'")][cell.replace("$", "")]


def choices(book: Workbook, *names: str) -> list[list[str]]:
    """What the arrows beside these cells offer."""
    sources = {
        (sheet.title, area.coord): rule.formula1
        for sheet in book.worksheets
        for rule in sheet.data_validations.dataValidation
        for area in rule.sqref.ranges
    }
    return [
        _listed(book, sources[cell.parent.title, cell.coordinate])
        for cell in (named(book, name) for name in names)
    ]


def _listed(book: Workbook, source: str) -> list[str]:
    if source.startswith('"'):
        return source.strip('"').split(",")
    where = book.defined_names[source.removeprefix("=")].attr_text
    sheet, area = where.replace("$", "").split("!")
    return [one.value for row in book[sheet.strip("'")][area] for one in row]


def unlocked(book: Workbook) -> set[tuple[str, str]]:
    """The first of every group of cells, made one or alone, that can be written into."""
    found = set()
    for sheet in book.worksheets:
        covered = {
            (row, column)
            for left, top, right, bottom in map(range_boundaries, map(str, sheet.merged_cells.ranges))
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }
        found |= {
            (sheet.title, cell.coordinate)
            for row in sheet.iter_rows()
            for cell in row
            if not cell.protection.locked and (cell.row, cell.column) not in covered
        }
    return found


@pytest.mark.parametrize("name", [*SURVEYS, "every_kind"])
def test_every_field_is_a_named_cell_that_can_be_written_into_and_nothing_else_can(name: str) -> None:
    plan, book = blank(name)
    cells = {field.name: named(book, field.name) for field in plan.fields}
    assert {(cell.parent.title, cell.coordinate) for cell in cells.values()} == unlocked(book)
    assert len({(cell.parent.title, cell.coordinate) for cell in cells.values()}) == len(plan.fields)
    assert all(sheet.protection.sheet and sheet.protection.password is None for sheet in book.worksheets)


def test_the_form_is_the_same_bytes_whenever_it_is_made() -> None:
    plan = plan_of(every_kind())
    assert write_form(plan, {"dure__name": "가온"}) == write_form(
        plan_of(every_kind()), {"dure__name": "가온"}
    )


@pytest.mark.parametrize("name", SURVEYS)
def test_arrows_offer_just_the_labels_of_the_options(name: str) -> None:
    plan, book = blank(name)
    chosen = [cell for cell in plan.cells if cell.kind == "choice"]
    assert choices(book, *(cell.field.name for cell in chosen)) == [list(cell.choices) for cell in chosen]


def test_lists_that_a_rule_cannot_hold_stand_on_the_hidden_sheet() -> None:
    book = opened(plan_of(every_kind()))  # '가"나' and "라, 마" would be cut or broken in the rule itself
    assert choices(book, "dure__form") == [['가"나', "=1+1", "기타", "라, 마"]]
    assert book[HIDDEN].sheet_state == "veryHidden" and book.sheetnames[-1] == HIDDEN
    many = {f"o{number}": f"보기 {number}번" for number in range(60)}
    book = opened(plan_of(survey({"id": "many", "kind": "single", "options": many})))
    assert choices(book, "dure__many") == [list(many.values())]


def test_any_sign_is_taken_as_a_mark_and_doubtful_answers_are_never_refused() -> None:
    book = opened(plan_of(every_kind()))
    rules = [rule for sheet in book.worksheets for rule in sheet.data_validations.dataValidation]
    assert {rule.errorStyle for rule in rules} <= {"warning"}
    mark = named(book, "dure__did__a")
    (rule,) = (rule for rule in rules if mark.coordinate in rule.sqref and rule.formula1 == '"○"')
    assert not rule.showErrorMessage


def test_no_text_is_a_formula_or_a_link_whatever_it_begins_with() -> None:
    options = {"a": "=1+1", "b": "https://example.org"}
    plan = plan_of(
        survey({"id": "odd", "kind": "single", "ask": "=SUM(A1)", "options": options, "section": "A"},
               sections={"A": "=A1"}, title="=2", purpose="mailto:a@example.org"),
    )  # fmt: skip
    book = opened(plan, {"dure__odd": "=1+1"}, organisation="x", name="=3")
    texts = {
        cell.value: cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value
    }
    for text in ("=SUM(A1)", "=1+1", "=2", "=3 귀중", "mailto:a@example.org"):
        assert texts[text].data_type == "s" and texts[text].hyperlink is None, text


def test_what_is_known_stands_in_its_cell_as_number_or_text_and_looks_known() -> None:
    filled = {
        "dure__people": "1,200",
        "dure__spent": "약 200",
        "dure__founded": "2016-04",
        "dure__did__a": "○",
        "dure__why": " ",
    }
    book = opened(plan_of(every_kind()), filled)
    values = {name: named(book, name).value for name in filled}
    assert values == {
        "dure__people": 1200,
        "dure__spent": "약 200",
        "dure__founded": "2016-04",
        "dure__did__a": "○",
        "dure__why": None,
    }
    known, blank = (named(book, f"dure__{name}").fill.fgColor.rgb for name in ("people", "why"))
    assert known != blank
    assert any(
        "저희가 알고 있는" in str(cell.value) for row in book.worksheets[1].iter_rows(max_row=4) for cell in row
    )


def test_texts_are_kept_as_they_are_typed_and_numbers_count() -> None:
    book = opened(plan_of(every_kind()))
    formats = {
        name: named(book, f"dure__{name}").number_format
        for name in ("form", "founded", "why", "people", "spent")
    }
    assert formats == {"form": "@", "founded": "@", "why": "@", "people": "General", "spent": "General"}


def test_the_code_says_whose_form_it_is_and_what_was_filled_in() -> None:
    book = opened(plan_of(every_kind()), {"dure__name": "가온"}, organisation="gaon", name="가온")
    code = read_code(named(book, CODE).value)
    assert code and (code.survey, code.year, code.organisation, bool(code.sent)) == (
        "member_orgs",
        2016,
        "gaon",
        True,
    )
    assert named(book, CODE).parent.title == book.sheetnames[0] == "표지"
    assert named(book, CODE).protection.locked


def test_a_text_longer_than_a_cell_is_refused_by_the_name_of_the_cell() -> None:
    with pytest.raises(DureError, match="dure__words.*32,768자"):
        write_form(plan_of(survey(WORDS)), {"dure__words": "가" * 32768})


def test_it_prints_on_upright_a4_one_page_wide_with_its_heading_on_every_page() -> None:
    _, book = blank("member_orgs")
    for sheet in book.worksheets[1:-1]:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$2:$3" and sheet.freeze_panes == "A3"
        assert "member_orgs/2016/" in sheet.oddFooter.left.text and "&P" in str(sheet.oddFooter.right.text)


def test_letters_are_ten_points_or_more_but_those_of_the_code() -> None:
    _, book = blank("coop_basic_plan")
    cells = [
        cell for sheet in book.worksheets[:-1] for row in sheet.iter_rows() for cell in row if cell.value
    ]
    assert {cell.value for cell in cells if cell.font.size < 10} == {"서식 번호", named(book, CODE).value}


def test_long_texts_make_their_rows_high_enough() -> None:
    long = "가나다라 " * 60  # 240 letters of 14.7 pixels and 60 blanks on 624 pixels: six or seven lines
    book = opened(plan_of(survey(WORDS | {"ask": long})))
    sheet = book.worksheets[1]
    (row,) = (cell.row for line in sheet.iter_rows() for cell in line if cell.value == long)
    assert 6 * 16 < sheet.row_dimensions[row].height < 10 * 16


def test_a_wide_table_gets_the_columns_it_needs() -> None:
    columns = {f"c{number}": f"열 {number}" for number in range(15)}
    grid = {
        "id": "wide",
        "kind": "grid",
        "rows": {"r": "행"},
        "columns": columns,
        "answer": {"kind": "number"},
    }
    plan = plan_of(survey(grid))
    assert len(unlocked(opened(plan))) == len(plan.fields) == 15


def test_sections_of_the_same_or_forbidden_names_have_sheets_of_their_own() -> None:
    sections = {"A": "a/b: c?", "B": "표지", "C": "x" * 40}
    questions = [WORDS | {"id": f"w{at}", "section": section} for at, section in enumerate("ABC")]
    names = opened(plan_of(survey(*questions, sections=sections))).sheetnames
    assert names == ["표지", "A. a b c", "B. 표지", f"C. {'x' * 28}", HIDDEN]


def test_the_cover_says_that_an_option_may_be_given_by_its_number() -> None:
    cover = opened(plan_of(shipped("intermediary"))).worksheets[0]
    assert any("보기의 번호를 적으셔도" in str(cell.value) for row in cover.iter_rows() for cell in row)


def test_the_cover_has_what_is_asked_until_when_and_of_whom() -> None:
    book = opened(plan_of(shipped("intermediary")), organisation="gaon", name="가온센터")
    texts = {cell.value for row in book.worksheets[0].iter_rows() for cell in row if cell.value}
    assert {
        "사회적경제 중간지원조직 현황조사",
        "2016년 8월 31일(수)까지",
        "2016년 6월 30일",
        "가온센터 귀중",
    } <= texts
