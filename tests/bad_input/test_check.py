"""`dure check` of every bad input: an exit code, a list of findings, and nothing written but findings.csv."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from analysis.cli import main
from tests.bad_input import statistics_files, texts, workbooks
from tests.bad_input.control import rows, text
from tests.bad_input.index import row
from tests.bad_input.names import NAMES
from tests.bad_input.project import ANSWERS, everything_in, project_with

FILES = {**texts.FILES, **workbooks.FILES, **statistics_files.FILES}
CONTROL = text(rows()).encode()


def left_by_check(root: Path) -> bool:
    """Whether findings.csv is all that was written; it is taken away."""
    written = root / "data/processed/2016/control"
    alone = [path.name for path in written.iterdir()] == ["findings.csv"]
    shutil.rmtree(root / "data/processed")
    return alone


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_ends_in_words_and_changes_nothing(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project_with(tmp_path / "project", {name: FILES[name]()})
    before = everything_in(tmp_path)
    monkeypatch.chdir(root)
    code = main(["check", "2016"])
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    assert code in (0, 1) and said.err == "" and said.out
    assert max(map(len, (said.out + said.err).splitlines())) < 3000
    assert left_by_check(root) and everything_in(tmp_path) == before


def test_findings_of_a_bad_file_are_one_line_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = rows(("D2", "\x1b[2Jmany\nyears\u202e"), ("D3", "two\r\nlines"))
    root = project_with(tmp_path / "project", {"answers.csv": text(hostile).encode()})
    monkeypatch.chdir(root)
    assert main(["check", "2016"]) == 1
    said = capsys.readouterr().out
    assert "<U+001B>[2Jmany↵years<U+202E>" in said and "two↵lines" in said
    assert "\x1b" not in said and "\u202e" not in said


@row("z01_upload_traversal.zip")
def test_an_archive_is_refused_and_nothing_of_it_unpacked(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for inner in ("../outside.csv", "../../outside.csv", f"{tmp_path}/outside.csv", "answers.csv"):
            archive.writestr(inner, CONTROL)
    root = project_with(tmp_path / "project", {name: content.getvalue()})
    before = everything_in(tmp_path)
    monkeypatch.chdir(root)
    assert main(["check", "2016"]) == 1
    said = capsys.readouterr().out
    assert name in said and "압축 파일" in said
    assert left_by_check(root)
    assert everything_in(tmp_path) == before


@row("z02_symlink.csv")
def test_a_link_out_of_the_project_is_refused_and_not_read(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project_with(tmp_path / "project", {"answers.csv": CONTROL})
    secret = tmp_path / "hostname"
    secret.write_text("respondent_id\nsecret-machine\n", encoding="utf-8")
    (root / ANSWERS / name).symlink_to(secret)
    monkeypatch.chdir(root)
    assert main(["check", "2016"]) == 1
    said = capsys.readouterr().out
    assert name in said and "링크" in said and "secret" not in said


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("case", NAMES)
def test_an_awkward_name_is_printed_on_one_line(
    tmp_path: Path,
    case: str,
    language: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Once of a file that is refused, once of one with a finding."""
    monkeypatch.chdir(project_with(tmp_path / "empty", {NAMES[case]: b""}))
    assert main(["check", "2016", "--language", language]) == 1
    said = capsys.readouterr()
    assert not said.err
    assert len(said.out.splitlines()) == 4  # the heading of the errors, the file, nothing, the sum
    root = project_with(tmp_path / "project", {NAMES[case]: text(rows(("F2", "6"))).encode()})
    before = everything_in(root)
    monkeypatch.chdir(root)
    assert main(["check", "2016", "--language", language]) == 1
    said = capsys.readouterr().out
    [line] = [line for line in said.splitlines() if "F2" in line]
    assert line.isprintable() or case == "emoji"
    assert left_by_check(root)
    assert everything_in(root) == before


def test_a_name_that_is_no_text_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project_with(tmp_path / "project", {})
    try:
        (root / ANSWERS / os.fsdecode(b"\xc0\xb4\xb4\xe4.csv")).write_bytes(CONTROL)
    except (OSError, UnicodeError):
        pytest.skip("this system has no such names")
    monkeypatch.chdir(root)
    assert main(["check", "2016"]) == 1
    assert "이름의 글자가 깨져" in capsys.readouterr().out
