"""Which passages of a page are Korean, whether they say so, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from tests.language.letters import HANGUL

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
READ_ALOUD = ("alt", "aria-label", "aria-description", "content", "data-column", "placeholder", "title")


@dataclass(frozen=True)
class Passage:
    """text: words with Korean letters. marked: a lang="ko" encloses them. within: the ids around them, outermost first."""

    text: str
    marked: bool
    within: tuple[str, ...]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Passage] = []
        self._open: list[tuple[str, str, str]] = []  # tag, id, language

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        language = given.get("lang") or (self._open[-1][2] if self._open else "")
        entry = (tag, given.get("id", ""), language)
        for name in READ_ALOUD:
            self._take(given.get(name, ""), (*self._open, entry))
        if tag not in VOID:
            self._open.append(entry)

    def handle_endtag(self, tag: str) -> None:
        while any(one == tag for one, _, _ in self._open) and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {tag for tag, _, _ in self._open} & {"script", "style"}:
            self._take(data, tuple(self._open))

    def _take(self, text: str, around: tuple[tuple[str, str, str], ...]) -> None:
        if HANGUL.search(text):
            marked = bool(around) and around[-1][2] == "ko"
            self.found.append(Passage(" ".join(text.split()), marked, tuple(name for _, name, _ in around if name)))


def korean_passages(html: str) -> list[Passage]:
    """Every text and every attribute that is read aloud, where it has Korean letters."""
    reader = _Reader()
    reader.feed(html)
    return reader.found
