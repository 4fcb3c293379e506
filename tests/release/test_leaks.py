"""A secret is found however it is spaced, and chance is not taken for one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.questionnaire.words import Words
from analysis.release.bundle import Bundle
from analysis.release.leaks import Haystack, LeakError, check
from tests.release.counted import counted_table


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("햇살마루연합회가 참여함", "햇살마루연합회"),
        ("햇살 마루 연합회", "햇살마루연합회"),
        ("담당자는 김보람입니다", "김보람"),
        ("문의: 02-000-0101", "02-000-0101"),
        ("uses KDevelop daily", "kdevelop"),
    ],
)
def test_a_secret_is_found(text: str, secret: str) -> None:
    assert secret in Haystack(text)


@pytest.mark.parametrize(
    ("text", "secret"),
    [("work developing software", "KDevelop"), ("교육과 훈련", "교육훈련"), ("", "김보람")],
)
def test_letters_inside_other_words_are_none(text: str, secret: str) -> None:
    assert secret not in Haystack(text)


def bundle(title: str) -> Bundle:
    table = replace(counted_table({"": [9]}), title=Words(ko=title), facts={})
    words = Words(ko="제목")
    return Bundle("s", 2016, "members", False, words, words, tables=(table,))


def test_a_bundle_that_tells_is_stopped_and_says_what_to_do() -> None:
    with pytest.raises(LeakError, match="공개되면 안 되는 내용이 1건") as error:
        check(bundle("햇살마루연합회의 의견"), ["햇살마루연합회", "가온생협연"])
    assert error.value.exit_code == 3 and "질문지" in str(error.value)


def test_names_of_statistics_are_no_leak() -> None:
    """Somebody answered "count" to an open question; every table holds that word."""
    check(bundle("제목"), ["count", "share"])
