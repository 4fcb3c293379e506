from __future__ import annotations

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from analysis.language.text import normalise
from analysis.responses.values import Choices, Match, Names, choices
from analysis.responses.values.choice import SEPARATORS, _cut
from tests.vectors import vectors

AGREE = ["전혀 그렇지 않다", "그렇지 않다", "보통이다", "그렇다", "매우 그렇다"]
SUPPORT = ["교육", "상담, 컨설팅(세무, 노무)", "판로·공공구매", "네트워크", "기타"]


def names_of(options: list[str] | dict[int, str]) -> Names:
    by_number = options if isinstance(options, dict) else dict(enumerate(options, start=1))
    return Names({number: (label, (label,)) for number, label in by_number.items()})


def match(cell: object, options: list[str] | dict[int, str]) -> Match:
    return names_of(options).match(normalise(cell))


def split(
    text: str, options: list[str], separators: tuple[str, ...] | None = None, other: bool | str = False
):
    names = names_of(options)
    return choices(
        normalise(text), names, separators, bool(other), other if isinstance(other, str) else names.other
    )


@pytest.mark.parametrize(("given", "expected"), vectors("multi"))
def test_vector(given: dict, expected: dict):
    separators = [given["sep"]] if given["sep"] else None
    chosen = split(given["text"], given["options"], separators, given.get("other", False))
    assert list(chosen.selected) == (expected["selected"] or [])
    assert chosen.other == expected["other"]
    assert list(chosen.problems) == [expected[name] for name in ("error",) if name in expected]


@pytest.mark.parametrize("text", ["그렇다", " 그렇다. ", "그 렇다", "4. 그렇다", "④ 그렇다", "그렇다(4점)"])
def test_a_scale_point_is_known_by_its_label(text: str):
    assert match(text, AGREE) == Match("그렇다")


@pytest.mark.parametrize("text", ["4", "4 ", "４", "4점", "4번", "4.0", "(4)", "4.", "④", 4, 4.0])
def test_a_scale_point_is_known_by_its_number(text: object):
    assert match(text, AGREE) == Match("그렇다")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("four", "unknown"),
        ("그렇", "unknown"),
        ("3.5", "ambiguous"),
        ("4. 보통이다", "contradiction"),
        ("6", "out_of_range:6"),
        ("-1", "out_of_range:-1"),
        ("99", "out_of_range:99"),
        ("", "unknown"),
    ],
)
def test_an_unsafe_guess_is_refused(text: str, problem: str):
    assert match(text, AGREE) == Match(None, problem)


def test_options_may_have_printed_numbers_of_their_own():
    nps = {n: str(n) for n in range(11)}
    assert match("0", nps) == Match("0")
    assert match("7", {1: "있다", 7: "모른다"}) == Match("모른다")


def test_a_number_that_is_a_label_is_the_label():
    assert match("2", ["2", "4", "8"]) == Match("2")


def test_labels_that_only_differ_in_blanks_are_told_apart_exactly_or_not_at_all():
    assert match("a b", ["a b", "ab"]) == Match("a b")
    assert match("A B", ["a b", "ab"]) == Match(None, "ambiguous")


@pytest.mark.parametrize(
    "text",
    [
        "교육, 네트워크",
        "네트워크/교육",
        "교육|네트워크",
        "1, 4",
        "1 4",
        "①④",
        "① 교육 ④ 네트워크",
        "4번, 1번",
    ],
)
def test_choices_are_found_whatever_stands_between_them(text: str):
    assert split(text, SUPPORT) == Choices(("교육", "네트워크"))


def test_an_options_own_commas_do_not_cut_it():
    assert split("네트워크, 상담, 컨설팅(세무, 노무), 교육", SUPPORT).selected == (
        "교육", "상담, 컨설팅(세무, 노무)", "네트워크",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("교육, 기타: 카페, 식당", "카페, 식당"),
        ("교육, 기타(카페(2곳))", "카페(2곳)"),
        ("교육, 카페, 식당", "카페, 식당"),
        ("기타: 카페(회원, 네트워크, 이웃), 교육", "카페(회원, 네트워크, 이웃)"),
    ],
)
def test_own_words_stay_together_and_choose_the_option_for_them(text: str, other: str):
    assert split(text, SUPPORT, other=True) == Choices(("교육", "기타"), other)


def test_own_words_are_invalid_where_none_were_asked_for():
    chosen = split("교육, 카페", ["교육", "네트워크"])
    assert chosen == Choices(("교육",), None, ("unknown:카페",))


def test_a_question_with_one_answer_is_not_cut():
    assert split("카페, 교육", SUPPORT, separators=(), other=True) == Choices(("기타",), "카페, 교육")


def test_a_cell_of_codes_between_blanks():
    assert split("well tap", ["tap", "well", "river"], separators=(" ",)).selected == ("tap", "well")


def test_a_cell_as_long_as_prose_is_not_cut():
    prose = "교육, " * 20_000 + "끝"
    assert split(prose, SUPPORT, other=True) == Choices(("기타",), prose)


@for_all(st.sets(st.sampled_from(SUPPORT)), st.sampled_from([", ", "\n", ";", " | "]))
def test_joined_choices_come_apart_again(chosen: set[str], separator: str):
    text = separator.join(label for label in SUPPORT if label in chosen)
    assert set(split(text, SUPPORT).selected) == chosen


def test_a_cell_full_of_blanks_is_cut_in_one_pass() -> None:
    cut = _cut(SEPARATORS, False)  # with a search from each of the blanks this would take hours
    assert cut.split("가" + " " * 1_000_000 + "나") == ["가" + " " * 1_000_000 + "나"]


@pytest.mark.parametrize("text", ["교육 , 판로", "교육,  , 판로", "교육 \n 판로", "교육,\n판로"])
def test_blanks_around_what_cuts_do_not_count(text: str) -> None:
    assert [part for part in _cut(SEPARATORS, False).split(text)[::2] if part] == ["교육", "판로"]
