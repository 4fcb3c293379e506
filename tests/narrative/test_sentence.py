"""Sentences keep words and numbers apart, and put particles right."""

from __future__ import annotations

import pytest

from analysis.language import LanguageError
from analysis.narrative import Figure, Sentence
from analysis.narrative.sentence import compose, join

NINE = Figure("member_orgs/2016/question/by=/a/count", 9.0, "9개")


def test_a_sentence_is_its_words_and_knows_its_cells() -> None:
    sentence = compose("named.one", "ko", name="‘만족’", amount=NINE)
    assert sentence == Sentence(("‘만족’ ", NINE))
    assert (sentence.text, sentence.cells) == ("‘만족’ 9개", (NINE.address,))


@pytest.mark.parametrize(
    ("label", "text"),
    [("정책", "‘정책’이 9개로 과반임"), ("교류", "‘교류’가 9개로 과반임"), ("iCOOP", "‘iCOOP’이 9개로 과반임"),
     ("KDI", "‘KDI’가 9개로 과반임"), ("협동조합(연합회)", "‘협동조합(연합회)’이 9개로 과반임")],
)  # fmt: skip
def test_a_particle_follows_the_sound_of_the_word(label: str, text: str) -> None:
    name = compose("label", "ko", label=label)
    assert compose("headline.majority", "ko", name=name, part=NINE).text == text


def test_a_particle_follows_a_number_too() -> None:
    points = Figure("member_orgs/2016/question/by=/mean", 3.7, "3.70점")
    assert (
        compose("allocation.share", "ko", name="‘누리집’", amount=points).text
        == "‘누리집’이 평균 3.70점으로 가장 큰 몫을 차지함"
    )


def test_words_are_escaped_and_numbers_are_data() -> None:
    name = compose("label", "ko", label="<script>alert(1)</script> & co")
    html = compose("named.one", "ko", name=name, amount=NINE).html()
    assert html == (
        "‘&lt;script&gt;alert(1)&lt;/script&gt; &amp; co’ "
        '<data value="9" data-cell="member_orgs/2016/question/by=/a/count">9개</data>'
    )


def test_line_ends_and_double_spaces_of_a_label_stay_behind() -> None:
    assert compose("label", "ko", label=" 정책\n\t연대  ").text == "‘정책 연대’"


def test_braces_in_a_label_are_only_braces() -> None:
    assert compose("label", "ko", label="{name:은/는} {0}").text == "‘{name:은/는} {0}’"


def test_phrases_are_joined_with_their_figures() -> None:
    assert join([NINE, "나머지"], ", ") == Sentence((NINE, ", 나머지"))


def test_a_message_that_is_not_there_or_lacks_a_field_is_an_error() -> None:
    with pytest.raises(LanguageError):
        compose("no.such.message", "ko")
    with pytest.raises(LanguageError):
        compose("label", "ko")
