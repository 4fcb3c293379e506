"""data/datapackage.json: what the data files hold, for programs (Frictionless Tabular Data Package, version 1).

https://specs.frictionlessdata.io/tabular-data-package/ says what must be in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.language import LANGUAGES, message
from analysis.release import Bundle
from analysis.report.site.cells_file import FIELDS, write_cells
from analysis.report.site.contents import Contents, ReportContents
from analysis.report.site.csv_file import columns_of
from analysis.report.site.told import ANNUAL, LEDGER
from analysis.report.site.words_file import QUESTIONS, WORDS, write_questions, write_words
from analysis.whole import write_whole

FILE = "datapackage.json"
STATUS = ("shown", "suppressed", "empty", "not_comparable")
DIALECT = {
    "csvddfVersion": 1.2, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True,
    "skipInitialSpace": False, "header": True, "caseSensitiveHeader": True,
}  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of data file. suffix: of its name, after that of the report; key: what tells one line from another,
    where none of it may be empty; asked: the columns that name a question or a group. Not every file has every column."""

    name: str
    suffix: str
    fields: Mapping[str, str]
    key: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def file(self, report: str) -> str:
        return f"{report}{self.suffix}.csv"


ASKED = Kind("questions", ".questions", QUESTIONS, ("question",))
CELLS = Kind("cells", "", FIELDS, asked=("question", "group"))
LABELS = Kind("words", ".words", WORDS, ("question", "part", "id"), asked=("question",))
KINDS = (CELLS, ASKED, LABELS)
REQUIRED = frozenset(("question", "stat", "status", "ko", "kind", "part", "id"))


def write_data(bundle: Bundle, report: ReportContents, folder: Path) -> None:
    """Write the CSV files of a report into `folder` (…/data)."""
    write_cells(bundle, folder / CELLS.file(report.name))
    write_questions(bundle, report, folder / ASKED.file(report.name))
    write_words(bundle, folder / LABELS.file(report.name))


def write_datapackage(contents: Contents, folder: Path) -> None:
    """Describe the CSV files in `folder` (…/data), whole or not at all; nothing where there are none."""
    resources = [one for report in contents.reports for one in _resources(contents, report, folder)]
    if not resources:
        return
    publisher = " / ".join(dict.fromkeys(contents.publisher.text(language) for language in LANGUAGES))
    package = {
        "profile": "tabular-data-package",
        "name": f"reports-{contents.year}-{contents.audience}",
        "title": _both("title", year=contents.year, publisher=contents.publisher),
        "description": _both("description"),
        "version": str(contents.year),
        "contributors": [{"title": publisher, "role": "publisher"}],
        "resources": resources,
    }
    write_whole(folder / FILE, json.dumps(package, ensure_ascii=False, indent=1) + "\n")


def _resources(contents: Contents, report: ReportContents, folder: Path) -> Iterator[dict[str, Any]]:
    """Of the files of a report that are there; none where one is not as we write it."""
    files = [(kind, folder / kind.file(report.name)) for kind in KINDS]
    if not all(file.is_file() and kind.fields.keys() >= set(columns_of(file)) for kind, file in files):
        return
    survey = LEDGER if report.name == ANNUAL else report.name
    for kind, file in files:
        of_report = {"survey": survey, "year": contents.year}
        place = f"{survey}/{contents.year}/{{question}}/by={{group}}:{{level}}/{{row}}/{{item}}/{{stat}}"
        yield _resource(report, kind, file) | of_report | ({"address": place} if kind is CELLS else {})


def _resource(report: ReportContents, kind: Kind, file: Path) -> dict[str, Any]:
    content = file.read_bytes()
    title = " / ".join(dict.fromkeys(face.title for face in report.faces.values()))
    tags = " / ".join(dict.fromkeys(face.tag for face in report.faces.values() if face.tag))
    return {
        "profile": "tabular-data-resource",
        "name": file.stem,
        "path": file.name,
        "title": f"{title} ({tags})" if tags else title,
        "description": _both(f"file.{kind.name}"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": DIALECT,
        "schema": _schema(report, kind, columns_of(file)),
    }


def _schema(report: ReportContents, kind: Kind, columns: list[str]) -> dict[str, Any]:
    to = {"resource": Path(ASKED.file(report.name)).stem, "fields": "question"}
    foreign = [{"fields": name, "reference": to} for name in kind.asked if name in columns]
    schema: dict[str, Any] = {
        "fields": [_field(kind, name) for name in columns],
        "missingValues": [""],
    }
    key = {"primaryKey": list(kind.key)} if kind.key else {}
    return schema | key | ({"foreignKeys": foreign} if foreign else {})


def _field(kind: Kind, name: str) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if name in REQUIRED:
        constraints["required"] = True
    if name == "status":
        constraints["enum"] = list(STATUS)
    field = {"name": name, "type": kind.fields[name], "description": _both(f"field.{kind.name}.{name}")}
    return field | ({"constraints": constraints} if constraints else {})


def _both(key: str, **fields: Any) -> str:
    """The message in both languages, for the format has place for one text."""
    return " / ".join(
        message(f"report.data.{key}", language, **{
            name: given.text(language) if hasattr(given, "text") else given for name, given in fields.items()
        })
        for language in LANGUAGES
    )  # fmt: skip
