"""The figures that were published of a real survey, or worked out with care, and the cells that have to show them.

A survey's data lie beside the project and are no part of it: tests of them are skipped where they are not there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

import pytest

import start
from analysis.questionnaire import Questionnaire, load_questionnaire
from analysis.questionnaire.questionnaire import Banner
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from analysis.tables import Cell
from analysis.tables.build import build_table

FIXTURES = start.ROOT.parent / "shared" / "fixtures"
FACTORS = {"share": 100, "count": 1, "mean": 1, "answered": 1, "base": 1}  # to the unit of expected.json


class Place(NamedTuple):
    """Where a figure stands: the question's table, by a banner of the questionnaire, and the cell in it."""

    question: str
    stat: str
    item: str = ""
    row: str = ""
    by: str = ""
    level: str = ""


def here(survey: str) -> pytest.MarkDecorator:
    """Skips the tests of a survey whose data are not beside the project."""
    return pytest.mark.skipif(
        not (FIXTURES / survey).is_dir(), reason="the survey's data lie beside the project, and are not here"
    )


def figures(survey: str) -> list[Any]:
    """The figures of a survey as parameters of a test, by their ids."""
    path = FIXTURES / survey / "expected.json"
    listed = json.loads(path.read_text(encoding="utf-8"))["figures"] if path.is_file() else []
    return [pytest.param(figure, id=figure["id"]) for figure in listed]


def ids(survey: str) -> set[str]:
    return {str(parameter.id) for parameter in figures(survey)}


def questionnaire(name: str) -> Questionnaire:
    return load_questionnaire(start.ROOT / "tests" / "data" / f"{name}.yml")


def responses(name: str, *path: str) -> Responses:
    """The answers in one file of a survey, read by a questionnaire of the tests."""
    return build_responses(questionnaire(name), [FIXTURES.joinpath(*path)])


def cell(responses: Responses, place: Place) -> Cell:
    """The cell at that place, from the table of its question."""
    banner = banner_of(responses.questionnaire, place.by)
    found = build_table(responses, place.question, banner).get(
        place.stat, item=place.item, row=place.row, level=place.level
    )
    assert found is not None, place
    return found


def banner_of(questionnaire: Questionnaire, name: str) -> Banner | None:
    return next((banner for banner in questionnaire.banners if banner.id == name), None)


def check(figure: dict[str, Any], cells: Iterable[Cell]) -> None:
    """One cell shows the figure; of a scale without nets, the cells of its points do together."""
    cells = list(cells)
    value = sum(cell.value * FACTORS[cell.stat] for cell in cells)  # type: ignore[operator]
    assert value == pytest.approx(figure["value"], abs=figure["tolerance"])
    if "base_n" in figure:
        assert {cell.base for cell in cells} == {figure["base_n"]}
    if "n" in figure:
        assert sum(cell.n for cell in cells) == figure["n"]  # type: ignore[misc]


def rules(responses: Responses, rule: str, question: str = "") -> list[str]:
    """The values of all findings of a rule, of one question where it is named by its number."""
    return [
        finding.value
        for finding in responses.findings
        if finding.rule == rule and question in ("", finding.question)
        for _ in range(finding.alike)
    ]
