"""Damaged files: whatever a library raises over them becomes one sentence that names the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from defusedxml.common import DefusedXmlException

from analysis.intake.errors import IntakeError
from analysis.zipped import Refused


@contextmanager
def opening(path: Path, korean: str, english: str, program: str, program_english: str) -> Iterator[None]:
    """Read a file in here. What it is called ("엑셀 파일", "the workbook"), and the program that could mend it."""
    try:
        yield
    except IntakeError:
        raise
    except Refused as refused:
        raise of_file(path, refused) from None
    except DefusedXmlException:
        raise doctype(path) from None
    except Exception as error:  # libraries raise whatever the damage happens to cause
        detail = " ".join(str(error).split())[:120] or type(error).__name__
        raise IntakeError(
            f"{path.name}: {korean}을 열 수 없습니다. 손상되었거나 끝까지 받아지지 않은 것 같으니 다시 받거나, {program}에서 열어 "
            f"다시 저장해 주십시오. ({detail})",
            f"{path.name}: {english} cannot be opened and may be damaged or incomplete. Ask for it again, or open it "
            f"in {program_english} and save it again. ({detail})",
        ) from error


def of_file(path: Path, refused: Refused) -> IntakeError:
    return IntakeError(*(f"{path.name}: {refused.words(language)}" for language in ("ko", "en")))


def doctype(path: Path) -> IntakeError:
    return IntakeError(
        f"{path.name}: 문서 프로그램이 만들지 않는 내용(DOCTYPE)이 들어 있어 읽지 않았습니다.",
        f"{path.name}: not read, for it holds a DOCTYPE, which no program writes into a document.",
    )


def encrypted(path: Path, program: str, program_english: str) -> IntakeError:
    return IntakeError(
        f"{path.name}: 암호가 걸린 파일입니다. {program}에서 열어 암호를 지우고 다시 저장해 주십시오.",
        f"{path.name}: the file is protected by a password. Open it in {program_english}, clear the password, "
        "and save it again.",
    )
