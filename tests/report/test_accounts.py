"""결산보고, 감사보고 and the plan on the annual page, and in its workbook."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from analysis.ledger import build_tables, read, release
from analysis.release import Bundle
from analysis.report import open_page, page
from analysis.report.workbook import write_workbook
from tests.ledger.keeping import keep
from tests.ledger.ruled import EXPENSE, HEADING, UNIT, with_cell, workbook

Put = list[tuple[str, dict]]
PLAN = "사업 축,사업,시기,내용,예산(원)\n정책,세미나,3월,매달 엶,900\n"
AUDIT = "date: 2017-01-25\naudited: [장부]\nopinion: 맞음\nsignatories: [감사 ○○○]\n"


def released(folder: Path) -> Bundle:
    ledger = read(folder)
    return release(ledger, build_tables(ledger, {}), "members")


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[page.Page, Put]]:
    """The annual page of a small ledger, and what it puts out as (html, what is known of it)."""
    pieces: Put = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(page, "put", lambda html, **known: pieces.append((str(html), known)))

    def make(folder: Path, language: str = "ko") -> tuple[page.Page, Put]:
        Path("released").mkdir()
        Path("released", "ledger.json").write_text(released(folder).dumps(), encoding="utf-8")
        made = open_page("ledger", 2016, "members", language)
        pieces.clear()
        return made, pieces

    return make


def test_without_files_there_is_no_chapter(opened, tmp_path: Path) -> None:
    made, pieces = opened(keep(tmp_path))
    made.accounts()
    made.audit()
    made.plan()
    assert pieces == []


def test_the_balance_comes_first_then_income_and_expense(opened, tmp_path: Path) -> None:
    folder = keep(tmp_path)
    workbook(folder / "accounts.xlsx")
    made, pieces = opened(folder)
    made.accounts()
    assert [known["id"] for _, known in pieces] == ["accounts_balance", "accounts_income", "accounts_expense"]
    assert "예시 자료" not in "".join(html for html, _ in pieces)


def test_an_example_is_marked_on_chapter_caption_and_source(opened, tmp_path: Path) -> None:
    folder = keep(tmp_path)
    workbook(folder / "accounts.invented.xlsx")
    made, pieces = opened(folder)
    made.accounts()
    assert {"kind": "invented", "chapter": True} in [known for _, known in pieces]
    for html, known in pieces:
        if known["kind"] == "figure":
            assert re.search(r"<caption.*예시 자료.*</caption>", html, re.DOTALL)
            assert re.search(r'class="source">[^\n]*예시', html)


def test_a_sum_that_does_not_hold_is_shown(opened, tmp_path: Path) -> None:
    folder = keep(tmp_path)
    workbook(folder / "accounts.xlsx", expense=with_cell(EXPENSE, 6, 3, 1_000))
    made, pieces = opened(folder)
    made.accounts()
    html = pieces[0][0]
    assert '<li class="miss"><b>확인 필요</b>' in html
    assert "1,100원임" in html and "D9" in html


def test_the_table_shows_triangles_rates_and_notes(opened, tmp_path: Path) -> None:
    folder = keep(tmp_path)
    workbook(folder / "accounts.xlsx")
    made, pieces = opened(folder)
    made.accounts()
    table = pieces[1][0].split("<table", 1)[1]
    assert re.search(r'<data value="-100" data-cell="[^"]*">△100</data>', table)
    assert re.search(r'<data value="0.875" data-cell="[^"]*/rate/share">87.5%?</data>', table)
    assert "7곳" in table


def test_the_audit_is_signed_and_marked_where_it_is_an_example(opened, tmp_path: Path) -> None:
    folder = keep(tmp_path)
    (folder / "audit.invented.yml").write_text(AUDIT, encoding="utf-8")
    made, pieces = opened(folder)
    made.audit()
    assert "감사 ○○○" in pieces[0][0] and "2017년 1월 25일" in pieces[0][0] and "예시 자료" in pieces[0][0]
    assert pieces[1][1] == {"kind": "invented", "chapter": True}


def test_plan_and_budget_of_the_next_year_stand_together(opened, tmp_path: Path) -> None:
    folder = keep(tmp_path)
    (folder / "plan.csv").write_text(PLAN, encoding="utf-8")
    workbook(folder / "budget.xlsx", heading=(UNIT, (*HEADING[:3], "금년 예산", "다음 해 예산")))
    made, pieces = opened(folder)
    made.plan()
    assert [known["id"] for _, known in pieces] == ["plan", "budget_income", "budget_expense"]
    assert "매달 엶" in pieces[0][0]
    assert "2017년 예산안(B)" in pieces[1][0]
    assert "검산" in pieces[2][0]


def test_the_timeline_is_shown_like_any_figure(opened, tmp_path: Path) -> None:
    made, pieces = opened(keep(tmp_path))
    made.show("timeline")
    html, known = pieces[0]
    assert known["id"] == "timeline"
    assert "5월 30일~6월 1일" in html and "<svg" in html


def test_in_the_workbook_nothing_is_merged_and_every_line_has_its_관(tmp_path: Path) -> None:
    folder = keep(tmp_path)
    workbook(folder / "accounts.xlsx")
    write_workbook(released(folder), tmp_path / "annual_report.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "annual_report.xlsx")["지출 결산"]
    assert not sheet.merged_cells.ranges
    rows = [[value for value in row] for row in sheet.iter_rows(values_only=True)]
    assert ["사업비", "정책사업", "조사", 100, 40, -60, 0.4, ""] in rows
    (minus,) = (row for row in sheet.iter_rows() if row[2].value == "조사")
    assert minus[5].number_format == '#,##0;"△"#,##0'
