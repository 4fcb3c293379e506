"""The command: exit codes, and errors for people."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from analysis.cli import main, parser
from tests.project import copy_inputs


class Shown(NamedTuple):
    code: int
    out: str
    err: str


Dure = Callable[..., Shown]


@pytest.fixture
def dure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Dure:
    """Runs a command in a folder, in this process: to start another takes seconds."""

    def dure(*arguments: str, cwd: Path) -> Shown:
        monkeypatch.chdir(cwd)
        try:
            code = main(arguments)
        except SystemExit as refused:  # by argparse, which has said why
            code = int(refused.code or 0)
        return Shown(code, *capsys.readouterr())

    return dure


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_inputs(tmp_path_factory.mktemp("project"))


def test_help_names_every_command(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "analysis", "--help"]
    shown = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert shown.returncode == 0
    assert all(command in shown.stdout for command in ("report", "check", "verify"))


def test_a_command_ends_with_its_exit_code_and_says_why_on_standard_error(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "analysis", "check", "1999"]
    shown = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "data/raw/1999" in shown.stderr


def test_every_option_has_a_help() -> None:
    for command in parser()._subparsers._group_actions[0].choices.values():  # type: ignore[union-attr]
        assert all(action.help for action in command._actions), command.prog


def test_check_lists_findings_by_severity_and_ends_with_1(project: Path, dure: Dure) -> None:
    shown = dure("check", "2016", cwd=project)
    assert shown.code == 1
    assert "answers.invented.xlsx › 응답 › O11 A10: 합이 98%로 100%가 아닙니다" in shown.out
    assert "data/raw/2016/<조사>.corrections.csv에 적어" in shown.out.splitlines()[-1]
    assert shown.out.index("■ 오류") < shown.out.index("■ 확인 필요") < shown.out.index("■ 참고")


def test_check_as_json_says_the_same(project: Path, dure: Dure) -> None:
    findings = json.loads(dure("check", "2016", "--survey", "member_orgs", "--json", cwd=project).out)
    assert {finding["severity"] for finding in findings} == {"error", "warning", "note"}
    assert all(finding["text"] and finding["file"] for finding in findings)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "2016", "--survey", "no_such"], "member_orgs/2016"),
        (["verify", "data"], "reports/members/2016"),
        (["check", "this year"], "invalid int"),
    ],
)
def test_a_wrong_call_ends_with_2_and_a_line_for_people(
    project: Path, dure: Dure, arguments: list[str], said: str
) -> None:
    shown = dure(*arguments, cwd=project)
    assert shown.code == 2
    assert said in shown.err and "Traceback" not in shown.err


def test_a_questionnaire_with_a_mistake_is_named_with_its_line(tmp_path: Path, dure: Dure) -> None:
    root = copy_inputs(tmp_path / "project")
    path = root / "questionnaires" / "member_orgs" / "2016.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("kind: ranking", "kind: rank", 1), encoding="utf-8"
    )
    shown = dure("report", "2016", "--survey", "member_orgs", cwd=root)
    assert shown.code == 2
    assert "2016.yml" in shown.err and "rank" in shown.err and "Traceback" not in shown.err
    assert not (root / "reports").exists() or not list((root / "reports").rglob("*.html"))
