"""What the formulas of a workbook come to, as it says itself and as LibreOffice counts."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

from tests.libreoffice import libre_office

_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Counted = Mapping[str, str | float]  # by sheet and cell, "sheet3.xml!C5"


def counted_again(files: Sequence[Path], folder: Path) -> list[Counted]:
    """The values of all formulas of each workbook after LibreOffice has counted them anew."""
    office = libre_office(folder)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_ALWAYS, encoding="utf-8")
    return [counted(again) for again in office.convert(files, "xlsx", folder / "again")]


def counted(file: Path) -> Counted:
    """The values that stand in the cells of formulas."""
    found: dict[str, str | float] = {}
    with zipfile.ZipFile(file) as book:
        for part in book.namelist():
            if not part.startswith("xl/worksheets/sheet"):
                continue
            for cell in ElementTree.fromstring(book.read(part)).iter(f"{_MAIN}c"):
                if cell.find(f"{_MAIN}f") is not None:
                    value = cell.findtext(f"{_MAIN}v") or ""
                    is_text = cell.get("t", "n") != "n"
                    found[f"{Path(part).name}!{cell.get('r')}"] = value if is_text else float(value)
    return found
