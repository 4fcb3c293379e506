"""`dure weight`: weights of a survey's respondents from the counts of its frame, and what they cost."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from analysis.commands.project import of_a_survey
from analysis.project import project_root

if TYPE_CHECKING:
    from analysis.intake.margins import MarginLine
    from analysis.questionnaire.weighting import Weighting
    from analysis.responses.responses import Responses
    from analysis.tables.estimate.design import Numbers

HEADING = ("respondent", "file", "sheet", "row", "base", "weight")


def add(commands: argparse._SubParsersAction) -> None:
    weight = commands.add_parser(
        "weight",
        parents=[of_a_survey()],
        help="weight respondents to the counts of the frame, of a survey or of any file of answers",
        description="dure weight SURVEY --year 2016, or dure weight --questionnaire Q.yml --answers FILE --margins M.csv",
    )
    weight.add_argument("survey", nargs="?", metavar="SURVEY", help="the survey, e.g. member_orgs")
    weight.add_argument(
        "--margins", type=Path, metavar="FILE",
        help="the counts of the frame: question, option, population (default: data/raw/<year>/<survey>.margins.csv)",
    )  # fmt: skip
    weight.add_argument(
        "--weight", default="", metavar="COLUMN", help="column of the weights to begin from (default: 1 each)"
    )
    weight.add_argument(
        "--max-ratio", type=float, metavar="R", help="no weight above R times the mean (default: no limit)"
    )
    weight.add_argument("--to", type=Path, metavar="FILE.csv", help="write the weights there")
    weight.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from analysis.commands.weight_text import weight_text
    from analysis.language import message
    from analysis.tables.weighting import fitted_weights

    if options.max_ratio is not None and not 1 <= options.max_ratio < float("inf"):
        _refuse("ratio", value=f"{options.max_ratio:g}")
    _check_target(options.to)
    responses, declared = _responses(options)
    weighting = _weighting(responses, declared, options.max_ratio)
    base = _base(responses)
    fitted = fitted_weights(responses, responses.margins, base, weighting)
    print(weight_text(responses, fitted.report, options.language), end="")
    if options.to is not None:
        _write(options.to, responses, base, fitted.weights)
        rule = "written" if fitted.report.converged else "written_missed"
        print(message(f"weight.{rule}", options.language, n=f"{fitted.weights.size:,}", to=options.to))
    return 0


def _responses(options: argparse.Namespace) -> tuple[Responses, Weighting | None]:
    """The answers of the survey, or of the loose files, with the counts of the frame; and what is declared."""
    from analysis.questionnaire.load import find_questionnaire, load_questionnaire
    from analysis.responses.loose import Drawn, read_loose, refuse_zero_weights
    from analysis.responses.read import read_survey

    given = [*options.answers, *filter(None, (options.questionnaire, options.margins))]
    if missing := [path for path in given if not path.is_file()]:
        _refuse("no_file", file=missing[0])
    drawn = Drawn(options.weight)
    loose = bool(options.questionnaire and options.answers and options.margins)
    if loose and options.survey is None:
        declared = load_questionnaire(options.questionnaire).sample.weighting
        responses = read_loose(options.questionnaire, options.answers, drawn)
    elif options.survey and options.year and not (options.questionnaire or options.answers):
        root = project_root()
        questionnaire = load_questionnaire(find_questionnaire(root, options.survey, options.year))
        declared = questionnaire.sample.weighting
        drawn_so = drawn.applied(questionnaire)
        responses = read_survey(root, options.survey, options.year, questionnaire=drawn_so)
    else:
        _refuse("survey_call")
    refuse_zero_weights(responses)
    if options.margins:
        responses = replace(responses, margins=_lines(options.margins))
    return responses, declared


def _lines(path: Path) -> tuple[MarginLine, ...]:
    from analysis.intake.margins import read_margins

    return read_margins(path)


def _weighting(responses: Responses, declared: Weighting | None, max_ratio: float | None) -> Weighting:
    """What the questionnaire declares; where it declares nothing, every question by which the frame is counted, or
    the first combination of questions."""
    from analysis.questionnaire.weighting import Weighting
    from analysis.tables.weighting import WeightingError, frame_margins
    from analysis.tables.weighting.problems import problem

    if declared is None:
        margins = frame_margins(responses.questionnaire, responses.margins)
        if not margins:
            of = responses.questionnaire
            raise WeightingError([problem("no_counts", survey=of.survey, year=of.year)])
        alone = tuple(margin.ids[0] for margin in margins if len(margin.ids) == 1)
        declared = Weighting(by=alone) if alone else Weighting(by=margins[0].ids, method="post_stratify")
    return declared if max_ratio is None else declared.model_copy(update={"max_ratio": max_ratio})


def _base(responses: Responses) -> Numbers:
    """The weights of the respondents that count as they were drawn, before they are fitted to anything."""
    import numpy as np

    from analysis.tables.drawing import drawing_of

    questionnaire = responses.questionnaire
    sample = questionnaire.sample.model_copy(update={"weighting": None})
    unweighted = replace(responses, questionnaire=questionnaire.model_copy(update={"sample": sample}))
    drawn = drawing_of(unweighted).design
    return np.ones(len(responses.respondents)) if drawn is None else drawn.weights


def _check_target(to: Path | None) -> None:
    if to is None:
        return
    if to.exists():
        _refuse("exists", to=to)
    if to.resolve().is_relative_to((project_root() / "data" / "raw").resolve()):
        _refuse("raw", to=to)


def _write(to: Path, responses: Responses, base: Numbers, weights: Numbers) -> None:
    """A line for each respondent that counts, with where the answers came from."""
    from analysis.responses.inert import spreadsheet_csv
    from analysis.whole import write_whole

    origin = responses.origin
    sheets = [origin.sheets[at] for at in origin.sheet[origin.counted].tolist()]
    rows = zip(
        responses.respondents,
        (sheet.file for sheet in sheets),
        (sheet.name for sheet in sheets),
        origin.number[origin.counted].tolist(),
        base.tolist(),
        weights.tolist(),
        strict=True,
    )
    try:
        write_whole(to, spreadsheet_csv([HEADING, *rows]))
    except OSError as error:
        _refuse("not_written", error, to=to, why=error.strerror)


def _refuse(rule: str, cause: Exception | None = None, **hints: object) -> NoReturn:
    from analysis.errors import DureError
    from analysis.language import LANGUAGES, message

    raise DureError(*(message(f"weight.{rule}", language, **hints) for language in LANGUAGES)) from cause
