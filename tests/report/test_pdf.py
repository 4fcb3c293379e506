"""A page on paper: a document that can be read aloud and leafed through, whose contents say the right sheets."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from analysis.report.paper import paper
from analysis.report.pdf import PdfError, write_pdf, write_pdfs
from analysis.report.run import make_report
from analysis.report.style import style_for
from tests.report.small_report import KIND, SATISFACTION, bundle, project_in, report_in

CELLS = (
    'from analysis.report import open_page\npage = open_page("orgs", year, audience, language)\npage.cover()',
    "## 조사 개요",
    "page.overview()",
    "## 조사 결과",
    'page.show("kind", "satisfaction")\npage.show("kind")',
    "## 방법",
    "page.methods()",
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    given = bundle(KIND, SATISFACTION, invented=True)
    return make_report(report_in(project_in(tmp_path_factory.mktemp("pdf")), *CELLS, given=given))


@pytest.fixture(scope="module")
def pdf(page: Path, browser_file: Path) -> PdfReader:
    return PdfReader(write_pdf(page, browser_file))


def sheets(pdf: PdfReader) -> list[str]:
    """The words of every sheet, without spaces: a browser sets each word by itself."""
    return ["".join(sheet.extract_text().split()) for sheet in pdf.pages]


def test_it_can_be_read_aloud(pdf: PdfReader) -> None:
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "ko"
    assert pdf.metadata is not None and pdf.metadata.title == "2016 회원 조사"


def test_its_bookmarks_are_the_chapters(pdf: PdfReader) -> None:
    def titles(entries: list) -> list[str]:
        return [title for one in entries for title in (titles(one) if isinstance(one, list) else [one.title])]

    assert [title for title in titles(pdf.outline) if title in ("조사 개요", "조사 결과", "방법")] == [
        "조사 개요", "조사 결과", "방법",
    ]  # fmt: skip


def test_the_contents_say_on_which_sheet_a_heading_stands(pdf: PdfReader) -> None:
    cover, contents, *others = sheets(pdf)
    told = {title: int(sheet) for title, sheet in re.findall(r"(조직유형|전반적만족도)(\d)", contents)}
    assert set(told) == {"조직유형", "전반적만족도"}
    for title, sheet in told.items():
        first = next(at for at, words in enumerate(others, start=3) if f".{title}" in words)
        assert sheet == first


def test_every_sheet_but_the_cover_has_its_number_and_all_say_that_answers_are_invented(pdf: PdfReader) -> None:
    for at, words in enumerate(sheets(pdf), start=1):
        assert (f"{at}/{len(pdf.pages)}" in words) == (at > 1)
        assert "예시자료" in words


def test_the_page_itself_keeps_empty_places_for_whoever_prints_it(page: Path, pdf: PdfReader) -> None:
    assert re.search(r'<span class="leaf" data-leaf="chapter-[^"]+"></span>', page.read_text(encoding="utf-8"))


def test_printed_again_it_says_the_same_and_does_not_tell_when(page: Path, browser_file: Path, pdf: PdfReader) -> None:
    again = PdfReader(write_pdf(page, browser_file))  # its bytes are the browser's affair
    assert sheets(again) == sheets(pdf)
    assert "/CreationDate" not in again.metadata and "/Producer" in again.metadata


def test_a_long_table_says_its_columns_on_every_sheet_and_cuts_no_row(browser_file: Path, tmp_path: Path) -> None:
    lines = "".join(
        f'<tr><th scope="row">단체{line:02d}</th><td>첫줄{line:02d}<br>끝줄{line:02d}</td></tr>' for line in range(60)
    )
    head = '<thead><tr><th scope="col">이름</th><th scope="col">하는일</th></tr></thead>'
    table = f'<div class="scroll"><table>{head}<tbody>{lines}</tbody></table></div>'
    style = f"<style>{style_for(table, paper('긴 표', '회원용'))}</style>"
    page = tmp_path / "long.html"
    page.write_text(f'<!doctype html><html lang="ko"><title>긴 표</title>{style}{table}</html>', encoding="utf-8")
    printed = sheets(PdfReader(write_pdf(page, browser_file)))
    assert len(printed) > 1
    assert all("이름하는일" in words for words in printed)
    for line in range(60):
        assert sum(f"단체{line:02d}첫줄{line:02d}끝줄{line:02d}" in words for words in printed) == 1


def test_what_is_read_aloud_is_packed(pdf: PdfReader, page: Path) -> None:
    whole = page.with_suffix(".pdf").read_bytes()
    assert b"/ObjStm" in whole and b"/StructElem" not in whole
    assert pdf.trailer["/Root"]["/StructTreeRoot"]["/K"]


def test_a_browser_that_fails_is_told_and_leaves_what_was_there(page: Path, tmp_path: Path) -> None:
    copy = tmp_path / page.name
    shutil.copy(page, copy)
    copy.with_suffix(".pdf").write_bytes(b"before")
    (error,) = write_pdfs([copy], Path(sys.executable))
    assert isinstance(error, PdfError) and error.exit_code == 0
    assert error.words().startswith("PDF를 만들지 못했습니다: report.html")
    assert copy.with_suffix(".pdf").read_bytes() == b"before"
    assert len(list(tmp_path.iterdir())) == 2
