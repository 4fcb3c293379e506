"""The small report of results that were kept."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser

import start
from analysis.explore.basket import Basket
from analysis.explore.survey import open_survey
from analysis.report.addresses import numbers_told
from tests.browser.seen import see

EVIL = '<script>document.title=1</script><img src=x onerror="1">'


@pytest.fixture(scope="module")
def basket() -> Basket:
    survey = open_survey("member_orgs", root=start.ROOT)
    made = Basket(start.ROOT)
    made.keep(survey.table("overall_satisfaction", by="organisation_type"), EVIL)
    made.keep(survey.table("outlook", where="region is sejong"))
    made.keep(survey.table("dues_level", by="organisation_type", where="C2 >= 3"))
    made.keep(survey.table("dues_level", by="organisation_type", where="C2 >= 3"))
    made.keep(survey.table("wishes"))
    return made


@pytest.fixture(scope="module")
def made(basket: Basket, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return basket.report(tmp_path_factory.mktemp("explored"))


@pytest.fixture(scope="module")
def html(made: tuple[Path, Path]) -> str:
    return made[0].read_text(encoding="utf-8")


def test_page_and_workbook_say_in_their_names_that_they_are_not_released(made: tuple[Path, Path]) -> None:
    assert [file.name for file in made] == ["담은-결과-공개전.html", "담은-결과-공개전.xlsx"]


def test_another_report_stands_beside_the_one_of_before(basket: Basket, made: tuple[Path, Path]) -> None:
    assert basket.report(made[0].parent) == made
    fewer = Basket(start.ROOT)
    fewer.keep(basket.kept[0].result)
    assert [file.name for file in fewer.report(made[0].parent)] == ["담은-결과-공개전-2.html", "담은-결과-공개전-2.xlsx"]
    assert [file.name for file in basket.report(made[0].parent, "en")] == [
        "kept-findings-not-released.html", "kept-findings-not-released.xlsx",
    ]  # fmt: skip


def test_the_page_says_at_the_top_and_at_each_figure_that_it_is_not_released_and_invented(html: str, basket: Basket) -> None:
    banner = re.search(r'<p class="banner".*?</p>', html, re.DOTALL)
    assert banner and "공개 전" in banner[0] and "꾸며 낸 응답" in banner[0]
    blocks = html.split('<p class="from">')[1:]
    assert len(blocks) == len(basket.kept)
    for block in blocks:
        assert "공개 전" in block[:80] and "예시 자료" in block[:140]


def test_its_numbers_are_those_of_the_tables(html: str, basket: Basket) -> None:
    tables = {one.result.table.question: one.result.table for one in basket.kept}
    cells = {
        table.address(cell).partition("/by=")[::2]: cell.value for table in tables.values() for cell in table.cells
    } | {
        (table.name.partition("/by=")[0], table.address(cell).partition(f"/by={table.group}")[2]): cell.value
        for table in tables.values()
        for cell in table.cells
        if not cell.level
    }
    told = [one for one in numbers_told(html) if one.value is not None]
    assert len(told) > 60
    for one in told:
        assert one.value == cells[one.address.partition("/by=")[::2]]


def test_what_is_empty_says_why(html: str, basket: Basket) -> None:
    assert basket.kept[1].result.lead in re.sub(r"<(?!br)[^>]+>", "", html)


def test_titles_that_people_write_stay_words(html: str) -> None:
    assert "<img" not in html and "<script" not in html
    assert "&lt;script&gt;" in html


def test_the_workbook_leads_to_a_sheet_a_table_and_each_is_marked(made: tuple[Path, Path], basket: Basket) -> None:
    book = openpyxl.load_workbook(made[1])
    contents, *sheets = book
    assert len(sheets) == len(basket.kept)
    links = [cell.hyperlink.location for row in contents for cell in row if cell.hyperlink]
    assert links == [f"'{sheet.title}'!A1" for sheet in sheets]
    for sheet in book:
        assert any("공개 전" in str(cell.value) for row in sheet.iter_rows(max_row=6) for cell in row)
    assert basket.kept[1].result.lead in [cell.value for row in sheets[1] for cell in row]


def test_what_could_not_be_asked_again_is_named(basket: Basket, tmp_path: Path) -> None:
    page, book = basket.rerun(2031).report(tmp_path)
    assert "이제는 물을 수 없는 것" in page.read_text(encoding="utf-8")
    assert "2031" in page.read_text(encoding="utf-8")
    assert any("2031" in str(cell.value) for row in openpyxl.load_workbook(book).worksheets[0] for cell in row)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_in_a_browser_it_is_as_good_as_the_other_pages(
    browser: Browser, basket: Basket, tmp_path: Path, language: str
) -> None:
    seen = see(browser, basket.report(tmp_path, language)[0])
    assert {rule: found for rule, found in seen.troubles.items() if found} == {}
