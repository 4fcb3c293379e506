"""Numbers, wordings and names out of headings."""

from __future__ import annotations

import pytest

from analysis.draft.wording import Wording, is_number_alone, item_id, question_id, wording


@pytest.mark.parametrize(
    ("heading", "number", "text"),
    [
        ("A1. 귀 단체의 명칭을 적어 주십시오.", "A1", "귀 단체의 명칭을 적어 주십시오."),
        ("A7-1. 소속 회원 수", "A7-1", "소속 회원 수"),
        ("3. 만족도", "3", "만족도"),
        ("Q3) How satisfied are you?", "Q3", "How satisfied are you?"),
        ("문1. 성별", "문1", "성별"),
        ("socio1. In which country do you work?", "socio1", "In which country do you work?"),
        ("B2 어디에 사십니까?", "B2", "어디에 사십니까?"),
        ("성별", "", "성별"),
        ("3.10 버전을 쓰십니까?", "", "3.10 버전을 쓰십니까?"),
        ("2015년 매출액", "", "2015년 매출액"),
        ("5 people or more?", "", "5 people or more?"),
    ],
)
def test_a_printed_number_stands_before_the_wording(heading: str, number: str, text: str) -> None:
    assert wording(heading) == Wording(number, text)


@pytest.mark.parametrize(
    ("heading", "alone"), [("Q1", True), ("문3", True), ("V12_3", True), ("성별", False)]
)
def test_a_number_alone_is_no_wording(heading: str, alone: bool) -> None:
    assert is_number_alone(heading) is alone


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (Wording("", "What country are you in?"), "country"),
        (Wording("", "How do you run the Jupyter Notebook?"), "run_jupyter_notebook"),
        (Wording("A1", "귀 단체의 명칭"), "a1"),
        (Wording("3", "만족도"), "q3"),
        (Wording("", "만족도"), "q7"),
        (Wording("B4", "플랫폼(B2B)이 필요한가요?"), "b4"),
    ],
)
def test_a_question_is_named_by_its_english_words_else_its_number_else_its_place(
    asked: Wording, name: str
) -> None:
    assert question_id(asked, 7, ()) == name


def test_names_are_told_apart_and_none_is_a_word_of_conditions() -> None:
    assert question_id(Wording("", "Country?"), 1, {"country"}) == "country_2"
    assert item_id("Not", 1, "opt", ()) != "not"


@pytest.mark.parametrize(
    ("label", "name"),
    [("Never", "never"), ("서울", "opt_3"), ("3.10", "3_10"), ("C++", "c"), ("???", "opt_3")],
)
def test_an_option_is_named_by_its_latin_letters_and_digits(label: str, name: str) -> None:
    assert item_id(label, 3, "opt", ()) == name
