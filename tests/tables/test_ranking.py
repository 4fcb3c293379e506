from __future__ import annotations

from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import answered, figures, line, said, survey

DIFFICULTIES = {
    "money": "재정 부족",
    "people": "인력 부족",
    "law": "법·제도 미비",
    "other": {"ko": "기타", "other": True},
}


def ranked(first: list, second: list) -> Table:
    question = {"id": "difficulties", "kind": "ranking", "options": DIFFICULTIES, "ranks": 2}
    return build_tables(answered(survey(question), difficulties____1=first, difficulties____2=second))[0]


FIRST = ["money", "money", "people", "law", None]
SECOND = ["people", "law", "money", None, None]


def test_each_rank_is_a_row_of_its_own_with_its_own_base():
    table = ranked(FIRST, SECOND)
    assert figures(table, row="1") == {"base": 4}
    assert line(table, "count", row="1") == {"money": 2, "people": 1, "law": 1, "other": 0}
    assert figures(table, row="2") == {"base": 3}
    assert line(table, "share", row="2") == {"money": 1 / 3, "people": 1 / 3, "law": 1 / 3, "other": 0}


def test_all_ranks_together_count_respondents_who_chose_it_at_any_rank():
    table = ranked(FIRST, SECOND)
    assert figures(table, row="1+2") == {"base": 4}
    assert line(table, "count", row="1+2") == {"money": 3, "people": 2, "law": 2, "other": 0}
    assert line(table, "share", row="1+2")["money"] == 3 / 4


def test_what_one_respondent_ranked_twice_counts_once_there():
    assert line(ranked(["other"], ["other"]), "count", row="1+2")["other"] == 1


def test_the_note_on_bases_speaks_of_ranks():
    assert "순위마다 사례수가 다름(3~4개)" in said(ranked(FIRST, SECOND))


def test_rows_are_labelled_by_rank():
    table = ranked(FIRST, SECOND)
    assert [table.words("rows", row) for row in ("1", "2", "1+2")] == ["1순위", "2순위", "1~2순위"]
    assert table.facts["ranks"] == 2


def test_the_base_of_the_question_are_those_who_ranked_anything():
    table = ranked(["money", None, None], [None, "law", None])
    assert figures(table)["base"] == 2
    assert line(table, "absent") == {"no_answer": 1}


def test_bordas_points_are_the_mean_of_who_ranked_any():
    """money 2 + 2 + 1, people 1 + 2, law 1 + 2 of four respondents."""
    found = line(ranked(FIRST, SECOND), "borda", row="1+2")
    assert found == {"money": 5 / 4, "people": 3 / 4, "law": 3 / 4, "other": 0}


def test_what_one_respondent_ranked_twice_has_the_points_of_its_better_rank():
    assert line(ranked(["other"], ["other"]), "borda", row="1+2")["other"] == 2


def test_kendalls_w_is_told_where_all_options_are_ranked():
    question = {"id": "order", "kind": "ranking", "options": {"a": "가", "b": "나", "c": "다"}, "ranks": 3}
    answers = {
        "order____1": ["a", "a", "b", "a"],
        "order____2": ["b", "b", "a", "b"],
        "order____3": ["c", "c", "c", None],
    }
    cell = build_tables(answered(survey(question), **answers))[0].get("w")
    assert cell and (cell.n, cell.value) == (3, 12 * 14 / (9 * 24))  # rank sums 4, 5, 9 about 6: S = 14
    assert ranked(FIRST, SECOND).get("w") is None
