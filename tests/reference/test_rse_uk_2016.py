"""A real survey through the same stages: 273 UK research software engineers, 2016.

The figures are the analysts' own (see notes.md beside the data): counts and percentages they published, and a mean and a
trimmed count that were computed from the file with care.
"""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import start
from analysis.pipeline import Order, report
from analysis.progress import Progress
from analysis.report.addresses import Told, numbers_told
from analysis.tables import Table
from analysis.tables.table import load_tables

FIXTURE = start.ROOT.parent / "shared" / "fixtures" / "rse-uk-2016"
pytestmark = pytest.mark.skipif(
    not FIXTURE.is_dir(), reason="the survey's data lie beside the project, and are not here"
)

# id in expected.json -> (question, row, item, stat, factor to the unit of expected.json)
CELLS = {
    "n": ("country", "", "", "base", 1),
    "univ": ("university", "", "yes", "count", 1),
    "perm": ("contract", "", "permanent", "count", 1),
    "fixed": ("contract", "", "fixed_term", "count", 1),
    "ft_pct": ("hours", "", "full_time", "share", 100),
    "rec1_sa": ("recognition", "confidence", "5", "count", 1),
    "rec2_d": ("recognition", "thanks", "2", "count", 1),
    "rec3_n": ("recognition", "recognised", "3", "count", 1),
    "sat4_a": ("job_satisfaction", "above_average", "4", "count", 1),
    "sat3_mean": ("job_satisfaction", "satisfied", "", "mean", 1),
    "turn3_never": ("turnover", "consider_leaving", "1", "count", 1),
}


def expected() -> list[dict[str, Any]]:
    path = FIXTURE / "expected.json"
    return json.loads(path.read_text(encoding="utf-8"))["figures"] if path.is_file() else []


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with nothing but this survey, and its public edition made."""
    root = tmp_path_factory.mktemp("rse")
    questionnaire = root / "questionnaires" / "rse_uk" / "2016.yml"
    answers = root / "data" / "raw" / "2016" / "rse_uk" / "public_data.csv"
    for source, target in (
        (start.ROOT / "tests" / "data" / "rse_uk_2016.yml", questionnaire),
        (FIXTURE / "public_data.csv", answers),
    ):
        target.parent.mkdir(parents=True)
        shutil.copyfile(source, target)
    errors = report(Order(root, 2016, audiences=("public",), languages=("en",)), Progress(quiet=True))
    assert not errors
    return root


@pytest.fixture(scope="module")
def tables(project: Path) -> dict[str, Table]:
    text = (project / "data" / "processed" / "2016" / "rse_uk" / "tables.json").read_text(encoding="utf-8")
    return {table.question: table for table in load_tables(text) if not table.group}


def test_every_reference_figure_has_a_cell() -> None:
    assert {figure["id"] for figure in expected()} == set(CELLS)


@pytest.mark.parametrize("figure", expected(), ids=lambda figure: figure["id"])
def test_the_figure_is_reproduced(figure: dict[str, Any], tables: dict[str, Table]) -> None:
    question, row, item, stat, factor = CELLS[figure["id"]]
    cell = tables[question].get(stat, item=item, row=row)
    assert cell is not None and cell.value is not None
    assert cell.value * factor == pytest.approx(figure["value"], abs=figure["tolerance"])
    if "base_n" in figure:
        assert cell.base == figure["base_n"]


@pytest.mark.parametrize(
    ("file", "question"),
    [
        ("published_edu1.csv", "education"),
        ("published_tool2.csv", "operating_system"),
        ("published_socio3.csv", "age"),
    ],
)
def test_a_published_table_is_reproduced_whole(file: str, question: str, tables: dict[str, Table]) -> None:
    lines = (FIXTURE / file).read_text(encoding="utf-8").splitlines()[1:]
    published = {
        label: int(float(count))
        for label, count in (line.rsplit(",", 1) for line in lines)
        if label.strip('" ')
    }
    table = tables[question]
    counts = {
        label.words.text("en"): cell.value
        for label in table.items
        if (cell := table.get("count", item=label.id)) is not None and cell.value
    }
    assert {"".join(key.split()).casefold(): value for key, value in counts.items()} == {
        "".join(key.strip('"').split()).casefold(): value for key, value in published.items()
    }


def test_the_generic_notebook_makes_a_page_of_it(project: Path) -> None:
    page = (project / "reports" / "public" / "2016" / "rse_uk.en.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in page
    assert Told("rse_uk/2016/university/by=/yes/count", 203.0) in [*numbers_told(page)]
    assert "Survey of research software engineers" in page


def test_no_respondent_s_own_words_leave(project: Path) -> None:
    """Job titles and skills are open answers: the longest of them, but for one that the questionnaire says itself,
    stand nowhere in the public edition."""
    wording = (project / "questionnaires" / "rse_uk" / "2016.yml").read_text(encoding="utf-8")
    with (FIXTURE / "public_data.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = [name for name in rows[0] if name.startswith(("currentEmp5", "skill2", "tool1."))]
    words = {
        row[name] for row in rows for name in columns if len(row[name]) > 25 and row[name] not in wording
    }
    assert len(words) > 50
    released = [
        *project.glob("data/processed/2016/rse_uk/released.*.json"),
        *project.glob("reports/public/2016/*.html"),
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in released)
    assert not [word for word in words if word in text]
