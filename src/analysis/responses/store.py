"""The files of this stage: what the program reads again, and what a person opens.

responses.parquet  the long frame
responses.json     what else belongs to it: the files it was made from, the findings
responses.csv      for spreadsheets: a row a respondent, headings and answers as on the form
findings.csv       for spreadsheets: what was noticed, a sentence each
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.language import message
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.finding import Finding
from analysis.responses.inert import spreadsheet_csv
from analysis.responses.responses import COLUMNS, Responses
from analysis.responses.wide import wide_rows
from analysis.whole import write_whole

SCHEMA = 1
FILES = ("responses.parquet", "responses.json", "responses.csv", "findings.csv")
_FINDING_HEADINGS = ("정도", "문항", "응답자", "파일", "시트", "칸", "적힌 값", "내용", "규칙")


def write_responses(responses: Responses, folder: Path) -> None:
    """Write `FILES` into `folder`, each whole or not at all. The same responses give the same bytes."""
    contents = (
        _parquet(responses.frame),
        _meta(responses),
        spreadsheet_csv(wide_rows(responses)),
        spreadsheet_csv(_finding_rows(responses.findings)),
    )
    for name, content in zip(FILES, contents, strict=True):
        write_whole(folder / name, content)


def read_responses(folder: Path, questionnaire: Questionnaire) -> Responses:
    """The responses that `write_responses` left in `folder`."""
    meta = json.loads((folder / "responses.json").read_text(encoding="utf-8"))
    frame = pq.read_table(folder / "responses.parquet").to_pandas().astype(COLUMNS)
    findings = tuple(Finding(**finding) for finding in meta["findings"])
    return Responses(questionnaire, frame, findings, meta["invented"], tuple(meta["files"]))


def _parquet(frame: pd.DataFrame) -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pandas(frame, preserve_index=False), file, compression="zstd")
    return file.getvalue()


def _meta(responses: Responses) -> str:
    meta = {
        "schema": SCHEMA,
        "survey": responses.questionnaire.survey,
        "year": responses.questionnaire.year,
        "invented": responses.invented,
        "files": list(responses.files),
        "n": len(responses.respondents),
        "findings": [asdict(finding) for finding in responses.findings],
    }
    return json.dumps(meta, ensure_ascii=False, indent=1) + "\n"


def _finding_rows(findings: Iterable[Finding]) -> Iterable[tuple[str, ...]]:
    yield _FINDING_HEADINGS
    for finding in findings:
        yield (
            message(f"common.severity.{finding.severity}"),
            finding.name,
            finding.respondent,
            finding.file,
            finding.sheet,
            finding.cell,
            finding.value,
            finding.text(),
            finding.rule,
        )
