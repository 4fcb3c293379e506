"""`dure table`: one table, of a survey of the project or of loose files."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

from analysis.commands.project import of_a_survey
from analysis.project import project_root

if TYPE_CHECKING:
    from analysis.questionnaire.question import Question
    from analysis.questionnaire.questionnaire import Banner, Questionnaire
    from analysis.responses.loose import Drawn
    from analysis.responses.responses import Responses
    from analysis.tables.sampling import Sampling
    from analysis.tables.table import Table

COLUMNS = "level row item stat value se low high n base status rule letters".split()
_SIZE = re.compile(r"\d+|\d{1,3}(,\d{3})+")
_NUMBER = re.compile(r"[-+−]?[\d.,\s]*\d[\d.,\s]*")
_LEAST_CONFIDENCE = 50  # per cent; below it a share was meant (0.95)


def add(commands: argparse._SubParsersAction) -> None:
    table = commands.add_parser(
        "table",
        parents=[of_a_survey()],
        help="show one table, of a survey or of any file of answers",
        description="dure table SURVEY QUESTION --year 2016, or dure table --questionnaire Q.yml --answers FILE QUESTION",
    )
    table.add_argument(
        "names", nargs="+", metavar="NAME",
        help="the survey and the question (its id or its printed number); with --questionnaire the question alone",
    )  # fmt: skip
    table.add_argument("--by", metavar="Q", help="break it down by this question or banner")
    table.add_argument(
        "--format", choices=("text", "csv", "json"), default="text", help="what to print (default: text)"
    )
    table.add_argument(
        "--audience", choices=("committee", "secretariat"), default="committee",
        help="the secretariat's has what respondents wrote (default: committee)",
    )  # fmt: skip
    drawn = table.add_argument_group("how respondents were drawn, in place of what the questionnaire says")
    drawn.add_argument("--weight", default="", metavar="COLUMN", help="column of the design weights")
    for name, what in (("strata", "strata"), ("cluster", "clusters")):
        drawn.add_argument(
            f"--{name}", action="append", default=[], metavar="COLUMN",
            help=f"column of the {what}; several, or with commas between, for the stages of drawing",
        )  # fmt: skip
    drawn.add_argument(
        "--population", action="append", default=[], metavar="COLUMN|N",
        help="column of the sizes of the population in the stratum, by stage; or the size of the whole population",
    )  # fmt: skip
    drawn.add_argument(
        "--interval",
        metavar="RULE",
        help="rule of the intervals of shares: logit, wilson, … (docs/statistics.md has all)",
    )
    drawn.add_argument(
        "--confidence",
        type=float,
        default=95,
        metavar="PERCENT",
        help="confidence of intervals (default: 95)",
    )
    drawn.add_argument(
        "--lonely", choices=("adjust", "certainty", "average"), default="adjust",
        help="what a stratum with a single unit adds to the variance (default: adjust, from the mean of all)",
    )  # fmt: skip
    table.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from analysis.language import message
    from analysis.questionnaire.names import question_named
    from analysis.responses.findings import count_findings
    from analysis.tables.build import build_table

    drawn = _drawn(options)
    _check_inference(options)
    responses = _responses(options, drawn)
    questionnaire = responses.questionnaire
    question = question_named(questionnaire, options.names[-1])
    banner = _banner(questionnaire, question, options.by) if options.by else None
    sampling = _sampling(options, responses)
    made = build_table(responses, question.id, banner, sampling)
    table = _for_audience(made, options, drawn, responses.invented)
    if options.interval and not sampling.tells_intervals:
        kind = message(f"report.sample.{questionnaire.sample.kind}", options.language)
        print(message("table.no_intervals", options.language, kind=kind), file=sys.stderr)
    number = count_findings(responses.findings)
    if number["error"] or number["warning"]:
        counts = {severity: f"{count:,}" for severity, count in number.items()}
        print(message("table.findings", options.language, **counts), file=sys.stderr)
    print(_written(table, options), end="")
    return 0


def _written(table: Table, options: argparse.Namespace) -> str:
    if options.format == "json":
        return json.dumps(table.to_json(), ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    if options.format == "csv":
        from analysis.responses.inert import spreadsheet_csv

        rows = ([getattr(cell, name) for name in COLUMNS] for cell in table.cells)
        return spreadsheet_csv([COLUMNS, *rows]).decode("utf-8").replace("\r\n", "\n")
    from analysis.commands.table_text import table_text

    return table_text(table, options.language)


def _drawn(options: argparse.Namespace) -> Drawn:
    from analysis.responses.loose import Drawn

    population = _columns(options.population)
    size = None
    if len(options.population) == 1 and _SIZE.fullmatch(options.population[0].strip()):
        size, population = int(options.population[0].replace(",", "")), ()
        if size == 0:
            _refuse("population_none")
    elif wrong := [given for given in options.population if _NUMBER.fullmatch(given.strip())]:
        _refuse("population_number", value=wrong[0])
    return Drawn(options.weight, _columns(options.strata), _columns(options.cluster), population, size)


def _check_inference(options: argparse.Namespace) -> None:
    from typing import get_args

    from analysis.tables.estimate.intervals import ShareMethod

    if not _LEAST_CONFIDENCE <= options.confidence < 100:
        _refuse("confidence", value=f"{options.confidence:g}")
    if options.interval is not None and options.interval not in get_args(ShareMethod):
        _refuse("interval", value=options.interval, known=", ".join(get_args(ShareMethod)))


def _columns(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(one.strip() for text in given for one in text.split(",") if one.strip())


def _responses(options: argparse.Namespace, drawn: Drawn) -> Responses:
    """The answers of the survey, or of the loose files."""
    from analysis.questionnaire.load import find_questionnaire, load_questionnaire
    from analysis.responses.loose import read_loose, refuse_zero_weights
    from analysis.responses.read import read_survey

    if options.questionnaire or options.answers:
        if not (options.questionnaire and options.answers) or len(options.names) != 1:
            _refuse("loose_call")
        if missing := [path for path in options.answers if not path.is_file()]:
            _refuse("no_file", file=missing[0])
        responses = read_loose(options.questionnaire, options.answers, drawn)
    else:
        if len(options.names) != 2 or options.year is None:
            _refuse("survey_call")
        root, survey = project_root(), options.names[0]
        questionnaire = load_questionnaire(find_questionnaire(root, survey, options.year))
        responses = read_survey(root, survey, options.year, questionnaire=drawn.applied(questionnaire))
    refuse_zero_weights(responses)
    n = len(responses.respondents)
    if drawn.size is not None and drawn.size < n:
        _refuse("population_small", size=f"{drawn.size:,}", n=f"{n:,}")
    return responses


def _sampling(options: argparse.Namespace, responses: Responses) -> Sampling:
    """What the intervals are of; one that is asked for by name goes before the exact one of a small frame."""
    from dataclasses import replace

    from analysis.tables.sampling import SHARES, sampling_of

    sampling = sampling_of(responses, options.confidence / 100, options.interval or SHARES, options.lonely)
    return replace(sampling, exact=False) if options.interval else sampling


def _banner(questionnaire: Questionnaire, question: Question, name: str) -> Banner:
    """The banner of that name, or a question whose options are the levels."""
    from analysis.questionnaire.names import banner_named

    banner = banner_named(questionnaire, name)
    if banner.by == question.id:
        _refuse("by_itself", name=question.id)
    return banner


def _for_audience(table: Table, options: argparse.Namespace, drawn: Drawn, invented: bool) -> Table:
    """Without what respondents wrote, but for the secretariat; with what is to be said of the table as such."""
    from dataclasses import replace

    from analysis.questionnaire.words import said

    before = [] if options.questionnaire else [said(f"table.unreleased.{options.audience}")]
    before += [said("table.invented")] if invented else []
    before += [drawn.note()] if drawn else []
    quotes = table.quotes if options.audience == "secretariat" else ()
    return replace(table, notes=(*before, *table.notes), quotes=quotes, facts=dict(table.facts))


def _refuse(rule: str, **hints: object) -> NoReturn:
    from analysis.errors import DureError
    from analysis.language import LANGUAGES, message

    raise DureError(*(message(f"table.{rule}", language, **hints) for language in LANGUAGES))
