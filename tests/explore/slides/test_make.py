"""A notebook becomes a file of slides."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbformat import v4

import start
from analysis.cli import main
from analysis.explore.basket import Basket
from analysis.explore.slides import make_slides
from analysis.explore.slides.errors import SlidesError
from analysis.explore.survey import open_survey
from tests.project import copy_inputs


def written(path: Path, *sources: str, run: bool = False) -> Path:
    """A notebook of headings and code; run: it was saved with outputs."""
    cells = [v4.new_markdown_cell(one) if one.startswith("#") else v4.new_code_cell(one) for one in sources]
    for cell in cells:
        if run and cell.cell_type == "code":
            cell.execution_count, cell.outputs = 1, [v4.new_output("stream", text="앞서 나온 것")]
    nbformat.write(v4.new_notebook(cells=cells), path)
    return path


def test_a_notebook_without_outputs_is_run_in_its_folder_and_not_written(tmp_path: Path) -> None:
    (tmp_path / "here.txt").write_text("이 폴더", encoding="utf-8")
    source = "from pathlib import Path\nprint(Path('here.txt').read_text(encoding='utf-8'))"
    notebook = written(tmp_path / "회의.ipynb", "# 제목", source)
    before = notebook.read_bytes()
    file = make_slides(notebook, tmp_path / "out.html")
    assert file == tmp_path / "out-공개전.html"
    assert "<pre>이 폴더\n</pre>" in file.read_text(encoding="utf-8")
    assert notebook.read_bytes() == before


def test_outputs_that_were_saved_are_shown_as_they_are(tmp_path: Path) -> None:
    notebook = written(tmp_path / "a.ipynb", "# 제목", "raise SystemError", run=True)
    assert "앞서 나온 것" in make_slides(notebook, tmp_path / "a.html").read_text(encoding="utf-8")


def test_the_code_of_a_basket_becomes_a_slide_a_finding(tmp_path: Path) -> None:
    basket, survey = Basket(), open_survey("member_orgs", root=start.ROOT)
    basket.keep(survey.table("overall_satisfaction", by="region"))
    basket.keep(survey.table("outlook"), "앞으로 한 해")
    folder = copy_inputs(tmp_path) / "explored"
    folder.mkdir()
    file = make_slides(written(folder / "a.ipynb", "# 제목", basket.code()), folder / "a.html")
    slides = file.read_text(encoding="utf-8").split("<section")[1:]
    assert len(slides) == 3
    assert all(one.title in slides[0] for one in basket.kept)  # the list
    for one, slide in zip(basket.kept, slides[1:], strict=True):
        assert one.title in slide and "<svg" in slide and "공개 전: 운영위원회용" in slide


def test_without_a_name_they_go_to_the_project_s_folder_of_what_was_explored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "questionnaires").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["slides", str(written(tmp_path / "a.ipynb", "# 제목"))]) == 0
    file = tmp_path / "explored" / "a-slides-공개전.html"
    assert file.is_file() and str(file) in capsys.readouterr().out
    assert main(["slides", "a.ipynb", "--to", "b.html", "--language", "en"]) == 0
    assert (tmp_path / "b-not-released.html").is_file()


def test_a_cell_that_fails_is_named_by_the_heading_above_it(tmp_path: Path) -> None:
    notebook = written(tmp_path / "a.ipynb", "# 제목", "1", "## 회비", "raise ValueError('없음')")
    with pytest.raises(SlidesError, match="‘회비’ 아래 칸.*ValueError: 없음"):
        make_slides(notebook, tmp_path / "a.html")
    assert not (tmp_path / "a-공개전.html").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "열 수 없습니다"),
        ("x", r"노트북\(.ipynb\)이 아닙니다"),
        ("[]", "아닙니다"),
        ('{"a": 1}', "아닙니다"),
        (nbformat.writes(v4.new_notebook()), "실을 것이 없습니다"),
    ],
)
def test_what_cannot_become_slides_is_told(tmp_path: Path, content: str | None, said: str) -> None:
    notebook = tmp_path / "a.ipynb"
    if content is not None:
        notebook.write_text(content, encoding="utf-8")
    with pytest.raises(SlidesError, match=said):
        make_slides(notebook, tmp_path / "a.html")
