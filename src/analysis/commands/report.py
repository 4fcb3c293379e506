"""`dure report`: the pages and workbooks of a year."""

from __future__ import annotations

import argparse
import sys

from analysis.commands.project import yearly
from analysis.project import project_root

AUDIENCES = ("secretariat", "committee", "members", "public")
BOTH = "both"  # languages, in one run
EDITIONS = ("committee", "members")  # what is made when nobody says otherwise


def add(commands: argparse._SubParsersAction) -> None:
    report = commands.add_parser("report", parents=[yearly(BOTH)], help="make the pages and workbooks of a year")
    report.add_argument(
        "--audience", action="append", choices=AUDIENCES, metavar="A",
        help=f"an edition: {', '.join(AUDIENCES)} (may be repeated; default: {' and '.join(EDITIONS)})",
    )  # fmt: skip
    report.add_argument(
        "--jobs", type=_positive, metavar="N", help="how many reports at a time (default: as many as cores)"
    )
    report.add_argument(
        "--pdf", action=argparse.BooleanOptionalAction, default=True,
        help="print every page, too, where Chrome, Edge or Chromium is installed (default: yes)",
    )  # fmt: skip
    report.set_defaults(run=_run)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def languages_of(option: str) -> tuple[str, ...]:
    """The languages that `--language` asks for."""
    from analysis.language import LANGUAGES

    return LANGUAGES if option == BOTH else (option,)


def _run(options: argparse.Namespace) -> int:
    from analysis.pipeline import Order, report
    from analysis.progress import Progress

    languages = languages_of(options.language)
    order = Order(
        root=project_root(), year=options.year, surveys=tuple(options.survey or ()),
        audiences=tuple(options.audience or EDITIONS), languages=languages, jobs=options.jobs,
        pdf=options.pdf,
    )  # fmt: skip
    errors = report(order, Progress(languages[0]))
    for error in errors:
        print(error.words(languages[0]), file=sys.stderr)
    return max((error.exit_code for error in errors), default=0)
