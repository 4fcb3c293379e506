from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from analysis.report.site.datapackage import write_data, write_datapackage
from tests.report.site.descriptor import wrong_in
from tests.report.site.editions import contents
from tests.report.small_report import KIND, SATISFACTION, bundle, choice

BY_AREA = choice("satisfied", "만족", {"a": 5}, group="area", level="seoul")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    told = contents(names=("orgs", "unmade"))
    write_data(bundle(KIND, SATISFACTION, BY_AREA, facts={"banners": {"area": {"ko": "권역별"}}}), told.reports[0], tmp_path)
    write_datapackage(told, tmp_path)
    return tmp_path / "datapackage.json"


def test_it_keeps_the_rules_of_the_format(package: Path) -> None:
    assert wrong_in(package) == []


def test_the_check_of_the_rules_finds_what_breaks_them(package: Path) -> None:
    cells, questions = (package.parent / name for name in ("orgs.csv", "orgs.questions.csv"))
    head = cells.read_bytes().split(b"\r\n")[0]
    cells.write_bytes(cells.read_bytes().replace(b",0.5,", b",half,", 1) + b"," * head.count(b",") + b"\r\n")
    questions.write_bytes(b"\r\n".join(line for line in questions.read_bytes().split(b"\r\n") if b"area" not in line))
    found = " ".join(wrong_in(package))
    assert "value is not number" in found and "question is missing" in found and "other bytes" in found
    assert "group area is not in orgs.questions" in found


def test_every_column_is_described_in_both_languages(package: Path) -> None:
    resources = json.loads(package.read_text(encoding="utf-8"))["resources"]
    assert [resource["path"] for resource in resources] == ["orgs.csv", "orgs.questions.csv", "orgs.words.csv"]
    for told in [*resources, *(field for resource in resources for field in resource["schema"]["fields"])]:
        korean, english = told["description"].split(" / ", 1)
        assert re.search("[가-힣]", korean) and not re.search("[가-힣]", english), told["name"]


def test_it_says_how_the_address_of_a_cell_is_put_together(package: Path) -> None:
    cells, *others = json.loads(package.read_text(encoding="utf-8"))["resources"]
    assert (cells["survey"], cells["year"]) == ("orgs", 2016)
    assert cells["address"] == "orgs/2016/{question}/by={group}:{level}/{row}/{item}/{stat}"
    assert not any("address" in other for other in others)


def test_what_tells_one_line_from_another_is_a_key_unless_some_of_it_may_be_empty(package: Path) -> None:
    resources = json.loads(package.read_text(encoding="utf-8"))["resources"]
    keys = {resource["path"]: resource["schema"].get("primaryKey") for resource in resources}
    assert keys == {"orgs.csv": None, "orgs.questions.csv": ["question"], "orgs.words.csv": ["question", "part", "id"]}


def test_a_file_that_is_not_as_we_write_it_is_not_described(package: Path) -> None:
    package.unlink()
    (package.parent / "orgs.csv").write_text("단체,답\r\n", encoding="cp949")
    write_datapackage(contents(), package.parent)
    assert not package.exists()


def test_without_data_files_there_is_none(tmp_path: Path) -> None:
    write_datapackage(contents(), tmp_path)
    assert not list(tmp_path.iterdir())
