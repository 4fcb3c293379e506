"""Bytes to text: UTF-8, or CP949 as Excel saves it in Korea. Nothing is ever replaced by "?"."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Collection
from mmap import mmap
from typing import NamedTuple

from analysis.intake.errors import EncodingError

_BEGINNING = 1 << 20  # bytes in which CP949 shows that it is none
_HALF_LETTER = re.compile(
    "[\ud800-\udfff]"
)  # some encodings write letters by halves, and one may stand alone
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Decoded(NamedTuple):
    """text      what stands in the file
    encoding  by which it was read, in Python's name
    guessed   whether CP949 would read it as well, and nothing spoke for either
    """

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, known: Collection[str] = (), declared: str = "") -> Decoded:
    """The text of a file: by its mark, else by the encoding that is `declared` for it, else by trial.

    UTF-8 and CP949 are tried, nothing else is. Where both can be read, as happens with short texts, the reading
    that holds more of the `known` words (headings and options of the questionnaire) is taken, UTF-8 where they tie.
    Raises EncodingError with the line where no reading is possible.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _said(data[len(mark) :], encoding, "다시 받아 주십시오.", "Ask for the file again.")
    if declared:
        return _said(
            data,
            declared,
            "조사표의 encoding이 이 파일에 맞는지 확인해 주십시오.",
            "Check that the questionnaire's 'encoding' is that of this file.",
        )
    if (at := data.find(b"\0")) >= 0:
        raise _nul(_line(data, at))
    utf8, utf8_fails = _attempt(data, "utf-8")
    if utf8 is not None and utf8.isascii():
        return Decoded(utf8, "utf-8")
    cp949, cp949_fails = _attempt(data, "cp949")
    if utf8 is None and cp949 is None:
        raise _neither(data, utf8_fails, cp949_fails)
    if utf8 is None or cp949 is None:
        if utf8 is None and is_nonsense(cp949 or ""):
            raise _unknown(_line(data, utf8_fails))
        return Decoded(cp949, "cp949") if cp949 is not None else Decoded(utf8, "utf-8")  # type: ignore[arg-type]
    for_utf8, for_cp949 = hits(utf8, known), hits(cp949, known)
    if for_cp949 > for_utf8:
        return Decoded(cp949, "cp949")
    return Decoded(utf8, "utf-8", guessed=for_utf8 == for_cp949)


def begins_as_utf8(data: bytes | mmap) -> bool:
    """Whether UTF-8 is the only reading there can be, told from the beginning of a large file: it is no CP949."""
    start = data[:_BEGINNING]
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start, final=False)
    except UnicodeDecodeError:
        return False
    try:
        codecs.getincrementaldecoder("cp949")().decode(start, final=False)
    except UnicodeDecodeError:
        return data.find(b"\0") < 0
    return False


def _said(data: bytes, encoding: str, korean: str, english: str) -> Decoded:
    """The text in the encoding that somebody says, strictly; else the line that breaks, and what to do."""
    text, fails = _attempt(data, encoding)
    half = _HALF_LETTER.search(text) if text is not None else None
    if text is None or half is not None:
        line = (
            _line_within(data, fails, encoding)
            if half is None
            else half.string.count("\n", 0, half.start()) + 1
        )
        raise EncodingError(
            f"{line}번째 줄에서 글자가 깨졌습니다({encoding}). {korean}",
            f"the text breaks on line {line} ({encoding}). {english}",
            "truncated" if _is_cut(data, encoding) else "mixed",
            line,
        )
    if (at := text.find("\0")) >= 0:
        raise _nul(text.count("\n", 0, at) + 1)
    return Decoded(text, encoding)


def _attempt(data: bytes, encoding: str) -> tuple[str | None, int]:
    """The text, or None and the position of the first byte that does not fit."""
    try:
        return data.decode(encoding), -1
    except UnicodeError as error:  # not every codec says where
        return None, getattr(error, "start", 0)


def _neither(data: bytes, utf8_fails: int, cp949_fails: int) -> EncodingError:
    start, encoding = max((utf8_fails, "UTF-8"), (cp949_fails, "CP949"))
    line = _line(data, start)
    if _is_cut(data, encoding):
        return EncodingError(
            f"{line}번째 줄에서 글자 중간에 파일이 끊겼습니다({encoding}). 다시 받아 주십시오.",
            f"the file ends in the middle of a letter on line {line} ({encoding}). Ask for it again.",
            "truncated",
            line,
        )
    lines = data.split(b"\n")
    readable = all(
        _attempt(part, "utf-8")[0] is not None or _attempt(part, "cp949")[0] is not None for part in lines
    )
    line = _line(data, utf8_fails)
    if readable:
        return EncodingError(
            f"UTF-8과 CP949가 한 파일에 섞여 있습니다(처음으로 어긋나는 곳: {line}번째 줄). 한 가지로 다시 저장해 주십시오.",
            f"UTF-8 and CP949 are mixed in one file (first at line {line}). Save it again in one of them.",
            "mixed",
            line,
        )
    return _unknown(line)


def _nul(line: int) -> EncodingError:
    return EncodingError(
        f"{line}번째 줄에 NUL 바이트가 있어 글자로 읽을 수 없습니다. 'CSV UTF-8'로 다시 저장해 주십시오.",
        f"line {line} holds a NUL byte, so this is no plain text. Save it again as 'CSV UTF-8'.",
        "nul",
        line,
    )


def _unknown(line: int) -> EncodingError:
    return EncodingError(
        f"{line}번째 줄의 글자 체계를 알 수 없습니다(UTF-8도 CP949도 아님). 'CSV UTF-8'로 다시 저장하거나, 조사표에 "
        "'encoding: cp1252'처럼 글자 체계를 적어 주십시오.",
        f"the encoding is not known: line {line} is neither UTF-8 nor CP949. Save it again as 'CSV UTF-8', or "
        "name the encoding in the questionnaire, as in 'encoding: cp1252'.",
        "unknown",
        line,
    )


def is_nonsense(text: str) -> bool:
    """Whether Hangul came out that nobody writes. The quotes and dashes of Windows-1252, with the letter
    behind them, are bytes of CP949 too: of syllables that KS X 1001 (EUC-KR) lacks and Korean hardly uses."""
    syllables = {char: number for char, number in Counter(text).items() if "가" <= char <= "힣"}
    rare = sum(number for char, number in syllables.items() if not _in_euc_kr(char))
    return rare * 2 > sum(syllables.values())


def _in_euc_kr(char: str) -> bool:
    try:
        char.encode("euc-kr")
    except UnicodeEncodeError:
        return False
    return True


def _is_cut(data: bytes, encoding: str) -> bool:
    """Whether all is well but for a last letter that is not complete."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(data, final=False)
    except UnicodeError:
        return False
    return True


def hits(text: str, known: Collection[str]) -> int:
    """How many of the known words stand in the text; those in ASCII say nothing of its encoding."""
    return sum(word in text for word in known if not word.isascii())


def _line_within(data: bytes, position: int, encoding: str) -> int:
    """The line of a byte in text of any encoding; in some, the byte of a line break is a part of letters too."""
    before, _ = _attempt(data[:position], encoding)
    return _line(data, position) if before is None else before.count("\n") + 1


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1
