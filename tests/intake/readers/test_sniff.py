"""What a file is, its bytes say."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from analysis import zipped
from analysis.intake.errors import IntakeError
from analysis.intake.readers import bounds
from analysis.intake.readers.sniff import OLE, sniff
from tests.intake.files import csv_file, workbook


def test_a_workbook_is_known_whatever_its_name(tmp_path: Path) -> None:
    assert sniff(workbook(tmp_path / "answers.csv", [["A1"], ["가"]])) == "xlsx"


def test_text_is_known_whatever_its_name(tmp_path: Path) -> None:
    assert sniff(csv_file(tmp_path / "answers.xlsx", "A1\n가\n")) == "text"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"$FL2@(#) SPSS DATA FILE", "sav"),
        (b"$FL3@(#) SPSS DATA FILE", "sav"),
        (b"<stata_dta><header><release>118</release>", "dta"),
        (b"\x72\x02\x01\x00" + b"\0" * 60, "dta"),
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\0\0", "xls"),
        ("단체,지역\n".encode("cp949"), "text"),
        (b"\xff\xfe" + "단체\n".encode("utf-16-le"), "text"),
    ],
)
def test_what_can_be_read_is_known_by_its_first_bytes(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "응답.hwp"
    path.write_bytes(content)
    assert sniff(path) == kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "빈 파일"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"ASCII SPSS PORT FILE", "SPSS"),
        (b"PAR1....", "Parquet"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "HTML.*xlsx"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "HTML"),
        (b'\r\n<meta http-equiv="Content-Type" content="application/vnd.ms-excel">', "HTML"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "XML"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "암호"),
        (OLE + b"\0" * 600 + b"HWP Document File V5.00", "HWPX 문서"),
        (b"HWP Document File V3.00", "HWP 3.0"),
        (OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "옛 오피스"),
        (b"PK\x03\x04" + b"\0" * 100, "손상"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "그림"),
        (b"\0\0\0\x20ftypisom\0\0\2\0isomiso2mp41", "동영상"),
        (b"Received: from mail by mx; Mon, 5 Sep 2016\r\nSubject: =?utf-8?B?7J2R64u1?=\r\n", "전자우편"),
        (OLE + b"\0" * 600 + "__substg1.0_0037001F".encode("utf-16-le"), "전자우편"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(content)
    with pytest.raises(IntakeError, match=said) as caught:
        sniff(path)
    assert "answers.csv" in str(caught.value)
    assert "answers.csv" in caught.value.words("en")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_packed_in_a_way_that_knows_no_size_is_refused(tmp_path: Path, method: int) -> None:
    """The library unpacks it whole, whatever size the part declares."""
    path = tmp_path / "answers.xlsx"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(IntakeError, match="answers.xlsx: .*압축되어"):
        sniff(path)


def test_a_zip_of_more_parts_than_any_document_has_is_refused_before_they_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    path.write_bytes(b"PK\x03\x04" + (b"PK\x01\x02" + b"\0" * 42) * (zipped.MAX_PARTS + 1))
    with pytest.raises(IntakeError, match="answers.xlsx: .*지나치게 많은 것"):
        sniff(path)


def test_a_zip_is_refused_by_its_size_before_its_directory_is_read(tmp_path: Path) -> None:
    """Whatever lies behind the first bytes, damaged as it may be."""
    path = tmp_path / "answers.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(bounds.MAX_BYTES_OF_OTHERS + 1)
    with pytest.raises(IntakeError, match="answers.xlsx: 파일이 너무 큽니다"):
        sniff(path)


@pytest.mark.parametrize(
    ("part", "content", "said"),
    [
        ("../outside.csv", "A1\n", "압축"),
        ("xl/workbook.bin", "", "xlsb"),
        ("word/document.xml", "", "docx"),
        ("mimetype", "application/vnd.oasis.opendocument.text", "엑셀이 아닌"),
    ],
)
def test_a_zip_that_is_no_table_is_refused(tmp_path: Path, part: str, content: str, said: str) -> None:
    path = tmp_path / "answers.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, content)
    with pytest.raises(IntakeError, match=said):
        sniff(path)
    assert not (tmp_path.parent / "outside.csv").exists()


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_BYTES", {"text": 1024 * 1024})
    path = tmp_path / "answers.csv"
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(IntakeError, match="한도 1MB"):
        sniff(path)
