from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from analysis.report.site.cells_file import FIELDS, write_cells
from analysis.report.site.datapackage import write_datapackage
from tests.report.site.descriptor import wrong_in
from tests.report.site.editions import contents
from tests.report.small_report import KIND, SATISFACTION, bundle


@pytest.fixture
def package(tmp_path: Path) -> Path:
    write_cells(bundle(KIND, SATISFACTION), tmp_path / "orgs.csv")
    write_datapackage(contents(names=("orgs", "unmade")), tmp_path)
    return tmp_path / "datapackage.json"


def test_it_keeps_the_rules_of_the_format(package: Path) -> None:
    assert wrong_in(package) == []


def test_the_check_of_the_rules_finds_what_breaks_them(package: Path) -> None:
    file = package.parent / "orgs.csv"
    file.write_bytes(file.read_bytes().replace(b",0.5,", b",half,", 1) + b"," * (len(FIELDS) - 1) + b"\r\n")
    found = " ".join(wrong_in(package))
    assert "value is not number" in found and "year is missing" in found and "other bytes" in found


def test_every_column_is_described_in_both_languages(package: Path) -> None:
    (resource,) = json.loads(package.read_text(encoding="utf-8"))["resources"]
    for field in resource["schema"]["fields"]:
        korean, english = field["description"].split(" / ", 1)
        assert re.search("[가-힣]", korean) and not re.search("[가-힣]", english), field["name"]


def test_without_data_files_there_is_none(tmp_path: Path) -> None:
    write_datapackage(contents(), tmp_path)
    assert not list(tmp_path.iterdir())
