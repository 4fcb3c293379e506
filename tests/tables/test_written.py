from __future__ import annotations

from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import absent, answered, figures, line, said, survey


def wishes(*answers: object, **question: object) -> Table:
    given = {"id": "wishes", "kind": "open"} | question
    return build_tables(answered(survey(given), wishes=answers))[0]


def test_an_open_question_counts_who_wrote_something_among_those_asked():
    table = wishes(
        {"text": "더 자주 만나자"}, None, absent("no_answer", detail="empty_comment"), absent("not_asked")
    )
    assert figures(table) == {"base": 3, "answered": 1}
    cell = table.get("answered")
    assert cell and (cell.n, cell.base) == (1, 3)
    assert line(table, "absent") == {"no_answer": 2, "not_asked": 1}


def test_the_words_are_kept_sorted_so_that_their_order_tells_nothing():
    assert wishes({"text": "하나"}, {"text": "가나"}).quotes == ("가나", "하나")


def test_who_was_asked_and_wrote_nothing_is_not_called_left_out():
    notes = said(wishes({"text": "하나"}, None, absent("not_asked"), ask_if="answered(x)"))
    assert notes == ["문항의 대상 아님 1개 제외"]
