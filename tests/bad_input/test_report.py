"""From hostile words and answers to pages, workbooks and data files, in both languages: all of it shown, nothing of
it obeyed. What the words would do stands in tests/bad_input/hostile.py."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import openpyxl
import pytest
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, Page

from analysis.pipeline import Order, report
from analysis.progress import Progress
from analysis.report import run
from tests.bad_input.hostile import ENDS, FORMULA, HEBREW, IMAGE, SCRIPT, TEMPLATE, hostile_project
from tests.bad_input.index import row

IN_BOTH = ("2016/control", "2016/explore", "2016/index", "index")
MADE = {f"{page}{ending}" for page in IN_BOTH for ending in (".html", ".en.html")} | {"2016/annual_report.html"}
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
MARKUP = "c28_html_script_markdown_latex.csv"
TURNING = "c38_unicode_bidi_emoji.csv"


@pytest.fixture(scope="module")
def notebooks() -> list[nbformat.NotebookNode]:
    """The notebooks of the reports, as papermill left them."""
    return []


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, notebooks: list[nbformat.NotebookNode]) -> Iterator[Path]:
    """The committee's site, made from them: all of it in Korean, the survey and the indexes in English, too."""
    assemble = run.assemble

    def watched(notebook: nbformat.NotebookNode, language: str) -> str:
        notebooks.append(notebook)
        return assemble(notebook, language)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "assemble", watched)
        root = hostile_project(tmp_path_factory.mktemp("hostile") / "project")
        for surveys, language in (((), "ko"), (("control",), "en")):
            order = Order(root, 2016, surveys, audiences=("committee",), languages=(language,))
            assert report(order, Progress(quiet=True)) == ()
    yield root / "reports" / "committee"


@pytest.fixture(scope="module")
def opened(browser: Browser, made: Path) -> Iterator[dict[str, Page]]:
    """Every page, in a browser."""
    pages = {}
    for file in sorted(made.rglob("*.html")):
        pages[file.relative_to(made).as_posix()] = page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(file.as_uri())
    yield pages
    for page in pages.values():
        page.close()


def page_of(made: Path, name: str = "2016/control.html") -> str:
    return (made / name).read_text(encoding="utf-8")


# In a browser


@row(MARKUP, "c29_script_in_header.csv")
def test_every_page_is_made(opened: dict[str, Page], name: str) -> None:
    assert opened.keys() == MADE


@row(MARKUP)
def test_no_words_become_an_element_an_attribute_or_a_script(opened: dict[str, Page], name: str) -> None:
    for place, page in opened.items():
        assert page.evaluate("typeof obeyed") == "undefined", place
        strangers = "img, iframe, object, embed, form:not([role=search]), body script[src], b[style], link:not([href^='data:']):not([href$='.html'])"
        assert page.locator(strangers).evaluate_all("all => all.map(one => one.outerHTML.slice(0, 99))") == [], place
        assert page.evaluate(DOES_SOMETHING) == [], place
        assert page.evaluate("[...document.scripts].filter(one => /obeyed=/.test(one.text) && one.type !== 'application/json').length") == 0


@row("c29_script_in_header.csv")
def test_hostile_words_are_the_words_of_title_heading_and_preview(opened: dict[str, Page], name: str) -> None:
    for place in ("2016/control.html", "2016/control.en.html"):
        page = opened[place]
        assert ENDS in page.title()
        assert ENDS in page.locator("h1").inner_text()
        assert page.evaluate("[...document.querySelectorAll('meta[property=\"og:title\"]')].map(one => one.content)") != []
        assert page.evaluate("document.head.querySelectorAll('body *, p, b').length") == 0


@row(MARKUP)
def test_words_of_a_drawing_are_words(opened: dict[str, Page], name: str) -> None:
    for place in ("2016/control.html", "2016/control.en.html"):
        page = opened[place]
        drawn = page.evaluate("[...document.querySelectorAll('svg')].map(svg => svg.textContent).join('\\n')")
        assert SCRIPT in drawn.replace("\n", "")
        assert page.evaluate("document.querySelectorAll('svg script, svg a, svg foreignObject, svg img, svg b').length") == 0


@row(MARKUP)
def test_templates_and_markdown_in_words_are_not_filled_in(made: Path, name: str) -> None:
    page = page_of(made)
    assert TEMPLATE in page
    assert "49" not in re.sub(r"<[^>]*>|base64[^)]*", "", page.partition(TEMPLATE)[2][:20])
    assert "**굵게** [링크](javascript:obeyed=4)" in page


@row(TURNING)
def test_no_sign_on_a_page_turns_the_words_beside_it(made: Path, name: str) -> None:
    for file in made.rglob("*"):
        if file.suffix in (".html", ".json", ".csv"):
            words = file.read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8")
            assert UNSEEN.findall(words) == [], file.name


