"""Answers kept by column, those alike once."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from analysis.responses.answer_column import AnswerColumn
from analysis.responses.reading import BLANK, Reading, absent


def column() -> AnswerColumn:
    """Five respondents: two plain numbers, a reading that two share, and a blank."""
    plain = {"number": np.array([7.0, 8.5]), "qualifier": np.array(["exact", "exact"])}
    return AnswerColumn(np.array([0, 2, 1, 2, 3], np.int32), [Reading(code="yes", number=1), BLANK], plain)


def test_every_respondent_has_a_reading() -> None:
    assert [column().at(at) for at in range(5)] == [
        Reading(number=7.0, qualifier="exact"),
        Reading(code="yes", number=1),
        Reading(number=8.5, qualifier="exact"),
        Reading(code="yes", number=1),
        BLANK,
    ]


def test_a_field_of_all() -> None:
    np.testing.assert_array_equal(column().of("number"), [7, 1, 8.5, 1, np.nan])
    assert column().of("reason").tolist() == ["", "", "", "", "no_answer"]
    assert column().answered.tolist() == [True, True, True, True, False]


def test_what_passes_is_asked_once_for_all_that_are_alike() -> None:
    asked: list[str] = []
    found = column().has(lambda reading: asked.append(reading.code) or reading.code == "yes")
    assert found.tolist() == [False, True, False, True, False]
    assert asked == ["yes", ""]


def test_some_respondents_are_given_another_reading() -> None:
    changed = column()
    assert changed.of("number")[0] == 7  # what was worked out before does not stay
    changed.put([0, 4], absent("invalid", "out_of_range"))
    assert changed.of("reason").tolist() == ["invalid", "", "", "", "invalid"]
    assert np.isnan(changed.of("number")[0])


def test_plain_texts_are_texts() -> None:
    texts = AnswerColumn(np.array([1, 0], np.int32), [], {"text": pa.array(["첫째", "둘째"])})
    assert (texts.at(0), texts.of("text").tolist()) == (Reading(text="둘째"), ["둘째", "첫째"])
