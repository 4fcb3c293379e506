"""A real survey of 1,706 sessions on Jupyter Notebook, 2015, of which 927 were broken off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import start
from analysis.intake.read import read_answers
from analysis.questionnaire import load_questionnaire
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from tests.reference import figures
from tests.reference.figures import FIXTURES, Place

SURVEY = "jupyter-ux-2015"
FILE = "20160115235816-SurveyExport.csv"
pytestmark = figures.here(SURVEY)

PLACES = {
    "rows": [Place("status", "base")],
    "partial": [Place("status", "count", "partial")],
    "complete": [Place("status", "count", "complete")],
    "daily": [Place("frequency", "share", "daily")],
    "daily_c": [Place("frequency", "share", "daily", by="status", level="complete")],
    "word_convenient": [Place("words", "share", "convenient")],
    "word_confusing": [Place("words", "share", "confusing")],
    "standalone_complete": [Place("run", "count", "standalone", by="status", level="complete")],
    "open_hinders": [Place("hinders", "answered")],
}


@pytest.fixture(scope="module")
def jupyter() -> Responses:
    return figures.responses("jupyter_ux_2015", SURVEY, FILE)


def test_every_reference_figure_has_a_cell_or_is_of_the_file() -> None:
    assert figures.ids(SURVEY) == {*PLACES, "cols"}


@pytest.mark.parametrize("figure", figures.figures(SURVEY))
def test_the_figure_is_reproduced(figure: dict[str, Any], jupyter: Responses) -> None:
    if figure["id"] == "cols":
        (sheet,) = read_answers(FIXTURES / SURVEY / FILE).sheets
        assert len(sheet.heading) == figure["value"]
    else:
        figures.check(figure, [figures.cell(jupyter, place) for place in PLACES[figure["id"]]])


def test_headings_with_unbreakable_blanks_and_double_colons_find_their_questions(jupyter: Responses) -> None:
    assert not figures.rules(jupyter, "unmatched_column") + figures.rules(jupyter, "not_in_file")


@pytest.mark.parametrize(
    ("question", "answers"),
    [("pleasant_1", 580), ("difficult_1", 512), ("needs_met_1", 688), ("needs_unmet_1", 554)],
)
def test_headings_that_begin_alike_are_two_questions(question: str, answers: int, jupyter: Responses) -> None:
    """ "Aspect #1:" stands before two questions, "Workflow Need #1:" before two others."""
    assert figures.cell(jupyter, Place(question, "answered")).value == answers


def test_every_option_of_the_file_is_one_of_the_questionnaire(jupyter: Responses) -> None:
    """The survey's own description lacks "Under ten" and spells "unconfortable"."""
    assert not {"unreadable", "unreadable_near", "choice_unread", "write_in"} & {
        f.rule for f in jupyter.findings
    }
    assert figures.cell(jupyter, Place("audience", "count", "under_ten")).value == 464


def test_a_word_for_nothing_is_an_answer_where_the_questionnaire_says_so(jupyter: Responses) -> None:
    """ "n/a" hinders nobody, but was written and is counted; in other questions it is none, and told."""
    assert "Q2" not in {finding.question for finding in jupyter.findings if finding.rule == "absent_word"}
    assert len(figures.rules(jupyter, "absent_word")) == 6


def test_text_keeps_its_quotes(jupyter: Responses) -> None:
    assert sum('"' in text for text in jupyter.part("hinders")["text"]) == 30


SESSIONS = """
sessions:
  question: status
  complete: [complete]
  partial: {partial}
"""


@pytest.mark.parametrize(("partial", "base", "n"), [("counted", 1091, 530), ("not_counted", 773, 382)])
def test_sessions_that_were_broken_off_count_where_the_questionnaire_says_so(
    partial: str, base: int, n: int, tmp_path: Path
) -> None:
    """The figures "daily" and "daily_c": one table of the question, by two rules."""
    written = (start.ROOT / "tests" / "data" / "jupyter_ux_2015.yml").read_text(encoding="utf-8")
    path = tmp_path / "jupyter_ux_2015.yml"
    path.write_text(written + SESSIONS.format(partial=partial), encoding="utf-8")
    responses = build_responses(load_questionnaire(path), [FIXTURES / SURVEY / FILE])
    daily = figures.cell(responses, Place("frequency", "share", "daily"))
    assert (daily.base, daily.n) == (base, n)
