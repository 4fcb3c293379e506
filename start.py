#!/usr/bin/env python3
"""Set up whatever is missing, then run a Dure command; needs nothing but Python.

    python3 start.py report 2016         a `dure` command, with its arguments
    python3 start.py test [ARGUMENTS]    the tests; arguments go to pytest

The first call makes `.venv` beside this file and installs the libraries of requirements.lock in it; later
calls find them there. Messages about this go to standard error, so the output of a command stays its own. The
exit code is the command's; 3 if it could not be started.
"""

import sys

# Before everything that an old Python would trip over. It still has to read the whole file first, so the
# syntax here is what Python 3.6 knows.
if sys.version_info < (3, 11):
    sys.stderr.write(
        "Dure에는 파이썬 3.11 이상이 필요합니다(지금은 {0}.{1}). 새 파이썬을 설치하고 다시 실행해 주세요.\n"
        "Dure needs Python 3.11 or newer (this is {0}.{1}). Install a newer one and try again.\n".format(
            *sys.version_info
        )
    )
    sys.exit(3)

import hashlib
import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
VENV = ROOT / ".venv"
COMMANDS = VENV / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = COMMANDS / f"python{SUFFIX}"
DURE = COMMANDS / f"dure{SUFFIX}"
LOG = VENV / "setup.log"
STAMP = VENV / "setup-done"


class SetupError(Exception):
    """The set-up cannot go on; says in Korean and in English what to do."""

    def __init__(self, korean: str, english: str) -> None:
        super().__init__(f"{korean}\n{english}")


def main(arguments: list[str]) -> int:
    """Set up, run the command that `arguments` name, and return its exit code."""
    try:
        prepare()
        if arguments[:1] == ["test"]:
            return run_tests(arguments[1:])
        return run([DURE, *arguments])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        say("멈췄습니다", "Stopped")
        return 130


def run_tests(arguments: list[str]) -> int:
    """Run pytest in the project's folder on up to four cores, with a browser for the tests that need one."""
    if not os.environ.get("DURE_NO_BROWSER"):
        os.environ["DURE_BROWSER"] = find_browser() or install_browser()
    os.chdir(ROOT)
    workers = min(os.cpu_count() or 1, 4)
    # By file: what a file's tests share is made once, and so is the browser for a file that opens pages. In the
    # order of tests/conftest.py, the slowest first, and not by how many tests a file has.
    by_file = ("-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder")
    return run([PYTHON, "-m", "pytest", *by_file, *arguments])


def run(command: list[str | Path]) -> int:
    """Run `command` in Python's UTF-8 mode, whatever the machine's own encoding, and return its exit code."""
    os.environ["PYTHONUTF8"] = "1"
    # Kernels and many tests are a Python of their own: what one of them compiled, the others and the next run need not.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if os.name != "nt":  # Become the command: signals and exit code are then its own.
        os.execv(command[0], [str(part) for part in command])
    return subprocess.run(command).returncode


# The virtual environment


def prepare() -> None:
    """Make `.venv` ready, doing only what is not done yet.

    The stamp is written last and taken away first, so a set-up that was interrupted is begun anew. The place
    is part of it: a virtual environment that was moved or copied does not work.
    """
    libraries = fingerprint(LOCK.read_bytes(), os.fsencode(VENV), sys.implementation.cache_tag.encode())
    wanted = [libraries, fingerprint(PROJECT.read_bytes())]
    done = STAMP.read_text(encoding="ascii").split() if STAMP.exists() and PYTHON.exists() else []
    if done == wanted:
        return
    STAMP.unlink(missing_ok=True)
    if done[:1] != wanted[:1]:
        make_environment()
        install_libraries()
    install_project()
    aside = STAMP.with_suffix(".part")
    aside.write_text("\n".join(wanted), encoding="ascii")
    aside.replace(STAMP)
    say("준비를 마쳤습니다", "Set-up is done")


