"""What a page says, element by element: the words inside every element that has an id."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNREAD = {"script", "style", "svg"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: dict[str, list[str]] = {}
        self._open: list[tuple[str, str | None, bool]] = []  # tag, id, whether its words are read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if name := given.get("id"):
            self.words.setdefault(name, [])
        if tag not in VOID:
            mark = tag == "sup" and "mark" in (given.get("class") or "")
            self._open.append((tag, name, tag not in UNREAD and not mark))

    def handle_endtag(self, tag: str) -> None:
        while self._open and tag in {one for one, _, _ in self._open}:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if all(read for _, _, read in self._open):
            for _, name, _ in self._open:
                if name:
                    self.words[name].append(data)


def words_by_id(html: str) -> dict[str, str]:
    """id → the text inside, without scripts, pictures and the marks of notes."""
    reader = _Reader()
    reader.feed(html)
    return {name: " ".join("".join(words).split()) for name, words in reader.words.items()}
