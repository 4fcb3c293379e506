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


@pytest.mark.parametrize(("text", "near"), [("Pears", "Pear"), ("사과들", "사과"), ("zebra", "")])
def test_the_nearest_name_is_suggested(text: str, near: str) -> None:
    assert FRUIT.nearest(text) == near


def test_names_that_may_not_be_meant_are_not_suggested() -> None:
    assert FRUIT.nearest("Pears", without=["pear"]) == ""
