"""The import graph follows the road of design.md: a room imports from rooms before it on the road, never from later ones."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import start

SOURCE = start.ROOT / "src" / "analysis"

ROAD = [
    "errors", "browser", "whole", "zipped", "workbook_file", "new_workbook", "language", "questionnaire", "questionnaire_book", "form", "intake", "draft", "responses", "fieldwork", "tables", "release", "ledger", "narrative", "charts",
    "report", "project", "explore", "progress", "pipeline", "verify", "commands", "cli",
    "__main__",
]  # fmt: skip
OF_A_NOTEBOOK = ["tables", "release", "narrative", "charts", "report"]


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if path.parent != SOURCE or path.stem != "__init__")


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """Rooms of `analysis` that a module imports anywhere in it, late imports and relative ones included."""
    package = ("analysis", *path.relative_to(SOURCE).parent.parts)
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) + "." if node.level else ""
            names = [f"{base}{node.module or ''}.{alias.name}".replace("..", ".") for alias in node.names]
        else:
            continue
        found |= {
            parts[1] for name in names if (parts := name.split("."))[0] == "analysis" and len(parts) > 1
        }
    return found


def test_every_room_has_its_place_on_the_road() -> None:
    assert {room(path) for path in modules()} <= set(ROAD)


def test_no_room_imports_from_a_later_one() -> None:
    wrong = {}
    for path in modules():
        before = ROAD[: ROAD.index(room(path)) + 1]
        if later := imported_rooms(path) & set(ROAD) - set(before):
            wrong[path.relative_to(SOURCE).as_posix()] = sorted(later)
    assert wrong == {}


@pytest.mark.parametrize("name", sorted({room(path) for path in modules() if path.parent != SOURCE}))
def test_every_room_says_what_it_is_for(name: str) -> None:
    docstring = ast.get_docstring(ast.parse((SOURCE / name / "__init__.py").read_text(encoding="utf-8")))
    assert docstring, f"{name}/__init__.py has no sentence"


@pytest.mark.parametrize("name", OF_A_NOTEBOOK)
def test_a_notebook_s_rooms_do_not_load_what_reads_raw_files(name: str) -> None:
    """A report notebook reads one JSON file; half a second of pandas for each of them is half a second for nothing,
    and so is half a second of what reads questionnaires, or of what computes tests that were computed long ago."""
    readers = {"pandas", "openpyxl", "ruamel.yaml", "scipy", "analysis.questionnaire.load"}
    code = f"import sys, analysis.{name}; sys.exit(bool({readers} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
