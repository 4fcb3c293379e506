"""The panel, without a browser: what is chosen, what is shown, what is kept."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import ipywidgets as widgets
import pytest

import start
from analysis.explore.panel import Panel
from analysis.explore.survey import ExploreError, open_survey
from analysis.tables.address import parse_address
from tests.project import copy_inputs

CELL = re.compile(r'<data value="([^"]*)" data-cell="([^"]*)"')


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two surveys, one of them in two years."""
    root = copy_inputs(tmp_path_factory.mktemp("project"))
    for folder in ("questionnaires", "data/raw/2016"):
        shutil.rmtree(root / folder / "coop_basic_plan")
    shutil.copytree(root / "data/raw/2016/member_orgs", root / "data/raw/2017/member_orgs")
    first = (root / "questionnaires/member_orgs/2016.yml").read_text(encoding="utf-8")
    later = re.sub(r"^year: 2016$", "year: 2017", first, count=1, flags=re.MULTILINE)
    (root / "questionnaires/member_orgs/2017.yml").write_text(later, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def opened(root: Path) -> Panel:
    return Panel(root)


@pytest.fixture
def panel(opened: Panel) -> Panel:
    """At the opinions on dues, of one year, with nothing else chosen."""
    panel = opened
    while not panel.undo.disabled:
        panel.undo.click()
    panel.choosing.search.value = ""
    panel.choosing.survey.value = "member_orgs"
    panel.choosing.years.value = (2016,)
    panel.choosing.question.value = "dues_level"
    return panel


def seen(panel: Panel) -> str:
    return "".join(place.value for place in panel.shown.children)


def words(panel: Panel) -> str:
    return re.sub(r"<style>.*?</style>|<[^>]*>", "", seen(panel), flags=re.DOTALL)


def removals(panel: Panel) -> list[widgets.Button]:
    return [one for one in panel.filtering.active.children if isinstance(one, widgets.Button)]


def test_it_opens_with_something_to_see(root: Path) -> None:
    panel = Panel(root)
    assert panel.state.survey == "intermediary" and len(panel.results) == 1
    assert "공개 전" in seen(panel)


def test_the_numbers_shown_are_those_of_the_survey(panel: Panel, root: Path) -> None:
    panel.choosing.group.value = "area"
    table = open_survey("member_orgs", 2016, root=root).table("dues_level", by="area").table
    numbers = CELL.findall(seen(panel))
    assert len(numbers) > 20
    for value, where in numbers:
        level, row, item, stat = parse_address(where)[-1]
        assert float(value) == table.value(stat, level=level, row=row, item=item)


def test_a_search_lists_questions_and_leaves_what_is_seen(panel: Panel) -> None:
    before = panel.history
    panel.choosing.search.value = "만족"
    assert "overall_satisfaction" in [id_ for _, id_ in panel.choosing.question.options]
    assert panel.choosing.question.value is None and panel.history == before
    panel.choosing.search.value = ""
    assert panel.choosing.question.value == "dues_level" and panel.history == before


def test_a_search_that_finds_nothing_says_so(panel: Panel) -> None:
    panel.choosing.search.value = "없는낱말"
    assert "‘없는낱말’이 들어 있는 문항이 없습니다" in panel.choosing.found.value


def test_another_survey_is_opened_with_all_its_questions(panel: Panel) -> None:
    panel.choosing.search.value = "회비"
    panel.choosing.survey.value = "intermediary"
    assert panel.choosing.search.value == "" and len(panel.choosing.question.options) > 20


def test_years_stand_below_each_other(panel: Panel) -> None:
    panel.choosing.years.value = (2017, 2016)
    assert panel.state.years == (2016, 2017)
    first, second = (place.value for place in panel.shown.children)
    assert "2016년" in first and "member_orgs/2016/" in first
    assert "2017년" in second and "member_orgs/2017/" in second


def test_without_a_year_it_asks_for_one(panel: Panel) -> None:
    panel.choosing.years.value = ()
    assert "연도를 하나 이상 고르세요" in seen(panel)
    assert panel.results == ()
    panel.keeping.keep.click()
    assert "담을 결과가 없습니다" in panel.keeping.told.value


def test_options_that_are_ticked_filter_the_answers(panel: Panel) -> None:
    filtering = panel.filtering
    assert filtering.add.disabled
    filtering.question.value = "region"
    ticks = {tick.description: tick for tick in filtering.ticks.children}
    ticks["서울"].value = ticks["경기"].value = True
    filtering.add.click()
    assert [button.description for button in removals(panel)] == ["조건 빼기: 사무소 소재지: ‘서울’·‘경기’"]
    assert filtering.question.value == "" and filtering.ticks.children == ()


def test_conditions_add_up_and_each_can_be_removed(panel: Panel) -> None:
    panel.filtering.text.value = "region == '서울'"
    panel.filtering.text.value = "C2 >= 4"
    both = panel.results[0].table.facts["n_respondents"]
    assert panel.filtering.text.value == "" and len(removals(panel)) == 2
    removals(panel)[1].click()
    assert panel.state.filters == ("region is seoul",)
    assert panel.results[0].table.facts["n_respondents"] >= both


def test_a_condition_that_cannot_be_read_stays_and_says_what_is_wrong(panel: Panel) -> None:
    panel.filtering.text.value = "regoin == '서울'"
    assert "혹시 이것입니까: region" in panel.filtering.wrong.value
    assert panel.filtering.text.value == "regoin == '서울'" and panel.state.filters == ()


def test_an_empty_selection_says_why(panel: Panel) -> None:
    panel.filtering.text.value = "C2 >= 4 and C2 <= 1"
    assert "조건에 맞는 응답이 없습니다" in words(panel)


def test_the_figure_is_drawn_as_chosen(panel: Panel) -> None:
    panel.choosing.group.value = "area"
    usual = seen(panel)
    assert [kind for _, kind in panel.choosing.chart.options] == ["", "options", "parts"]
    panel.choosing.chart.value = "options"
    assert seen(panel) != usual
    panel.choosing.question.value = "sectors"
    assert panel.choosing.chart.disabled and panel.state.chart == ""


def test_weights_can_be_chosen_only_where_there_are_any(panel: Panel) -> None:
    assert panel.choosing.weights.disabled
    assert "가중치가 없습니다" in panel.choosing.weights_hint.value


def test_undo_and_redo_set_every_widget(panel: Panel) -> None:
    panel.choosing.group.value = "area"
    panel.choosing.show_as.value = "share"
    panel.filtering.text.value = "C2 >= 4"
    panel.choosing.survey.value = "intermediary"
    last = panel.state
    for _ in range(4):
        panel.undo.click()
    assert (panel.choosing.survey.value, panel.choosing.question.value) == ("member_orgs", "dues_level")
    assert (panel.choosing.group.value, panel.choosing.show_as.value, removals(panel)) == ("", "", [])
    for _ in range(4):
        panel.redo.click()
    assert panel.state == last and panel.redo.disabled
    assert panel.choosing.survey.value == "intermediary"


def test_what_is_seen_is_saved_as_files_that_say_that_it_is_not_released(panel: Panel, root: Path) -> None:
    for kind, button in panel.keeping.save.items():
        button.click()
        name = f"member_orgs-2016-dues_level-공개전.{kind}"
        assert f'download="{name}"' in panel.keeping.told.value
        assert (root / "explored" / name).stat().st_size > 0


def test_what_is_empty_is_not_saved_and_says_why(panel: Panel) -> None:
    panel.filtering.text.value = "C2 >= 4 and C2 <= 1"
    panel.keeping.save["png"].click()
    assert 'role="alert"' in panel.keeping.told.value


def test_what_is_kept_is_there_when_the_panel_is_opened_again(panel: Panel, root: Path) -> None:
    panel.choosing.group.value = "area"
    panel.keeping.keep.click()
    panel.keeping.keep.click()  # once more is not twice
    kept = panel.results[0].query
    again = Panel(root)
    assert again.keeping.basket.kept[-1].result.query == kept
    assert 'by="area"' in again.keeping.code.value
    again.keeping.report.click()
    (page,) = re.findall(r'download="([^"]*\.html)"', again.keeping.told.value)
    assert "공개 전" in (root / "explored" / page).read_text(encoding="utf-8")
    again.keeping.kept.children[-1].click()
    assert kept not in [one.result.query for one in Panel(root).keeping.basket.kept]


def test_a_basket_that_cannot_be_read_is_put_aside(root: Path) -> None:
    folder = root / "explored"
    folder.mkdir(exist_ok=True)
    (folder / "basket.json").write_text("{broken", encoding="utf-8")
    panel = Panel(root)
    assert "basket.unread.json" in panel.keeping.told.value
    assert (folder / "basket.unread.json").read_text(encoding="utf-8") == "{broken"
    assert not (folder / "basket.json").exists()


def test_in_english_nothing_is_korean_but_the_words_of_the_questionnaire(root: Path) -> None:
    panel = Panel(root, language="en")
    described = [one.description for one in vars(panel.choosing).values() if hasattr(one, "description")]
    assert described and not any(re.search("[가-힣]", text) for text in described)
    assert "Not released" in seen(panel)


def test_a_project_without_answers_is_told(tmp_path: Path) -> None:
    (tmp_path / "questionnaires").mkdir()
    with pytest.raises(ExploreError, match="응답이 들어온 조사가 없습니다"):
        Panel(tmp_path)


def test_a_notebook_shows_it_as_its_last_line() -> None:
    shown = Panel(start.ROOT)._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in shown
