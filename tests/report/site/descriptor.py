"""The rules of a Tabular Data Package (version 1) that ours has to keep, and those of its files.

Written from https://specs.frictionlessdata.io/data-package/, /data-resource/, /tabular-data-resource/, /table-schema/
and /csv-dialect/.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAME = re.compile(r"[-a-z0-9._/]+\Z")
HOLDS = {
    "string": lambda text: True,
    "integer": re.compile(r"[+-]?\d+\Z").match,
    "number": re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\Z").match,
}


def wrong_in(file: Path) -> list[str]:
    """What is wrong with a datapackage.json and the files that it describes."""
    package = json.loads(file.read_text(encoding="utf-8"))
    found = [] if NAME.match(package["name"]) else [f"name {package['name']!r}"]
    found += [] if package["profile"] == "tabular-data-package" else ["profile"]
    names = [resource["name"] for resource in package["resources"]]
    found += [] if names and len(set(names)) == len(names) else ["names of resources"]
    found += [wrong for one in package["resources"] for wrong in _of_resource(one, file.parent)]
    return found + [wrong for one in package["resources"] for wrong in _of_references(one, package, file.parent)]


def _of_references(resource: dict[str, Any], package: dict[str, Any], folder: Path) -> Iterator[str]:
    """Every name of something in another file is there."""
    paths = {one["name"]: one["path"] for one in package["resources"]}
    for key in resource["schema"].get("foreignKeys", ()):
        to = key["reference"]
        if to["resource"] not in paths:
            yield f"{resource['path']}: {to['resource']} is no file of the package"
            continue
        there = set(_column(folder / paths[to["resource"]], to["fields"]))
        for name in set(_column(folder / resource["path"], key["fields"])) - there - {""}:
            yield f"{resource['path']}: {key['fields']} {name} is not in {to['resource']}"


def _column(file: Path, name: str) -> list[str]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [line[name] for line in csv.DictReader(lines)]


def _of_resource(resource: dict[str, Any], folder: Path) -> Iterator[str]:
    path = resource["path"]
    if not NAME.match(resource["name"]) or resource["profile"] != "tabular-data-resource":
        yield f"{path}: name or profile"
    if path.startswith("/") or ".." in path or ":" in path:
        yield f"{path}: not below the package"
    content = (folder / path).read_bytes()
    if (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}") != (resource["bytes"], resource["hash"]):
        yield f"{path}: other bytes"
    dialect, schema = resource["dialect"], resource["schema"]
    text = io.StringIO(content.decode(resource["encoding"] + "-sig"), newline="")
    head, *lines = csv.reader(
        text, delimiter=dialect["delimiter"], quotechar=dialect["quoteChar"], doublequote=dialect["doubleQuote"]
    )
    fields = schema["fields"]
    if head != [field["name"] for field in fields]:
        yield f"{path}: {head}"
    for at, field in enumerate(fields):
        values = {line[at] for line in lines}
        shown = values - set(schema["missingValues"])
        if not all(HOLDS[field["type"]](value) for value in shown):
            yield f"{path}: {field['name']} is not {field['type']}"
        limits = field.get("constraints", {})
        if not shown:
            yield f"{path}: {field['name']} is empty throughout"
        if limits.get("required") and shown != values:
            yield f"{path}: {field['name']} is missing somewhere"
        if "enum" in limits and not shown <= set(limits["enum"]):
            yield f"{path}: {field['name']} is {shown}"
    key = schema.get("primaryKey", ())
    keys = [tuple(line[head.index(name)] for name in key) for line in lines]
    if any("" in of_line for of_line in keys):
        yield f"{path}: an empty cell in a key"
    if key and len(set(keys)) != len(keys):
        yield f"{path}: two lines of one key"
