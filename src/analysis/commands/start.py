"""`dure start`: a new year, begun from the last one."""

from __future__ import annotations

import argparse
import sys

from analysis.commands.project import yearly
from analysis.project import project_root


def add(commands: argparse._SubParsersAction) -> None:
    start = commands.add_parser(
        "start", parents=[yearly()], help="begin a year: questionnaires, folders, forms, a checklist"
    )
    start.add_argument(
        "--from",
        dest="last",
        type=int,
        metavar="Y",
        help="the year to begin from (default: the newest before)",
    )
    start.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from analysis.fieldwork.start import start_year
    from analysis.language import message
    from analysis.questionnaire.words import Words

    def tell(words: Words) -> None:
        print(words.text(options.language), file=sys.stderr, flush=True)

    started = start_year(
        project_root(), options.year, options.survey or (), options.last, options.language, tell
    )
    said = {"year": options.year, "last": started.last, "made": len(started.made), "left": len(started.left)}
    print(message("start.begun", options.language, **said))
    for path in started.left:
        print(f"  {message('start.left_alone', options.language, path=path.as_posix())}")
    for words in started.told:
        print(f"  {words.text(options.language)}")
    key = "again" if started.checklist in started.left else "see"
    print(message(f"start.{key}", options.language, path=started.checklist.as_posix()))
    return 0
