"""The language of `ask_if`: what it reads, what it refuses, and what it makes of absent answers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.questionnaire.condition import (
    And,
    Answered,
    Answers,
    Compare,
    Condition,
    Count,
    Has,
    Is,
    Name,
    Not,
    Or,
)  # fmt: skip
from analysis.questionnaire.problem import RoutingError
from analysis.questionnaire.routing import RESERVED, parse

NAN = float("nan")

# Five respondents. The last gave no answer to anything.
ANSWERS = {
    ("contact", "", ""): Answers(
        codes=np.array(["yes", "no", "yes", "no", ""]),
        which=np.arange(5),
        number=np.full(5, NAN),
        answered=np.array([True, True, True, True, False]),
    ),
    ("taken_part", "", ""): Answers(
        codes=np.array(["none", "forum", "forum|survey", "forum|survey|meeting", ""]),
        which=np.arange(5),
        number=np.full(5, NAN),
        answered=np.array([True, True, True, True, False]),
    ),
    ("satisfaction", "", ""): Answers(
        codes=np.array(["1", "2", "3", "5", ""]),
        which=np.arange(5),
        number=np.array([1, 2, 3, 5, NAN]),
        answered=np.array([True, True, True, True, False]),
    ),
    ("staff", "full_time", "women"): Answers(
        codes=np.array([""]),
        which=np.zeros(5, dtype=int),
        number=np.array([0, 1, 2.5, 10, NAN]),
        answered=np.array([True, True, True, True, False]),
    ),
    ("help", "advice", "used"): Answers(
        codes=np.array(["no", "no", "yes", "yes", ""]),
        which=np.arange(5),
        number=np.full(5, NAN),
        answered=np.array([True, True, True, True, False]),
    ),
    ("help", "training", "used"): Answers(
        codes=np.array(["no", "yes", "yes", "", ""]),
        which=np.arange(5),
        number=np.full(5, NAN),
        answered=np.array([True, True, True, False, False]),
    ),
}


class Given:
    """The answers above, as conditions look for them."""

    def __call__(self, question: str, row: str, column: str) -> Answers:
        return ANSWERS[question, row, column]

    def rows(self, question: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row for name, row, _ in ANSWERS if name == question))


def asked(condition: str) -> list[bool]:
    """Whether each of the five is asked."""
    return list(parse(condition).evaluate(Given()))


# What it says


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("contact is yes", [True, False, True, False, False]),
        ("not contact is yes", [False, True, False, True, False]),
        ("satisfaction in [1, 5]", [True, False, False, True, False]),
        ("satisfaction <= 2", [True, True, False, False, False]),
        ("satisfaction < 2", [True, False, False, False, False]),
        ("satisfaction = 3", [False, False, True, False, False]),
        ("satisfaction >= 3", [False, False, True, True, False]),
        ("satisfaction > 3", [False, False, False, True, False]),
        ("staff.full_time.women > 2", [False, False, True, True, False]),
        ("staff.full_time.women = 2.5", [False, False, True, False, False]),
        ("staff.full_time.women > -1", [True, True, True, True, False]),
        ("taken_part has forum", [False, True, True, True, False]),
        ("count(taken_part) <= 2", [True, True, True, False, False]),
        ("taken_part has none or count(taken_part) >= 3", [True, False, False, True, False]),
        ("contact is yes and satisfaction <= 2", [True, False, False, False, False]),
        ("answered(satisfaction)", [True, True, True, True, False]),
    ],
)
def test_a_condition_is_judged_over_whole_columns(condition: str, expected: list[bool]) -> None:
    assert asked(condition) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),  # both rows no; one of each; both yes; yes and no answer; no answer at all
    [
        ("all(help.used) is no", [True, False, False, False, False]),
        ("any(help.used) is no", [True, True, False, False, False]),
        ("any(help.used) is yes", [False, True, True, True, False]),
        ("all(help.used) is yes", [False, False, True, False, False]),
        ("not all(help.used) is no", [False, True, True, True, False]),
        ("not any(help.used) is yes", [True, False, False, False, False]),
        ("all(help.used) in [no, yes]", [True, True, True, False, False]),
    ],
)
def test_every_row_or_any_row_of_a_grid_can_be_asked_about(condition: str, expected: list[bool]) -> None:
    assert asked(condition) == expected


def test_an_option_or_a_question_may_be_called_all_or_any() -> None:
    assert parse("any is all") == Is(Name("any"), ("all",))
    assert str(parse("all(all.any) <= 2")) == "all(all.any) <= 2"


def test_has_looks_for_a_whole_option() -> None:
    assert asked("taken_part has for") == [False] * 5


def test_and_binds_closer_than_or_and_not_closest() -> None:
    assert parse("not a is x or b is y and c is z") == Or(
        (Not(Is(Name("a"), ("x",))), And((Is(Name("b"), ("y",)), Is(Name("c"), ("z",)))))
    )
    assert parse("not (a is x or b is y)") == Not(Or((Is(Name("a"), ("x",)), Is(Name("b"), ("y",)))))


def test_blanks_and_line_ends_do_not_matter() -> None:
    assert parse(" a  in[x,y]\nand count( b )<=2 ") == parse("a in [x, y] and count(b) <= 2")


def test_a_condition_knows_the_questions_it_names() -> None:
    assert parse("a is x or grid.row.column <= 2 or a is y or answered(b)").questions == ("a", "grid", "b")


# Absent answers: neither true nor false (Kleene's strong logic of three values)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("contact is yes", False),
        ("not contact is yes", False),
        ("not not contact is yes", False),
        ("contact is yes or not contact is yes", False),
        ("satisfaction <= 2", False),
        ("not satisfaction <= 2", False),
        ("count(taken_part) <= 2", False),
        ("answered(contact)", False),
        ("not answered(contact)", True),
        ("not answered(contact) or contact is yes", True),
        ("not answered(contact) and not contact is yes", False),
        ("not (answered(contact) and contact is yes)", True),
        ("not (answered(contact) or contact is yes)", False),
    ],
)
def test_without_an_answer_only_what_asks_about_absence_is_true(condition: str, expected: bool) -> None:
    assert asked(condition)[4] == expected


# What it refuses


@pytest.mark.parametrize(
    ("condition", "position", "expected"),
    [
        ("", 1, "question"),
        ("contact", 8, "comparison"),
        ("contact is", 11, "option"),
        ("contact is yes no", 16, "and_or_end"),
        ("contact == yes", 10, "number"),
        ("contact != yes", 9, "comparison"),
        ("satisfaction <= two", 17, "number"),
        ("satisfaction <= ²", 17, "number"),
        ("contact in yes", 12, "list"),
        ("contact in [yes", 16, "list_end"),
        ("contact in [yes no]", 17, "list_end"),
        ("contact in []", 13, "option"),
        ("(contact is yes", 16, "closing"),
        ("contact is yes)", 15, "and_or_end"),
        ("count contact <= 2", 7, "opening"),
        ("count(contact)", 15, "comparison"),
        ("and contact is yes", 1, "question"),
        ("contact is yes or", 18, "question"),
        ("not", 4, "question"),
        ("B8 is yes", 1, "question"),
        ("staff.full_time.women.x > 1", 22, "comparison"),
        ("staff. > 1", 8, "row"),
        ("contact is '있다'", 12, "option"),
        ("all(help.used is no", 15, "closing"),
        ("all(help.advice.used) is no", 16, "closing"),
        ("all(help.) is no", 10, "column"),
        ("answered(all(help))", 13, "closing"),
        ("__import__('os').system('touch pwned')", 11, "comparison"),
        ("(" * 60 + "a is b" + ")" * 60, 51, "less_depth"),
        ("not " * 100_000 + "a is b", 201, "less_depth"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(condition: str, position: int, expected: str) -> None:
    with pytest.raises(RoutingError) as caught:
        parse(condition)
    assert caught.value.position == position
    assert caught.value.expected == expected


def test_the_words_say_what_is_wrong_where() -> None:
    with pytest.raises(RoutingError) as caught:
        parse("contact is")
    korean, english = caught.value.words("ko"), caught.value.words("en")
    assert korean.endswith("contact is — 11번째 글자(끝) 자리에는 보기 이름이 와야 합니다.")
    assert english.endswith("contact is (character 11, the end: there should be an option)")


# What is written reads back as it was

ids = st.from_regex(r"[a-z0-9][a-z0-9_]{0,6}", fullmatch=True).filter(lambda name: name not in RESERVED)
names = st.lists(ids, min_size=1, max_size=3).map(lambda steps: Name(*steps))
whats = names | st.builds(Name, ids, st.just(""), ids | st.just(""), st.sampled_from(("all", "any")))
comparisons = st.sampled_from(("<", "<=", "=", ">=", ">"))
numbers = st.floats(allow_nan=False, allow_infinity=False).map(lambda number: number + 0.0)
atoms = (
    st.builds(Is, whats, st.lists(ids, min_size=1, max_size=3).map(tuple))
    | st.builds(Has, whats, ids)
    | st.builds(Compare, whats, comparisons, numbers)
    | st.builds(Count, names, comparisons, numbers)
    | st.builds(Answered, names)
)
conditions = st.recursive(
    atoms,
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple))
        | st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple))
    ),
    max_leaves=8,
)


@given(conditions)
def test_what_is_written_reads_back(condition: Condition) -> None:
    assert parse(str(condition)) == condition


@given(st.text(alphabet="ab_.()[]<>=, 19notandorisincount"))
def test_any_text_is_either_read_or_refused_with_a_place_inside_it(text: str) -> None:
    try:
        assert parse(str(parse(text))) == parse(text)
    except RoutingError as error:
        assert 1 <= error.position <= len(text) + 1
