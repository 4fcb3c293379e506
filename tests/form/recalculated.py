"""What the formulas of a workbook come to, as it says itself and as LibreOffice counts."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

from tests.libreoffice import LibreOffice

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Counted = Mapping[str, str | float]  # by sheet and cell, "sheet3.xml!C5"


def counted_again(libreoffice: LibreOffice, files: Sequence[Path], to: Path) -> list[Counted]:
    """The values of all formulas of each workbook after LibreOffice has counted them anew."""
    return [counted(again) for again in libreoffice.convert(files, "xlsx", to)]


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
