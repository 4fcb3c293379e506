"""data/datapackage.json: what the data files hold, for programs (Frictionless Tabular Data Package, version 1).

https://specs.frictionlessdata.io/tabular-data-package/ says what must be in it.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from analysis.language import LANGUAGES, message
from analysis.report.site.cells_file import FIELDS
from analysis.report.site.contents import Contents, ReportContents
from analysis.whole import write_whole

FILE = "datapackage.json"
STATUS = ("shown", "suppressed", "empty", "not_comparable")
DIALECT = {
    "csvddfVersion": 1.2, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True,
    "skipInitialSpace": False, "header": True, "caseSensitiveHeader": True,
}  # fmt: skip


def write_datapackage(contents: Contents, folder: Path) -> None:
    """Describe the CSV files in `folder` (…/data), whole or not at all; nothing where there are none."""
    resources = [
        _resource(report, folder / f"{report.name}.csv")
        for report in contents.reports
        if (folder / f"{report.name}.csv").is_file()
    ]
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


def _resource(report: ReportContents, file: Path) -> dict[str, Any]:
    content = file.read_bytes()
    title = " / ".join(dict.fromkeys(face.title for face in report.faces.values()))
    tags = " / ".join(dict.fromkeys(face.tag for face in report.faces.values() if face.tag))
    return {
        "profile": "tabular-data-resource",
        "name": report.name,
        "path": file.name,
        "title": f"{title} ({tags})" if tags else title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": DIALECT,
        "schema": {
            "fields": [_field(name, kind) for name, kind in FIELDS.items()],
            "missingValues": [""],
            "primaryKey": ["address"],
        },
    }


def _field(name: str, kind: str) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if name in ("survey", "year", "question", "stat", "status", "address"):
        constraints["required"] = True
    if name == "status":
        constraints["enum"] = list(STATUS)
    field = {"name": name, "type": kind, "description": _both(f"field.{name}")}
    return field | ({"constraints": constraints} if constraints else {})


def _both(key: str, **fields: Any) -> str:
    """The message in both languages, for the format has place for one text."""
    return " / ".join(
        message(f"report.data.{key}", language, **{
            name: given.text(language) if hasattr(given, "text") else given for name, given in fields.items()
        })
        for language in LANGUAGES
    )  # fmt: skip
