"""What names the options of a list."""

from __future__ import annotations

import pytest

from analysis.responses.values.choice import choices, plain_list
from analysis.responses.values.names import Match, Names

# printed number → what stands for the option, and its names from the most trusted on
FRUIT = Names({1: ("apple", ("A", "사과")), 2: ("pear", ("", "배", "Pear")), 3: ("mix", ("", "배, 사과"))})
NUMBERS = Names({1: ("few", ("1", "조금")), 2: ("two", ("2", "둘")), 3: ("ten", ("10", "열"))})


@pytest.mark.parametrize(
    ("text", "option"),
    [("A", "apple"), ("a", "apple"), ("사 과", "apple"), ("pear", "pear"), ("2", "pear"), ("③", "mix")],
)
def test_an_option_is_known_by_any_of_its_names_or_its_number(text: str, option: str) -> None:
    assert FRUIT.match(text) == Match(option)


def test_of_two_options_with_a_name_it_is_the_one_that_is_trusted_more() -> None:
    names = Names({1: ("one", ("x", "y")), 2: ("two", ("y", "z"))})
    assert names.match("y") == Match("two")


def test_a_name_that_two_options_have_is_neither() -> None:
    assert Names({1: ("one", ("x y",)), 2: ("two", ("X Y",))}).match("xy") == Match(None, "ambiguous")


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("10", Match("ten")),
        ("2.0", Match("two")),
        ("2점", Match("two")),
        ("3", Match(None, "out_of_range:3")),
    ],
)
def test_where_names_are_numbers_a_number_is_a_name(text: str, match: Match) -> None:
    assert NUMBERS.match(text) == match


@pytest.mark.parametrize(("text", "options"), [("1.0", ("few",)), ("10.00", ("ten",)), ("3", ()), ("열", ())])
def test_a_number_is_the_same_however_it_is_written(text: str, options: tuple[str, ...]) -> None:
    assert NUMBERS.same_number(text) == options


def test_a_name_that_begins_another_does_not_stand_alone() -> None:
    assert (FRUIT.alone("배"), FRUIT.alone("배, 사과"), FRUIT.alone("Pear")) == (None, "mix", "pear")


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("A, Pear", ("apple", "pear")),
        ("A; 배, 사과", ("apple", "mix")),
        ("A", ()),  # one name is no list
        ("A, 감", ()),
        ("배, A", ()),  # "배" might be the beginning of "배, 사과"
    ],
)
def test_a_list_of_names_and_nothing_else_is_read_at_once(text: str, options: tuple[str, ...]) -> None:
    assert plain_list(text, FRUIT) == options
    if options:
        assert choices(text, FRUIT).selected == options


@pytest.mark.parametrize("text", ["A, Pear,", "A, Pear, "])
def test_a_stated_separator_may_close_a_list(text: str) -> None:
    assert choices(text.strip(), FRUIT, (", ",)).selected == ("apple", "pear")


@pytest.mark.parametrize(("text", "near"), [("Pears", "Pear"), ("zebra", "")])
def test_the_nearest_name_is_suggested(text: str, near: str) -> None:
    assert FRUIT.nearest(text) == near


def test_names_that_may_not_be_meant_are_not_suggested() -> None:
    assert FRUIT.nearest("Pears", without=["pear"]) == ""


def test_a_long_cell_is_no_number_and_name() -> None:
    # letters, blanks and a number: with every way to part them this would take hours
    assert FRUIT.match("가" + " " * 130_000 + "1나") == Match(None, "unknown")


OF_MANY = Names(
    {n: (name, (name,)) for n, name in enumerate(
        ["서울", "강원", "만족", "Japan", "Switzerland", "India", "CentOS", "spack view", "No", "협의체", "판로 지원"], start=1
    )}
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Spain",
        "Ireland",
        "China",
        "Red Hat",
        "spack load, spack setup",
        "O",
        "X",
        "불만족",
        "만족하지 않음",
        "not Japan",
    ],
)
def test_names_that_only_share_letters_or_mean_the_opposite_are_not_suggested(text: str) -> None:
    assert (OF_MANY.nearest(text), OF_MANY.beginning(text)) == ("", "")


@pytest.mark.parametrize(
    ("text", "near"), [("협의채", "협의체"), ("Swizerland", "Switzerland"), ("1. 서울", "서울")]
)
def test_a_slip_of_the_hand_is_recognised(text: str, near: str) -> None:
    assert OF_MANY.nearest(text) == near


@pytest.mark.parametrize(
    ("text", "name"),
    [("서울특별시", "서울"), ("서울시 마포구", "서울"), ("강원특별자치도", "강원"), ("제주", "")],
)
def test_a_longer_name_of_a_place_begins_with_its_short_one(text: str, name: str) -> None:
    assert OF_MANY.beginning(text) == name


@pytest.mark.parametrize(
    "text", ["1.서울 2.판로 지원", "서울 판로지원", "① 서울 ② 판로 지원", "서울, 판로 지원 등"]
)
def test_names_side_by_side_are_all_found(text: str) -> None:
    assert OF_MANY.within(text) == ("서울", "판로 지원")


def test_a_word_of_a_name_of_two_words_is_half_of_it() -> None:
    names = Names({1: ("a", ("상임이사·사무국장",)), 2: ("b", ("조사·연구",))})
    assert names.half_named("이사장 겸 사무국장") == "상임이사·사무국장"
    assert (names.half_named("연구 조사원"), names.half_named("사무국장님")) == ("", "")
