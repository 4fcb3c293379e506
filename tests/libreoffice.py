"""LibreOffice, for tests of what it saves and shows. They are skipped where it is not installed (README)."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

SECONDS = 180
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


class LibreOffice:
    """The program with a profile of its own, so that several can run side by side. It counts all formulas anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_ALWAYS, encoding="utf-8")

    def convert(self, files: Sequence[Path], kind: str, to: Path) -> list[Path]:
        """Open `files` and save them as `kind` ("xlsx", "ods", "pdf", …) in the folder `to`: one start for all."""
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", to, *files]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        return [to / f"{file.stem}.{kind.partition(':')[0]}" for file in files]


def libre_office(folder: Path) -> LibreOffice:
    """Skips the test where there is none."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed (Debian: apt-get install libreoffice-calc)")
    return LibreOffice(folder)
