"""Files appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from analysis.errors import DureError


class WriteError(DureError):
    """A file that could not be written: another program has it open, the disk is full, the folder is not ours. What
    was there before is still there."""

    exit_code = 3

    def __init__(self, path: Path, cause: OSError) -> None:
        why = cause.strerror or type(cause).__name__
        super().__init__(
            f"'{path}' 파일을 쓸 수 없습니다({why}). 다른 프로그램에서 열어 두었으면 닫고, 디스크에 빈 곳이 있는지 본 뒤 다시 하십시오.",
            f"'{path}' cannot be written ({why}). Close it where another program has it open, see whether the disk is"
            " full, and run again.",
        )


def write_whole(path: Path, content: str | bytes) -> None:
    """Write beside `path` and rename: whoever reads it meets the old file or the new one, never half of either.

    Raises WriteError.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            aside.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(path, error) from error
