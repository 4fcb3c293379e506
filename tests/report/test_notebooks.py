"""The notebooks that come with the project."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

import start

NOTEBOOKS = sorted((start.ROOT / "notebooks").glob("*.ipynb"))
REPORTS = [path for path in NOTEBOOKS if path.stem in ("annual_report", "member_orgs", "survey")]


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
