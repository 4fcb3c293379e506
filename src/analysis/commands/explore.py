"""`dure explore`: JupyterLab with a panel that asks the surveys."""

from __future__ import annotations

import argparse

from analysis.commands.project import common
from analysis.project import project_root


def add(commands: argparse._SubParsersAction) -> None:
    explore = commands.add_parser(
        "explore", parents=[common()], help="ask questions of the answers, in JupyterLab in the browser"
    )
    explore.add_argument(
        "--no-browser", action="store_true", help="print the address and leave it to you to open it"
    )
    explore.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from analysis.explore.lab import run_lab

    def tell(words: str) -> None:
        print(words, flush=True)

    run_lab(project_root(), options.language, tell, browser=not options.no_browser)
    return 0
