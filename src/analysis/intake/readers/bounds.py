"""How large a file may be: limits far above any survey, so that a hostile file ends in a sentence.

The same figures stand in docs/questionnaire-format.md, for people.
"""

from __future__ import annotations

from analysis.intake.errors import IntakeError

MB = 1024 * 1024
MAX_BYTES = {"text": 1024 * MB, "sav": 256 * MB, "dta": 256 * MB}  # of the file as it lies on the disk
MAX_BYTES_OF_OTHERS = 64 * MB  # workbooks and documents: a survey of thousands stays far below it
MAX_UNPACKED = 512 * MB  # of all parts of a workbook, unzipped
MAX_RATIO = 200  # unzipped to zipped; sheets of answers are about 10
SMALL = 16 * MB  # unzipped; a ratio says nothing below it
MAX_ROWS = 1_500_000  # more than a spreadsheet can have
MAX_COLUMNS = 4_000
MAX_CELLS = 60_000_000  # rows × columns of one sheet
MAX_DIFFERENT = 10_000_000  # cells of one sheet that differ, about 240 bytes each
MAX_LETTERS = 131_072  # in one cell; a cell of Excel holds 32,767


def max_bytes(kind: str) -> int:
    """How many bytes a file of that kind ("text", "xlsx", "sav", …) may have."""
    return MAX_BYTES.get(kind, MAX_BYTES_OF_OTHERS)


def check_size(file: str, size: int, kind: str) -> None:
    """Refuse a file by its size, before anything of it is read."""
    limit = max_bytes(kind)
    if size > limit:
        raise IntakeError(
            f"{file}: 파일이 너무 큽니다({size / MB:,.1f}MB, 한도 {limit // MB:,}MB). 응답 파일이 맞는지 확인하고, "
            "맞다면 나누어 저장해 주십시오.",
            f"{file}: the file is too large ({size / MB:,.1f} MB, the limit is {limit // MB:,} MB). "
            "Check that this is the file of answers; if it is, save it in parts.",
        )


def check_unpacked(file: str, unpacked: int, packed: int) -> None:
    """Refuse a workbook that would swell beyond all measure, before anything of it is unpacked."""
    if unpacked > MAX_UNPACKED or (unpacked > SMALL and unpacked > MAX_RATIO * packed):
        raise IntakeError(
            f"{file}: 압축을 풀면 {unpacked // MB:,}MB가 되는 비정상적인 파일이라 읽지 않았습니다"
            f"(한도 {MAX_UNPACKED // MB:,}MB, 압축된 크기의 {MAX_RATIO}배). 보낸 곳에 확인해 주십시오.",
            f"{file}: not read, for it would unpack to {unpacked // MB:,} MB, which no file of answers does "
            f"(the limits are {MAX_UNPACKED // MB:,} MB and {MAX_RATIO} times the packed size). Ask its sender.",
        )


def check_rows(file: str, rows: int) -> None:
    if rows > MAX_ROWS:
        raise IntakeError(
            f"{file}: 행이 {MAX_ROWS:,}개를 넘습니다. 응답 파일이 맞는지 확인해 주십시오.",
            f"{file}: more than {MAX_ROWS:,} rows. Check that this is the file of answers.",
        )


def check_columns(file: str, columns: int) -> None:
    if columns > MAX_COLUMNS:
        raise IntakeError(
            f"{file}: 열이 {columns:,}개입니다(한도 {MAX_COLUMNS:,}개). 응답 파일이 맞는지 확인해 주십시오.",
            f"{file}: {columns:,} columns (the limit is {MAX_COLUMNS:,}). "
            "Check that this is the file of answers.",
        )


def check_cells(file: str, rows: int, columns: int) -> None:
    """Refuse a sheet that is not too long and not too wide, but both."""
    if rows * columns > MAX_CELLS:
        raise IntakeError(
            f"{file}: 칸이 {MAX_CELLS:,}개를 넘습니다({columns:,}열). 응답 파일이 맞는지 확인하고, 맞다면 나누어 저장해 주십시오.",
            f"{file}: more than {MAX_CELLS:,} cells ({columns:,} columns). "
            "Check that this is the file of answers; if it is, save it in parts.",
        )


def check_different(file: str, different: int) -> None:
    """Refuse a sheet of which too much would have to be remembered; what stands there again is remembered once."""
    if different > MAX_DIFFERENT:
        raise IntakeError(
            f"{file}: 서로 다른 칸이 {MAX_DIFFERENT:,}개를 넘습니다. 응답 파일이 맞는지 확인하고, 맞다면 나누어 저장해 주십시오.",
            f"{file}: more than {MAX_DIFFERENT:,} cells that differ. "
            "Check that this is the file of answers; if it is, save it in parts.",
        )


def check_letters(place: str, letters: int) -> None:
    """Refuse a cell too long to be an answer; `place` is file › sheet › cell."""
    if letters > MAX_LETTERS:
        raise IntakeError(
            f"{place}: 한 칸의 글자가 {letters:,}자입니다(한도 {MAX_LETTERS:,}자). 따옴표가 빠져 여러 줄이 한 칸이 되지 않았는지 "
            "확인해 주십시오.",
            f"{place}: {letters:,} characters in one cell (the limit is {MAX_LETTERS:,}). "
            "Check that no missing quote made one cell of many lines.",
        )
