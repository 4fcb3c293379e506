"""Every cell of a form has a name made of ids, and no two have the same."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

import start
from analysis.errors import DureError
from analysis.form.fields import fields_of
from analysis.questionnaire import load_questionnaire
from analysis.questionnaire.question import PartKey
from tests.tables.small_survey import survey

CELL = re.compile(r"[a-z]{1,3}[0-9]+\Z")


def names(*questions: dict) -> list[str]:
    return [field.name for field in fields_of(survey(*questions))]


def test_a_plain_question_is_one_cell() -> None:
    assert names({"id": "people", "kind": "number"}) == ["dure__people"]


def test_every_option_that_may_be_chosen_with_others_has_a_cell_and_own_words_a_line() -> None:
    options = {"a": "가", "other": {"ko": "기타", "other": True}}
    needs = {"id": "needs", "kind": "multi", "options": options}
    assert names(needs) == ["dure__needs__a", "dure__needs__other", "dure__needs__own_words"]


def test_own_words_belong_to_the_first_part_that_takes_them() -> None:
    how = {"kind": "single", "options": {"visit": "방문", "other": {"ko": "기타", "other": True}}}
    columns = {"times": {"ko": "횟수", "answer": {"kind": "number"}}, "how": {"ko": "방법", "answer": how}}
    asked = survey({"id": "met", "kind": "grid", "rows": {"x": "가", "y": "나"}, "columns": columns})
    (own_words,) = [field for field in fields_of(asked) if field.own_words]
    assert own_words.part.key == PartKey("met", "x", "how")


def test_the_cells_of_a_grid_are_named_by_row_and_column() -> None:
    grid = {"id": "staff", "kind": "grid", "rows": {"full": "상근"}, "columns": {"women": "여", "men": "남"},
            "answer": {"kind": "number"}}  # fmt: skip
    assert names(grid) == ["dure__staff__full__women", "dure__staff__full__men"]


def test_a_ranking_has_a_cell_a_rank() -> None:
    ranking = {"id": "why", "kind": "ranking", "ranks": 2, "options": {"a": "가", "b": "나"}}
    assert names(ranking) == ["dure__why__1", "dure__why__2"]


def test_two_cells_of_one_name_are_refused_with_the_questions() -> None:
    grid = {"id": "a", "kind": "grid", "rows": {"b": "행"}, "answer": {"kind": "number"}}
    with pytest.raises(DureError, match="dure__a__b.*a, a__b"):
        names(grid, {"id": "a__b", "kind": "number"})


def test_long_ids_give_names_that_differ_and_are_no_longer_than_a_workbook_takes() -> None:
    long = [f"{'a' * 240}{number}" for number in range(2)]
    first, second = names(*({"id": one, "kind": "number"} for one in long))
    assert first != second and max(map(len, (first, second))) <= 255


@pytest.mark.parametrize("name", ["member_orgs", "intermediary", "coop_basic_plan"])
def test_the_names_of_the_shipped_forms_are_names_to_excel(name: str) -> None:
    path = start.ROOT / "questionnaires" / name / "2016.yml"
    found = [field.name for field in fields_of(load_questionnaire(path))]
    assert all(re.fullmatch(r"[a-z_][a-z0-9_]*", one) and not CELL.match(one) for one in found)
    assert all(one != other for one, other in pairwise(sorted(found)))
