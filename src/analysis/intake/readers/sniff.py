"""What a file really is, told by its bytes. Its name is not asked: names lie, and often by accident."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from analysis.intake.errors import IntakeError
from analysis.intake.readers.bounds import check_size
from analysis.intake.readers.damage import of_file
from analysis.zipped import Archive, Refused

Kind = Literal["xlsx", "xls", "ods", "hwpx", "sav", "dta", "text"]

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the box of old Office files, HWP files and encrypted workbooks

# The first bytes of other kinds: that of a reader, or the words for what cannot be read.
_STARTS: dict[bytes, Kind | tuple[str, str]] = {
    b"$FL2": "sav",
    b"$FL3": "sav",
    b"<stata_dta>": "dta",
    b"%PDF": ("PDF 문서", "a PDF document"),
    b"ASCII SPSS PORT": ("SPSS 이동 자료(.por)", "an SPSS portable file (.por)"),
    b"HEADER RECORD*******LIB": ("SAS 이동 자료(.xpt)", "a SAS transport file (.xpt)"),
    b"\0" * 12 + b"\xc2\xea\x81\x60": ("SAS 자료", "SAS data"),
    b"PAR1": ("Parquet 자료", "Parquet data"),
    b"SQLite format 3\0": ("데이터베이스(SQLite)", "a database (SQLite)"),
    b"HWP Document File V": ("옛 한글(HWP 3.0) 문서", "an old Hangul (HWP 3.0) document"),
    b"{\\rtf": ("서식 있는 문서(RTF)", "a rich text document (RTF)"),
    b"\x1f\x8b": ("압축 파일(gzip)", "a gzip archive"),
    b"7z\xbc\xaf\x27\x1c": ("압축 파일(7z)", "a 7z archive"),
    b"Rar!\x1a\x07": ("압축 파일(rar)", "a rar archive"),
    b"ALZ\x01": ("압축 파일(알집)", "an ALZip archive"),
    b"EGGA": ("압축 파일(알집)", "an ALZip archive"),
    b"\x89PNG": ("그림", "a picture"),
    b"\xff\xd8\xff": ("그림", "a picture"),
    b"GIF8": ("그림", "a picture"),
}
# Stata before version 13 has no signature: release, byte order and a 1, then a 0.
_OLD_STATA = tuple(
    bytes((release, order, 1, 0)) for release in (*range(104, 106), 108, *range(110, 116)) for order in (1, 2)
)
# Excel before it used a box (and BIFF 5 or 8 written without one): the record that begins a sheet.
_OLD_EXCEL = tuple(b"\x09" + rest for rest in (b"\0\4\0", b"\2\6\0", b"\4\6\0", b"\x08\x08\0", b"\x08\x10\0"))
# Photographs and films of telephones tell their kind behind the length of their first box.
_BOX, _PICTURES = b"ftyp", (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif")
_MAIL = (b"Return-Path: ", b"Received: ", b"Delivered-To: ", b"MIME-Version: ")
_OUTLOOK = "__substg1.0_".encode("utf-16-le")
_WEB = tuple(b"<!doctype <html <table <head <meta <style <body <div <?xml <!--".split())

# Documents in a zip archive, by a part that only they have.
_IN_ZIP: dict[str, Kind | tuple[str, str]] = {
    "xl/workbook.xml": "xlsx",
    "Contents/content.hpf": "hwpx",
    "xl/workbook.bin": ("이진 엑셀 통합 문서(.xlsb)", "a binary Excel workbook (.xlsb)"),
    "word/document.xml": ("워드 문서(.docx)", "a Word document (.docx)"),
    "ppt/presentation.xml": ("발표 자료(.pptx)", "a presentation (.pptx)"),
    "Index/Document.iwa": ("애플 문서(Numbers 등)", "an Apple document (Numbers or the like)"),
}
# The same, by what they say of themselves in a part called mimetype.
_MIMETYPES: dict[bytes, Kind] = {
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.spreadsheet-template": "ods",
    b"application/hwp+zip": "hwpx",
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
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(ZIP):
        check_size(path.name, size, "zip")  # its directory alone may be as large as it is
    kind = _kind(path, start)
    check_size(path.name, size, kind)
    if kind == "xls":
        _check_box(path)
    return kind


def _kind(path: Path, start: bytes) -> Kind:
    if start.startswith(ZIP):
        return _in_zip(path)
    if start.startswith((OLE, *_OLD_EXCEL)):
        return "xls"
    if start.startswith(_OLD_STATA):
        return "dta"
    if start[4:8] == _BOX:
        raise _other(path, *(("그림", "a picture") if start[8:12] in _PICTURES else ("동영상", "a film")))
    if start.startswith(_MAIL):
        raise _mail(path)
    for magic, what in _STARTS.items():
        if start.startswith(magic):
            return _known(path, what)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB):
        raise IntakeError(
            f"{path.name}: 이름과 달리 웹 문서(HTML·XML)라서 읽을 수 없습니다. 전산 시스템에서 .xls로 내려받은 파일이 흔히 그렇습니다. "
            "엑셀에서 열어 [다른 이름으로 저장 › Excel 통합 문서(.xlsx)]로 저장해 주십시오.",
            f"{path.name}: whatever its name, this is a web document (HTML or XML) and cannot be read; what web "
            "systems offer as .xls often is. Open it in Excel and save it as an Excel workbook (.xlsx).",
        )
    return "text"


def _in_zip(path: Path) -> Kind:
    try:
        with Archive(path) as archive:
            names = set(archive.namelist())
            mimetype = _mimetype(archive)
    except Refused as refused:
        raise of_file(path, refused) from None
    except Exception:  # a damaged archive raises whatever the damage happens to cause
        raise IntakeError(
            f"{path.name}: 파일이 손상되었거나 끝까지 받아지지 않았습니다. 다시 받아 주십시오.",
            f"{path.name}: the file is damaged or incomplete. Download or ask for it again.",
        ) from None
    for part, what in _IN_ZIP.items():
        if part in names:
            return _known(path, what)
    if kind := _MIMETYPES.get(mimetype.strip()):
        return kind
    raise _other(
        path, "압축 파일 또는 엑셀이 아닌 문서", "an archive, or a document that is no Excel workbook"
    )


def _mimetype(archive: Archive) -> bytes:
    if "mimetype" not in archive.NameToInfo:
        return b""
    with archive.raw("mimetype") as content:
        return content.read(200)


def _check_box(path: Path) -> None:
    """Refuse what lies in the box of old Office files and is no workbook, or is one that is locked."""
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise _encrypted(path)
    if b"HWP Document File" in data:
        raise IntakeError(
            f"{path.name}: 한글 문서(.hwp)는 읽지 않습니다. 한글에서 열어 [다른 이름으로 저장하기 › 파일 형식: "
            "HWPX 문서(*.hwpx)]로 저장해 주십시오.",
            f"{path.name}: Hangul documents (.hwp) are not read. Open it in Hangul and save it as an HWPX document "
            "(Save As › HWPX (*.hwpx)).",
        )
    if _OUTLOOK in data:
        raise _mail(path)
    boxed = data.startswith(OLE)
    if boxed and not any(name.encode("utf-16-le") + b"\0\0" in data for name in ("Workbook", "Book")):
        raise _other(
            path, "엑셀 파일이 아닌 옛 오피스 문서", "a document of old Office that is no Excel workbook"
        )


def _encrypted(path: Path) -> IntakeError:
    return IntakeError(
        f"{path.name}: 암호가 걸린 파일입니다. 엑셀에서 [파일 › 정보 › 통합 문서 보호 › 암호 설정]의 암호를 지우고 "
        "다시 저장해 주십시오.",
        f"{path.name}: the workbook is protected by a password. In Excel clear it under File › Info › "
        "Protect Workbook › Encrypt with Password, and save again.",
    )


def _mail(path: Path) -> IntakeError:
    return IntakeError(
        f"{path.name}: 전자우편이므로 읽을 수 없습니다. 메일 프로그램에서 열어 붙은 파일을 저장해 주십시오.",
        f"{path.name}: this is an e-mail and cannot be read. Open it in the mail program and save the file that is "
        "attached.",
    )


def _known(path: Path, what: Kind | tuple[str, str]) -> Kind:
    if isinstance(what, tuple):
        raise _other(path, *what)
    return what


def _other(path: Path, korean: str, english: str) -> IntakeError:
    return IntakeError(
        f"{path.name}: {korean}이므로 읽을 수 없습니다. 엑셀 통합 문서(.xlsx)나 CSV로 저장해 주십시오.",
        f"{path.name}: this is {english} and cannot be read. Save it as an Excel workbook (.xlsx) or as CSV.",
    )
