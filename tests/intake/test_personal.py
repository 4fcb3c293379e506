"""What is personal is not told, and what only looks a little like it is."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.intake.personal import masked
from tests.vectors import vectors

SHAPES = {"phone", "email", "rrn", "rrn_masked", "corp_reg_or_rrn"}


@pytest.mark.parametrize(("given_", "expected"), vectors("pii"))
def test_vectors(given_: dict[str, Any], expected: dict[str, Any]) -> None:
    assert (masked(given_["text"]) != given_["text"]) is bool(SHAPES & set(expected["types"]))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("010-1234-5678", "***-****-****"),
        ("01012345678", "***********"),
        ("1012345678", "**********"),  # as a spreadsheet keeps 010-1234-5678 typed without hyphens
        ("０１０－１２３４－５６７８", "***-****-****"),
        ("010 1234 5678", "*** **** ****"),
        ("02-123-4567", "**-***-****"),
        ("(02) 1234-5678", "(**) ****-****"),
        ("031)123-4567", "***)***-****"),
        ("+82-10-1234-5678", "+**-**-****-****"),
        ("1588-1234", "****-****"),
        ("김민수 팀장(010.9876.5432)", "김민수 팀장(***.****.****)"),
        ("문의: hong@coop.or.kr", "문의: ***@***"),
        ("900101-1234567", "******-*******"),
        ("901231-2******", "******-*******"),
        ("9001011234567", "*************"),
    ],
)
def test_what_is_personal_is_starred(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "2016-04-01~2016-05-31",
        "2016. 7. 21.",
        "2016-07-21",
        "412,000",
        "1,012,345,678",
        "1012345678.5",
        "412000000원",
        "1012345678원",
        "0.35",
        "10-20",
        "1~5",
        "2014-2016-2017",
        "약 3천만원",
        "124-81-0099",
        "응답.xlsx › 24",
        " 앞뒤 빈칸 ",
    ],
)
def test_numbers_dates_and_amounts_are_told_as_they_stand(text: str) -> None:
    assert masked(text) == text
