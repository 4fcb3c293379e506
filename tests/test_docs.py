"""The secretary's guide: what it points to is there, what it tells to type is understood."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from analysis.cli import main

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "ko" / "README.md"
TEXT = GUIDE.read_text(encoding="utf-8")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#]*)(?:#([^)]*))?\)")
COMMAND = re.compile(r"^ {4}python3 start\.py (\w+)", re.MULTILINE)


def anchors(text: str) -> set[str]:
    """The places of a page that links can name, as they are made of its headings: letters, digits, hyphens."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(("path", "anchor"), sorted(set(LINK.findall(TEXT))))
def test_every_link_and_picture_leads_somewhere(path: str, anchor: str) -> None:
    target = (GUIDE.parent / path).resolve() if path else GUIDE
    assert target.is_file()
    assert not anchor or anchor in anchors(target.read_text(encoding="utf-8"))


def test_every_picture_is_made_by_the_script(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("make_pictures", ROOT / "docs" / "make_pictures.py")
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, script)
    spec.loader.exec_module(script)
    shown = {Path(path).name for path, _ in LINK.findall(TEXT) if path.endswith(".png")}
    kept = {picture.name for picture in (ROOT / "docs" / "images").glob("*.png")}
    assert shown <= kept == {*script.PICTURES, script.FINDINGS_PICTURE, script.FORM_PICTURE}


@pytest.mark.parametrize("command", sorted(set(COMMAND.findall(TEXT))))
def test_every_command_exists(command: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:questionnaires|data|notebooks)/[^`<…*]*)`", TEXT))))
def test_every_file_that_is_named_is_there_or_has_an_example(path: str) -> None:
    """A real file has the name that the invented one that ships goes by, less the mark."""
    place = ROOT / path
    marked = place.with_name(f"{place.stem}.invented{place.suffix}")
    assert place.exists() or marked.exists()
