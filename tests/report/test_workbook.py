from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from analysis.questionnaire.words import Words
from analysis.release import Section
from analysis.report.workbook import write_workbook
from tests.libreoffice import LibreOffice
from tests.report.small_report import KIND, SATISFACTION, bundle, choice
from tests.tables.matrix import tables


def written(tmp_path: Path, *tables, **changes) -> openpyxl.Workbook:
    write_workbook(bundle(*tables, **changes), tmp_path / "orgs.xlsx")
    return openpyxl.load_workbook(tmp_path / "orgs.xlsx")


def rows(sheet) -> list[list]:
    return [[value for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of a survey with every kind of question, 320 respondents, by a group."""
    found = {name: table for name, table in tables() if "/n=320" in name}
    sections = (Section("A", Words(ko="모두"), tuple(table.question for table in found.values() if not table.group)),)
    banners = {"place": {"ko": "지역별", "en": "By region"}}
    given = bundle(tables=tuple(found.values()), sections=sections, survey="matrix", facts={"banners": banners})
    path = tmp_path_factory.mktemp("large") / "matrix.xlsx"
    write_workbook(given, path)
    return path


def test_a_sheet_of_contents_leads_to_every_table(tmp_path: Path):
    book = written(tmp_path, KIND, SATISFACTION)
    assert book.sheetnames == ["차례", "A1 조직유형", "C2 전반적 만족도"]
    links = {cell.value: cell.hyperlink.location for row in book["차례"] for cell in row if cell.hyperlink}
    assert links == {"조직유형": "'A1 조직유형'!A1", "전반적 만족도": "'C2 전반적 만족도'!A1"}


def test_numbers_are_numbers_and_signs_are_text(tmp_path: Path):
    found = rows(written(tmp_path, KIND)["A1 조직유형"])
    assert ["구분", "전체 (수)", "전체 (%)"] in found
    assert ["사례수(N)", 14] in found
    assert ["보기 a", 5, 0.357] in found
    assert ["보기 c", "X", "X"] in found


def test_the_book_shows_the_digits_of_the_page(tmp_path: Path):
    sheet = written(tmp_path, SATISFACTION)["C2 전반적 만족도"]
    mean = next(cell for row in sheet for cell in row if cell.value == 3.71)
    assert mean.number_format == "#,##0.00"
    share = next(cell for row in sheet for cell in row if cell.value == 0.643)
    assert share.number_format == "#,##0.0%"


def test_a_sheet_tells_unit_base_notes_and_source(tmp_path: Path):
    texts = [row[0] for row in rows(written(tmp_path, KIND, invented=True)["A1 조직유형"]) if row]
    assert texts[0] == "A1 조직유형"
    assert {
        "기준: 전체",
        "(단위 : 개, %)",
        "주: X는 응답자를 보호하려고 가린 값",
        "자료: 연대회의, 「조사」(예시 자료)",
    } <= set(texts)
    assert any("꾸며 낸 응답" in str(text) for text in texts)


def test_every_table_has_a_sheet_of_its_own_that_says_which_it_is(large: Path):
    book = openpyxl.load_workbook(large)
    mixed = [name for name in book.sheetnames if name.startswith("Q16")]
    assert mixed == [f"Q16{letter} 물음 16" for letter in "가나다라"]
    what = next(cell.value for cell in book[mixed[3]]["A"] if "만족도 평균" in str(cell.value))
    assert what == "지역별 만족도 평균(5점) (단위 : 점, 개)"
    links = [row[1].hyperlink.location for row in book["차례"] if row[1].hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_headings_stay_in_sight_and_nothing_is_merged(large: Path):
    for sheet in openpyxl.load_workbook(large).worksheets[1:]:
        first = sheet.freeze_panes
        assert first.startswith("B"), sheet.title
        above = int(first[1:]) - 1
        assert sheet.cell(above, 1).value == "구분"
        assert sheet.cell(above + 1, 2).value is not None or sheet.cell(above + 2, 2).value is not None
        assert sheet.print_title_rows.endswith(f"${above}")
        assert not sheet.merged_cells.ranges


def test_sheets_print_one_page_wide_on_a4_lying(large: Path):
    for sheet in openpyxl.load_workbook(large):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0), "1 is left unsaid"
        assert "&P / &N" in sheet.oddFooter.right.text
        assert sheet.oddFooter.left.text.startswith("2016"), "not a font size of 82016 points"


def test_columns_are_wide_enough_for_their_numbers(large: Path):
    for sheet in openpyxl.load_workbook(large).worksheets[1:]:
        for column in sheet.iter_cols(min_col=2):
            width = sheet.column_dimensions[column[0].column_letter].width
            numbers = [f"{cell.value:,.1f}" for cell in column if isinstance(cell.value, (int, float))]
            assert max(map(len, numbers), default=0) < width, (sheet.title, column[0].column_letter)


def test_a_hidden_number_is_nowhere_in_the_file(tmp_path: Path):
    hidden = choice("kind", "조직유형", {"a": 5, "b": 7, "c": None})
    written(tmp_path, hidden)
    with zipfile.ZipFile(tmp_path / "orgs.xlsx") as parts:
        sheet = parts.read("xl/worksheets/sheet2.xml").decode("utf-8")
    assert re.findall(r"<v>([\d.]+)</v></c></row>", sheet)  # numbers are there
    assert sorted(set(re.findall(r'<c r="[BC]\d+" s="\d+"><v>([\d.]+)</v>', sheet))) == ["0.357", "0.5", "1", "14", "5", "7"]


def test_texts_are_never_formulas_or_links(tmp_path: Path):
    evil = '=HYPERLINK("http://example.org","x")'
    table = replace(KIND, title=Words(ko=evil), source=Words(ko="http://example.org"), facts=dict(KIND.facts),
                    notes=(Words(ko="@SUM(A1)"),))  # fmt: skip
    book = written(tmp_path, table)
    cells = [cell for sheet in book for row in sheet for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert all(cell.hyperlink is None or cell.hyperlink.target is None for cell in cells)


def test_names_of_sheets_are_short_allowed_and_different(tmp_path: Path):
    long = "아주 긴 이름의 물음: 연대회의/사업 [평가]와 기대에 대한 의견을 모두"
    names = written(
        tmp_path,
        choice("one", long, {"a": 3}),
        choice("two", long, {"a": 3}),
        choice("three", "차례", {"a": 3}),
    ).sheetnames
    assert len({name.casefold() for name in names}) == 4
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_the_same_tables_give_the_same_bytes(tmp_path: Path):
    for name in ("one", "two"):
        write_workbook(bundle(KIND, SATISFACTION), tmp_path / f"{name}.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_it_opens_in_an_office_program(large: Path, tmp_path: Path, libreoffice: LibreOffice):
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    libreoffice.convert([large], every_sheet, tmp_path)
    names = openpyxl.load_workbook(large).sheetnames
    made = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.csv")}
    assert len(made) == len(names)
    assert not [name for name, text in made.items() if "#REF" in text or "Err:" in text or "###" in text]
    scale = next(text for name, text in made.items() if "만족④" in text)
    assert re.search(r"^전체,\d+,", scale, re.M) and re.search(r",\d+\.\d%,", scale)


def test_words_too_long_for_a_cell_are_cut_and_say_so(tmp_path: Path):
    table = replace(KIND, items=tuple(replace(item, words=Words(ko="가" * 40_000 + item.id)) for item in KIND.items))
    [label, *_] = [str(row[0]) for row in rows(written(tmp_path, table)["A1 조직유형"]) if str(row[:1]).count("가") > 9]
    assert label.endswith("자를 줄였습니다]")
