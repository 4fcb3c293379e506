"""A bundle goes to a file and comes back."""

from __future__ import annotations

import pytest

from analysis.questionnaire.words import Words
from analysis.release.bundle import Bundle, BundleError, Section
from tests.release.counted import counted_table


def bundle() -> Bundle:
    return Bundle(
        survey="s", year=2016, audience="members", invented=True, title=Words(ko="조사", en="Survey"),
        publisher=Words(ko="연대회의"), n_respondents=14, facts={"as_of": "2015-12-31"},
        sections=(Section("A", Words(ko="현황"), ("q",)),), protection=(Words(ko="가림"),),
        records={"events": [{"id": "E01"}]},
        tables=(counted_table({"": [5, 9]}), counted_table({"": [5, 9], "a": [5, 0], "b": [0, 9]})),
    )  # fmt: skip


def test_a_bundle_comes_back_equal_and_gives_the_same_bytes() -> None:
    text = bundle().dumps()
    assert Bundle.loads(text) == bundle()
    assert Bundle.loads(text).dumps() == text


def test_tables_are_found_by_question_and_group() -> None:
    assert bundle().groups("q") == ("g",)
    assert bundle().table("q", "g").levels
    with pytest.raises(BundleError, match="no_such"):
        bundle().table("no_such")


def test_a_file_of_another_schema_is_refused_with_what_to_do() -> None:
    with pytest.raises(BundleError, match="dure report"):
        Bundle.from_json(bundle().to_json() | {"schema": 99})
