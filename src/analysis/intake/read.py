"""The verb of this room: a file that came back becomes sheets of cells."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from analysis.intake.delimited import read_delimited
from analysis.intake.errors import IntakeError
from analysis.intake.sheet import AnswerFile
from analysis.intake.sniff import sniff
from analysis.intake.workbook import read_workbook


def read_answers(path: Path, known: Collection[str] = (), encoding: str = "") -> AnswerFile:
    """The visible sheets of a file that have a heading and at least one row below it.

    What the file is, its bytes decide. `known` are words to expect, which help to tell encodings apart.
    Raises IntakeError where nothing can be read.
    """
    try:
        kind = sniff(path)
    except OSError as error:
        raise IntakeError(
            f"{path.name}: 파일을 열 수 없습니다({error.strerror}). 다른 프로그램에서 열려 있으면 닫아 주십시오.",
            f"{path.name}: the file cannot be opened ({error.strerror}). "
            "Close it if another program has it open.",
        ) from error
    answers = read_workbook(path) if kind == "xlsx" else read_delimited(path, known, encoding)
    filled = tuple(sheet for sheet in answers.sheets if len(sheet))
    if not filled:
        names = ", ".join(sheet.name for sheet in answers.sheets if sheet.name)
        raise IntakeError(
            f"{path.name}: 내용이 없습니다{f'(시트: {names})' if names else ''}.",
            f"{path.name}: there is no data{f' (sheets: {names})' if names else ''}.",
        )
    with_answers = tuple(sheet for sheet in filled if len(sheet) > sheet.heading_rows)
    if not with_answers:
        raise IntakeError(
            f"{path.name}: 제목 줄만 있고 응답이 한 줄도 없습니다.",
            f"{path.name}: there is a heading, but not a single row of answers.",
        )
    return replace(answers, sheets=with_answers)
