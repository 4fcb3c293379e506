"""A secret is found however it is spaced, and chance is not taken for one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.questionnaire.words import Words
from analysis.release.bundle import Bundle
from analysis.release.leaks import Haystack, LeakError, check, secrets
from analysis.release.survey import release
from analysis.tables.build import build_tables
from tests.release.counted import counted_table
from tests.tables.small_survey import answered, survey


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


def test_nothing_is_found_half_in_one_text_and_half_in_the_next() -> None:
    """The options "교육" and "지원센터" stand one below the other; somebody wrote "교육지원"."""
    assert "교육지원" not in Haystack("교육", "지원센터")
    assert "교육지원" in Haystack("교육\n지원")


MUCH_WRITTEN = [
    "14개", "2016년", "약 30명", "100%", "5명", "4월", "3.5점", "상담", "교육지원", "무응답", "만족", "기타 의견 없음",
    "햇살마루연합회 사무국장 김보람", "전화 02-000-0101로 주세요", *(f"{at}번째 단체의 바람입니다" for at in range(300)),
]  # fmt: skip


def test_among_hundreds_of_write_ins_only_what_tells_on_somebody_is_a_secret() -> None:
    wish = {"id": "wish", "kind": "open"}
    choice = {"id": "choice", "kind": "single", "options": {"a": "교육", "b": "지원센터", "c": "만족"}}
    responses = answered(survey(wish, choice), wish=[{"text": text} for text in MUCH_WRITTEN])
    found = secrets(responses)
    assert not found & {"14개", "2016년", "약 30명", "100%", "5명", "4월", "3.5점", "상담", "무응답", "만족"}
    assert len(found) >= 302
    check(release(responses, build_tables(responses), "members"), found)


def test_a_write_in_that_stands_in_a_label_is_caught_among_hundreds() -> None:
    wish = {"id": "wish", "kind": "open"}
    responses = answered(survey(wish), wish=[{"text": text} for text in MUCH_WRITTEN])
    with pytest.raises(LeakError, match="1건"):
        check(bundle("7번째 단체의 바람입니다"), secrets(responses))


def test_names_of_statistics_are_no_leak() -> None:
    """Somebody answered "count" to an open question; every table holds that word."""
    check(bundle("제목"), ["count", "share"])
