"""A basket of findings."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import start
from analysis.explore.basket import Basket, BasketError
from analysis.explore.query import Query
from analysis.explore.survey import Survey, open_survey
from tests.project import copy_inputs

TITLE = "회비를 내려야 한다는 곳은 “어떤” 유형인가\\"


@pytest.fixture(scope="module")
def survey() -> Survey:
    return open_survey("member_orgs", root=start.ROOT)


@pytest.fixture
def basket(survey: Survey) -> Basket:
    made = Basket(start.ROOT)
    made.keep(survey.table("overall_satisfaction", by="organisation_type"))
    made.keep(survey.table("dues_level", where="C2 >= 4 and region == '서울'", show="count", chart="options"), TITLE)
    made.keep(open_survey("intermediary", language="en", root=start.ROOT).table("headcount"))
    return made


def asked(basket: Basket) -> list[tuple[Query, str, str]]:
    return [(one.result.query, one.given, one.result.language) for one in basket.kept]


def names(basket: Basket) -> list[str]:
    return [one.result.query.question for one in basket.kept]


def test_what_is_kept_stands_at_the_end_under_its_own_title_or_a_given_one(basket: Basket) -> None:
    assert names(basket) == ["overall_satisfaction", "dues_level", "headcount"]
    assert [one.title for one in basket.kept][:2] == ["지난 1년간 활동 만족도: 조직유형별", TITLE]


def test_one_can_be_taken_out_and_moved_as_far_as_there_are_places(basket: Basket) -> None:
    basket.move(0, 1)
    assert names(basket) == ["dues_level", "overall_satisfaction", "headcount"]
    basket.move(2, -9)
    assert names(basket) == ["headcount", "dues_level", "overall_satisfaction"]
    assert basket.remove(1).title == TITLE
    assert names(basket) == ["headcount", "overall_satisfaction"]
    with pytest.raises(IndexError):
        basket.remove(2)


def test_the_same_result_kept_twice_is_taken_out_once(survey: Survey) -> None:
    basket, result = Basket(), survey.table("outlook")
    basket.keep(result)
    basket.keep(result)
    basket.remove(0)
    assert names(basket) == ["outlook"]


def test_its_code_runs_as_it_stands_and_gives_the_same(
    basket: Basket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_inputs(tmp_path / "project") / "explored"
    folder.mkdir()
    monkeypatch.chdir(folder)
    cell: dict[str, Basket] = {}
    exec(basket.code(), cell)
    assert asked(cell["basket"]) == asked(basket)
    assert [one.result.table for one in cell["basket"].kept] == [one.result.table for one in basket.kept]
    assert basket.code().splitlines()[-1] == "basket"


def test_code_of_an_empty_one_runs_too() -> None:
    cell: dict[str, Basket] = {}
    exec(Basket().code(), cell)
    assert cell["basket"].kept == ()


def test_what_is_saved_is_what_was_asked_and_no_figure(basket: Basket, tmp_path: Path) -> None:
    file = basket.save(tmp_path / "basket.json")
    again = Basket.load(file, root=start.ROOT)
    assert asked(again) == asked(basket)
    assert again.lost == ()
    data = json.loads(file.read_text(encoding="utf-8"))
    assert data["released"] is False
    assert set(data["kept"][0]) == {"title", "language", "query"}


@pytest.mark.parametrize(
    "content", [None, "", "[]", "{}", '{"dure": "basket", "schema": 99, "kept": []}', '{"dure":"basket","schema":1,"kept":[{}]}']
)
def test_a_file_that_is_no_basket_is_named(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "notes.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(BasketError, match=r"notes\.json"):
        Basket.load(file)


def next_year(root: Path) -> Path:
    """The project a year later: a question has another name, and one survey was not made again."""
    for folder in (root / "questionnaires" / "member_orgs", root / "data" / "raw"):
        assert folder.is_dir()
    questionnaire = root / "questionnaires" / "member_orgs" / "2016.yml"
    text = questionnaire.read_text(encoding="utf-8").replace("year: 2016", "year: 2017", 1).replace("dues_level", "fee_level")
    (questionnaire.parent / "2017.yml").write_text(text, encoding="utf-8")
    os.rename(root / "data" / "raw" / "2016" / "member_orgs", root / "member_orgs")
    (root / "data" / "raw" / "2017").mkdir()
    os.rename(root / "member_orgs", root / "data" / "raw" / "2017" / "member_orgs")
    return root


def test_asked_again_next_year_it_names_what_does_not_exist_any_more(basket: Basket, tmp_path: Path) -> None:
    basket.root = next_year(copy_inputs(tmp_path))
    later = basket.rerun(2017)
    assert names(later) == ["overall_satisfaction"]
    assert {one.result.query.year for one in later.kept} == {2017}
    assert [one.title for one in later.lost] == [TITLE, basket.kept[2].title]
    assert "fee_level" in later.lost[0].why.ko
    assert "2017" in later.lost[1].why.ko and "2016" in later.lost[1].why.en
    assert asked(basket)[0][0].year == 2016


def test_what_is_lost_is_not_lost_from_the_file(basket: Basket, tmp_path: Path) -> None:
    later = basket.rerun(2031)
    assert later.kept == () and len(later.lost) == 3
    again = Basket.load(later.save(tmp_path / "basket.json"), root=start.ROOT)
    assert [one.given for one in again.lost] == ["", TITLE, ""]
    assert [one.result.query for one in again.rerun(2016).kept] == [one.result.query for one in basket.kept]


def test_in_a_notebook_it_is_a_list_marked_as_not_released(basket: Basket) -> None:
    html = basket._repr_html_()
    assert html.index("공개 전") < html.index("조직유형별") < html.index("회비를 내려야")
    assert repr(basket).startswith("[공개 전")
    assert basket.kept[0].result.lead in repr(basket)


@pytest.mark.parametrize(
    "changed",
    [
        {"language": 'ko")\nimport os  #'},
        {"language": "fr"},
        {"query": {"survey": "member_orgs", "year": "2016", "question": "outlook"}},
        {"query": {"survey": "member_orgs", "year": 2016, "question": ["outlook"]}},
    ],
)
def test_a_file_that_somebody_else_wrote_puts_nothing_into_the_code(tmp_path: Path, changed: dict) -> None:
    one = {"title": "", "language": "ko", "query": {"survey": "member_orgs", "year": 2016, "question": "outlook"}}
    file = tmp_path / "basket.json"
    file.write_text(json.dumps({"dure": "basket", "schema": 1, "released": False, "kept": [one | changed]}), encoding="utf-8")
    with pytest.raises(BasketError):
        Basket.load(file, root=start.ROOT)


def test_a_figure_that_cannot_be_drawn_any_more_is_lost_with_its_reason(tmp_path: Path) -> None:
    query = {"survey": "member_orgs", "year": 2016, "question": "outlook", "chart": "zzz"}
    file = tmp_path / "basket.json"
    kept = [{"title": "", "language": "ko", "query": query}]
    file.write_text(json.dumps({"dure": "basket", "schema": 1, "released": False, "kept": kept}), encoding="utf-8")
    basket = Basket.load(file, root=start.ROOT)
    assert basket.kept == () and "zzz" in basket.lost[0].why.ko
