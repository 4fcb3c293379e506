"""explore.html holds every released cell of its years, and nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.release import Bundle
from analysis.report.site.contents import Block
from analysis.report.site.explorer import write_explorer
from analysis.report.site.explorer.data import HeldTable, held_table
from analysis.report.site.explorer.explore_page import MOST, weight
from analysis.report.site.explorer.held import differing, numbers_held, read_page
from analysis.tables import Cell
from tests.report.site.editions import contents
from tests.report.small_report import KIND, SATISFACTION, bundle, choice, words

BLOCKS = (Block(id="q-satisfaction", heading="만족도", finding="반이 넘음"),)
EVIL = "</script><img src=x onerror=alert(1)> & {{ 7*7 }}"


def page_of(folder: Path, *bundles: Bundle, earlier: tuple[tuple[Bundle, ...], ...] = (), language: str = "ko") -> str:
    write_explorer(folder, contents(blocks=BLOCKS), bundles, earlier, language)
    name = "explore.html" if language == "ko" else f"explore.{language}.html"
    return (folder / name).read_text(encoding="utf-8")


def of_year(bundle: Bundle, year: int) -> Bundle:
    tables = tuple(replace(table, year=year, facts=dict(table.facts)) for table in bundle.tables)
    return replace(bundle, year=year, tables=tables)


def tables_in(html: str) -> list[HeldTable]:
    page = read_page(html)
    assert page is not None
    return [*page.tables]


@pytest.mark.parametrize("audience", ["members", "committee"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_cell_of_a_real_edition_comes_back(project_2016: Path, audience: str, language: str) -> None:
    name = "explore.html" if language == "ko" else "explore.en.html"
    page = read_page((project_2016 / "reports" / audience / "2016" / name).read_text(encoding="utf-8"))
    assert page is not None
    held = {(one.survey, one.question, one.group): one.cells for one in page.tables}
    files = sorted((project_2016 / "data" / "processed" / "2016").glob(f"*/released.{audience}.json"))
    tables = [table for file in files for table in Bundle.loads(file.read_text(encoding="utf-8")).tables]
    assert len(held) == len(tables)
    for table in tables:
        cells = held[table.survey, table.question, table.group]
        assert {key: cell.status for key, cell in cells.items()} == {cell.key: cell.status for cell in table.cells}
        assert {key: (cell.value, cell.base) for key, cell in cells.items() if cell.status == "shown"} == {
            cell.key: (cell.value, cell.base) for cell in table.cells if cell.shown
        }


def test_of_a_hidden_cell_the_page_says_nothing_but_that(tmp_path: Path) -> None:
    hidden = choice("secret", "비밀", {"a": 5, "b": None})
    cells = [replaced(cell) if not cell.shown else cell for cell in hidden.cells]
    html = page_of(tmp_path, bundle(KIND, hidden.with_cells(tuple(cells))))
    assert "small_cell_rule" not in html and "987" not in json.dumps(data_of(html))


def replaced(cell: Cell) -> Cell:
    return cell._replace(base=987, rule="small_cell_rule")


def data_of(html: str) -> object:
    found = re.search(r'id="tables">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_words_of_a_survey_stay_words(tmp_path: Path) -> None:
    html = page_of(tmp_path, bundle(choice("evil", EVIL, {"a": 5, "b": 9})))
    assert EVIL not in html and "<img" not in html
    assert EVIL in data_of(html)["texts"]  # type: ignore[index]


def test_the_list_leads_to_the_report_where_there_is_no_script(tmp_path: Path) -> None:
    html = page_of(tmp_path, bundle(KIND, SATISFACTION))
    assert 'id="orgs/satisfaction" href="orgs.html#q-satisfaction"' in html


def test_years_before_are_in_the_page_and_their_questions_in_its_list(tmp_path: Path) -> None:
    before = of_year(bundle(KIND, choice("old", "예전 질문", {"a": 5, "b": 9})), 2015)
    html = page_of(tmp_path, bundle(KIND, SATISFACTION), earlier=((before,),))
    assert {(one.year, one.question) for one in tables_in(html)} == {
        (2016, "kind"), (2016, "satisfaction"), (2015, "kind"), (2015, "old"),
    }  # fmt: skip
    assert "이번에는 묻지 않은 질문" in html and 'href="#orgs/old"' in html


def test_years_that_make_the_page_too_large_are_left_out_and_named(tmp_path: Path) -> None:
    many = bundle(*(choice(f"q{at}", f"질문 {at} {'가' * 250}", {"a": 5, "b": 9}) for at in range(120)))
    years = tuple((of_year(renamed(many, year), year),) for year in (2015, 2014))
    html = page_of(tmp_path, bundle(KIND, SATISFACTION), earlier=years)
    assert {one.year for one in tables_in(html)} == {2016, 2015}
    assert "2014년의 표는 넣지 않았습니다" in html
    assert weight(html) < MOST


def renamed(given: Bundle, year: int) -> Bundle:
    titles = (words(f"{table.title.ko} {year}") for table in given.tables)
    tables = (replace(t, title=title, facts=dict(t.facts)) for t, title in zip(given.tables, titles, strict=True))
    return replace(given, tables=tuple(tables))


def test_a_table_without_cells_is_no_table_to_choose(tmp_path: Path) -> None:
    html = page_of(tmp_path, bundle(KIND, choice("words", "쓴 말", {}).with_cells(())))
    assert [one.question for one in tables_in(html)] == ["kind"]
    assert "orgs/words" not in html


def test_where_nothing_has_a_cell_there_is_no_page(tmp_path: Path) -> None:
    write_explorer(tmp_path, contents(), [bundle(KIND.with_cells(()))], [], "ko")
    assert [*tmp_path.iterdir()] == []


def test_the_same_bundles_make_the_same_page(tmp_path: Path) -> None:
    assert page_of(tmp_path / "one", bundle(KIND)) == page_of(tmp_path / "two", bundle(KIND))


# What verify asks


def test_a_number_that_is_another_is_found_by_its_address() -> None:
    true = choice("q", "질문", {"a": 5, "b": 9})
    other = choice("q", "질문", {"a": 5, "b": 8})
    found = dict((address, words) for words, address in differing(held_table(other, "ko"), true, "ko"))
    assert found["orgs/2016/q/by=/b/count"] == "8"
    assert "orgs/2016/q/by=/a/count" in found, "its base is another"


def test_a_cell_that_should_be_hidden_is_found() -> None:
    true, other = choice("q", "질문", {"a": 5, "b": None}), choice("q", "질문", {"a": 5, "b": 2})
    found = {address for _, address in differing(held_table(other, "ko"), true, "ko")}
    assert {"orgs/2016/q/by=/b/count", "orgs/2016/q/by=/b/share"} <= found


def test_a_table_that_is_not_released_is_found_and_the_true_one_holds() -> None:
    table = choice("q", "질문", {"a": 5, "b": 9})
    held = held_table(table, "ko")
    assert len([*differing(held, None, "ko")]) == len(table.cells)
    assert [*differing(held, table, "ko")] == []


def test_the_numbers_of_a_page_are_counted_and_other_pages_have_none(tmp_path: Path) -> None:
    page = read_page(page_of(tmp_path, bundle(choice("q", "질문", {"a": 5, "b": None}))))
    assert page is not None and numbers_held(page) == 3
    assert read_page("<p>14</p>") is None
