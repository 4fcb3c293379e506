"""What a page says, block by block: the words a reader meets at every address that links can name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from analysis.report.site.contents import Block

_TOLD = re.compile(r'<meta name="dure-(finding|tag)" content="([^"]*)">')
_UNREAD_PARTS = re.compile(  # most of a page, and none of them holds another of its kind
    r"<(svg|script|style)\b.*?</\1>|<table\b(?![^>]*\bstack\b).*?</table>", re.DOTALL
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_PLACE = re.compile(r"^\d+[.)] ")  # that an item has among its neighbours
_BLOCKS = ("q-", "a-")  # what the id of a block begins with: a question, or an item of the year's activities
_ELSEWHERE = "q-found-"  # findings of another report, which stand in that report, too
_SENTENCES = frozenset("p li dd h3 h4 h5".split())
_HEADINGS = frozenset("h3 h4 h5".split())
_UNREAD_TAGS = frozenset("figure details sup nav".split())
_UNREAD = frozenset("place here sr tag big unit notes note footnotes ways found no".split())


@dataclass
class _Open:
    id: str
    heading: str = ""
    finding: str = ""
    sentences: list[str] = field(default_factory=list)


def told_of(html: str) -> dict[str, str]:
    """What a page says of itself to programs: "finding", the questions of its summary, and "tag"."""
    return {name: unescape(content) for name, content in _TOLD.findall(html)}


def blocks_of(html: str) -> tuple[Block, ...]:
    """Every block with words, in reading order. Drawings and tables of numbers are left out; of tables of words,
    the heading of each line is a sentence."""
    reader = _Reader()
    reader.feed(_UNREAD_PARTS.sub("", html))
    return tuple(
        Block(id=one.id, heading=one.heading, finding=one.finding, sentences=tuple(dict.fromkeys(one.sentences)))
        for one in reader.blocks
        if one.heading and not one.id.startswith(_ELSEWHERE)
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Open] = []
        self._tags: list[str] = []
        self._within: list[tuple[int, _Open]] = []  # how deep each open block lies
        self._unread = 0  # how deep what is not read lies; 0 for nothing
        self._kind, self._words, self._deep = "", [], 0  # the sentence that is being read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._words.append(" ")
            return
        self._tags.append(tag)
        if self._unread:
            return
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        name, depth = given.get("id") or "", len(self._tags)
        if tag in ("div", "section") and name.startswith(_BLOCKS):
            self._flush()
            self._within.append((depth, _Open(name)))
            self.blocks.append(self._within[-1][1])
        if not self._within:
            return
        silent = classes & _UNREAD or given.get("aria-hidden") == "true"
        if silent or tag in _UNREAD_TAGS:
            self._unread = depth
        elif tag in _SENTENCES or (tag == "th" and given.get("scope") == "row"):
            self._flush()
            heading = tag in _HEADINGS and not self._within[-1][1].heading
            self._kind = "heading" if heading else "finding" if "finding" in classes else "sentence"
            self._deep = depth

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._tags:
            return
        while self._tags:
            depth, closed = len(self._tags), self._tags.pop()
            if depth == self._unread:
                self._unread = 0
            if depth == self._deep:
                self._flush()
            if self._within and depth == self._within[-1][0]:
                self._flush()
                self._within.pop()
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._kind and not self._unread:
            self._words.append(data)

    def _flush(self) -> None:
        """End of a sentence: keep it in the block it stands in."""
        words = " ".join("".join(self._words).split())
        if words and self._kind and self._within:
            block = self._within[-1][1]
            if self._kind == "heading":
                block.heading = _PLACE.sub("", words)
            elif self._kind == "finding" and not block.finding:
                block.finding = words
            else:
                block.sentences.append(words)
        self._kind, self._words, self._deep = "", [], 0
