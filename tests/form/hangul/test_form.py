"""The form as a Hangul document: every cell with its name, valid for Hangul, and the same bytes every time.

What Hangul itself would say nobody knows here; the library python-hwpx has gathered what makes it refuse, crash on or
cut off a document.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from hwpx import HwpxDocument
from hwpx.layout.lint import lint_layout
from hwpx.layout.pages import estimate_pages
from hwpx.tools.package_validator import validate_package
from hwpx.tools.validator import validate_document

from analysis.form.code import code_of
from analysis.form.fields import fields_of
from analysis.form.hangul.form import write_hangul_form
from analysis.form.plan import plan_of
from analysis.questionnaire import Questionnaire
from tests.form.made import SURVEYS, every_kind, shipped, some_answers
from tests.tables.small_survey import survey

HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
HH = "{http://www.hancom.co.kr/hwpml/2011/head}"
FORMS = (*SURVEYS, "every_kind")


@cache
def questionnaire_of(name: str) -> Questionnaire:
    return every_kind() if name == "every_kind" else shipped(name)


@cache
def blank(name: str) -> bytes:
    """The Korean form of a questionnaire of ours, with nothing in it."""
    return form(questionnaire_of(name))


def form(questionnaire: Questionnaire, language: str = "ko", **more: Any) -> bytes:
    return write_hangul_form(plan_of(questionnaire, language), code_of(questionnaire), **more)


def root(document: bytes, part: str = "Contents/section0.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return fromstring(archive.read(part))


def text(element: Any) -> str:
    """The paragraphs in an element, a line each; those of a table in it are not meant."""
    return "\n".join("".join(t.text or "" for t in p.iter(f"{HP}t")) for p in element.iter(f"{HP}p"))


def cells(document: bytes) -> list[tuple[str, str]]:
    """Name and text of every cell, in the order of the document."""
    return [(cell.get("name"), text(cell)) for cell in root(document).iter(f"{HP}tc")]


def printed(document: bytes) -> str:
    return "\n".join(text for _, text in cells(document)) + text(root(document))


def occupied(table: Any) -> Iterator[tuple[int, int]]:
    """Row and column of everything that the cells of a table cover."""
    for cell in table.iter(f"{HP}tc"):
        place, span = cell.find(f"{HP}cellAddr"), cell.find(f"{HP}cellSpan")
        for row in range(int(span.get("rowSpan"))):
            for column in range(int(span.get("colSpan"))):
                yield int(place.get("rowAddr")) + row, int(place.get("colAddr")) + column


@pytest.mark.parametrize("name", FORMS)
def test_every_field_has_one_cell_of_its_name_in_the_order_of_the_form(name: str) -> None:
    named = [found for found, _ in cells(blank(name)) if found]
    assert named == [field.name for field in fields_of(questionnaire_of(name))] + ["dure_form"]


def test_the_cells_to_fill_in_hold_nothing_and_that_of_the_code_the_code() -> None:
    questionnaire = every_kind()
    named = {name: text for name, text in cells(form(questionnaire)) if name}
    assert named.pop("dure_form") == str(code_of(questionnaire))
    assert set(named.values()) == {""}


def test_what_is_known_already_stands_in_its_cell() -> None:
    questionnaire = every_kind()
    filled = some_answers(plan_of(questionnaire), seed=4) | {"dure__why": "첫째 줄\n<둘째> & 셋째"}
    named = {name: text for name, text in cells(form(questionnaire, filled=filled)) if name}
    assert {name: text for name, text in named.items() if text and name != "dure_form"} == filled


@pytest.mark.parametrize("name", ["every_kind", "intermediary"])
def test_hangul_has_no_reason_to_refuse_it_or_to_cut_it_off(name: str) -> None:
    document = io.BytesIO(blank(name))
    assert [issue for issue in validate_package(document).issues if issue.level == "error"] == []
    assert validate_document(document).issues == ()
    assert lint_layout(blank(name)).findings == []


@pytest.mark.parametrize("name", FORMS)
def test_the_cells_of_a_table_cover_it_once(name: str) -> None:
    for table in root(blank(name)).iter(f"{HP}tbl"):
        rows, columns = int(table.get("rowCnt")), int(table.get("colCnt"))
        whole = Counter((row, column) for row in range(rows) for column in range(columns))
        assert Counter(occupied(table)) == whole


@pytest.mark.parametrize("name", FORMS)
def test_letters_paragraphs_and_borders_that_are_used_are_listed(name: str) -> None:
    document = blank(name)
    listed = root(document, "Contents/header.xml")
    for attribute, element in (
        ("charPrIDRef", "charPr"),
        ("paraPrIDRef", "paraPr"),
        ("borderFillIDRef", "borderFill"),
    ):
        numbers = {one.get("id") for one in listed.iter(f"{HH}{element}")}
        assert {one.get(attribute) for one in root(document).iter()} - {None} <= numbers


def test_what_the_plan_says_is_printed() -> None:
    plan = plan_of(questionnaire_of("member_orgs"))
    words = printed(blank("member_orgs"))
    for block in plan.blocks:
        for said in (block.no, block.ask, block.note, block.asked_of, *block.hints):
            assert said in words
        for choice in getattr(block.body, "choices", ()):
            assert f"{choice.sign} {choice.text}" in words or f"{choice.sign}\n{choice.text}" in words
            assert choice.skip in words
    for section in plan.sections:
        assert section.title in words


def test_the_cover_says_what_for_until_when_and_to_whom() -> None:
    questionnaire = survey(
        {"id": "name", "kind": "text"},
        purpose="다음 해 계획",
        field_period={"from": dt.date(2016, 5, 2), "to": dt.date(2016, 5, 31)},
        contact="사무국 02-000-0000",
    )
    words = printed(form(questionnaire, organisation="한빛협동조합"))
    for said in (
        "회원단체 현황조사",
        "다음 해 계획",
        "2016년 5월 31일까지",
        "사무국 02-000-0000",
        "한빛협동조합",
    ):
        assert said in words


def test_an_english_form_is_english() -> None:
    words = printed(
        form(survey({"id": "name", "kind": "text", "ask": {"ko": "이름", "en": "Your name"}}), "en")
    )
    assert "Your name" in words and "Survey of member organisations" in words
    assert not any("가" <= letter <= "힣" for letter in words)


def test_units_stand_beside_numbers_and_ways_on_beside_options() -> None:
    names, found = zip(*cells(blank("every_kind")), strict=True)
    assert found[names.index("dure__people") + 1] == "명"
    assert "② =1+1 ☞ Q4로" in found


def test_a_short_scale_of_rows_has_a_sign_to_circle_for_every_point() -> None:
    found = [text for _, text in cells(blank("intermediary"))]
    row = found.index("사업계획을 스스로 정할 수 있다")
    assert found[row + 1 : row + 7] == ["①", "②", "③", "④", "⑤", ""]


def test_where_columns_have_no_room_for_their_units_their_headings_name_them() -> None:
    grid = {"id": "staff", "kind": "grid", "rows": {"full": "상근"},
            "columns": {f"y{year}": f"{year}년" for year in range(2009, 2017)},
            "answer": {"kind": "number", "unit": "명"}}  # fmt: skip
    found = [text for _, text in cells(form(survey(grid)))]
    assert "2016년 (명)" in found and "명" not in found


def test_a_question_stays_on_one_page_and_a_long_table_says_its_heading_again() -> None:
    rows = {f"r{number}": f"{number}번째 줄" for number in range(40)}
    long = {"id": "long", "kind": "grid", "rows": rows, "columns": {"a": "가", "b": "나"},
            "answer": {"kind": "number"}}  # fmt: skip
    document = form(survey({"id": "short", "kind": "open"}, long))
    _, short, table, _ = root(document).iter(f"{HP}tbl")
    assert short.find(f"{HP}pos").get("treatAsChar") == "1"
    assert table.find(f"{HP}pos").get("treatAsChar") == "0"
    assert (table.get("pageBreak"), table.get("repeatHeader")) == ("TABLE", "1")  # between rows, never in one
    heading = [
        all(cell.get("header") == "1" for cell in row.iter(f"{HP}tc")) for row in table.iter(f"{HP}tr")
    ]
    assert heading == [True, True] + [False] * 40
    assert estimate_pages(document).pages > 1


def test_the_paper_is_a4_and_every_page_says_its_number_and_the_code() -> None:
    section = root(blank("every_kind"))
    paper = next(section.iter(f"{HP}pagePr"))
    assert (paper.get("width"), paper.get("height")) == ("59528", "84189")
    footer = next(section.iter(f"{HP}footer"))
    assert str(code_of(every_kind())) in text(footer)
    assert next(footer.iter(f"{HP}autoNum")).get("numType") == "PAGE"


def test_the_same_form_is_the_same_bytes() -> None:
    assert form(every_kind()) == blank("every_kind")


def test_the_first_part_says_what_kind_of_file_it_is_without_being_unpacked() -> None:
    with zipfile.ZipFile(io.BytesIO(blank("every_kind"))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read(first) == b"application/hwp+zip"


def test_the_library_for_such_documents_opens_it_and_sees_its_tables() -> None:
    document = HwpxDocument.open(io.BytesIO(blank("every_kind")))
    tables = [
        table
        for section in document.sections
        for paragraph in section.paragraphs
        for table in paragraph.tables
    ]
    assert len(tables) == len(plan_of(every_kind()).blocks) + 2  # the cover and the code
