"""The command: exit codes, and errors for people."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.cli import parser
from tests.project import copy_inputs


def dure(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "analysis", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_inputs(tmp_path_factory.mktemp("project"))


def test_help_names_every_command(tmp_path: Path) -> None:
    shown = dure("--help", cwd=tmp_path)
    assert shown.returncode == 0
    assert all(command in shown.stdout for command in ("report", "check", "verify"))


def test_every_option_has_a_help() -> None:
    for command in parser()._subparsers._group_actions[0].choices.values():  # type: ignore[union-attr]
        assert all(action.help for action in command._actions), command.prog


def test_check_lists_findings_by_severity_and_ends_with_1(project: Path) -> None:
    shown = dure("check", "2016", cwd=project)
    assert shown.returncode == 1
    assert "answers.invented.xlsx › 응답 › O11 A10: 합이 98%로 100%가 아닙니다" in shown.stdout
    assert "data/raw/2016/<조사>.corrections.csv에 적어" in shown.stdout.splitlines()[-1]
    assert shown.stdout.index("■ 오류") < shown.stdout.index("■ 확인 필요") < shown.stdout.index("■ 참고")


def test_check_as_json_says_the_same(project: Path) -> None:
    findings = json.loads(dure("check", "2016", "--json", cwd=project).stdout)
    assert {finding["severity"] for finding in findings} == {"error", "warning", "note"}
    assert all(finding["text"] and finding["file"] for finding in findings)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "1999"], "data/raw/1999"),
        (["check", "2016", "--survey", "no_such"], "member_orgs/2016"),
        (["verify", "data"], "reports/members/2016"),
        (["check", "this year"], "invalid int"),
    ],
)
def test_a_wrong_call_ends_with_2_and_a_line_for_people(
    project: Path, arguments: list[str], said: str
) -> None:
    shown = dure(*arguments, cwd=project)
    assert shown.returncode == 2
    assert said in shown.stderr and "Traceback" not in shown.stderr


def test_a_questionnaire_with_a_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    root = copy_inputs(tmp_path / "project")
    path = root / "questionnaires" / "member_orgs" / "2016.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("kind: ranking", "kind: rank", 1), encoding="utf-8"
    )
    shown = dure("report", "2016", "--survey", "member_orgs", cwd=root)
    assert shown.returncode == 2
    assert "2016.yml" in shown.stderr and "rank" in shown.stderr and "Traceback" not in shown.stderr
    assert not (root / "reports").exists() or not list((root / "reports").rglob("*.html"))
