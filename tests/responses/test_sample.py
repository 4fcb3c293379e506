"""The invented sample that ships: made again as it is, untidy on purpose, and read as its makers meant."""

from __future__ import annotations

import importlib.util
import zipfile
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

import start
from analysis.responses.read import read_survey
from analysis.responses.responses import Responses
from tests.responses.answers_file import column, rules


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_samples", start.ROOT / "data" / "make_samples.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def responses() -> Responses:
    return read_survey(start.ROOT, "member_orgs", 2016)


def test_the_files_are_made_again_byte_for_byte(maker: ModuleType, tmp_path: Path) -> None:
    maker.write_answers(tmp_path / "answers.xlsx")
    assert parts(tmp_path / "answers.xlsx") == parts(maker.ANSWERS)
    assert maker.register_csv() == maker.REGISTER.read_bytes()


def parts(path: Path) -> dict[str, bytes]:
    """What a workbook is zipped from: how tightly, is a matter of the zlib at hand."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_is_marked_as_invented(responses: Responses) -> None:
    assert responses.invented


def test_fourteen_organisations_answered_and_one_of_them_twice(responses: Responses) -> None:
    assert len(responses.respondents) == 14
    assert responses.frame["respondent"].nunique() == 14
    assert rules(responses)["respondent_twice"] == 1


def test_what_the_pages_of_2016_tell(responses: Responses) -> None:
    assert Counter(column(responses, "code", "organisation_type")) == {
        "sector_federation": 5, "industry_federation": 3, "regional_council": 3, "intermediary": 1,
        "research_education": 1, "other": 1,
    }  # fmt: skip
    assert Counter(column(responses, "code", "overall_satisfaction")) == {"5": 2, "4": 7, "3": 4, "2": 1}


def test_every_oddity_is_found_and_nothing_else(responses: Responses) -> None:
    assert rules(responses) == {
        "sheet_not_read": 1,
        "unmatched_column": 1,
        "respondent_twice": 1,
        "answers_replaced": 1,
        "out_of_range": 1,
        "write_in": 6,
        "approximate": 3,
        "approximate_unasked": 1,
        "bounds_only": 1,
        "zero_word": 1,
        "absent_word": 8,
        "unit_in_cell": 2,
        "per_period": 1,
        "date_coarse": 1,
        "year_inferred": 1,
        "weekday_wrong": 1,
        "too_many_choices": 1,
        "exclusive_with_others": 1,
        "option_twice": 1,
        "allocation_sum": 1,
        "allocation_blank_zero": 1,
        "answered_anyway": 1,
    }
