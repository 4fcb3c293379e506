"""A real survey of 1,040 people on the etiquette of flying, 2014: the figures that FiveThirtyEight published."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.responses.responses import Responses
from tests.reference import figures
from tests.reference.figures import Place

SURVEY = "flying-2014"
pytestmark = figures.here(SURVEY)

# "somewhat or very rude": a scale of three points has no net, so its two cells are given
PLACES = {
    "n": [Place("respondent", "answered")],
    "flown": [Place("respondent", "answered", by="flown", level="flown")],
    "recline_always": [Place("recline", "share", "always")],
    "recline_usually": [Place("recline", "share", "usually")],
    "recline_about": [Place("recline", "share", "half")],
    "recline_once": [Place("recline", "share", "once")],
    "recline_never": [Place("recline", "share", "never")],
    "rude_recline": [Place("rude_recline", "share", "2"), Place("rude_recline", "share", "3")],
    "keep_recline": [Place("eliminate", "share", "no")],
    "obligation": [Place("obligation", "share", "yes")],
    "xtab": [Place("rude_recline", "count", point, by="gender", level="female") for point in ("2", "3")],
}


@pytest.fixture(scope="module")
def flying() -> Responses:
    return figures.responses("flying_2014", SURVEY, "flying-etiquette.csv")


def test_every_reference_figure_has_a_cell() -> None:
    assert figures.ids(SURVEY) == set(PLACES)


@pytest.mark.parametrize("figure", figures.figures(SURVEY))
def test_the_figure_is_reproduced(figure: dict[str, Any], flying: Responses) -> None:
    figures.check(figure, [figures.cell(flying, place) for place in PLACES[figure["id"]]])


def test_every_cell_is_read_and_nothing_is_doubtful(flying: Responses) -> None:
    """Two spellings of one point, "150000" for "$150,000+", "> 60", heights with quotes, headings that lost blanks."""
    assert flying.findings == ()


@pytest.mark.parametrize(
    ("question", "item", "count"),
    [
        ("rude_recline", "1", 502),  # "No, not rude at all"
        ("rude_talk", "1", 675),  # "No, not at all rude"
        ("income", "from_150000", 115),
        ("age", "over_60", 258),
        ("height", "ft_6_3", 18),
    ],
)
def test_what_the_file_spells_in_its_own_way_is_counted(
    question: str, item: str, count: int, flying: Responses
) -> None:
    assert figures.cell(flying, Place(question, "count", item)).value == count


def test_bases_are_each_question_s_own(flying: Responses) -> None:
    bases = [
        figures.cell(flying, Place(question, "base")).base for question in ("travel", "recline", "rude_baby")
    ]
    assert bases == [1040, 858, 849]


def test_the_order_of_a_scale_is_the_questionnaire_s(flying: Responses) -> None:
    question = flying.questionnaire.question("travel")
    assert [option.en for option in question.options][:3] == [
        "Never",
        "Once a year or less",
        "Once a month or less",
    ]
