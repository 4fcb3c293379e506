"""Drafts of five real surveys: what `dure draft` makes of their files reproduces the published figures, nearly untouched."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reference import figures
from tests.reference.drafted import CHANGES, Drafted, Sought, drafted

# The figures by what the file says: labels of options, and what they are counted of. Headings are those of expected.json.
ANY = ""
SOUGHT: dict[str, dict[str, Sought]] = {
    "flying-2014": {
        "n": Sought(),
        "flown": Sought(ANY, "count", ("Never",), but=True),
        "recline_always": Sought(ANY, "share", ("Always",)),
        "recline_usually": Sought(ANY, "share", ("Usually",)),
        "recline_about": Sought(ANY, "share", ("About half the time",)),
        "recline_once": Sought(ANY, "share", ("Once in a while",)),
        "recline_never": Sought(ANY, "share", ("Never",)),
        "rude_recline": Sought(ANY, "share", ("Yes, somewhat rude", "Yes, very rude")),
        "keep_recline": Sought(ANY, "share", ("No",)),
        "obligation": Sought(ANY, "share", ("Yes…",)),
        "xtab": Sought(ANY, "count", ("Yes, somewhat rude", "Yes, very rude"), by="Gender", level="Female"),
    },
    "jupyter-ux-2015": {
        "rows": Sought("Status", "base"),
        "partial": Sought(ANY, "count", ("Partial",)),
        "complete": Sought(ANY, "count", ("Complete",)),
        "daily": Sought(ANY, "share", ("Daily",)),
        "daily_c": Sought(ANY, "share", ("Daily",), by="Status", level="Complete"),
        "word_convenient": Sought(ANY, "share", ("convenient",)),
        "word_confusing": Sought(ANY, "share", ("confusing",)),
        "standalone_complete": Sought(
            ANY, "count", ("As a standalone application",), by="Status", level="Complete"
        ),
        "open_hinders": Sought(ANY, "answered"),
    },
    "rse-uk-2016": {
        "n": Sought(),
        "univ": Sought(ANY, "count", ("Yes",)),
        "perm": Sought(ANY, "count", ("Permanent",)),
        "fixed": Sought(ANY, "count", ("Fixed term",)),
        "ft_pct": Sought(ANY, "share", ("Full time",)),
        "rec1_sa": Sought(ANY, "count", ("Strongly Agree",)),
        "rec2_d": Sought(ANY, "count", ("Disagree",)),
        "rec3_n": Sought(ANY, "count", ("Neither agree or disagree",)),
        "sat4_a": Sought(ANY, "count", ("Agree",)),
        "sat3_mean": Sought(ANY, "mean"),
        "turn3_never": Sought(ANY, "count", ("Never",)),
    },
    "spack-gforms": {
        **dict.fromkeys(("n20", "n22", "n25", "n25csv"), Sought()),
        "os20_centos": Sought(ANY, "share", ("CentOS",)),
        "os20_macos": Sought(ANY, "share", ("macOS",)),
        "contrib20_packages": Sought(ANY, "share", ("Packages",)),
        "py20_37": Sought(ANY, "share", ("3.7",)),
        "py25_310": Sought(ANY, "share", ("3.10",)),
        **dict.fromkeys(("quality_mean_20", "quality_mean_22", "quality_mean_25"), Sought(ANY, "mean")),
        "grid20_critical": Sought(ANY, "share", ("Critical",)),
        "xtab20": Sought(ANY, "count", ("Yes",), level="Software Developer"),
    },
    "kobo-impact-water": {
        "n": Sought(),
        "nraw": Sought(),
        "hhh_r_yes": Sought(ANY, "share", ("yes",)),
        "gender_hoh_female": Sought(ANY, "share", ("female",)),
        "property_title_yes": Sought(ANY, "share", ("yes",)),
        "shelter_occupation_owned": Sought(ANY, "share", ("owned",)),
        "age_respondent_r": Sought(ANY, "mean"),
        "num_hh_member": Sought(ANY, "mean"),
        "water_sources_piped": Sought(ANY, "share", ("piped",)),
        "water_sources_trucking": Sought(ANY, "share", ("trucking",)),
        "primary_livelihood_employment": Sought(ANY, "share", ("employment",)),
        "treat_drink_water_how_use_chlorine": Sought(ANY, "share", ("use_chlorine",)),
        "own_business_joined": Sought(ANY, "share", ("own_business",)),
    },
}
# Figures that no table shows: columns of the file, which no draft changes; a number of findings (below).
NO_TABLE = {"jupyter-ux-2015": {"cols"}, "kobo-impact-water": {"filter_mismatch"}}
SURVEYS = [pytest.param(survey, marks=figures.here(survey)) for survey in SOUGHT]
FIGURES = [
    pytest.param(survey, figure, id=f"{survey}-{figure['id']}", marks=figures.here(survey))
    for survey in SOUGHT
    for parameter in figures.figures(survey)
    for figure in parameter.values
    if figure["id"] in SOUGHT[survey]
]


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Drafted]:
    """Drafts by survey and file, made when they are first asked for."""

    class Made(dict):
        def __missing__(self, key: tuple[str, str]) -> Drafted:
            self[key] = drafted(*key, tmp_path_factory.mktemp("draft"))
            return self[key]

    return Made()


@pytest.mark.parametrize("survey", SURVEYS)
def test_every_reference_figure_is_sought(survey: str) -> None:
    assert figures.ids(survey) == {*SOUGHT[survey], *NO_TABLE.get(survey, ())}


@pytest.mark.parametrize(("survey", "figure"), FIGURES)
def test_the_figure_comes_out_of_the_draft(
    survey: str, figure: dict[str, Any], drafts: dict[tuple[str, str], Drafted]
) -> None:
    draft = drafts[survey, figure["file"]]
    sought = SOUGHT[survey][figure["id"]]
    if not sought.stat:
        assert len(draft.responses.respondents) == figure["value"]
    else:
        figures.check(
            figure, draft.cells(located(sought, figure["variable"] if "variable" in figure else ""))
        )


def located(sought: Sought, variable: str) -> Sought:
    """With the headings that the figure names: "A", or "A x B" where B is the question and A breaks it down, or the
    other way round."""
    if sought.heading:
        return sought
    parts = [part.strip(' "') for part in variable.split(" x ")]
    if len(parts) == 1:
        return sought._replace(heading=parts[0])
    by = sought.by or parts[1]
    return sought._replace(heading=next(part for part in parts if part != by), by=by)


@figures.here("kobo-impact-water")
def test_a_contradiction_in_the_export_is_told_by_the_draft_too(
    drafts: dict[tuple[str, str], Drafted],
) -> None:
    """The figure "filter_mismatch": the joined cell has one filter more than the column of that option."""
    findings = drafts["kobo-impact-water", "kobo_export_clean.xlsx"].responses.findings
    differ = [f for f in findings if (f.rule, f.question) == ("ticks_differ", "treat_drink_water_how")]
    assert sum(f.alike for f in differ if "Filter it" in f.hint) == 1


@pytest.mark.parametrize(
    ("survey", "most"),
    [
        pytest.param(survey, 0 if survey.startswith("kobo") else 0.1, marks=figures.here(survey), id=survey)
        for survey in SOUGHT
    ],
)
def test_few_questions_have_to_be_changed(
    survey: str, most: float, drafts: dict[tuple[str, str], Drafted]
) -> None:
    files = {figure.values[0]["file"] for figure in figures.figures(survey)}
    for file in files:
        draft = drafts[survey, file]
        assert draft.changed <= most * draft.questions
        assert bool(draft.lines) == (file in CHANGES)
