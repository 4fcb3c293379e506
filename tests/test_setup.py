"""start.py sets up once, passes everything on, and says what to do; the files that name libraries agree."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import hatchling
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

import start
from analysis.browser import candidates

PROJECT = tomllib.loads(start.PROJECT.read_text(encoding="utf-8"))
LIBRARIES = [
    Requirement(line)
    for lines in (PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"].values())
    for line in lines
]
Call = subprocess.CompletedProcess[str]
Start = Callable[..., Call]

# A `dure` command that shows what reaches it.
COMMAND = """
import sys
def main():
    print(sys.argv[1:], "utf8" if sys.flags.utf8_mode else "")
    return 7
"""


# A small project of the same make: start.py and pyproject.toml as they are, one library, no network


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest library there can be."""
    wheel = tmp_path_factory.mktemp("wheels") / "acorn-1.0-py3-none-any.whl"
    info = "acorn-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("acorn.py", "")
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: acorn\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        names = ("acorn.py", f"{info}/METADATA", f"{info}/WHEEL", f"{info}/RECORD")
        archive.writestr(names[-1], "".join(f"{name},,\n" for name in names))
    return wheel


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """A fresh clone: nothing set up yet, in a folder whose name has a space and letters beyond ASCII."""
    root = tmp_path_factory.mktemp("두레 복사본")
    for name in ("start.py", "pyproject.toml", "LICENSE"):
        shutil.copy(start.ROOT / name, root)
    (root / "src" / "analysis").mkdir(parents=True)
    (root / "src" / "analysis" / "__init__.py").touch()
    (root / "src" / "analysis" / "cli.py").write_text(COMMAND, encoding="utf-8")
    (root / "tests").mkdir()
    (root / "tests" / "test_sum.py").write_text("def test_sum():\n    assert 1 + 1 == 3\n", encoding="utf-8")
    fingerprint = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (root / "requirements.lock").write_text(f"acorn==1.0 --hash=sha256:{fingerprint}\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def call(wheel: Path) -> Start:
    """Runs start.py in a folder; without `network` the library cannot be had."""

    def call(root: Path, *arguments: str, network: bool = True) -> Call:
        inherited = os.environ.items()
        environment = {name: text for name, text in inherited if not name.startswith(("PIP_", "PYTEST"))}
        environment |= {"PIP_NO_INDEX": "1", "DURE_NO_BROWSER": "1"}
        # Of pytest's plugins only what start.py asks for: to load the others takes seconds.
        environment |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_PLUGINS": "xdist.plugin"}
        # The build backend and pytest, which the lock of the real project brings.
        environment["PYTHONPATH"] = str(Path(hatchling.__file__).parents[1])
        if network:
            environment["PIP_FIND_LINKS"] = str(wheel.parent)
        return subprocess.run(
            [sys.executable, root / "start.py", *arguments],
            env=environment, capture_output=True, encoding="utf-8",
        )  # fmt: skip

    return call


@pytest.fixture(scope="module")
def first_call(project: Path, call: Start) -> Call:
    return call(project, "report", "2016", "--language", "ko")


@pytest.fixture(scope="module")
def ready(project: Path, first_call: Call) -> Path:
    """The project after its first call."""
    return project


def test_the_first_call_says_what_it_sets_up(first_call: Call) -> None:
    assert "라이브러리 설치 (처음 한 번, 몇 분)" in first_call.stderr
    assert "installing libraries (once, a few minutes)" in first_call.stderr


def test_the_command_gets_the_arguments_and_utf8_and_its_exit_code_comes_back(first_call: Call) -> None:
    assert first_call.stdout == "['report', '2016', '--language', 'ko'] utf8\n"
    assert first_call.returncode == 7


def test_libraries_are_installed_with_their_bytecode(ready: Path) -> None:
    assert list((ready / ".venv").rglob("__pycache__/acorn.*.pyc"))


def test_a_second_call_sets_nothing_up(ready: Path, call: Start) -> None:
    before = (ready / ".venv" / "setup.log").read_bytes()
    second = call(ready, "check", "2016", network=False)
    assert (second.stdout, second.stderr, second.returncode) == ("['check', '2016'] utf8\n", "", 7)
    assert (ready / ".venv" / "setup.log").read_bytes() == before


def test_test_runs_the_tests_with_the_arguments_given(ready: Path, call: Start) -> None:
    tested = call(ready, "test", "-k", "sum")
    assert "1 failed" in tested.stdout
    assert tested.returncode == 1


def test_a_changed_pyproject_installs_only_the_project_again(ready: Path, call: Start) -> None:
    with (ready / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    changed = call(ready)
    assert "installing the dure command" in changed.stderr
    assert "installing libraries" not in changed.stderr


def test_an_environment_that_was_moved_is_made_anew_and_without_a_network_does_not_count_as_set_up(
    ready: Path, tmp_path: Path, call: Start
) -> None:
    moved = ready.rename(tmp_path / "moved")
    offline = call(moved, "report", "2016", network=False)
    moved.rename(ready)
    assert "making a virtual environment" in offline.stderr
    assert "인터넷 연결" in offline.stderr and "check the network" in offline.stderr
    assert "No matching distribution found for acorn==1.0" in offline.stderr
    assert "Traceback" not in offline.stderr
    assert offline.returncode == 3
    assert not (ready / ".venv" / "setup-done").exists()


# An old Python


def test_an_old_python_can_read_the_file_and_is_told_what_is_needed() -> None:
    source = Path(start.__file__).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))

    pretend = f"import runpy, sys; sys.version_info = (3, 10, 14); runpy.run_path({start.__file__!r})"
    refused = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", pretend], capture_output=True, encoding="utf-8"
    )
    assert refused.returncode == 3
    assert "파이썬 3.11 이상" in refused.stderr and "Python 3.11 or newer (this is 3.10)" in refused.stderr
    assert PROJECT["project"]["requires-python"] == ">=3.11"


