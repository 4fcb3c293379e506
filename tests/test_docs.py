"""The guides: what they point to is there, what they show is described, what they tell to type is understood."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from analysis.cli import main

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "ko" / "README.md").read_text(encoding="utf-8")
GUIDES = {
    name: (ROOT / name).read_text(encoding="utf-8")
    for name in (
        "docs/ko/README.md",
        "docs/ko/the-page.md",
        "docs/ko/exploring.md",
        "docs/the-page.md",
        "docs/exploring.md",
        "README.md",
        "README.ko.md",
    )
}
LINK = re.compile(r"!?\[[^\]]*\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
COMMAND = re.compile(r"^ {4}python3 start\.py (\w+)", re.MULTILINE)


def anchors(text: str) -> set[str]:
    """The places of a page that links can name, as they are made of its headings: letters, digits, hyphens."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("guide", GUIDES)
def test_every_link_and_picture_leads_somewhere(guide: str) -> None:
    file = ROOT / guide
    for path, anchor in LINK.findall(GUIDES[guide]):
        target = (file.parent / path).resolve() if path else file
        assert target.is_file(), path
        assert not anchor or anchor in anchors(target.read_text(encoding="utf-8")), (path, anchor)


@pytest.mark.parametrize("guide", GUIDES)
def test_every_picture_is_described_once(guide: str) -> None:
    described = [words for words, _ in PICTURE.findall(GUIDES[guide])]
    assert described and len(set(described)) == len(described)
    assert all(len(words) > 15 for words in described), described


def test_every_picture_is_shown_small_enough_to_load_and_made_by_the_script(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("make_pictures", ROOT / "docs" / "make_pictures.py")
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, script)
    spec.loader.exec_module(script)
    shown = {Path(path).name for text in GUIDES.values() for _, path in PICTURE.findall(text)}
    kept = {picture.name: picture.stat().st_size for picture in (ROOT / "docs" / "images").glob("*.png")}
    assert shown == set(kept) == set(script.NAMES)
    assert max(kept.values()) <= script.LARGEST


@pytest.mark.parametrize("command", sorted({one for text in GUIDES.values() for one in COMMAND.findall(text)}))
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
