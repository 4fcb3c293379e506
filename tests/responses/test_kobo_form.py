"""The answers to a form that was made of a questionnaire are read by it, as they are downloaded and with nothing added."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.questionnaire.to_xlsform import to_xlsform
from analysis.responses.responses import Responses
from tests.questionnaire.test_to_xlsform import ALL, questionnaire
from tests.responses.answers_file import column, read_rows, rules

ANSWERS = {
    "region": "elsewhere",
    "region_other": "제주",
    "activities": "meeting lecture",
    "activities/meeting": "1",
    "activities/lecture": "1",
    "activities/none": "0",
    "help__loan__received": "yes",
    "help__loan__amount": "300",
    "help__grant__received": "no",
    "help__grant__amount": "",
    "satisfied": "2",
    "order__1": "taste",
    "order__2": "price",
    "share__shop": "70",
    "share__school": "30",
    "since": "2012-01-01",
    "until": "2016-05-31",
}


@pytest.fixture(params=["", "section_a/"], ids=["names", "names behind their groups"])
def responses(request: pytest.FixtureRequest, tmp_path: Path) -> Responses:
    asked = questionnaire(tmp_path, ALL)
    names = {row["name"] for row in to_xlsform(asked).survey if "name" in row}
    assert {name.partition("/")[0] for name in ANSWERS} <= names
    heading = [f"{request.param}{name}" for name in ANSWERS]
    return read_rows(tmp_path, asked, heading, list(ANSWERS.values()))


def test_every_column_is_known(responses: Responses) -> None:
    assert set(rules(responses)) <= {"write_in"}


def test_codes_are_options(responses: Responses) -> None:
    assert column(responses, "code", "region") == ["elsewhere"]
    assert column(responses, "text", "region") == ["제주"]
    assert column(responses, "code", "activities") == ["meeting|lecture"]
    assert column(responses, "code", "help", "loan", "received") == ["yes"]
    assert column(responses, "code", "order", "", "1") == ["taste"]
    assert column(responses, "code", "satisfied") == ["2"]


def test_numbers_are_in_the_unit_of_the_question(responses: Responses) -> None:
    assert column(responses, "number", "help", "loan", "amount") == [300_000]
    assert column(responses, "reason", "help", "grant", "amount") == ["not_asked"]
    assert column(responses, "number", "share", "school") == [30]


def test_the_box_beside_a_scale_is_no_point(tmp_path: Path) -> None:
    asked = questionnaire(tmp_path, ALL)
    (box,) = [row["name"] for row in to_xlsform(asked).choices if row["label::한국어 (ko)"] == "이용 안 함"]
    read = read_rows(tmp_path, asked, ["region", "satisfied"], ["seoul", box])
    assert column(read, "reason", "satisfied") == ["not_applicable"]


def test_a_label_goes_before_an_id(tmp_path: Path) -> None:
    """`no` is 없음 here, but where an option says "no" that is the one that is meant."""
    asked = questionnaire(
        tmp_path,
        "  - id: q\n    no: A1\n    kind: single\n    ask: 무엇입니까?\n    options:\n      no: 없음\n      b: 'no'\n",
    )
    assert column(read_rows(tmp_path, asked, ["q"], ["no"], ["없음"]), "code", "q") == ["b", "no"]
