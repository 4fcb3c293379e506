"""The notebooks that come with the project."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

import start
from analysis import ledger
from analysis.report.addresses import numbers_told
from analysis.report.run import Report, make_report
from analysis.tables.address import parse_address
from tests.report.small_report import KIND, SATISFACTION, bundle

NOTEBOOKS = sorted((start.ROOT / "notebooks").glob("*.ipynb"))
REPORTS = [path for path in NOTEBOOKS if path.stem in ("annual_report", "member_orgs", "survey")]


def report(name: str, released: dict[str, str], to: Path, **parameters: object) -> Report:
    bundles = []
    for survey, text in released.items():
        bundles.append(to / survey / "released.members.json")
        bundles[-1].parent.mkdir(parents=True)
        bundles[-1].write_text(text, encoding="utf-8")
    return Report(
        name, start.ROOT / "notebooks" / f"{name}.ipynb", tuple(bundles),
        {"year": 2016, "audience": "members", "language": "ko", **parameters}, to / f"{name}.html",
        commentary=start.ROOT / "data" / "raw" / "2016" / "commentary.yml", forbidden=(start.ROOT / "data",),
    )  # fmt: skip


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_output_is_saved_in_a_notebook(path: Path):
    cells = nbformat.read(path, as_version=4).cells
    assert not any(cell.outputs or cell.execution_count for cell in cells if cell.cell_type == "code")


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_notebook_holds_prose_and_calls_of_its_page(path: Path):
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code" and "parameters" not in cell.metadata.get("tags", ()):
            lines = cell.source.splitlines()
            assert len(lines) <= 10
            assert all(
                re.match(r"page[.\s]|from analysis\.report import open_page$|$", line) for line in lines
            ), cell.source


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_heading_is_there_in_both_languages(path: Path):
    tags = [tag for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "markdown"
            for tag in cell.metadata.tags if tag in ("ko", "en")]  # fmt: skip
    assert tags.count("ko") == tags.count("en") > 0


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_notebook_of_any_survey_shows_every_question_of_every_section(tmp_path: Path, language: str):
    given = bundle(KIND, SATISFACTION)
    page = make_report(report("survey", {"orgs": given.dumps()}, tmp_path, survey="orgs", language=language))
    text = page.read_text(encoding="utf-8")
    assert re.findall(r'<section class="chapter numbered" id="chapter-\d"', text) == [
        f'<section class="chapter numbered" id="chapter-{place}"' for place in (2, 3, 4)  # after the summary, which has no number
    ]
    assert 'id="q-kind"' in text and 'id="q-satisfaction"' in text


def test_the_annual_report_is_made_of_the_ledger_alone_where_there_is_no_survey(tmp_path: Path):
    book = ledger.read(start.ROOT / "data" / "raw" / "2016")
    given = ledger.release(book, ledger.build_tables(book, {}), "members")
    page = make_report(report("annual_report", {"ledger": given.dumps()}, tmp_path))
    text = page.read_text(encoding="utf-8")
    plain = " ".join(re.sub("<[^>]+>", " ", text).split())
    assert "협동과 연대에 기초한 정책연대와 공동사업의 촉진" in plain
    assert "설문으로 본 한 해" not in plain
    listed = text.split('id="q-events_list"')[1].split("</table>")[0]
    assert listed.count('<tr role="row"><th scope="row"') == len(book.events)
    for number in numbers_told(text):
        assert parse_address(number.address)[0] == "ledger"
