"""A report of hostile answers to a questionnaire with hostile words: everything is shown, nothing of it obeyed."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from analysis.pipeline import Order, report
from analysis.progress import Progress
from tests.bad_input.control import down, rows, text
from tests.bad_input.index import row
from tests.bad_input.names import NAMES
from tests.bad_input.project import project_with
from tests.bad_input.questionnaires import CONTROL
from tests.bad_input.texts import FORMULAS, MARKUP

SCRIPT = "<script>alert('{}')</script>"
TITLE, ASK, OPTION, POINT, FORMULA = (
    *map(SCRIPT.format, ("title", "ask", "option", "point")),
    "=1+cmd|'/C calc'!A0",
)
HOSTILE = [
    ("ko: 도구 사용 조사", f'ko: "{TITLE}</title>"'),
    ("ask: 도구의 품질", f'ask: "{ASK}"'),
    ("manager: Manager", f'manager: "{OPTION} $x^2$ {{{{ 7*7 }}}}"'),
    ("support: User Support Staff", f'support: "{FORMULA}"'),
    ("2: 나쁨", f'2: "{POINT}"'),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committee's edition: hostile words, hostile answers, a required column of blanks, a hostile file name."""
    form = CONTROL
    for plain, hostile in HOSTILE:
        assert plain in form
        form = form.replace(plain, hostile)
    table = rows(*down("H", MARKUP + FORMULAS), *down("F", [""] * 60))
    words = {"Manager": f"{OPTION} $x^2$ {{{{ 7*7 }}}}", "User Support Staff": FORMULA}
    table = [[words.get(cell, cell) for cell in line] for line in table]
    folder = tmp_path_factory.mktemp("hostile")
    root = project_with(folder / "project", {NAMES["markup"]: text(table).encode()}, form)
    assert report(Order(root, 2016, audiences=("committee",), jobs=1), Progress(quiet=True)) == ()
    return folder


class Marks(HTMLParser):
    """The elements of a page, what stands in its scripts, and what its attributes would do."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.titles: list[str] = []
        self.scripts, self.handlers, self.targets = "", list[str](), list[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.targets += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "script":
            self.scripts += data
        if self.tags and self.tags[-1] == "title":
            self.titles.append(data)


def pages(made: Path) -> list[Marks]:
    found = sorted((made / "project" / "reports").rglob("*.html"))
    assert len(found) == 2
    return [Marks(path.read_text(encoding="utf-8")) for path in found]


@row("c28_html_script_markdown_latex.csv", "c29_script_in_header.csv")
def test_words_of_questions_and_answers_are_never_markup(made: Path, name: str) -> None:
    for page in pages(made):
        assert "alert(" not in page.scripts
        assert not page.handlers
        assert not [target for target in page.targets if target.lower().startswith(("javascript:", "http:"))]
        assert "iframe" not in page.tags
    [of_survey] = [page for page in pages(made) if any(TITLE in title for title in page.titles)][-1:]
    assert any(f"{TITLE}</title>" in title for title in of_survey.titles)


@row("c26_all_missing_column.csv")
def test_a_question_that_nobody_answered_is_told_without_bars_or_nan(made: Path, name: str) -> None:
    page = (made / "project/reports/committee/2016/control.html").read_text(encoding="utf-8")
    words = re.sub(r"<(style|script)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert not re.search(r"\bnan\b|\bNaN\b|\binf\b", words)
    block = re.search(r'id="q-quality_docs".*?(?=id="q-quality_spack")', page, re.DOTALL)
    assert block and "응답이 없음" in block[0] and "<rect" not in block[0]


@row("c02_formula_injection.csv")
def test_no_cell_of_a_workbook_is_a_formula_or_leads_out(made: Path, name: str) -> None:
    book = openpyxl.load_workbook(made / "project/reports/committee/2016/control.xlsx")
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert FORMULA in {cell.value for cell in cells}
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [cell for cell in cells if cell.hyperlink and cell.hyperlink.target]


@row("names/")
def test_outputs_stay_in_their_folders_and_the_name_is_text(made: Path, name: str) -> None:
    assert [path.name for path in made.iterdir()] == ["project"]
    assert sorted(path.name for path in (made / "project").iterdir()) == [
        "data", "questionnaires", "reports",
    ]  # fmt: skip
    assert "onerror" not in " ".join(handler for page in pages(made) for handler in page.handlers)
