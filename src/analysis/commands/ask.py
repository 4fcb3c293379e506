"""`dure ask`: what to ask the respondents again, and who has not answered."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.commands.project import yearly
from analysis.project import project_root

if TYPE_CHECKING:
    from analysis.fieldwork.ask.ask import Asked


def add(commands: argparse._SubParsersAction) -> None:
    ask = commands.add_parser(
        "ask",
        parents=[yearly()],
        help="write a note to each respondent with what to ask again, and who is silent",
    )
    ask.add_argument(
        "--to", type=Path, metavar="DIR", help="where to write (default: data/processed/<year>/<survey>/ask)"
    )
    ask.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from analysis.errors import DureError
    from analysis.fieldwork.ask.ask import ask
    from analysis.language import LANGUAGES, message
    from analysis.language.text import one_line
    from analysis.responses.read import surveys_to_read

    root = project_root()
    surveys = surveys_to_read(root, options.year, options.survey or ())
    if options.to and len(surveys) > 1:
        raise DureError(*(message("ask.one_survey", language) for language in LANGUAGES))
    for survey in surveys:
        place = options.to or Path("data", "processed", str(options.year), survey, "ask")
        to = options.to or root / place
        made = ask(root, survey, options.year, to, options.language)
        said = {
            "survey": survey,
            "folder": place.as_posix(),
            "notes": made.notes,
            "silent": made.silent or 0,
            "number": made.unknown,
            "template": made.template,
            "corrections": f"data/raw/{options.year}/{survey}.corrections.csv",
        }
        for file, error in made.unread:
            why = one_line(error.words(options.language).removeprefix(f"{file}: "))
            unread = {"survey": survey, "file": one_line(file), "why": why}
            print(message("ask.not_read", options.language, **unread), file=sys.stderr)
        for key in _told(made):
            print(message(f"ask.{key}", options.language, **said))
    return 0


def _told(made: Asked) -> Iterator[str]:
    """What is said of one survey, as keys of messages."""
    if made.folder is None:
        yield "anonymous"
        return
    yield "summary"
    if made.silent is None:
        yield "no_frame"
    elif made.unknown:
        yield "unknown_names"
    if made.notes:
        yield "then"