# Browsers


def test_a_browser_is_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = tmp_path / f"google-chrome{start.SUFFIX}"
    browser.touch(mode=0o755)
    monkeypatch.delenv("DURE_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert start.find_browser() == str(browser)


def test_the_browser_that_is_named_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = tmp_path / f"whale{start.SUFFIX}"
    browser.touch(mode=0o755)
    monkeypatch.setenv("DURE_BROWSER", str(browser))
    assert start.find_browser() == str(browser)


def test_a_named_browser_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DURE_BROWSER", "nowhere/chromium")
    with pytest.raises(start.SetupError, match="nowhere/chromium"):
        start.find_browser()


def test_windows_browsers_are_looked_for_in_its_program_folders() -> None:
    found = list(candidates({"PROGRAMFILES": "Programs"}))
    assert str(Path("Programs/Microsoft/Edge/Application/msedge.exe")) in found


# The files that name libraries


def locked() -> dict[str, list[Requirement]]:
    """The lock's lines by library; a library has several where its version depends on the Python."""
    lines = re.findall(r"^([a-z0-9][^\\\n]*) \\$", start.LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    libraries: dict[str, list[Requirement]] = {}
    for requirement in map(Requirement, lines):
        libraries.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return libraries


@pytest.mark.parametrize("library", LIBRARIES, ids=str)
def test_the_lock_keeps_the_bounds_of_pyproject(library: Requirement) -> None:
    for requirement in locked()[canonicalize_name(library.name)]:
        (pin,) = requirement.specifier
        assert pin.operator == "==" and library.specifier.contains(pin.version)


def test_every_library_in_the_lock_has_a_fingerprint_and_no_address() -> None:
    lock = start.LOCK.read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert len(blocks) == sum(map(len, locked().values())) > len(LIBRARIES)
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in lock and "--index" not in lock.replace("--no-emit-index-url", "")


def test_conda_users_get_the_same_libraries_within_the_same_bounds() -> None:
    environment = YAML(typ="safe").load((start.ROOT / "environment.yml").read_text(encoding="utf-8"))
    *conda, pip = environment["dependencies"]
    in_conda_it_is_called = {"brotli": "brotli-python", "playwright": "playwright-python"}
    bounds = {f"{in_conda_it_is_called.get(lib.name, lib.name)}{lib.specifier}" for lib in LIBRARIES}
    assert {*conda, *pip["pip"]} == bounds | {f"python{PROJECT['project']['requires-python']}", "pip"}


def test_git_never_touches_the_bytes_of_raw_data() -> None:
    if shutil.which("git") is None or not (start.ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    attributes = subprocess.run(
        ["git", "check-attr", "text", "--", "data/raw/2016/answers.csv", "data/raw/2016/answers.xlsx"],
        cwd=start.ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert [line.split(": ")[-1] for line in attributes.stdout.splitlines()] == ["unset", "unset"]


@pytest.mark.parametrize(
    ("target", "command"),
    [
        (["test"], "python3 start.py test"),
        (["report"], "python3 start.py report 2016"),
        (["report", "YEAR=2017"], "python3 start.py report 2017"),
    ],
)
def test_make_only_calls_start(target: list[str], command: str) -> None:
    if shutil.which("make") is None:
        pytest.skip("there is no make on this machine; start.py does without")
    make = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", *target],
        cwd=start.ROOT, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert make.stdout.strip() == command
