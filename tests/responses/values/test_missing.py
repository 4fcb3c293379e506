from __future__ import annotations

import pytest

from analysis.language.text import normalise
from analysis.responses.values import Absence, absence
from analysis.responses.values.names import Names
from tests.vectors import vectors

KINDS = {"numeric": "number", "numeric_table": "number", "likert7": "scale"}


@pytest.mark.parametrize(("given", "expected"), vectors("missing"))
def test_vector(given: dict, expected: dict):
    kind = KINDS.get(given["question_type"], given["question_type"])
    options = Names({number: (name, (name,)) for number, name in enumerate(given.get("options", ()), 1)})
    named = options.is_name(normalise(given["text"]))  # an option is an answer whatever it says
    found = None if named else absence(given["text"], kind, given.get("codebook"))
    if expected["missing"]:
        assert found == Absence(expected["reason"], expected.get("detail"))
    else:
        assert found is None


@pytest.mark.parametrize("word", ["None", "NA", "null"])
def test_words_of_programs_are_text_to_a_person(word: str):
    assert absence(word, "text") is None
    assert absence(word, "single") is None  # for the choice to refuse, not to vanish
    assert absence(word, "number") == Absence("invalid", "tool_artifact")


def test_none_is_zero_to_a_number_and_nothing_to_an_opinion():
    assert absence("없음", "number") is None
    assert absence("없음", "money") is None
    assert absence("없음.", "open") == Absence("no_answer", "empty_comment")


def test_a_code_holds_for_its_question_only():
    assert absence("9", "scale", codes={"9": "무응답"}) == Absence("no_answer")
    assert absence(9.0, "scale", codes={"9": "no_answer"}) == Absence("no_answer")
    assert absence("9.0", "scale", codes={"9": "refused"}) == Absence("refused")
    assert absence("9", "number") is None


@pytest.mark.parametrize("cell", [None, "", " \u00a0", "..", "--", "·"])
def test_a_cell_with_nothing_in_it_is_blank(cell: object):
    assert absence(cell, "single") == Absence("no_answer", "blank")


def test_a_dash_among_numbers_means_there_is_no_such_number():
    assert absence("-", "money") == Absence("not_applicable", "dash")
    assert absence("-", "single") == Absence("no_answer", "blank")


@pytest.mark.parametrize(
    "text", ["0", "모름지기 연대가 필요하다", "확인중인 사업이 있음", "없음으로 처리된 예산"]
)
def test_an_answer_that_begins_like_an_absence_stays(text: str):
    assert absence(text, "open") is None
