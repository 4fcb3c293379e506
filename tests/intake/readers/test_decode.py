"""Bytes to text: the encodings of Korean offices, and no letter lost on the way."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.intake.errors import EncodingError
from analysis.intake.readers.decode import decode
from tests.vectors import vectors


@pytest.mark.parametrize(("given_", "expected"), vectors("encoding"))
def test_vectors(given_: dict[str, Any], expected: dict[str, Any]) -> None:
    data = bytes.fromhex(given_["bytes_hex"])
    if "error" in expected:
        with pytest.raises(EncodingError) as caught:
            decode(data, given_.get("known", ()))
        assert caught.value.problem == expected["error"]
    else:
        found = decode(data, given_.get("known", ()))
        assert found.text == expected["text"]
        assert found.encoding.startswith(expected["encoding"])


def test_a_nul_byte_is_named_by_its_line() -> None:
    with pytest.raises(EncodingError, match="4번째 줄") as caught:
        decode(b"A1\n1\n2\nx\0y\n")
    assert (caught.value.problem, caught.value.line) == ("nul", 4)


def test_utf_16_without_its_mark_is_refused() -> None:
    with pytest.raises(EncodingError):
        decode("단체,지역\n가,서울\n".encode("utf-16-le"))


def test_mixed_encodings_name_the_first_line_that_is_not_utf_8() -> None:
    with pytest.raises(EncodingError) as caught:
        decode("단체\n서울\n".encode() + "부산\n".encode("cp949") + "대구\n".encode())
    assert (caught.value.problem, caught.value.line) == ("mixed", 3)


def test_quotes_of_windows_1252_do_not_become_hangul() -> None:
    with pytest.raises(EncodingError) as caught:
        decode("A1\nI don’t know\nit’s “fine”\n".encode("cp1252"))
    assert caught.value.problem == "unknown"


def test_a_nul_byte_is_no_text_whatever_the_file_says_of_its_encoding() -> None:
    for data, declared in ((b"\xef\xbb\xbfA1\n\0\n", ""), (b"A1\n\0\n", "cp949")):
        with pytest.raises(EncodingError, match="2번째 줄") as caught:
            decode(data, declared=declared)
        assert caught.value.problem == "nul"


def test_both_readings_possible_and_nothing_known_is_utf_8_and_said_to_be_a_guess() -> None:
    both = "교육".encode()  # six bytes, and three letters of CP949
    assert decode(both) == ("교육", "utf-8", True)
    assert decode(both, known=["교육"]) == ("교육", "utf-8", False)
    assert decode(both, known=[both.decode("cp949")]).encoding == "cp949"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "A1\nI don’t know\n“fine”\n"),
        ("cp949", "단체\n가나\n"),
        ("utf-16-le", "단체\n한빛\n"),
        ("shift_jis", "団体\nあおぞら\n"),
    ],
)
def test_an_encoding_that_is_declared_is_taken(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), declared=encoding) == (text, encoding, False)


def test_a_mark_goes_before_what_is_declared() -> None:
    assert decode("\ufeff단체\n".encode("utf-16-le"), declared="cp949") == ("단체\n", "utf-16-le", False)


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("cp949", "단체\n가나\n".encode("cp949") + b"\xff\n"),
        (
            "utf-16-le",
            "단체\n\u0a0a\n".encode("utf-16-le") + b"\0\xd8\0\0",
        ),  # two bytes of \u0a0a are no lines
        ("raw_unicode_escape", b"a\nb\n\\ud800\n"),  # half a letter
    ],
)
def test_what_is_declared_and_does_not_fit_names_the_line(encoding: str, data: bytes) -> None:
    with pytest.raises(EncodingError, match="3번째 줄.*encoding") as caught:
        decode(data, declared=encoding)
    assert "questionnaire" in caught.value.words("en")


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_utf_8_comes_back_whole(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode())[0] == text


syllables = [char for char in map(chr, range(0xAC00, 0xD7A4)) if char.encode("euc-kr", "ignore")]


@given(st.text(st.sampled_from(syllables), min_size=8))
def test_cp949_comes_back_whole_where_the_questionnaire_knows_its_words(text: str) -> None:
    """Some texts of CP949 are valid UTF-8 too; the words of the questionnaire tell which is meant."""
    assert decode(text.encode("cp949"), known=[text])[0] == text
