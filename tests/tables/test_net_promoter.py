"""The score's own figures: tests/reference/test_scales.py."""

from __future__ import annotations

from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import answered, line, said, survey


def recommended(*answers: object, **head: object) -> Table:
    question = {"id": "recommend", "kind": "number", "min": 0, "max": 10, "nps": True}
    return build_tables(answered(survey(question, **head), recommend=answers))[0]


def test_answers_are_counted_in_three_classes():
    table = recommended(10, 9, 8, 7, 6, 0, None)
    assert line(table, "count") == {"detractors": 2, "passives": 2, "promoters": 2}
    assert line(table, "share")["promoters"] == 1 / 3
    assert table.words("items", "promoters") == "추천(9~10점)"
    assert [found["id"] for found in table.facts["bins"]] == ["detractors", "passives", "promoters"]


def test_the_score_is_in_points():
    cell = recommended(10, 9, 8, 3).get("nps")
    assert cell and (cell.value, cell.n, cell.low) == (25, 4, None)
    assert "순추천지수는 추천(9~10점) 비율에서 비추천(0~6점) 비율을 뺀 값(−100~100점)" in said(
        recommended(10)
    )


def test_in_a_random_sample_it_has_the_interval_of_a_mean():
    cell = recommended(10, 9, 8, 3, sample={"kind": "probability"}).get("nps")
    assert cell and cell.rule == "t"
    assert cell.low < 25 < cell.high
    assert round(cell.se, 9) == round(100 * (11 / 12 / 4) ** 0.5, 9)


def test_of_nobody_it_is_empty():
    assert recommended(None).get("nps").status == "empty"
