"""A real household survey from KoboToolbox: the questions from its XLSForm, the answers as codes, twice over."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

import start
from analysis.questionnaire import Questionnaire, load_questionnaire
from analysis.responses.build import build_responses
from analysis.responses.loose import Drawn
from analysis.responses.responses import Responses
from analysis.tables.build import build_table
from tests.reference import figures
from tests.reference.figures import FIXTURES, Place

SURVEY = "kobo-impact-water"
CLEAN, RAW = "kobo_export_clean.xlsx", "kobo_export_raw.csv"
pytestmark = figures.here(SURVEY)

# The analysts counted all who said how they treat their water, also two who elsewhere said that they never do.
COUNT_ALL = """
  - id: treat_drink_water_how
    ask_if: answered(water_sources)
    required: no
"""
PLACES = {
    "n": Place("hhh_r", "base"),
    "nraw": Place("hhh_r", "base"),
    "hhh_r_yes": Place("hhh_r", "share", "yes"),
    "gender_hoh_female": Place("gender_hoh", "share", "female"),
    "property_title_yes": Place("property_title", "share", "yes"),
    "shelter_occupation_owned": Place("shelter_occupation", "share", "owned"),
    "age_respondent_r": Place("age_respondent_r", "mean"),
    "num_hh_member": Place("num_hh_member", "mean"),
    "water_sources_piped": Place("water_sources", "share", "piped"),
    "water_sources_trucking": Place("water_sources", "share", "trucking"),
    "primary_livelihood_employment": Place("primary_livelihood", "share", "employment"),
    "treat_drink_water_how_use_chlorine": Place("treat_drink_water_how", "share", "use_chlorine"),
    "own_business_joined": Place("primary_livelihood", "share", "own_business"),
}


def form(folder: Path, more: str = "") -> Questionnaire:
    """The questionnaire beside a copy of the form, with `more` said of its questions."""
    shutil.copyfile(FIXTURES / SURVEY / "xlsform.xlsx", folder / "xlsform.xlsx")
    path = folder / "kobo_impact_water_2021.yml"
    written = (start.ROOT / "tests" / "data" / path.name).read_text(encoding="utf-8")
    path.write_text(written + more, encoding="utf-8")
    return load_questionnaire(path)


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Responses]:
    """Both exports, read by the form as the analysts counted; the clean one as a sample of neighbourhoods."""
    questionnaire = form(tmp_path_factory.mktemp("kobo"), COUNT_ALL)
    drawn = {CLEAN: Drawn(cluster=("neighbourhood",)).applied(questionnaire), RAW: questionnaire}
    return {file: build_responses(of, [FIXTURES / SURVEY / file]) for file, of in drawn.items()}


@pytest.fixture(scope="module")
def as_asked(tmp_path_factory: pytest.TempPathFactory) -> Responses:
    """The clean export, read by the form as it is."""
    return build_responses(form(tmp_path_factory.mktemp("kobo")), [FIXTURES / SURVEY / CLEAN])


def filters_that_differ(responses: Responses) -> list[str]:
    """Findings that the joined cell and the column of "Filter it" contradict each other."""
    return [
        finding.hint
        for finding in responses.findings
        if (finding.rule, finding.question) == ("ticks_differ", "treat_drink_water_how")
        and "Filter it" in finding.hint
        for _ in range(finding.alike)
    ]


def test_every_reference_figure_has_a_cell_or_is_a_number_of_findings() -> None:
    assert figures.ids(SURVEY) == {*PLACES, "filter_mismatch"}


@pytest.mark.parametrize("figure", figures.figures(SURVEY))
def test_the_figure_is_reproduced(figure: dict[str, Any], exports: dict[str, Responses]) -> None:
    responses = exports[figure["file"]]
    if figure["id"] == "filter_mismatch":
        assert len(filters_that_differ(responses)) == figure["value"]
    else:
        figures.check(figure, [figures.cell(responses, PLACES[figure["id"]])])


def test_who_answered_what_the_form_skips_is_told_and_does_not_count(as_asked: Responses) -> None:
    answered = [
        f for f in as_asked.findings if (f.rule, f.question) == ("answered_anyway", "treat_drink_water_how")
    ]
    assert len(answered) == 2
    assert figures.cell(as_asked, Place("treat_drink_water_how", "base")).base == 391


def test_an_answer_that_stands_twice_is_counted_once(as_asked: Responses) -> None:
    """The cell that joins the choices is the answer; the columns of the options are compared with it."""
    everyone = figures.cell(as_asked, Place("water_sources", "mentions"))
    options = as_asked.questionnaire.question("water_sources").options
    counts = [figures.cell(as_asked, Place("water_sources", "count", option.id)).value for option in options]
    assert everyone.value == sum(counts) < 2 * everyone.base


def test_an_option_without_a_tick_for_early_interviews_is_read_from_the_joined_cell(
    as_asked: Responses,
) -> None:
    assert figures.cell(as_asked, Place("primary_livelihood", "share", "own_business")).base == 578


def test_notes_and_groups_are_no_questions(as_asked: Responses) -> None:
    asked = {question.id for question in as_asked.questionnaire.questions}
    assert "thanks" not in asked and "hh_info" not in asked
    assert [section.en for section in as_asked.questionnaire.sections][:2] == [
        "Household Information",
        "Socio-Economic Information",
    ]


def test_no_column_of_the_exports_is_without_a_question(exports: dict[str, Responses]) -> None:
    for responses in exports.values():
        assert not figures.rules(responses, "unmatched_column")


def test_codes_that_the_form_does_not_have_are_told_and_do_not_count(exports: dict[str, Responses]) -> None:
    """The neighbourhoods were made unrecognisable; the export has a code "about_half" that is not on the form."""
    clean = exports[CLEAN]
    assert set(figures.rules(clean, "unreadable_near", "pay_water_charges_when")) == {"about_half"}
    assert len(figures.rules(clean, "unreadable", "neighbourhood")) == 578
    assert figures.cell(clean, Place("neighbourhood", "base")).base == 0


def test_a_number_beyond_the_form_s_constraint_does_not_enter_the_mean(exports: dict[str, Responses]) -> None:
    age = exports[RAW].questionnaire.question("age_respondent_r")
    assert (age.min, age.max) == (18, 119)
    assert "FALSE" in figures.rules(exports[CLEAN], "unreadable_number", "spend_tap")


def test_what_of_the_form_could_not_be_carried_over_is_among_the_findings(as_asked: Responses) -> None:
    told = [finding.text("en") for finding in as_asked.findings if finding.rule == "form_remark"]
    assert len(told) == 17
    assert "gpslocation: the form's type could not be carried over: geopoint" in told


# R 4.2.2, survey 4.1.1, of the households that answered: d <- svydesign(id = ~neighbourhood, weights = ~1, data = …);
# svymean and confint(df = degf(d)) of num_hh_member, svyciprop(method = "logit") of shelter_occupation. Figures: value,
# standard error, ends of the interval.
BY_NEIGHBOURHOOD = {
    ("num_hh_member", "", "mean"): (7.451557093426, 0.236837888247, 6.973253274757, 7.929860912094),
    ("shelter_occupation", "owned", "share"): (0.760286225402, 0.0236829082471, 0.7092649719, 0.804817708246),
    ("shelter_occupation", "squatted", "share"): (
        0.0250447227246, 0.00679138409739, 0.0144367576652, 0.0431063803838,
    ),
    ("shelter_occupation", "other", "share"): (
        0.00178890876566, 0.0018218023472, 0.000228277544596, 0.0138708493721,
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", BY_NEIGHBOURHOOD)
def test_households_drawn_by_neighbourhoods_have_the_intervals_that_r_gives_them(
    exports: dict[str, Responses], place: tuple[str, str, str]
) -> None:
    question, item, stat = place
    cell = build_table(exports[CLEAN], question).get(stat, item)
    found = (cell.value, cell.se, cell.low, cell.high)
    assert found == pytest.approx(BY_NEIGHBOURHOOD[place], rel=1e-6)  # R stops its regression early
