from __future__ import annotations

import unicodedata

import pytest

from analysis.language import LanguageError, particle, with_particle
from analysis.language.particle import read_aloud
from tests.vectors import vectors


@pytest.mark.parametrize(("given", "expected"), vectors("particle"))
def test_vector(given: dict, expected: dict):
    assert particle(given["word"], given["pair"]) == expected["particle"]
    assert with_particle(given["word"], given["pair"]) == expected["joined"]


@pytest.mark.parametrize(
    ("word", "joined"),
    [
        ("100", "100은"),  # 백
        ("20,000", "20,000은"),  # 이만
        ("300000000", "300000000은"),  # 삼억
        ("10조", "10조는"),
        ("0", "0은"),  # 영
        ("½", "½은"),  # 이분의 일
        ("③", "③은"),
        ("7%p", "7%p는"),
        ("5L", "5L는"),  # 리터, though L alone is 엘
        ("3㎏", "3㎏은"),
        ("VR", "VR은"),  # 브이알
        ("5·18", "5·18은"),
        ("2016. 7.", "2016. 7.은"),
        ("‘만족’(4+5)", "‘만족’(4+5)은"),
        ("한살림㈜", "한살림㈜은"),
    ],
)
def test_what_is_not_hangul_takes_the_particle_of_its_reading(word: str, joined: str):
    assert with_particle(word, "은/는") == joined


def test_a_word_that_nobody_can_read_takes_both_as_on_a_form():
    assert with_particle("農協中央會", "은/는") == "農協中央會은(는)"
    assert with_particle("★", "으로/로") == "★(으)로"
    assert with_particle("", "이/가") == "이(가)"


def test_english_words_outside_the_lexicon_are_read_by_their_ending():
    assert [with_particle(word, "을/를") for word in ("Notion", "Firefox", "GitHub", "phone")] == [
        "Notion을", "Firefox를", "GitHub을", "phone을",
    ]  # fmt: skip


def test_a_word_in_decomposed_letters_comes_back_composed():
    assert with_particle(unicodedata.normalize("NFD", "경남"), "으로/로") == "경남으로"


def test_only_the_last_syllable_is_read():
    assert read_aloud("제2차 협동조합기본계획(2017~2019)") == "획"


def test_an_unknown_pair_is_refused():
    with pytest.raises(LanguageError, match="는/은"):
        particle("서울", "는/은")
