from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from analysis.questionnaire.words import Words
from analysis.report.workbook import write_workbook
from tests.report.small_report import KIND, SATISFACTION, bundle, choice


def written(tmp_path: Path, *tables, **changes) -> openpyxl.Workbook:
    write_workbook(bundle(*tables, **changes), tmp_path / "orgs.xlsx")
    return openpyxl.load_workbook(tmp_path / "orgs.xlsx")


def rows(sheet) -> list[list]:
    return [[value for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]


def test_a_sheet_of_contents_leads_to_one_sheet_a_question(tmp_path: Path):
    book = written(tmp_path, KIND, SATISFACTION)
    assert book.sheetnames == ["차례", "A1 조직유형", "C2 전반적 만족도"]
    links = {cell.value: cell.hyperlink.location for row in book["차례"] for cell in row if cell.hyperlink}
    assert links == {"조직유형": "'A1 조직유형'!A1", "전반적 만족도": "'C2 전반적 만족도'!A1"}


def test_numbers_are_numbers_and_signs_are_text(tmp_path: Path):
    found = rows(written(tmp_path, KIND)["A1 조직유형"])
    assert ["구분", "전체 (수)", "전체 (%)"] in found
    assert ["사례수(N)", 14] in found
    assert ["보기 a", 5, 35.7] in found
    assert ["보기 c", "X", "X"] in found


def test_the_book_shows_the_digits_of_the_page(tmp_path: Path):
    sheet = written(tmp_path, SATISFACTION)["C2 전반적 만족도"]
    mean = next(cell for row in sheet for cell in row if cell.value == 3.71)
    assert mean.number_format == "#,##0.00"


def test_a_sheet_tells_unit_base_notes_and_source(tmp_path: Path):
    texts = [row[0] for row in rows(written(tmp_path, KIND, invented=True)["A1 조직유형"]) if row]
    assert texts[0] == "조직유형"
    assert {
        "기준: 전체",
        "(단위 : 개, %)",
        "주: 1) X는 비밀보호를 위해 가린 값",
        "자료: 연대회의, 「조사」(예시 자료)",
    } <= set(texts)
    assert any("꾸며 낸 응답" in str(text) for text in texts)


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


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_it_opens_in_an_office_program(tmp_path: Path):
    write_workbook(bundle(KIND, SATISFACTION), tmp_path / "orgs.xlsx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76",
         "--outdir", str(tmp_path), str(tmp_path / "orgs.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert "조직유형" in (tmp_path / "orgs.csv").read_text(encoding="utf-8")
