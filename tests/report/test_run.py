from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from analysis.report.run import ReportError, make_report, make_reports
from tests.report.small_report import report_in

OPEN = 'from analysis.report import open_page\npage = open_page("orgs", year, audience, language)'


def test_a_report_is_one_file_made_of_what_the_cells_put_out_and_nothing_else_is_left_behind(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    report = report_in(project, OPEN, "## 조사 결과\n\n무엇이 나왔는지 봅니다.", 'print("두레 <3")')
    before = report.notebook.read_bytes()
    page = make_report(report)
    text = page.read_text(encoding="utf-8")
    assert [path.name for path in page.parent.iterdir()] == ["report.html"]
    assert "무엇이 나왔는지 봅니다." in text
    assert "<pre>두레 &lt;3\n</pre>" in text
    assert "open_page" not in text, "code is not shown"
    assert list(temporary.iterdir()) == []
    assert report.notebook.read_bytes() == before


def test_the_same_inputs_give_the_same_bytes(project: Path):
    report = report_in(
        project, OPEN, "## 조사 결과", 'page.cover("satisfaction")\npage.rest()\npage.methods()'
    )
    first = make_report(report).read_bytes()
    again = make_report(replace(report, to=report.to.with_name("again.html"))).read_bytes()
    assert first == again


def test_a_failing_notebook_is_told_by_its_heading_and_cause_and_the_former_page_stays(project: Path):
    report = report_in(
        project, "# 보고서", "## 조사 개요", "1 + 1", "## 조사 결과", "raise ValueError('어긋난 값')"
    )
    report.to.parent.mkdir(parents=True)
    report.to.write_text("먼저 만든 쪽", encoding="utf-8")
    with pytest.raises(ReportError) as error:
        make_report(report)
    assert str(error.value).splitlines() == [
        "'report' 보고서(members)를 만들지 못했습니다: ‘조사 결과’ 아래 셀. 먼저 만든 파일은 그대로 있습니다.",
        "까닭: ValueError: 어긋난 값",
    ]
    assert error.value.exit_code == 3
    assert report.to.read_text(encoding="utf-8") == "먼저 만든 쪽"
    assert "ValueError: 어긋난 값" in error.value.words("en")


def test_an_error_worded_for_people_keeps_its_words_and_crosses_processes(project: Path):
    with pytest.raises(ReportError, match="공개된 표가 없습니다: nonsense") as error:
        make_report(report_in(project, OPEN, 'page.show("nonsense")'))
    copied = pickle.loads(pickle.dumps(error.value))
    assert (copied.words("ko"), copied.words("en")) == (error.value.words("ko"), error.value.words("en"))


def test_one_failing_report_does_not_keep_the_others(project: Path, capsys: pytest.CaptureFixture[str]):
    bad = report_in(project, "1 / 0", name="bad")
    dead = report_in(project, "import os\nos._exit(1)", name="dead")
    good = report_in(project, "## 조사 결과", name="good")
    errors = make_reports([bad, dead, good], jobs=2)
    assert {error.args[0].split("'")[1] for error in errors} == {"bad", "dead"}
    assert good.to.exists() and not bad.to.exists() and not dead.to.exists()
    assert f"만들었습니다: {good.to}" in capsys.readouterr().err


def test_prose_is_kept_in_the_language_of_the_report_only(project: Path):
    report = report_in(project, "## 한국어\n\n누구에게나", language="en")
    notebook = nbformat.read(report.notebook, as_version=4)
    for text, tags in (("## Findings\n\nWords.", ["en"]), ("## 조사 결과\n\n말.", ["ko"])):
        notebook.cells.append(nbformat.v4.new_markdown_cell(text, metadata={"tags": tags}))
    nbformat.write(notebook, report.notebook)
    text = make_report(report).read_text(encoding="utf-8")
    assert "Findings" in text and "한국어" in text and "조사 결과" not in text
    assert '<html lang="en">' in text
