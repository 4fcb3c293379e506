"""The guides to exploring: the findings that they quote, the filters that they show, the words on the screen they name."""

from __future__ import annotations

import re

import pytest

import start
from analysis.explore.query import Query
from analysis.explore.survey import Survey, open_survey
from analysis.language.catalogue import catalogue

GUIDE = (start.ROOT / "docs" / "ko" / "exploring.md").read_text(encoding="utf-8")
FOR_CODE = (start.ROOT / "docs" / "exploring.md").read_text(encoding="utf-8")
FILTERS = [
    code
    for line in FOR_CODE.partition("### Filters")[2].partition("```")[0].splitlines()
    if line.startswith("| `")
    for code in re.findall("`([^`]*)`", line.split("|")[1])
    if "…" not in code
]
QUERIES = [
    Query("member_orgs", 2016, "organisation_type", where="dues_level is lower"),
    Query("member_orgs", 2016, "difficulties"),
    Query("intermediary", 2016, "difficulties"),
    Query("member_orgs", 2016, "importance_performance"),
    Query("coop_basic_plan", 2016, "sales", where="operating is suspended"),
    Query("coop_basic_plan", 2016, "inactive_reasons", where="operating is suspended"),
]
NO_LABELS = {"꾸며 낸 것", "공개 전", "X"}  # in bold for other reasons


@pytest.fixture(scope="module")
def surveys() -> dict[str, Survey]:
    return {name: open_survey(name, 2016, root=start.ROOT) for name in {query.survey for query in QUERIES}}


def test_the_findings_that_the_guide_quotes_are_what_one_gets(surveys: dict[str, Survey]) -> None:
    quoted = [line.removeprefix("> ") for line in GUIDE.splitlines() if line.startswith("> ")]
    assert quoted == [surveys[query.survey].ask(query).lead for query in QUERIES]


def test_so_are_the_figures_it_tells_besides(surveys: dict[str, Survey]) -> None:
    members = surveys["member_orgs"]
    lower = members.table("dues_level", by="organisation_type").table
    assert [
        (lower.value("count", item="lower", level=level), lower.value("base", level=level))
        for level in ("sector_federation", "regional_council", "intermediary")
    ] == [(1, 5), (1, 3), (1, 1)]
    assert members.table("difficulties").table.value("count", row="1+2", item="staff") == 7
    federations = "organisation_type in [sector_federation, industry_federation]"
    narrower = members.table("importance_performance", where=federations)
    assert narrower.table.value("base") == 8 and "1.25점" in narrower.lead
    cooperation = members.table("importance_performance").table
    means = [cooperation.value("mean", row="cooperation", item=side) for side in ("importance", "performance")]
    assert means == pytest.approx([4.50, 2.71], abs=0.005)
    by_area = members.table("dues_level", by="area").table
    assert [by_area.value("count", item="raise", level=level) for level in ("capital", "elsewhere")] == [3, 0]


def test_what_is_to_be_pressed_is_called_so_on_the_screen() -> None:
    screen = {text for key, text in catalogue("ko").items() if key.startswith(("explore.panel.", "report.explore."))}
    screen |= {re.sub(": ?{.*}", "", text) for text in screen} | {re.sub(r" \({.*}\)", "", text) for text in screen}
    named = {name for line in GUIDE.splitlines() for name in re.findall(r"\*\*([^*]+)\*\*", line)} - NO_LABELS
    notebook = (start.ROOT / "notebooks" / "explore.ipynb").read_text(encoding="utf-8")
    assert not {name for name in named - screen if name not in notebook}
    assert len(named) > 10


def test_there_are_filters_in_the_guide_for_code() -> None:
    assert len(FILTERS) > 12


@pytest.mark.parametrize("written", FILTERS)
def test_a_filter_of_the_guide_is_read(surveys: dict[str, Survey], written: str) -> None:
    query = surveys["member_orgs"].table("outlook", where=written).query
    assert surveys["member_orgs"].ask(query).query == query


def test_the_code_of_the_guide_runs(surveys: dict[str, Survey]) -> None:
    survey = surveys["member_orgs"]
    block = next(code for code in re.findall(r"```python\n(.*?)```", FOR_CODE, re.DOTALL) if code.startswith("q ="))
    exec(block, {"survey": survey})
