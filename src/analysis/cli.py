"""The command line: parse, call, print. Rooms are imported when their command runs, so that `--help` is instant."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from analysis.commands import (
    ask,
    check,
    draft,
    explore,
    form,
    questionnaire,
    report,
    slides,
    start,
    table,
    verify,
    weight,
)

COMMANDS = (
    start,
    draft,
    questionnaire,
    form,
    check,
    ask,
    table,
    weight,
    report,
    explore,
    slides,
    verify,
)  # in the order in which `--help` lists them


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 fine, 1 `check` or `verify` found errors, 2 wrong call, 3 a report not made."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    options = parser().parse_args(arguments)
    from analysis.errors import DureError, during

    try:
        with during(options.command):
            return int(options.run(options))
    except DureError as error:
        if options.debug:
            raise
        print(error.words(options.language), file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `dure check 2016 | head`
        sys.stderr.close()
        return 0


def parser() -> argparse.ArgumentParser:
    """The whole command with every option and its help."""
    whole = argparse.ArgumentParser(
        prog="dure",
        description="Surveys and yearly reports of federations: answers in as files, reports out as pages.",
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return whole
