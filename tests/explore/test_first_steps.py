"""The guided notebook runs as it stands, and what it shows is what the table command says."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import start
from analysis.cli import main
from tests.project import copy_inputs

NOTEBOOK = "notebooks/first_steps.ipynb"
NUMBER = re.compile(r'<data value="([^"]*)" data-cell="([^"]*)"')


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_inputs(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def cells(project: Path) -> dict[str, nbformat.NotebookNode]:
    """The notebook's cells by id, once they ran. A cell that fails ends it."""
    notebook = nbformat.read(project / NOTEBOOK, as_version=4)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the kernel's transport, which is this machine's own
        NotebookClient(
            notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(project)}}
        ).execute()
    return {cell.id: cell for cell in notebook.cells}


def shown(cell: nbformat.NotebookNode, kind: str = "text/plain") -> str:
    return "".join(output.get("text") or output.get("data", {}).get(kind, "") for output in cell.outputs)


def table_command(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    assert main(["table", "member_orgs", *arguments, "--year", "2016", "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("cell", "arguments"),
    [("table", ["overall_satisfaction"]), ("by", ["overall_satisfaction", "--by", "area"])],
)
def test_the_figures_shown_are_those_of_the_table_command(
    cells: dict[str, nbformat.NotebookNode],
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    cell: str,
    arguments: list[str],
) -> None:
    monkeypatch.chdir(project)
    told = {}
    for one in table_command(capsys, *arguments)["cells"]:
        level = f"by=area:{one['level']}" if one.get("level") else "by="
        place = [level, one.get("row", ""), one.get("item", ""), one["stat"]]
        told["/".join(("member_orgs/2016/overall_satisfaction", *filter(None, place)))] = one["value"]
    numbers = NUMBER.findall(shown(cells[cell], "text/html"))
    assert len(numbers) > 10
    assert {address: float(value) for value, address in numbers} == {
        address: told[address] for _, address in numbers
    }


def test_the_data_are_the_counts_of_the_table(cells: dict[str, nbformat.NotebookNode]) -> None:
    # 14 organisations: 7 in the capital area and 7 elsewhere; 9 satisfied, of whom 7 in the capital area.
    assert re.search(r"만족\+매우 만족 +9\.0 +7\.0 +2\.0", shown(cells["data"]))


def test_every_result_says_that_it_is_not_released(cells: dict[str, nbformat.NotebookNode], project: Path) -> None:
    for name in ("table", "by", "where", "objects", "empty"):
        assert "공개 전" in shown(cells[name]) and "공개 전" in shown(cells[name], "text/html")
    assert "공개 전" in shown(cells["chart"], "image/svg+xml")
    files = [file.name for file in (project / "explored").iterdir()]
    assert {Path(name).suffix for name in files} == {".svg", ".xlsx", ".csv", ".html"}
    assert all("공개전" in name for name in files)


def test_it_says_why_nothing_is_there(cells: dict[str, nbformat.NotebookNode]) -> None:
    assert "2 이하인 경우에만 묻는 문항" in shown(cells["empty"])


def test_no_name_of_an_organisation_is_shown(cells: dict[str, nbformat.NotebookNode]) -> None:
    from analysis.explore import open_survey

    names = set(open_survey("member_orgs", root=start.ROOT)._responses.part("organisation_name")["text"]) - {""}
    everything = json.dumps([cell.get("outputs", []) for cell in cells.values()], ensure_ascii=False)
    assert names and not [name for name in names if name in everything]


def test_every_explanation_is_there_in_both_languages() -> None:
    notebook = nbformat.read(start.ROOT / NOTEBOOK, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            korean, english = re.search("[가-힣]", cell.source), re.search(r"^\*[^*].*[^*]\*$", cell.source, re.MULTILINE)
            assert korean and english, cell.source
