from __future__ import annotations

import pickle
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest

from analysis.report.run import Report, ReportError, make_reports
from tests.report.small_report import project_in, report_in

OPEN = 'from analysis.report import open_page\npage = open_page("orgs", year, audience, language)'


class Made(NamedTuple):
    """What was left of several reports that were made at once: two of them whole."""

    reports: dict[str, Report]
    errors: dict[str, ReportError]
    notebook: bytes  # of the good one, before
    temporary: Path
    said: str

    def page(self, name: str) -> str:
        return self.reports[name].to.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("run")
    project, temporary = project_in(folder), folder / "temporary"
    temporary.mkdir()
    cells = {
        "good": (OPEN, "## 조사 결과\n\n무엇이 나왔는지 봅니다.", 'print("두레 <3")'),
        "failing": ("# 보고서", "## 조사 개요", "1 + 1", "## 조사 결과", "raise ValueError('어긋난 값')"),
        "missing": (OPEN, 'page.show("nonsense")'),
        "dead": ("import os\nos._exit(1)",),
    }
    reports = {name: report_in(project, *texts, name=name) for name, texts in cells.items()}
    reports["english"] = report_in(project, "## 한국어\n\n누구에게나", language="en", name="english")
    notebook = nbformat.read(reports["english"].notebook, as_version=4)
    for text, tags in (("## Findings\n\nWords.", ["en"]), ("## 조사 결과\n\n말.", ["ko"])):
        notebook.cells.append(nbformat.v4.new_markdown_cell(text, metadata={"tags": tags}))
    nbformat.write(notebook, reports["english"].notebook)
    failing = reports["failing"].to
    failing.parent.mkdir(parents=True)
    failing.write_text("먼저 만든 쪽", encoding="utf-8")
    before = reports["good"].notebook.read_bytes()
    with pytest.MonkeyPatch.context() as patch, redirect_stderr(StringIO()) as said:
        patch.setattr("tempfile.tempdir", str(temporary))
        errors = make_reports([reports[name] for name in ("failing", "dead", "missing", "good", "english")], jobs=2)
    by_name = {error.args[0].split("'")[1]: error for error in errors}
    return Made(reports, by_name, before, temporary, said.getvalue())


def test_a_report_is_one_file_made_of_what_the_cells_put_out_and_nothing_else_is_left_behind(made: Made):
    good, text = made.reports["good"], made.page("good")
    assert {path.name for path in good.to.parent.iterdir()} == {"good.html", "english.html", "failing.html"}
    assert "무엇이 나왔는지 봅니다." in text
    assert "<pre>두레 &lt;3\n</pre>" in text
    assert "open_page" not in text, "code is not shown"
    assert list(made.temporary.iterdir()) == []
    assert good.notebook.read_bytes() == made.notebook


def test_a_failing_notebook_is_told_by_its_heading_and_cause_and_the_former_page_stays(made: Made):
    error = made.errors["failing"]
    assert str(error).splitlines() == [
        "'failing' 보고서(members)를 만들지 못했습니다: ‘조사 결과’ 아래 셀. 먼저 만든 파일은 그대로 있습니다.",
        "까닭: ValueError: 어긋난 값",
    ]
    assert error.exit_code == 3
    assert made.page("failing") == "먼저 만든 쪽"
    assert "ValueError: 어긋난 값" in error.words("en")


def test_an_error_worded_for_people_keeps_its_words_and_crosses_processes(made: Made):
    error = made.errors["missing"]
    assert "공개된 표가 없습니다: nonsense" in str(error)
    copied = pickle.loads(pickle.dumps(error))
    assert (copied.words("ko"), copied.words("en")) == (error.words("ko"), error.words("en"))


def test_failing_reports_do_not_keep_the_others(made: Made):
    assert set(made.errors) == {"failing", "dead", "missing"}
    for name in ("good", "english"):
        to = made.reports[name].to
        assert to.exists() and str(to) in made.said
    assert f"만들었습니다: {made.reports['good'].to}" in made.said
    assert not made.reports["dead"].to.exists() and not made.reports["missing"].to.exists()


def test_prose_is_kept_in_the_language_of_the_report_only(made: Made):
    text = made.page("english")
    assert "Findings" in text and "한국어" in text and "조사 결과" not in text
    assert '<html lang="en">' in text
