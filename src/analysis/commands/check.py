"""`dure check`: what is wrong or doubtful in a year's answers."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from analysis.commands.project import yearly
from analysis.project import project_root


def add(commands: argparse._SubParsersAction) -> None:
    check = commands.add_parser(
        "check", parents=[yearly()], help="read the answers and list what is wrong or doubtful"
    )
    check.add_argument("--json", action="store_true", help="findings as JSON")
    check.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from analysis.language import message
    from analysis.ledger import check_books
    from analysis.responses.findings import findings_json, findings_text
    from analysis.responses.read import check
    from analysis.responses.store import write_findings
    from analysis.tables.weighting.check import check_weighting

    root = project_root()
    found = check(root, options.year, tuple(options.survey or ()), options.language, check_weighting)
    findings = [finding for of_survey in found.values() for finding in of_survey]
    if not options.survey:
        findings += check_books(root / "data" / "raw" / str(options.year), options.language)
    if options.json:
        print(findings_json(findings, options.language))
    else:
        print(findings_text(findings, options.language))
        if any(finding.severity == "error" and finding.question for finding in findings):
            print(message("findings.corrections", options.language, year=options.year))
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
