"""What a file really is, told by its bytes. Its name is not asked: names lie, and often by accident."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Literal

from analysis.intake.errors import IntakeError

Kind = Literal["xlsx", "text"]

MAX_BYTES = 64 * 1024 * 1024  # a survey of thousands stays far below it

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the box of old Office files, HWP files and encrypted workbooks

_OTHER_KINDS = {
    b"%PDF": ("PDF 문서", "a PDF document"),
    b"$FL2": ("SPSS 자료", "SPSS data"),
    b"$FL3": ("SPSS 자료", "SPSS data"),
    b"\x1f\x8b": ("압축 파일(gzip)", "a gzip archive"),
    b"\x89PNG": ("그림", "a picture"),
    b"\xff\xd8\xff": ("그림", "a picture"),
}


def sniff(path: Path) -> Kind:
    """What kind of file this is; "text" is delimited text.

    Raises IntakeError for everything else, naming what it is: empty, too large, encrypted, …
    """
    size = path.stat().st_size
    if size == 0:
        raise IntakeError(
            f"{path.name}: 빈 파일입니다(0바이트). 다시 내려받거나 다시 받아 주십시오.",
            f"{path.name}: the file is empty (0 bytes). Download or ask for it again.",
        )
    if size > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        raise IntakeError(
            f"{path.name}: 파일이 너무 큽니다({size // 1024 // 1024}MB, 한도 {limit}MB).",
            f"{path.name}: the file is too large ({size // 1024 // 1024} MB, the limit is {limit} MB).",
        )
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(ZIP):
        return _in_zip(path)
    if start.startswith(OLE):
        raise _in_ole(path)
    for magic, (korean, english) in _OTHER_KINDS.items():
        if start.startswith(magic):
            raise _other(path, korean, english)
    if (
        start.lstrip(b"\xef\xbb\xbf \t\r\n")[:9]
        .lower()
        .startswith((b"<!doctype", b"<html", b"<table", b"<?xml"))
    ):
        raise _other(path, "웹 문서(HTML·XML)", "a web document (HTML or XML)")
    return "text"


def _in_zip(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile:
        raise IntakeError(
            f"{path.name}: 엑셀 파일이 손상되었거나 끝까지 받아지지 않았습니다. 다시 받아 주십시오.",
            f"{path.name}: the workbook is damaged or incomplete. Download or ask for it again.",
        ) from None
    if "xl/workbook.xml" in names:
        return "xlsx"
    raise _other(
        path, "압축 파일 또는 엑셀이 아닌 문서", "an archive, or a document that is no Excel workbook"
    )


def _in_ole(path: Path) -> IntakeError:
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        return IntakeError(
            f"{path.name}: 암호가 걸린 파일입니다. 엑셀에서 [파일 › 정보 › 통합 문서 보호 › 암호 설정]의 암호를 지우고 "
            "다시 저장해 주십시오.",
            f"{path.name}: the workbook is protected by a password. In Excel clear it under File › Info › "
            "Protect Workbook › Encrypt with Password, and save again.",
        )
    if b"HWP Document File" in data:
        return _other(path, "한글(HWP) 문서", "a Hangul (HWP) document")
    return _other(path, "옛 엑셀(.xls) 등의 파일", "a file of old Office (.xls)")


def _other(path: Path, korean: str, english: str) -> IntakeError:
    return IntakeError(
        f"{path.name}: {korean}이므로 읽을 수 없습니다. 엑셀 통합 문서(.xlsx)나 CSV로 저장해 주십시오.",
        f"{path.name}: this is {english} and cannot be read. Save it as an Excel workbook (.xlsx) or as CSV.",
    )
