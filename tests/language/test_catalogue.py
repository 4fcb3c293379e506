from __future__ import annotations

import string

import pytest

from analysis.language import LanguageError, message
from analysis.language.catalogue import catalogue
from analysis.language.particle import PAIRS


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch):
    """Add messages of ours to the Korean catalogue."""
    module = "analysis.language.catalogue"
    return lambda **texts: monkeypatch.setattr(f"{module}.catalogue", lambda language: texts)


def test_a_message_is_read_in_either_language():
    assert message("common.audience.members") == "회원단체"
    assert message("common.audience.members", "en") == "members"


def test_a_field_takes_the_particle_it_needs(messages):
    messages(most="{option:이/가} {share}로 가장 높음")
    assert message("most", option="iCOOP", share="64.3%") == "iCOOP이 64.3%로 가장 높음"
    assert message("most", option="광주", share="64.3%") == "광주가 64.3%로 가장 높음"


def test_a_particle_may_stand_apart_from_its_word(messages):
    messages(quoted="‘{option}’{option:-이라고/라고} 답함")
    assert message("quoted", option="보통") == "‘보통’이라고 답함"


def test_a_field_a_message_does_not_name_is_left_out(messages):
    messages(short="{n}개")
    assert message("short", n=9, place="서울") == "9개"


def test_braces_in_a_field_are_only_text(messages):
    messages(quote="{text}")
    assert message("quote", text="{0.__class__}") == "{0.__class__}"


def test_a_missing_field_key_or_language_is_refused(messages):
    with pytest.raises(LanguageError, match="'fr'"):
        message("common.audience.members", "fr")
    messages(short="{n}개")
    with pytest.raises(LanguageError, match="'n'"):
        message("short")
    with pytest.raises(LanguageError, match="'long'"):
        message("long")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_message_is_well_formed(language: str):
    for key, text in catalogue(language).items():
        assert isinstance(text, str), key
        for _, name, pair, conversion in string.Formatter().parse(text):
            assert name is None or name.isidentifier(), f"{key}: {{{name}}}"
            assert not pair or pair.removeprefix("-") in PAIRS, f"{key}: {{{name}:{pair}}}"
            assert conversion is None, key