def fingerprint(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_environment() -> None:
    say("준비 중: 파이썬 가상환경 만들기", "Setting up: making a virtual environment")
    if importlib.util.find_spec("ensurepip") is None:
        package = "python{}.{}-venv".format(*sys.version_info)
        if not apt_install(package):
            raise SetupError(
                f"파이썬에 venv가 빠져 있습니다. 다음을 실행한 뒤 다시 해 주세요: sudo apt-get install {package}",
                f"This Python comes without venv. Run this, then try again: sudo apt-get install {package}",
            )
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", VENV],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
    )  # fmt: skip
    if made.returncode:
        raise SetupError(
            f"가상환경 폴더를 만들지 못했습니다: {VENV}\n이 폴더를 쓰는 프로그램을 닫고, 폴더를 지운 뒤 다시 해 주세요.",
            "Could not make this folder. Close programs that use it, delete it and try again.\n"
            + made.stdout.strip(),
        )


def install_libraries() -> None:
    say(
        "준비 중: 라이브러리 설치 (처음 한 번, 몇 분)",
        "Setting up: installing libraries (once, a few minutes)",
    )
    # Only wheels: building from source would download build tools that no fingerprint in the lock covers.
    pip_install("--require-hashes", "--only-binary", ":all:", "--requirement", LOCK)


def install_project() -> None:
    say("준비 중: dure 명령 설치", "Setting up: installing the dure command")
    pip_install("--no-index", "--no-build-isolation", "--no-deps", "--editable", ROOT)


def pip_install(*arguments: str | Path) -> None:
    """Run `pip install`, its output going to the log; SetupError gives pip's own last word if it fails."""
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    with LOG.open("ab") as log:
        code = subprocess.run([*pip, *arguments], stdout=log, stderr=log).returncode
    if code:
        lines = LOG.read_text(encoding="utf-8", errors="replace").splitlines()
        errors = [line for line in lines if line.startswith("ERROR: ")]
        reason = errors[-1] if errors else f"pip exit code {code}"
        raise SetupError(
            "라이브러리를 설치하지 못했습니다. 인터넷 연결(사내망이면 프록시)을 확인하고 다시 실행해 주세요.",
            "Could not install the libraries. Please check the network (or the proxy) and try again.\n"
            f"{reason}\n기록 / Log: {LOG}",
        )


# What the operating system has to bring


def find_browser() -> str | None:
    """The path of a browser of Chromium's family, looked for as reports look for it."""
    sys.path.insert(0, str(ROOT / "src"))  # the package may not be installed yet, and needs nothing for this
    try:
        from analysis.browser import BrowserError
        from analysis.browser import find_browser as find

        found = find()
    except BrowserError as error:
        raise SetupError(error.words("ko"), error.words("en")) from error
    finally:
        sys.path.remove(str(ROOT / "src"))
    return str(found) if found else None


def install_browser() -> str:
    """Install Chromium where that is possible without asking, and return its path."""
    if apt_install("chromium"):
        found = find_browser()
        if found:
            return found
    raise SetupError(
        "테스트에 쓸 브라우저가 없습니다. Chrome, Edge, Chromium 가운데 하나를 설치하거나 DURE_BROWSER에 경로를 적어 "
        "주세요. 화면 테스트를 빼려면 DURE_NO_BROWSER=1로 두세요.",
        "The tests need a browser: please install Chrome, Edge or Chromium, or give its path in "
        "DURE_BROWSER. DURE_NO_BROWSER=1 leaves out the tests that open pages.",
    )


def apt_install(package: str) -> bool:
    """Install a package where there is apt and we are root; tell whether that worked."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    say(f"준비 중: {package} 설치", f"Setting up: installing {package}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", package]):
        if subprocess.run([*apt, *step], env=environment, stdout=subprocess.DEVNULL).returncode:
            return False
    return True


def say(korean: str, english: str) -> None:
    print(f"{korean} / {english}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
