"""`dure form`: forms to send out, made from the questionnaire."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from analysis.commands.project import common
from analysis.project import project_root


def add(commands: argparse._SubParsersAction) -> None:
    form = commands.add_parser(
        "form",
        parents=[common()],
        help="make the forms of a survey to send out: blank, or one an organisation",
    )
    form.add_argument("survey", help="the survey, e.g. member_orgs")
    form.add_argument(
        "--year", type=int, required=True, metavar="Y", help="the year of its questionnaire, e.g. 2016"
    )
    form.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder to write into")
    form.add_argument(
        "--for", dest="organisations", nargs="+", default=[], metavar="ID",
        help="organisations of the register to make filled-in forms for; 'all' for those that the survey goes to",
    )  # fmt: skip
    form.add_argument(
        "--kind", choices=("xlsx", "hwpx", "both"), default="xlsx", help="kind of file (default: xlsx)"
    )
    form.add_argument(
        "--entry", action="store_true", help="make the workbook into which answers from paper are typed, twice"
    )
    form.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from analysis.fieldwork.forms_out import KINDS, Order, make_entry_workbook, make_forms
    from analysis.language import message
    from analysis.questionnaire.words import Words

    def tell(words: Words) -> None:
        print(words.text(options.language), file=sys.stderr)

    order = Order(
        root=project_root(), survey=options.survey, year=options.year, to=options.to,
        kinds=KINDS if options.kind == "both" else (options.kind,), organisations=options.organisations,
        language=options.language,
    )  # fmt: skip
    for path in [make_entry_workbook(order)] if options.entry else make_forms(order, tell):
        print(message("form.out.made", options.language, file=path), flush=True)
    return 0
