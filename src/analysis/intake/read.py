"""The verb of this room: a file that came back becomes sheets of cells."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from analysis.intake.errors import IntakeError, NoAnswers
from analysis.intake.readers.delimited import read_delimited
from analysis.intake.readers.hangul_document import read_hangul_document
from analysis.intake.readers.old_workbook import read_old_workbook
from analysis.intake.readers.open_document import read_open_document
from analysis.intake.readers.sniff import Kind, sniff
from analysis.intake.readers.statistical import read_statistical
from analysis.intake.readers.workbook import read_workbook
from analysis.intake.sheet import AnswerFile

# What a file of each kind is called; any other name is worth a remark, for somebody may look for another file.
_ENDINGS: dict[Kind, tuple[str, ...]] = {
    "xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    "ods": (".ods", ".ots"),
    "sav": (".sav", ".zsav"),
    "text": (".csv", ".tsv", ".tab", ".txt", ""),
}


def read_answers(path: Path, known: Collection[str] = (), encoding: str = "") -> AnswerFile:
    """The visible sheets of a file that have a heading and at least one row below it.

    What the file is, its bytes decide.

    known     words to expect, which help to tell encodings apart
    encoding  of text that does not say its own, where the questionnaire declares it

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
    answers = _read(path, kind, known, encoding)
    if path.suffix.lower() not in _ENDINGS.get(kind, (f".{kind}",)):
        remark = ("named_otherwise", "CSV" if kind == "text" else kind.upper())
        answers = replace(answers, remarks=(*answers.remarks, remark))
    filled = tuple(sheet for sheet in answers.sheets if len(sheet))
    if not filled:
        names = ", ".join(sheet.name for sheet in answers.sheets if sheet.name)
        raise NoAnswers(
            f"{path.name}: 내용이 없습니다{f'(시트: {names})' if names else ''}.",
            f"{path.name}: there is no data{f' (sheets: {names})' if names else ''}.",
        )
    with_answers = tuple(sheet for sheet in filled if len(sheet) > sheet.heading_rows)
    if not with_answers:
        raise NoAnswers(
            f"{path.name}: 제목 줄만 있고 응답이 한 줄도 없습니다.",
            f"{path.name}: there is a heading, but not a single row of answers.",
        )
    return replace(answers, sheets=with_answers)


def _read(path: Path, kind: Kind, known: Collection[str], encoding: str) -> AnswerFile:
    match kind:
        case "xlsx":
            return read_workbook(path)
        case "xls":
            return read_old_workbook(path)
        case "ods":
            return read_open_document(path)
        case "hwpx":
            return read_hangul_document(path)
        case "sav" | "dta":
            return read_statistical(path, kind, known, encoding)
        case "text":
            return read_delimited(path, known, encoding)
