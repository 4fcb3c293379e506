"""What a notebook can ask of its page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.questionnaire.words import Words
from analysis.release import Bundle, BundleError
from analysis.report import PageError, open_page, page
from analysis.report.commentary import Commentary
from analysis.tables import Cell, Label
from tests.report.small_report import KIND, SATISFACTION, bundle, choice

Put = list[tuple[str, dict]]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[page.Page, Put]]:
    """A page on this bundle, and what it puts out as (html, what is known of it)."""
    pieces: Put = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(page, "put", lambda html, **known: pieces.append((str(html), known)))

    def make(given: Bundle, *others: Bundle, language: str = "ko") -> tuple[page.Page, Put]:
        Path("released").mkdir()
        for one in (given, *others):
            Path("released", f"{one.survey}.json").write_text(one.dumps(), encoding="utf-8")
        return open_page(given.survey, given.year, given.audience, language), pieces

    return make


def wrote(folder: Path, **commentary: object) -> None:
    """The commentary as a notebook is given it."""
    text = Commentary.model_validate(commentary).model_dump_json()
    (folder / page.COMMENTARY).write_text(text, encoding="utf-8")


def test_opening_tells_what_the_page_is(opened):
    _, pieces = opened(bundle(KIND, invented=True))
    ((_, head),) = pieces
    assert (head["kind"], head["title"], head["invented"]) == ("head", "2016 회원 조사", True)
    assert head["edition"] == "회원단체 배포본"


@pytest.mark.parametrize("audience", ["committee", "secretariat"])
def test_an_inner_edition_says_that_it_is_not_public(opened, audience: str):
    _, pieces = opened(bundle(KIND, audience=audience))
    assert "공개본이 아님" in pieces[0][1]["edition"]


def test_a_page_of_another_year_or_audience_is_not_opened(opened):
    opened(bundle(KIND))
    with pytest.raises(PageError, match="committee"):
        open_page("orgs", 2016, "committee")
    with pytest.raises(PageError, match="'other' 조사의 공개 파일이 없습니다"):
        open_page("other", 2016, "members")


def test_a_figure_is_put_with_its_name_for_the_contents(opened):
    made, pieces = opened(bundle(KIND))
    made.show("kind")
    html, known = pieces[-1]
    assert known == {"kind": "figure", "id": "kind", "title": "조직유형"}
    assert "<td>X<" in html
    assert 'data-cell="orgs/2016/kind/by=/a/count"' in html


def test_what_is_hidden_is_a_note_of_the_figure_and_no_point_below_the_finding(opened):
    made, pieces = opened(bundle(KIND))
    made.show("kind")
    html, _ = pieces[-1]
    points = "".join(re.findall(r'<ul class="points">.*?</ul>', html, re.DOTALL))
    assert "가림" not in points and html.count("보호하려고 가림") == 1
    assert "보호하려고 가림" in re.search(r'<div class="notes">.*', html, re.DOTALL)[0]


def test_a_question_that_was_not_released_is_an_error(opened):
    made, _ = opened(bundle(KIND))
    with pytest.raises(BundleError):
        made.show("satisfaction")


def test_a_question_that_its_edition_leaves_out_is_passed_over(opened):
    made, pieces = opened(bundle(KIND, facts=bundle().facts | {"left_out": ["why"]}))
    made.show("why", "kind")
    assert [known["id"] for _, known in pieces[1:]] == ["kind"]


def test_of_a_question_in_words_the_page_says_how_many_wrote_and_has_no_table(opened):
    cells = (Cell("", "", "", "base", 14, n=14, base=14), Cell("", "", "", "answered", 6, n=6, base=14))
    made, pieces = opened(bundle(replace(KIND, question="wishes", kind="open", cells=cells, facts=dict(KIND.facts))))
    made.show("wishes")
    html, _ = pieces[-1]
    assert "<table" not in html and "<figure" not in html and "<dl" not in html
    said = re.sub("<[^>]*>", "", html)
    assert "6개가 의견을 적음" in said and "적은 내용은 누가 썼는지 드러날 수 있어 싣지 않음" in said


def test_of_a_question_that_is_all_hidden_the_groups_that_are_public_are_the_finding(opened):
    hidden = choice("scope", "사업 범위", {"a": None, "b": None, "c": None})
    levels = {"": 6, "wide": 4, "near": 2}
    by_scope = replace(
        SATISFACTION, question="basis", group="scope_kind",
        facts={**SATISFACTION.facts, "by": "scope", "levels_of": {"wide": ["a", "b"], "near": ["c"]}},
        levels=tuple(Label(level, Words(ko=level or "전체")) for level in levels),
        cells=tuple(Cell(level, "", "", "base", n, n=n, base=n) for level, n in levels.items()),
    )  # fmt: skip
    made, pieces = opened(bundle(hidden, by_scope))
    made.show("scope")
    html, _ = pieces[-1]
    finding = re.sub("<[^>]*>", "", re.search(r'<p class="finding">(.*?)</p>', html, re.DOTALL)[1])
    assert finding == "묶어 보면 ‘wide’가 6개 중 4개, ‘near’가 2개임"
    assert "결과를 가림" not in re.sub("<svg.*?</svg>", "", html, flags=re.DOTALL), "but for readers of the drawing alone"


def test_the_rest_is_what_was_not_shown_yet(opened):
    made, pieces = opened(bundle(KIND, choice("other", "다른 것", {"a": 14}), SATISFACTION))
    made.show("kind")
    made.rest("A")
    assert [known["id"] for _, known in pieces[1:]] == ["kind", "other"]
    made.rest()
    assert [known["id"] for _, known in pieces[1:]] == ["kind", "other", "satisfaction"]


def test_any_survey_makes_chapters_of_its_sections(opened):
    made, pieces = opened(bundle(KIND, SATISFACTION))
    made.chapters()
    assert [(known["kind"], known["title"]) for _, known in pieces[1:]] == [
        ("chapter", "일반현황"), ("figure", "조직유형"), ("chapter", "평가"), ("figure", "전반적 만족도"),
    ]  # fmt: skip


def test_a_hidden_question_is_left_out_of_the_rest_and_a_section_of_hidden_ones_of_the_chapters(opened):
    made, pieces = opened(bundle(KIND, choice("other", "다른 것", {"a": 14}), SATISFACTION))
    made.hide("other", "satisfaction", "not_released_to_members")
    made.chapters()
    assert [known["title"] for _, known in pieces[1:]] == ["일반현황", "조직유형"]


def test_a_question_is_shown_by_one_group_beside_its_own_figure(opened):
    whole = choice("satisfied", "만족 여부", {"a": 20, "b": 10})
    by_kind = choice("satisfied", "만족 여부", {"a": 12, "b": 3}, "kind", "시민")
    made, pieces = opened(bundle(whole, replace(by_kind, cells=(*whole.cells, *by_kind.cells),
                                                levels=(*whole.levels, *by_kind.levels))))  # fmt: skip
    made.show("satisfied", by="kind")
    html, known = pieces[-1]
    assert known == {"kind": "figure", "id": "satisfied-by-kind", "title": "만족 여부: 조직유형"}
    assert "by=kind:" in html
    made.rest()
    assert pieces[-1][1]["id"] == "satisfied"
    with pytest.raises(BundleError):
        made.show("satisfied", by="area")


def test_a_person_s_heading_stands_above_the_finding(opened, tmp_path: Path):
    wrote(tmp_path, headings={"orgs": {"kind": "연합회가 많다"}})
    made, pieces = opened(bundle(KIND))
    made.show("kind")
    finding, points = pieces[-1][0].split('<p class="finding">')[1].split("</p>", 1)
    assert finding == "연합회가 많다"
    assert "보기 b" in points


def test_without_names_the_summary_tells_of_each_section_and_not_of_characteristics(opened):
    kind = replace(KIND, facts={**KIND.facts, "key": True})
    made, pieces = opened(bundle(kind, SATISFACTION))
    made.summary()
    html, known = pieces[-1]
    assert (known["kind"], known["finding"]) == ("summary", "satisfaction")
    assert known["lead"].endswith("절반을 넘었습니다."), "for who sees only a preview of the page"
    assert html.count("<li>") == 1


def test_the_cover_has_a_mark_for_every_respondent(opened):
    made, pieces = opened(bundle(SATISFACTION))
    made.cover("satisfaction")
    assert pieces[1][0].count('r="16"') == 14


def test_of_many_respondents_the_cover_has_a_mark_for_every_per_cent(opened):
    many = SATISFACTION.with_cells(
        cell._replace(value=cell.value * 10, base=140) if cell.stat in ("count", "base") else cell
        for cell in SATISFACTION.cells
    )
    made, pieces = opened(bundle(many))
    made.cover("satisfaction")
    html = pieces[1][0]
    assert "<circle" not in html.split("</svg>")[0] and "점 하나는 응답의 1%" in html
    drawn = [int(width) // 40 + 1 for width in re.findall(r'h(\d+)\.01" style', html)]
    assert sum(drawn) == 100


def test_the_cover_has_no_marks_where_a_count_is_hidden(opened):
    hidden = SATISFACTION.with_cells(
        type(cell)(cell.level, cell.row, cell.item, cell.stat, None, status="suppressed")
        if cell.item == "2"
        else cell
        for cell in SATISFACTION.cells
    )
    made, pieces = opened(bundle(hidden))
    made.cover("satisfaction")
    assert "<circle" not in pieces[1][0]


def test_the_overview_gives_no_response_rate_where_the_population_is_unknown(opened):
    made, pieces = opened(bundle(KIND))
    made.overview()
    text = re.sub("<[^>]+>", "", pieces[-1][0])
    assert "정해진 대상을 모두 조사" in text and "응답률은 적지 않음" in text and "총 14개" in text


def test_the_methods_say_what_was_hidden(opened):
    made, pieces = opened(bundle(KIND, protection=(Words(ko="3개 미만인 칸을 가림"),)))
    made.methods()
    assert "3개 미만인 칸을 가림" in pieces[-1][0]
    assert "신뢰구간을 제시하지 않음" in re.sub("<[^>]+>", "", pieces[-1][0])


def test_findings_of_an_invented_survey_mark_the_page_and_lead_to_the_report(opened):
    made, pieces = opened(bundle(KIND), bundle(SATISFACTION, survey="other", invented=True))
    made.findings("other", "satisfaction")
    assert {"kind": "invented"} in [known for _, known in pieces]
    assert 'href="other.html#q-satisfaction"' in pieces[-1][0] and "예시 자료" in pieces[-1][0]


def test_findings_of_a_survey_without_a_report_are_not_there(opened):
    made, pieces = opened(bundle(KIND))
    made.findings("other", "satisfaction")
    assert len(pieces) == 1


def test_what_people_wrote_is_shown_escaped_and_nothing_where_they_wrote_nothing(opened, tmp_path: Path):
    wrote(tmp_path, implications={"orgs": ["<b>회비</b>를 올릴 것"]}, remarks={"orgs": {"kind": "눈여겨볼 것"}})
    made, pieces = opened(bundle(KIND))
    made.implications()
    assert "&lt;b&gt;회비&lt;/b&gt;를" in pieces[-1][0]
    made.show("kind")
    assert "눈여겨볼 것" in pieces[-1][0]
    made.assessment()
    assert pieces[-1][1]["kind"] == "figure", "no direction was written, so nothing is shown"


def test_a_page_speaks_english(opened):
    made, pieces = opened(bundle(KIND), language="en")
    made.overview()
    assert pieces[0][1]["title"] == "2016 Survey"
    assert "The size of the population is not known" in pieces[-1][0]
