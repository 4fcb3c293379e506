"""The files of this stage: what the program reads again, and what a person opens.

responses.parquet  a row a response: who, from where, whether it counts (`Standing`), and the answer to every part of
                   the questionnaire in columns of their own, "region.code", "staff.full_time.women.number"; a field
                   that is empty throughout is not there; "design.weight", "design.strata.1" and the like say how
                   respondents were drawn
responses.json     what else belongs to it: the files and columns it was made from, the findings
responses.csv      for spreadsheets: a row a respondent, headings and answers as on the form
findings.csv       for spreadsheets: what was noticed, a sentence each
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from analysis.intake.margins import MarginLine
from analysis.intake.sheet import SheetColumn
from analysis.language import message
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.answer_column import FIELDS, NUMBERS, AnswerColumn
from analysis.responses.design_columns import DesignColumns
from analysis.responses.finding import Finding
from analysis.responses.inert import spreadsheet_csv
from analysis.responses.origin import AnswerSheet, Origin
from analysis.responses.responses import Responses
from analysis.responses.wide import wide_rows
from analysis.whole import write_whole

SCHEMA = 4
FILES = ("responses.parquet", "responses.json", "responses.csv", "findings.csv")
_WEIGHT = "design.weight"
_BY_STAGE = ("strata", "clusters", "populations")
_FINDING_HEADINGS = ("정도", "문항", "응답자", "파일", "시트", "칸", "적힌 값", "내용", "규칙")


def write_responses(responses: Responses, folder: Path) -> None:
    """Write `FILES` into `folder`, each whole or not at all. The same responses give the same bytes."""
    contents = (
        _parquet(responses),
        _meta(responses),
        spreadsheet_csv(wide_rows(responses)),
        spreadsheet_csv(_finding_rows(responses.findings)),
    )
    for name, content in zip(FILES, contents, strict=True):
        write_whole(folder / name, content)


def write_findings(findings: Iterable[Finding], folder: Path) -> None:
    """Write findings.csv alone, whole or not at all: of a check, which makes nothing else."""
    write_whole(folder / "findings.csv", spreadsheet_csv(_finding_rows(findings)))


def read_responses(folder: Path, questionnaire: Questionnaire) -> Responses:
    """The responses that `write_responses` left in `folder`."""
    meta = json.loads((folder / "responses.json").read_text(encoding="utf-8"))
    table = pq.read_table(folder / "responses.parquet")
    keys = {_name(key): key for key in _keys(questionnaire)}
    origin = Origin(
        table["respondent"].combine_chunks().cast(pa.string()),
        table["standing"].to_numpy(),
        tuple(
            AnswerSheet(
                sheet["file"],
                sheet["name"],
                {keys[name]: at for name, at in sheet["columns"].items()},
                sheet["a_form"],
            )
            for sheet in meta["sheets"]
        ),
        table["sheet"].to_numpy(),
        table["number"].to_numpy(),
    )
    return Responses(
        questionnaire,
        origin,
        {key: _answers(table, name) for name, key in keys.items()},
        {key: _cells(table[f"{name}.raw"]) for name, key in keys.items()},
        tuple(Finding(**finding) for finding in meta["findings"]),
        meta["invented"],
        tuple(meta["files"]),
        _design(table),
        tuple(MarginLine(**line | {"place": tuple(line["place"])}) for line in meta["margins"]),
    )


def _keys(questionnaire: Questionnaire) -> Iterator[PartKey]:
    return (part.key for part in questionnaire.parts())


def _name(key: PartKey) -> str:
    return ".".join(filter(None, key))


def _parquet(responses: Responses) -> bytes:
    origin = responses.origin
    columns: dict[str, pa.Array] = {
        "respondent": origin.respondent,
        "standing": pa.array(origin.standing),
        "sheet": pa.array(origin.sheet),
        "number": pa.array(origin.number),
    }
    columns |= _design_columns(responses.design)
    for key, answers in responses.answers.items():
        name, raw = _name(key), responses.raw[key]
        columns[f"{name}.raw"] = _once(raw.texts, raw.which)
        for field in FIELDS:
            values = answers.field(field)
            if field in NUMBERS:
                if not np.isnan(values).all():
                    columns[f"{name}.{field}"] = pa.array(values[answers.which], from_pandas=True)
            elif (values != "").any():
                columns[f"{name}.{field}"] = _once(pa.array(values, pa.string()), answers.which)
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file, compression="zstd")
    return file.getvalue()


def _design_columns(design: DesignColumns | None) -> dict[str, pa.Array]:
    if design is None:
        return {}
    columns = {} if design.weights is None else {_WEIGHT: pa.array(design.weights)}
    for name in _BY_STAGE:
        for stage, values in enumerate(getattr(design, name), start=1):
            columns[f"design.{name}.{stage}"] = pa.array(values)
    return columns


def _design(table: pa.Table) -> DesignColumns | None:
    by_stage = [
        tuple(
            np.asarray(table[column].to_pylist(), dtype=np.float64 if name == "populations" else np.str_)
            for column in table.column_names
            if re.fullmatch(rf"design\.{name}\.\d", column)
        )
        for name in _BY_STAGE
    ]
    weights = table[_WEIGHT].to_numpy() if _WEIGHT in table.column_names else None
    return None if weights is None and not any(by_stage) else DesignColumns(weights, *by_stage)


def _once(texts: pa.StringArray, which: NDArray[np.int32]) -> pa.DictionaryArray:
    """A column of texts, each of which is kept once."""
    different = texts.dictionary_encode()
    indices = different.indices.to_numpy()[which]
    return pa.DictionaryArray.from_arrays(pa.array(indices), different.dictionary)


def _cells(column: pa.ChunkedArray) -> SheetColumn:
    whole = column.unify_dictionaries().combine_chunks()
    return SheetColumn(whole.indices.to_numpy(), whole.dictionary)


def _answers(table: pa.Table, name: str) -> AnswerColumn:
    """The answers of a part; respondents alike in every field share a reading."""
    fields = {field: table[f"{name}.{field}"] for field in FIELDS if f"{name}.{field}" in table.column_names}
    group = np.zeros(len(table), dtype=np.int64)
    values: dict[str, NDArray[Any] | pa.Array] = {}
    for field, column in fields.items():
        whole = column.combine_chunks()
        values[field] = (
            whole.to_numpy(zero_copy_only=False) if field in NUMBERS else whole.dictionary_decode()
        )
        codes, different = pd.factorize(values[field] if field in NUMBERS else whole.indices.to_numpy())
        group = pd.factorize(group * (len(different) + 1) + codes + 1)[0]
    _, first, which = np.unique(group, return_index=True, return_inverse=True)
    plain = {
        field: value.take(pa.array(first))
        if field == "text"
        else np.asarray(value)[first].astype(np.float64 if field in NUMBERS else np.str_)
        for field, value in values.items()
    }
    return AnswerColumn(which.astype(np.int32), [], plain or {"reason": np.zeros(len(first), np.str_)})


def _meta(responses: Responses) -> str:
    sheets = [
        {
            "file": sheet.file,
            "name": sheet.name,
            "columns": {_name(key): at for key, at in sheet.columns.items()},
            "a_form": sheet.a_form,
        }
        for sheet in responses.origin.sheets
    ]
    meta = {
        "schema": SCHEMA,
        "survey": responses.questionnaire.survey,
        "year": responses.questionnaire.year,
        "invented": responses.invented,
        "files": list(responses.files),
        "sheets": sheets,
        "n": len(responses.respondents),
        "findings": [asdict(finding) for finding in responses.findings],
        "margins": [asdict(line) for line in responses.margins],
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
