"""What the search of an index looks through: every block of every page, as a list that can be read without it.

The headings and findings stand in the page as a list of links; all other sentences stand in a block of JSON beside
it, one list for each link, in the same order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from analysis.report.place import file_name
from analysis.report.site.contents import Block, Contents, Face, sentence_of
from analysis.report.site.news import in_language


@dataclass(frozen=True)
class Group:
    """The blocks of a report. page: its address; language: the one it is in."""

    title: str
    page: str
    language: str
    blocks: tuple[Block, ...]


def groups(contents: Contents, language: str, within: str = "") -> list[Group]:
    """The reports of a year. within: the folder of the year as the page is to call it, "2016/" or ""."""
    found = [(report.name, *in_language(report, language)) for report in contents.reports]
    return [
        Group(face.title, within + file_name(name, "html", own), own, tuple(_with_leads(face)))
        for name, own, face in found
        if face.blocks
    ]


def _with_leads(face: Face) -> Iterator[Block]:
    """Its blocks; of those that the report leads with, also the sentence that the index tells of them."""
    leads = {f"q-{leading.id}": sentence_of(leading.lead).text for leading in face.leading}
    for block in face.blocks:
        lead = leads.get(block.id, "")
        new = lead and lead not in (block.finding, *block.sentences)
        yield block.model_copy(update={"sentences": (*block.sentences, lead)}) if new else block


def sentences_json(searched: Iterable[Group]) -> Markup:
    """The sentences of every block as the content of a script element: nothing in it can end the element."""
    return script_json([list(block.sentences) for group in searched for block in group.blocks])


def script_json(content: Any) -> Markup:
    """Any JSON value as the content of a script element."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def letters_found(years: Iterable[Contents], language: str) -> str:
    """Every letter of the sentences that can be found, each once."""
    blocks = (block for contents in years for group in groups(contents, language) for block in group.blocks)
    letters = {letter for block in blocks for text in block.sentences for letter in text}
    return "".join(sorted(letters - set("<>&")))  # which would be markup
