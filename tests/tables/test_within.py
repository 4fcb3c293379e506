"""Tables of some of the respondents: what a level of a group shows, a filter shows too, its errors included."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from analysis.questionnaire.questionnaire import Banner
from analysis.responses.design_columns import DesignColumns
from analysis.responses.responses import Responses
from analysis.tables.answers import answers_by_question
from analysis.tables.build import build_table
from analysis.tables.cell import Cell
from analysis.tables.sampling import sampling_of
from analysis.tables.within import Within
from tests.tables.matrix import ordinary, respondents
from tests.tables.small_survey import REGIONS, SATISFACTION, answered, survey

SAMPLES: dict[str, dict[str, Any]] = {
    "census": {"kind": "census"},
    "volunteers": {"kind": "self_selected"},
    "a small frame": {"kind": "census", "population": 60},
    "a drawn sample": {"kind": "probability", "population": 5000},
}
ASKED = (
    {"id": "region", "kind": "single", "options": REGIONS},
    {"id": "size", "kind": "single", "options": {"small": "작음", "large": "큼"}},
    {"id": "view", "kind": "scale", "scale": SATISFACTION},
    {"id": "staff", "kind": "number", "unit": "명"},
)
REGION = Banner(id="region", by="region")


def forty(**sample: Any) -> Responses:
    """Forty respondents, of whom four did not say where they are."""
    chance = np.random.default_rng(35)
    return answered(
        survey(*ASKED, sample=sample),
        region=[*chance.choice(list(REGIONS), 36), *[None] * 4],
        size=list(chance.choice(["small", "large"], 40)),
        view=[str(point) for point in chance.integers(1, 6, 40)],
        staff=[int(number) for number in chance.integers(0, 30, 40)],
    )


def of_region(responses: Responses, level: str) -> tuple[Any, ...]:
    """sampling, answers, and who is in the level: those who did not say may be, too."""
    sampling = sampling_of(responses)
    answers = answers_by_question(responses, sampling)
    part = answers["region"]["", ""]
    return sampling, answers, Within(part.code == level, int((~part.answered).sum()))


@pytest.mark.parametrize("question", ["view", "size", "staff"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_filter_shows_what_the_level_of_the_group_shows(sample: str, question: str) -> None:
    responses = forty(**SAMPLES[sample])
    by = build_table(responses, question, REGION)
    for level in REGIONS:
        alone = build_table(responses, question, None, *of_region(responses, level))
        found = {cell.key[1:]: cell for cell in alone.cells}
        # A table of all respondents has bins and reasons of its own, and no letters.
        shared = [cell for cell in by.cells if cell.level == level and cell.stat in ("base", "count", "share", "mean", "median")]
        assert shared
        for cell in shared:
            same = found[cell.key[1:]]
            for name, of_filter, of_level in zip(Cell._fields[4:-1], same[4:-1], cell[4:-1], strict=True):
                close = pytest.approx(of_level, rel=1e-12) if isinstance(of_level, float) else of_level
                assert of_filter == close, (cell, name)


def test_weights_and_clusters_stay_those_of_the_whole_sample() -> None:
    responses = forty(kind="probability", design={"weight": "w", "cluster": "c"})
    design = DesignColumns(np.linspace(1, 4, 40), (), (np.array([f"c{at % 9}" for at in range(40)]),), ())
    responses = replace(responses, design=design)
    by = build_table(responses, "view", REGION)
    alone = build_table(responses, "view", None, *of_region(responses, "seoul"))
    assert by.get("mean", level="seoul").se == pytest.approx(alone.get("mean").se, rel=1e-12)
    assert by.get("share", "4", level="seoul").low == pytest.approx(alone.get("share", "4").low, rel=1e-12)


def test_a_group_among_them_counts_those_alone_who_are_in_no_level() -> None:
    responses = forty(kind="census")
    sampling, answers, _ = of_region(responses, "seoul")
    small = answers["size"]["", ""].code == "small"
    table = build_table(responses, "view", REGION, sampling, answers, Within(small))
    unsaid = int((small & ~answers["region"]["", ""].answered).sum())
    assert table.value("base") == small.sum()
    assert sum(table.value("base", level=level) for level in REGIONS) == small.sum() - unsaid


@pytest.mark.parametrize("n", [0, 7, 60])
def test_every_kind_of_question_has_a_table_of_nobody_and_of_everybody(n: int) -> None:
    questionnaire = ordinary()
    responses = respondents(questionnaire, n)
    sampling = sampling_of(responses)
    answers = answers_by_question(responses, sampling)
    banner = questionnaire.banners[0]
    for question in questionnaire.questions:
        if question.private or question.id == banner.by:
            continue
        whole = build_table(responses, question.id, banner)
        same = build_table(responses, question.id, banner, sampling, answers, Within(np.ones(n, dtype=bool)))
        assert same.cells == whole.cells, question.id
        nobody = build_table(responses, question.id, banner, sampling, answers, Within(np.zeros(n, dtype=bool)))
        assert not any(cell.value for cell in nobody.cells if cell.stat in ("base", "count")), question.id
