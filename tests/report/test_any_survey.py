"""A new survey needs a questionnaire and answers, and no code: the notebook of any survey reports it whole."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from analysis.pipeline import Order, report
from analysis.progress import Progress
from analysis.questionnaire import find_questionnaire, load_questionnaire
from analysis.report.place import file_name
from tests.report.any_survey import SURVEY, YEAR, project_with_it
from tests.report.site.walk import dead_links, unguarded

EDITIONS = ("committee", "members")
# The committee's page is read in Korean only: what the two languages say does not hang on the edition.
FACES = (("committee", "ko"), ("members", "ko"), ("members", "en"))
FACE = pytest.mark.parametrize(("edition", "language"), FACES)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose only survey was reported: to members in both languages, to the committee in Korean."""
    project = project_with_it(tmp_path_factory.mktemp("any"), 40)
    for audience in EDITIONS:
        languages = tuple(language for edition, language in FACES if edition == audience)
        order = Order(project, YEAR, audiences=(audience,), languages=languages)
        assert report(order, Progress(quiet=True)) == ()
    return project


def page(project: Path, edition: str, language: str, name: str = SURVEY) -> str:
    file = project / "reports" / edition / str(YEAR) / file_name(name, "html", language)
    return file.read_text(encoding="utf-8")


@FACE
def test_every_question_has_its_figure_in_the_order_of_the_form(project: Path, edition: str, language: str) -> None:
    asked = [one.id for one in load_questionnaire(find_questionnaire(project, SURVEY, YEAR)).questions]
    text = page(project, edition, language)
    assert re.findall(r'<div class="block[^"]*" id="q-([^"]+)"', text) == asked
    figures = re.findall(r'<figure class="figure".*?</figure>', text, re.DOTALL)
    drawn = [figure for figure in figures if "<svg" in figure]
    assert len(drawn) == len(asked) - 1, "all but the open question"


@FACE
def test_every_section_is_a_chapter_and_the_methods_are_the_last(project: Path, edition: str, language: str) -> None:
    chapters = re.findall(r'<section class="chapter numbered" id="([^"]+)"', page(project, edition, language))
    assert chapters == ["chapter-overview", "chapter-section-A", "chapter-section-B"], "after the summary, which has no number"


@FACE
def test_its_summary_tells_judgements_and_its_first_finding_stands_in_the_list(
    project: Path, edition: str, language: str
) -> None:
    text = page(project, edition, language)
    keys = re.search(r'<ol class="keys">.*?</ol>', text, re.DOTALL)[0]
    told = re.findall(r'href="#q-([^"]+)"', keys)
    assert len(told) == 5 and told[0] == "scale" and "place" not in told
    assert f"{SURVEY}/{YEAR}/scale/" in page(project, edition, language, "index")


@FACE
def test_its_workbook_has_every_question(project: Path, edition: str, language: str) -> None:
    asked = [one.no for one in load_questionnaire(find_questionnaire(project, SURVEY, YEAR)).questions]
    file = project / "reports" / edition / str(YEAR) / file_name(SURVEY, "xlsx", language)
    book = openpyxl.load_workbook(file, read_only=True)
    numbers = [re.match(r"Q\d+", name)[0] for name in book.sheetnames[1:]]
    assert list(dict.fromkeys(numbers)) == asked


def test_pages_in_both_languages_lead_to_each_other_and_to_all_their_files(project: Path) -> None:
    for edition in EDITIONS:
        folder = project / "reports" / edition
        assert dead_links(folder) == [] and unguarded(folder) == []
    for name, beside in ((SURVEY, [f"{SURVEY}.xlsx", f"data/{SURVEY}.csv"]), ("index", [])):
        korean = page(project, "members", "ko", name)
        assert all(f'href="{place}"' in korean for place in beside)
        assert f'href="{name}.en.html" hreflang="en"' in korean
        assert f'href="{name}.html" hreflang="ko"' in page(project, "members", "en", name)


def test_an_english_page_has_korean_only_where_the_questionnaire_has_no_english(project: Path) -> None:
    text = re.sub(r"<(style|script)\b.*?</\1>", "", page(project, "members", "en"), flags=re.DOTALL)
    korean = set(re.findall(r"[가-힣]+", re.sub(r"<[^>]+>", " ", text)))
    assert korean <= {"억원", "한국어"}, "the unit of the allocation, and the way to the Korean page"
