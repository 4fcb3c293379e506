"""What a file is, its bytes say."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from analysis.intake import sniff as sniffing
from analysis.intake.errors import IntakeError
from analysis.intake.sniff import OLE, sniff
from tests.intake.files import csv_file, workbook


def test_a_workbook_is_known_whatever_its_name(tmp_path: Path) -> None:
    assert sniff(workbook(tmp_path / "answers.csv", [["A1"], ["가"]])) == "xlsx"


def test_text_is_known_whatever_its_name(tmp_path: Path) -> None:
    assert sniff(csv_file(tmp_path / "answers.xlsx", "A1\n가\n")) == "text"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "빈 파일"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"$FL2@(#) SPSS DATA FILE", "SPSS"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "HTML"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "HTML"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "암호"),
        (OLE + b"\0" * 600 + b"HWP Document File V5.00", "HWP"),
        (OLE + b"\0" * 600, ".xls"),
        (b"PK\x03\x04" + b"\0" * 100, "손상"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(content)
    with pytest.raises(IntakeError, match=said) as caught:
        sniff(path)
    assert "answers.csv" in str(caught.value)
    assert "answers.csv" in caught.value.words("en")


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "answers.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../outside.csv", "A1\n")
    with pytest.raises(IntakeError, match="압축"):
        sniff(path)
    assert not (tmp_path.parent / "outside.csv").exists()


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sniffing, "MAX_BYTES", 1024 * 1024)
    path = tmp_path / "answers.csv"
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(IntakeError, match="1MB"):
        sniff(path)
