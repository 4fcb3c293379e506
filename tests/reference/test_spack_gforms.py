"""Three waves of a real survey with Google Forms: users of Spack in 2020, 2022 and 2025."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.responses.responses import Responses
from tests.reference import figures
from tests.reference.figures import Place

SURVEY = "spack-gforms"
pytestmark = figures.here(SURVEY)

PLACES = {
    "os20_centos": Place("os", "share", "centos"),
    "os20_macos": Place("os", "share", "macos"),
    "contrib20_packages": Place("contributed", "share", "packages"),
    "py20_37": Place("python", "share", "v3_7"),
    "py25_310": Place("python", "share", "v3_10"),
    "quality_mean_20": Place("quality", "mean", row="spack"),
    "quality_mean_22": Place("quality", "mean", row="spack"),
    "quality_mean_25": Place("quality", "mean", row="spack"),
    "grid20_critical": Place("importance", "share", "5", row="new_backtracking_concretizer"),
    "xtab20": Place("ecp", "count", "yes", by="user", level="software_developer"),
}
RESPONDENTS = ("n20", "n22", "n25", "n25csv")
FILES = {
    "2020": "spack-user-survey-2020-responses.xlsx",
    "2022": "spack-user-survey-2022-responses.xlsx",
    "2025": "spack-user-survey-2025-responses.xlsx",
    "2025csv": "spack-user-survey-2025-responses.csv",
}


@pytest.fixture(scope="module")
def waves() -> dict[str, Responses]:
    return {wave: figures.responses(f"spack_{wave[:4]}", SURVEY, file) for wave, file in FILES.items()}


def test_every_reference_figure_has_a_cell_or_is_a_number_of_respondents() -> None:
    assert figures.ids(SURVEY) == {*PLACES, *RESPONDENTS}


@pytest.mark.parametrize("figure", figures.figures(SURVEY))
def test_the_figure_is_reproduced(figure: dict[str, Any], waves: dict[str, Responses]) -> None:
    (wave,) = [wave for wave, file in FILES.items() if file == figure["file"]]
    if figure["id"] in RESPONDENTS:
        assert len(waves[wave].respondents) == figure["value"]
    else:
        figures.check(figure, [figures.cell(waves[wave], PLACES[figure["id"]])])


@pytest.mark.parametrize(("wave", "lone"), [("2022", 13), ("2025", 14), ("2025csv", 14)])
def test_a_version_that_the_sheet_made_a_number_is_that_version_and_told(
    wave: str, lone: int, waves: dict[str, Responses]
) -> None:
    """Google Sheets keeps an answer of 3.10 as the number 3.1. All such cells are counted; lists are not touched."""
    (told,) = [finding for finding in waves[wave].findings if finding.rule == "number_shortened"]
    assert (told.value, told.hint, told.alike) == ("3.1", "3.10", lone)


def test_workbook_and_text_file_of_a_wave_say_the_same(waves: dict[str, Responses]) -> None:
    for place in (PLACES["py25_310"], PLACES["quality_mean_25"], Place("compilers", "mentions")):
        assert figures.cell(waves["2025"], place) == figures.cell(waves["2025csv"], place)


def test_every_column_finds_its_question_in_every_wave(waves: dict[str, Responses]) -> None:
    """Headings with details in brackets, a closing blank, quotation marks; a column that nobody filled."""
    for responses in waves.values():
        assert not figures.rules(responses, "unmatched_column") + figures.rules(responses, "not_in_file")
        assert not figures.rules(responses, "unnamed_column")


def test_points_are_known_whatever_their_case(waves: dict[str, Responses]) -> None:
    """ "Somewhat important" and "Very Important" are points of one scale."""
    place = Place("importance", "base", row="new_backtracking_concretizer")
    assert figures.cell(waves["2020"], place).base == 170


@pytest.mark.parametrize(
    ("question", "text"),
    [("help", "Perplexity / Gemini / Claude Code"), ("tools", "Our own custom set of scripts")],
)
def test_words_of_one_s_own_are_kept_whole_and_told(
    question: str, text: str, waves: dict[str, Responses]
) -> None:
    responses = waves["2025"]
    assert text in set(responses.part(question)["text"])
    assert any(finding.hint == text for finding in responses.findings if finding.rule == "write_in")


def test_options_with_commas_of_their_own_are_one_choice(waves: dict[str, Responses]) -> None:
    counts = [
        figures.cell(waves["2025"], Place("features", "count", option.id)).value
        for option in waves["2025"].questionnaire.question("features").options
        if option.ko.startswith(("Variant/flag propagation (++, ~~, ==)", "spackbot (@spackbot fix style;"))
    ]
    assert counts == [58, 28]
