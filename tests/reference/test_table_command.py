"""`dure table` on a loose file against R's survey package: `r/table_command.R` made the answers (.csv) and the figures.

To 1e-8 of the figure: what is read from the file, weighted, taken as a domain of the design and printed as JSON. The
likelihood interval alone is held to 2e-3, for R reads it off a spline (see test_design_based.py).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.cli import main

HERE = Path(__file__).parent / "r"
FIGURES = json.loads((HERE / "table_command.json").read_text(encoding="utf-8"))
QUESTIONNAIRE = """\
survey: towns
year: 2016
title: 마을 조사
publisher: 연합회
respondents: {ko: 조합원, en: member, en_plural: members, counter: 명}
sample: {kind: self_selected}
questions:
  - id: region
    no: A1
    kind: single
    ask: 지역
    header: region
    options: {seoul: Seoul, busan: Busan, jeju: Jeju}
  - id: satisfied
    no: A2
    kind: scale
    ask: 만족도
    header: satisfied
    scale: {good: high, points: {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}}
  - id: staff
    no: A3
    kind: number
    unit: 명
    ask: 일꾼
    header: staff
"""
DRAWN = {
    "columns": ["--weight", "weight", "--strata", "stratum", "--cluster", "town", "--population", "towns"],
    "size_of_clusters": ["--weight", "weight", "--strata", "stratum", "--cluster", "town", "--population", "10,615"],
    "size_of_strata": ["--weight", "weight", "--strata", "stratum", "--population", "10615"],
    "weight": ["--weight", "weight"],
}  # fmt: skip


@pytest.fixture
def table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """The cells that the command prints, by level, item and stat."""
    questionnaire = tmp_path / "towns.yml"
    questionnaire.write_text(QUESTIONNAIRE, encoding="utf-8")
    files = ["--questionnaire", str(questionnaire), "--answers", str(HERE / "table_command.csv")]

    def run(question: str, *options: str) -> dict[tuple[str, str, str], dict[str, Any]]:
        assert main(["table", *files, question, "--format", "json", *options]) == 0
        cells = json.loads(capsys.readouterr().out)["cells"]
        return {(cell.get("level", ""), cell.get("item", ""), cell["stat"]): cell for cell in cells}

    return run


def is_that_of_r(cell: dict[str, Any], figure: dict[str, float], rel: float = 1e-8) -> None:
    assert {name: cell[name] for name in figure} == pytest.approx(figure, rel=rel)


@pytest.mark.parametrize("method", FIGURES["shares"])
def test_shares_and_their_intervals_by_each_rule(table: Any, method: str) -> None:
    cells = table("satisfied", *DRAWN["columns"], "--interval", method)
    for point, figure in enumerate(FIGURES["shares"][method], start=1):
        is_that_of_r(cells["", str(point), "share"], figure, rel=2e-3 if method == "likelihood" else 1e-8)


@pytest.mark.parametrize("drawn", DRAWN)
def test_a_mean_by_each_way_to_say_how_respondents_were_drawn(table: Any, drawn: str) -> None:
    is_that_of_r(table("staff", *DRAWN[drawn])["", "", "mean"], FIGURES["means"][drawn])


def test_the_confidence_that_is_asked_for(table: Any) -> None:
    cells = table("staff", *DRAWN["columns"], "--confidence", "90")
    is_that_of_r(cells["", "", "mean"], FIGURES["means"]["ninety"])


@pytest.mark.parametrize("lonely", FIGURES["lonely"])
def test_what_a_stratum_of_one_town_adds(table: Any, lonely: str) -> None:
    cells = table("staff", *DRAWN["columns"], "--lonely", lonely)
    is_that_of_r(cells["", "", "mean"], FIGURES["lonely"][lonely])


@pytest.mark.parametrize("region", FIGURES["by"])
def test_a_level_is_a_domain_of_the_whole_design(table: Any, region: str) -> None:
    shares = table("satisfied", *DRAWN["columns"], "--by", "region", "--interval", "beta")
    for point, figure in enumerate(FIGURES["by"][region]["shares"], start=1):
        is_that_of_r(shares[region.lower(), str(point), "share"], figure)
    means = table("staff", *DRAWN["columns"], "--by", "A1")
    is_that_of_r(means[region.lower(), "", "mean"], FIGURES["by"][region]["mean"])
