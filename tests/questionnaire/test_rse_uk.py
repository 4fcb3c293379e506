"""Our format carries a real survey: the UK's research software engineers, 2016 (rse_uk_2016.yml)."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

import start
from analysis.questionnaire import Questionnaire, load_questionnaire
from analysis.questionnaire.answer import Points, Scale, Single
from analysis.questionnaire.question import Part


@pytest.fixture(scope="module")
def survey() -> Questionnaire:
    return load_questionnaire(start.ROOT / "tests" / "data" / "rse_uk_2016.yml")


@pytest.fixture
def answers(shared: Path) -> list[dict[str, str]]:
    path = shared / "fixtures" / "rse-uk-2016" / "public_data.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def header_of(survey: Questionnaire, part: Part) -> str | None:
    return part.row_words.header if part.row_words else survey.question(part.question).header


def same(text: str) -> str:
    return " ".join(text.casefold().split())


def test_every_column_of_the_file_answers_one_part_or_is_ignored(
    survey: Questionnaire, answers: list[dict[str, str]]
) -> None:
    headers = Counter(header_of(survey, part) for part in survey.parts())
    headers.update(survey.ignore_columns)
    assert headers == Counter(answers[0].keys())


def test_every_choice_in_the_file_is_an_option(survey: Questionnaire, answers: list[dict[str, str]]) -> None:
    for part in survey.parts():
        match part.answer:
            case Single(options=options) | Scale(scale=Points(points=options)):
                known = {same(option.text("en")) for option in options}
                given = {same(row[header_of(survey, part)]) for row in answers} - {""}
                assert given <= known, part


@pytest.mark.parametrize(
    ("question", "row", "option", "count"),
    [  # expected.json and the published tables beside the file
        ("university", "", "yes", 203),
        ("contract", "", "permanent", 142),
        ("contract", "", "fixed_term", 126),
        ("education", "", "none", 1),
        ("recognition", "confidence", "5", 103),
        ("recognition", "thanks", "2", 35),
        ("job_satisfaction", "above_average", "4", 101),
        ("turnover", "consider_leaving", "1", 73),
    ],
)
def test_published_counts(
    survey: Questionnaire, answers: list[dict[str, str]], question: str, row: str, option: str, count: int
) -> None:
    part = next(part for part in survey.question(question).parts() if part.row == row)
    options = part.answer.scale.points if isinstance(part.answer, Scale) else part.answer.options
    label = next(same(one.text("en")) for one in options if one.id == option)
    assert sum(same(answer[header_of(survey, part)]) == label for answer in answers) == count
