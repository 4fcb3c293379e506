"""Every message is said in Korean and in English: the same things, in each language's own letters and spelling."""

from __future__ import annotations

import re

import pytest

from analysis.language.catalogue import catalogue, fields_of
from tests.language.letters import AMERICAN, HANGUL

KOREAN, ENGLISH = catalogue("ko"), catalogue("en")

# What people have to type, or find, in files that are Korean.
TYPED = frozenset("단위 원 천원 만원 백만원 억원 이상 정책위원회 회의 포럼 관 항 목 수입 지출 구분 개 명".split())
# What only Korean grammar or custom asks for: counters, "the whole" of parts, nights beside days, a side or the levels
# of a group named again.
KOREAN_ONLY = frozenset({"counter", "whole", "nights", "performance", "levels"})
SAME_WORDS = frozenset({"questionnaire.book.column.id", "start.list.questionnaire"})


def test_no_message_is_missing_in_either_language():
    assert KOREAN.keys() ^ ENGLISH.keys() == set()


def test_both_languages_fill_in_the_same_fields():
    differ = {key: fields_of(KOREAN[key]) ^ fields_of(ENGLISH[key]) for key in KOREAN.keys() & ENGLISH.keys()}
    assert {key: names for key, names in differ.items() if names - KOREAN_ONLY} == {}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_message_is_empty(language: str):
    assert [key for key, text in catalogue(language).items() if not text.strip()] == []


def test_no_english_message_holds_korean_but_what_is_typed_into_korean_files():
    found = {key: {*HANGUL.findall(text)} - TYPED for key, text in ENGLISH.items()}
    assert {key: words for key, words in found.items() if words} == {}


def test_no_korean_message_was_left_in_english():
    assert [key for key, text in KOREAN.items() if _is_prose(text) and not HANGUL.search(text)] == []


def test_english_is_spelt_the_british_way():
    assert {key: found[0] for key, text in ENGLISH.items() if (found := AMERICAN.findall(text))} == {}


@pytest.mark.parametrize(
    ("text", "prose"),
    [("({n} responses)", True), ("{hint}", False), ("n = {n}", False), ("`dure check`", False)],
)
def test_words_beside_fields_and_code_make_prose(text: str, prose: bool):
    assert _is_prose(text) is prose


def _is_prose(text: str) -> bool:
    """It has words of its own besides fields and what is typed as code."""
    return bool(re.search(r"[A-Za-z]{3,}", re.sub(r"\{[^}]*\}|`[^`]*`", "", text)))
