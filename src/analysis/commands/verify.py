"""`dure verify`: every published number, computed again from the raw files."""

from __future__ import annotations

import argparse
from pathlib import Path

from analysis.commands.project import common


def add(commands: argparse._SubParsersAction) -> None:
    verify = commands.add_parser(
        "verify", parents=[common()], help="recompute every published number from the raw files"
    )
    verify.add_argument("folder", type=Path, help="an edition, e.g. reports/members/2016, or all years of one: reports/members")
    verify.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from analysis.language import message
    from analysis.verify import verify

    result = verify(options.folder)
    for wrong in result.wrong:
        print(
            message(
                "progress.wrong",
                options.language,
                page=wrong.page,
                value=wrong.words,
                cell=wrong.address,
            )
        )
    key = "progress.not_verified" if result.wrong else "progress.verified"
    print(message(key, options.language, numbers=f"{result.numbers:,}", wrong=f"{len(result.wrong):,}"))
    return int(bool(result.wrong))