@row(TURNING)
def test_numbers_beside_words_from_right_to_left_keep_their_order(opened: dict[str, Page], name: str) -> None:
    for place in ("2016/control.html", "2016/control.en.html"):
        page = opened[place]
        assert HEBREW in page.locator("main").inner_text()
        assert page.evaluate("document.querySelectorAll('main data').length") > 20
        assert page.evaluate(TURNED_NUMBERS) == [], place


@row(MARKUP)
def test_what_is_sought_on_the_first_page_is_shown_as_words(opened: dict[str, Page], name: str) -> None:
    for place in ("index.html", "index.en.html"):
        page = opened[place]
        box = page.locator("input[type=search]")
        assert box.count() == 1
        box.fill("obeyed")
        box.press("Enter")
        page.wait_for_timeout(300)
        assert page.evaluate("typeof obeyed") == "undefined"
        assert page.locator("img, iframe, b[style], b[onmouseover]").count() == 0
        for data in page.locator("script[type='application/json']").all_text_contents():
            json.loads(data)


# In files


@row("c26_all_missing_column.csv")
def test_a_question_that_nobody_answered_is_told_without_bars_or_nan(made: Path, name: str) -> None:
    page = page_of(made)
    words = re.sub(r"<(style|script)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert not re.search(r"\bnan\b|\bNaN\b|\binf\b", words)
    block = re.search(r'id="q-quality_docs".*?(?=id="q-quality_spack")', page, re.DOTALL)
    assert block and "응답이 없음" in block[0] and "<rect" not in block[0]


@row("c02_formula_injection.csv")
def test_no_cell_of_a_workbook_is_a_formula_or_leads_out(made: Path, name: str) -> None:
    books = sorted(made.rglob("*.xlsx"))
    assert len(books) == 3
    for file in books:
        cells = [cell for sheet in openpyxl.load_workbook(file) for line in sheet.iter_rows() for cell in line]
        assert not [cell for cell in cells if cell.data_type == "f"]
        assert not [cell for cell in cells if cell.hyperlink and cell.hyperlink.target]
        if file.stem.startswith("control"):
            assert FORMULA in {cell.value for cell in cells}


@row("c02_formula_injection.csv")
def test_no_cell_of_a_data_file_is_a_formula(made: Path, name: str) -> None:
    files = sorted(made.rglob("*.csv"))
    assert files
    for file in files:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            cells = [cell for line in csv.reader(opened) for cell in line]
        assert [cell for cell in cells if re.match(r"[=+@\t\r]|-(?![\d.]+$)", cell) and cell != "-"] == []


@row(MARKUP)
def test_an_executed_notebook_shows_words_as_words_in_any_viewer(
    made: Path, notebooks: list[nbformat.NotebookNode], name: str
) -> None:
    assert len(notebooks) == 3
    for notebook in notebooks:
        html, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
        marks = Marks(html)
        assert marks.handlers == []
        assert not {"iframe", "img", "object", "embed"} & set(marks.tags)
        assert "obeyed" not in marks.scripts
        assert [target for target in marks.targets if re.match(r"\s*(javascript|https?):|//", target)] == []


@row("names/")
def test_outputs_stay_in_their_folders(made: Path, name: str) -> None:
    project = made.parents[1]
    assert [path.name for path in project.parent.iterdir()] == ["project"]
    assert sorted(path.name for path in project.iterdir()) == ["data", "questionnaires", "reports"]


def test_the_pages_hold_the_words_at_all(made: Path) -> None:
    """Else nothing would be shown by what stands above."""
    for name in ("2016/control.html", "2016/control.en.html", "2016/annual_report.html"):
        page = page_of(made, name)
        assert page.count("&lt;script&gt;obeyed=1") > 5, name
    assert page_of(made, "2016/annual_report.html").count(IMAGE.split()[0].replace("<", "&lt;")) >= 1


class Marks(HTMLParser):
    """The elements of a page, what stands in its scripts, and what its attributes would do."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.scripts, self.handlers, self.targets = "", list[str](), list[str]()
        self._script = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._script = tag == "script"
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.targets += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        self._script &= tag != "script"

    def handle_data(self, data: str) -> None:
        if self._script:
            self.scripts += data


DOES_SOMETHING = """
[...document.querySelectorAll("*")].filter(one => [...one.attributes].some(given => /^on/i.test(given.name)) ||
  /^\\s*(javascript|vbscript|https?):|^\\/\\//i.test(one.getAttribute("href") || one.getAttribute("src") || "")
).map(one => one.outerHTML.slice(0, 99))
"""

# Numbers whose signs do not stand from left to right: a percent sign before its figures, a unit before its number.
TURNED_NUMBERS = """
() => {
  const found = [];
  for (const number of document.querySelectorAll("main :is(data, td, small)[data-cell]")) {
    const node = number.firstChild;
    if (!node || node.nodeType !== 3 || !number.getClientRects().length) continue;
    let before = null;
    for (let at = 0; at < node.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (before && box.top < before.bottom - 2 && box.top > before.top - 2 && box.left < before.left - .5) { found.push(number.textContent); break; }
      before = box;
    }
  }
  return found;
}
"""
