"""The command line: parse, call, print. Rooms are imported when their command runs, so that `--help` is instant."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

AUDIENCES = ("secretariat", "committee", "members", "public")
EDITIONS = ("committee", "members")  # what `dure report` makes when nobody says otherwise


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
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--language", choices=("ko", "en"), default="ko", help="language of what is printed or made"
    )
    common.add_argument("--debug", action="store_true", help="show the traceback of an error")
    yearly = argparse.ArgumentParser(add_help=False, parents=[common])
    yearly.add_argument("year", type=int, help="the year reported on, e.g. 2016")
    yearly.add_argument("--survey", action="append", metavar="S", help="only this survey (may be repeated)")

    whole = argparse.ArgumentParser(
        prog="dure",
        description="Surveys and yearly reports of federations: answers in as files, reports out as pages.",
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    report = commands.add_parser("report", parents=[yearly], help="make the pages and workbooks of a year")
    report.add_argument(
        "--audience", action="append", choices=AUDIENCES, metavar="A",
        help=f"an edition: {', '.join(AUDIENCES)} (may be repeated; default: {' and '.join(EDITIONS)})",
    )  # fmt: skip
    report.add_argument(
        "--jobs", type=_positive, metavar="N", help="how many reports at a time (default: as many as cores)"
    )
    report.set_defaults(run=_report)

    check = commands.add_parser(
        "check", parents=[yearly], help="read the answers and list what is wrong or doubtful"
    )
    check.add_argument("--json", action="store_true", help="findings as JSON")
    check.set_defaults(run=_check)

    verify = commands.add_parser(
        "verify", parents=[common], help="recompute every published number from the raw files"
    )
    verify.add_argument("folder", type=Path, help="an edition, e.g. reports/members/2016")
    verify.set_defaults(run=_verify)
    return whole


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _report(options: argparse.Namespace) -> int:
    from analysis.pipeline import Order, report
    from analysis.progress import Progress

    order = Order(
        root=project_root(), year=options.year, surveys=tuple(options.survey or ()),
        audiences=tuple(options.audience or EDITIONS), language=options.language, jobs=options.jobs,
    )  # fmt: skip
    errors = report(order, Progress(options.language))
    for error in errors:
        print(error.words(options.language), file=sys.stderr)
    return max((error.exit_code for error in errors), default=0)


def _check(options: argparse.Namespace) -> int:
    from analysis.ledger import check_books
    from analysis.responses.findings import findings_json, findings_text
    from analysis.responses.read import check
    from analysis.responses.store import write_findings

    root = project_root()
    found = check(root, options.year, tuple(options.survey or ()), options.language)
    findings = [finding for of_survey in found.values() for finding in of_survey]
    if not options.survey:
        findings += check_books(root / "data" / "raw" / str(options.year), options.language)
    print(
        findings_json(findings, options.language)
        if options.json
        else findings_text(findings, options.language)
    )
    for survey, of_survey in found.items():
        with _can_be_written(survey):
            write_findings(of_survey, root / "data" / "processed" / str(options.year) / survey)
    return int(any(finding.severity == "error" for finding in findings))


@contextmanager
def _can_be_written(survey: str) -> Iterator[None]:
    """Say what to do where findings.csv is open in another program, or the folder is not ours."""
    from analysis.errors import DureError

    try:
        yield
    except OSError as error:
        raise DureError(
            f"{survey}/findings.csv를 쓰지 못했습니다({error.strerror}). 다른 프로그램에서 열려 있으면 닫아 주십시오. "
            "점검 결과는 위에 모두 적혀 있습니다.",
            f"{survey}/findings.csv could not be written ({error.strerror}). Close it if another program has it open. "
            "The findings are those above.",
        ) from error


def _verify(options: argparse.Namespace) -> int:
    from analysis.language import message
    from analysis.verify import verify

    result = verify(options.folder)
    for wrong in result.wrong:
        print(
            message(
                "progress.wrong",
                options.language,
                page=wrong.page,
                value=f"{wrong.value:g}",
                cell=wrong.address,
            )
        )
    key = "progress.not_verified" if result.wrong else "progress.verified"
    print(message(key, options.language, numbers=f"{result.numbers:,}", wrong=f"{len(result.wrong):,}"))
    return int(bool(result.wrong))


def project_root() -> Path:
    """The folder with `questionnaires/` at or above the working folder; else the one this program was installed from."""
    here = Path.cwd()
    installed = Path(__file__).resolve().parents[2]
    return next(
        (folder for folder in (here, *here.parents) if (folder / "questionnaires").is_dir()), installed
    )
