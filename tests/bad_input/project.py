"""A project with nothing but the control survey, and what came back for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.bad_input.control import QUESTIONNAIRE_FILE

ANSWERS = Path("data/raw/2016/control")


def project_with(folder: Path, files: Mapping[str, bytes], questionnaire: str = "") -> Path:
    """The project folder; `files` lie among the answers under their names."""
    form = folder / "questionnaires/control/2016.yml"
    form.parent.mkdir(parents=True)
    form.write_text(questionnaire or QUESTIONNAIRE_FILE.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / ANSWERS).mkdir(parents=True)
    for name, content in files.items():
        (folder / ANSWERS / name).write_bytes(content)
    return folder


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
