"""The parts that questions are answered in, and what a question says of itself."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from analysis.questionnaire.question import KINDS, Question

SCALE = {"good": "high", "points": {"1": "나쁨", "2": "좋음"}}
ROWS = {"shop": "매장", "delivery": {"ko": "배달", "en": "Delivery"}}


def question(kind: str, **fields: Any) -> Any:
    return TypeAdapter(Question).validate_python(
        {"id": "asked", "no": "A1", "kind": kind, "ask": "무엇입니까?"} | fields
    )


@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        (question("single", options=ROWS), [("", "", "single")]),
        (question("open"), [("", "", "open")]),
        (question("ranking", options=ROWS, ranks=2), [("", "1", "single"), ("", "2", "single")]),
        (question("allocation", rows=ROWS), [("shop", "", "number"), ("delivery", "", "number")]),
        (
            question("importance_performance", rows={"shop": "매장"}, importance=SCALE, performance=SCALE),
            [("shop", "importance", "scale"), ("shop", "performance", "scale")],
        ),
        (
            question("grid", rows=ROWS, answer={"kind": "number"}),
            [("shop", "", "number"), ("delivery", "", "number")],
        ),
        (
            question(
                "grid",
                rows={"shop": "매장"},
                columns={"used": {"ko": "이용", "answer": {"kind": "open"}}, "times": "횟수"},
                answer={"kind": "number"},
            ),
            [("shop", "used", "open"), ("shop", "times", "number")],
        ),
    ],
)
def test_a_question_is_answered_in_parts(asked: Any, parts: list[tuple[str, str, str]]) -> None:
    assert [(part.row, part.column, part.answer.kind) for part in asked.parts()] == parts


def test_the_ranks_of_a_ranking_are_worded() -> None:
    first = question("ranking", options=ROWS, ranks=2).parts()[0]
    assert first.column_words.text("ko") == "1순위"


def test_the_shares_of_an_allocation_lie_between_nothing_and_the_total() -> None:
    answer = question("allocation", rows=ROWS, total=50).parts()[0].answer
    assert (answer.min, answer.max, answer.unit.ko) == (0, 50, "%")


def test_without_a_label_the_wording_stands_in() -> None:
    assert question("open").label.ko == "무엇입니까?"
    assert question("open", label="까닭").label.ko == "까닭"


def test_korean_stands_in_where_there_is_no_english() -> None:
    shop, delivery = question("single", options=ROWS).options
    assert (shop.text("en"), delivery.text("en")) == ("매장", "Delivery")


@pytest.mark.parametrize("mark", [{"identifier": True}, {"pii": ["phone"]}, {"export": "never"}])
def test_what_names_somebody_is_private(mark: dict[str, Any]) -> None:
    assert question("text", **mark).private


def test_what_is_confidential_or_a_key_is_not_private_for_that() -> None:
    assert not question("text", confidential=True, key=True).private


def test_money_knows_its_won() -> None:
    assert question("money", unit="백만원").won == 1_000_000


def test_every_kind_is_known_by_its_name() -> None:
    for kind, model in KINDS.items():
        assert kind in str(model.model_fields["kind"].annotation)
