"""How large a file may be: limits far above any survey, so that a hostile file ends in a sentence."""

from __future__ import annotations

from analysis.intake.errors import IntakeError

MAX_ROWS = 1_500_000  # more than a spreadsheet can have
MAX_COLUMNS = 4_000
MAX_UNPACKED = 512 * 1024 * 1024  # bytes of all parts of a workbook, unzipped
MAX_RATIO = 200  # unzipped to zipped; sheets of answers are about 10


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


def check_unpacked(file: str, unpacked: int, packed: int) -> None:
    """Refuse a workbook that would swell beyond all measure, before anything of it is unpacked."""
    if unpacked > MAX_UNPACKED or (unpacked > 16 * 1024 * 1024 and unpacked > MAX_RATIO * packed):
        raise IntakeError(
            f"{file}: 압축을 풀면 {unpacked // 1024 // 1024:,}MB가 되는 비정상적인 파일이라 읽지 않았습니다.",
            f"{file}: not read, for it would unpack to {unpacked // 1024 // 1024:,} MB, "
            "which no file of answers does.",
        )
