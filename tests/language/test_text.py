from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from analysis.language import match_key, normalise
from analysis.language.text import has_unseen, legible, one_line
from tests.vectors import vectors


@pytest.mark.parametrize(("given", "expected"), vectors("unicode"))
def test_vector(given: dict, expected: dict):
    assert normalise(given["text"]) == expected["text"]


def test_decomposed_hangul_is_composed():
    assert normalise(unicodedata.normalize("NFD", "서울")) == "서울"


def test_line_breaks_of_an_opinion_stay():
    assert normalise(" 교육\r\n네트워크\t지원 ") == "교육\n네트워크 지원"


def test_what_cannot_be_seen_goes_but_the_joiner_of_an_emoji_stays():
    assert normalise("\ufeff서\u200b울\u202e\x00") == "서울"
    assert normalise("👩\u200d🌾") == "👩\u200d🌾"


@pytest.mark.parametrize(
    ("cell", "text"),
    [(None, ""), (4, "4"), (4.0, "4"), (3.5, "3.5"), (1e-05, "0.00001"), (1e16, "10000000000000000")],
)
def test_a_spreadsheets_number_is_written_out(cell: object, text: str):
    assert normalise(cell) == text


@for_all(st.text())
def test_normalising_again_changes_nothing(text: str):
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Strongly disagree ", "Strongly Disagree"),
        ("Freelancer consultant  contractors", "Freelancer consultant contractors"),
        ("㈜한살림", "(주) 한살림"),
        ("도ㆍ소매업", "도・소매업"),
        ("2014–2016", "2014-2016"),
        ("해당 없음", "해당없음"),
    ],
)
def test_labels_a_person_would_call_the_same_share_a_key(one: str, other: str):
    assert match_key(one) == match_key(other)


def test_circled_numbers_do_not_become_one_number():
    assert match_key("①②") != match_key("12")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("응답 1차.xlsx", "응답 1차.xlsx"),
        ("가\n나\r\n다\r라", "가↵나↵다↵라"),
        ("\x1b[31m빨강\x07", "<U+001B>[31m빨강<U+0007>"),
        ("fdp\u202excod", "fdp<U+202E>xcod"),
        ("\udcff.csv", "<U+DCFF>.csv"),
        ("👩\u200d🌾 가\u3000나", "👩\u200d🌾 가\u3000나"),
    ],
)
def test_on_one_line_nothing_is_hidden_and_nothing_is_obeyed(text: str, shown: str):
    assert one_line(text) == shown


@for_all(st.text(st.characters()))
def test_one_line_is_one_line_that_every_terminal_can_print(text: str):
    assert len(one_line(text).encode("utf-8").decode().splitlines()) <= 1


@pytest.mark.parametrize(
    "text", ["user_type\u200b", "\u00a0submitted", "\ufeff이름", "fdp\u202e", "가\u200d나"]
)
def test_signs_that_nobody_sees_are_noticed(text: str):
    assert has_unseen(text)


@pytest.mark.parametrize("text", ["", "A2. 소재지 (시·도)", "두 줄\r\n제목\t", "👩\u200d🌾", " 앞뒤 "])
def test_what_is_seen_is_no_remark(text: str):
    assert not has_unseen(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3\u202e개\u202c", "3개"),  # an override of the direction
        ("\u2067끝없는\u202b 12", "끝없는 12"),
        ("\x1b[31m붉게\x07", "[31m붉게"),
        ("보이지\u200b않는\ufeff", "보이지않는"),
        ("가\t나\n다", "가 나\n다"),
        ("반\ud83d", "반\N{REPLACEMENT CHARACTER}"),  # half of a letter, as YAML can spell it
        ("👩\u200d🌾 שלום ①㈜", "👩\u200d🌾 שלום ①㈜"),
    ],
)
def test_what_is_legible_obeys_nothing_and_keeps_every_sign_that_is_seen(text: str, read: str) -> None:
    assert legible(text) == read
    assert legible(read) == read
