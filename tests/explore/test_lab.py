"""JupyterLab as it is started: the notebook that is worked in, and what JupyterLab is told."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.sign import MemorySignatureStore, NotebookNotary
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import start
from analysis.explore.lab import LabError, cell_to_run, original, working_copy
from analysis.explore.lab_settings import write_settings
from tests.project import copy_inputs

PANEL = "from analysis.explore.panel import Panel\n\nPanel()"
SCHEMAS = Path(sys.prefix) / "share" / "jupyter" / "lab" / "schemas"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_inputs(tmp_path / "project")


def test_what_is_worked_in_is_a_copy(project: Path) -> None:
    copy = working_copy(project, "ko")
    assert copy == project / "explored" / "explore.ipynb"
    assert copy.read_bytes() == (project / "notebooks" / "explore.ipynb").read_bytes()


def test_the_copy_is_kept_with_what_somebody_wrote_in_it(project: Path) -> None:
    working_copy(project, "ko").write_text("mine", encoding="utf-8")
    assert working_copy(project, "ko").read_text(encoding="utf-8") == "mine"


def test_the_english_panel_has_a_copy_of_its_own(project: Path) -> None:
    copy = working_copy(project, "en")
    assert copy.name == "explore.en.ipynb"
    assert nbformat.read(copy, as_version=4).cells[-1].source.endswith("Panel(language='en')")


def test_a_notebook_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(LabError, match="notebooks/explore.ipynb"):
        working_copy(tmp_path, "ko")


def test_the_notebook_has_its_prose_in_both_languages_and_short_hidden_code() -> None:
    *prose, panel = nbformat.read(start.ROOT / "notebooks" / "explore.ipynb", as_version=4).cells
    assert "공개 전" in prose[0].source and "Nothing here is released" in prose[1].source
    assert panel.id == "panel" and panel.metadata.jupyter.source_hidden
    assert panel.source == PANEL


@pytest.fixture
def notary(tmp_path: Path) -> NotebookNotary:
    return NotebookNotary(data_dir=str(tmp_path), store_factory=MemorySignatureStore, secret=b"of the test")


@pytest.fixture
def came() -> NotebookNode:
    """A notebook as it comes with the program."""
    return new_notebook(cells=[new_markdown_cell("Begin here"), new_code_cell(PANEL)])


def test_the_panel_is_run_unasked_where_the_notebook_is_as_it_came(project: Path, notary: NotebookNotary) -> None:
    for language in ("ko", "en"):
        notebook = nbformat.read(working_copy(project, language), as_version=4)
        at = cell_to_run(notebook, nbformat.reads(original(project, language), as_version=4), notary)
        assert notebook.cells[at].source.startswith("from analysis.explore.panel")


def test_in_a_notebook_that_somebody_else_changed_nothing_is_run_unasked(
    came: NotebookNode, notary: NotebookNotary
) -> None:
    words, panel = came.cells
    result = new_output("display_data", {"text/html": "<script>steal()</script>"})
    for cells in (
        [new_markdown_cell("<img src=x onerror=steal()>"), panel],
        [words, panel, new_code_cell("1", outputs=[result])],
        [new_markdown_cell(words.source), new_code_cell(panel.source), new_code_cell("import os")],
    ):
        assert cell_to_run(new_notebook(cells=cells), came, notary) is None


def test_it_is_run_where_the_reader_s_own_jupyterlab_believes_the_notebook(
    came: NotebookNode, notary: NotebookNotary
) -> None:
    mine = new_notebook(cells=[new_code_cell("1", outputs=[new_output("stream", text="1")]), new_code_cell(PANEL)])
    notary.sign(mine)
    assert cell_to_run(mine, came, notary) == 1


def test_other_code_is_never_run_unasked(came: NotebookNode, notary: NotebookNotary) -> None:
    for source in (f"{PANEL}\nimport os", PANEL.replace("Panel()", "Panel(print())"), "import os"):
        mine = new_notebook(cells=[new_code_cell(source)])
        notary.sign(mine)
        assert cell_to_run(mine, came, notary) is None


def test_keys_of_cells_act_where_the_cell_has_the_focus(tmp_path: Path) -> None:
    write_settings(tmp_path, SCHEMAS)
    told = json.loads((tmp_path / "overrides.json").read_text(encoding="utf-8"))
    shortcuts = told["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    off = {(one["command"], *one["keys"]) for one in shortcuts if one.get("disabled")}
    on = {(one["command"], *one["keys"]) for one in shortcuts if not one.get("disabled")}
    assert off == on
    assert {("notebook:cut-cell", "X"), ("notebook:delete-cell", "D", "D"), ("notebook:move-cursor-down", "ArrowDown"),
            ("kernelmenu:interrupt", "I", "I")} <= on  # fmt: skip
    assert all(one["selector"].endswith(" .jp-Cell:focus") for one in shortcuts if not one.get("disabled"))


def test_jupyterlab_asks_nobody_for_news(tmp_path: Path) -> None:
    write_settings(tmp_path, SCHEMAS)
    told = json.loads((tmp_path / "overrides.json").read_text(encoding="utf-8"))
    assert told["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
