"""`dure slides`: the chosen cells of a notebook as slides, in one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from analysis.commands.project import common


def add(commands: argparse._SubParsersAction) -> None:
    slides = commands.add_parser(
        "slides", parents=[common()], help="turn the chosen cells of a notebook into slides, in one file"
    )
    slides.add_argument("notebook", type=Path, help="the notebook, e.g. explored/explore.ipynb")
    slides.add_argument(
        "--to", type=Path, metavar="FILE.html",
        help="where to write, to which “-공개전” is added (default: explored/<notebook>-slides-공개전.html)",
    )  # fmt: skip
    slides.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from analysis.explore.slides import make_slides
    from analysis.language import message

    file = make_slides(options.notebook, options.to, options.language)
    print(message("explore.slides.made", options.language, file=str(file)))
    return 0
