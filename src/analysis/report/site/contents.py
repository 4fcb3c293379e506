"""data/contents.json: what the pages of a year say, for the pages that lead to them.

    {"version": 1, "year": 2016, "audience": "members", "publisher": {"ko": …, "en": …},
     "reports": [{"name": "member_orgs",                        the file is member_orgs.html, member_orgs.en.html
                  "faces": {"ko": {"title": …, "tag": "예시 자료", "about": [purpose, number of answers],
                                   "leading": [what its summary tells: see Leading],
                                   "blocks": [{"id": "q-region", "heading": …, "finding": …, "sentences": […]}]},
                            "en": …}}]}

It holds nothing that the pages do not show, and stays when the tables they were made from are gone. A number in a
sentence is {"text": "9개", "value": 9, "cell": its address}. The block of id "q-region" is at member_orgs.html#q-region.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from analysis.errors import DureError
from analysis.language import LANGUAGES, message
from analysis.narrative import Figure, Sentence
from analysis.questionnaire.words import Model, Words
from analysis.report.large_number import LargeNumber
from analysis.whole import write_whole

FILE = Path("data") / "contents.json"


class ContentsError(DureError):
    """A contents.json that cannot be read."""


class Number(Model):
    """A number in a sentence, and the cell that it shows."""

    text: str
    value: float
    cell: str


Parts = tuple[str | Number, ...]


class Large(Model):
    """See LargeNumber."""

    number: str | Number
    of: str | Number = ""
    marks: tuple[int, ...] = ()
    scale: str = ""


class Leading(Model):
    """A finding that a report leads with. lead: a full sentence by itself; finding: one beside the title."""

    id: str
    title: str
    lead: Parts
    finding: Parts
    large: Large | None = None
    invented: bool = False


class Block(Model):
    """What stands at an address of a page: its heading, its finding and all other sentences."""

    id: str
    heading: str
    finding: str = ""
    sentences: tuple[str, ...] = ()


class Face(Model):
    """A report in one language. tag: that what it shows is an example, wholly or in part."""

    title: str
    tag: str = ""
    about: tuple[str, ...] = ()
    leading: tuple[Leading, ...] = ()
    blocks: tuple[Block, ...] = ()


class ReportContents(Model):
    name: str
    faces: dict[str, Face]


class Contents(Model):
    version: Literal[1] = 1
    year: int
    audience: str
    publisher: Words
    reports: tuple[ReportContents, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """Those in which there are pages."""
        return tuple(one for one in LANGUAGES if any(one in report.faces for report in self.reports))


def read_contents(folder: Path) -> Contents | None:
    """The contents of a year's folder; None where it has none. Raises ContentsError."""
    file = folder / FILE
    if not file.is_file():
        return None
    try:
        return Contents.model_validate_json(file.read_text(encoding="utf-8"))
    except (ValidationError, UnicodeDecodeError) as error:
        told = (message("report.site.unreadable", one, file=file, year=folder.name) for one in LANGUAGES)
        raise ContentsError(*told) from error


def write_contents(contents: Contents, folder: Path) -> None:
    """Whole or not at all; the same contents give the same bytes."""
    told = {"version": contents.version} | contents.model_dump(mode="json", exclude_defaults=True)
    write_whole(folder / FILE, json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def parts_of(sentence: Sentence) -> Parts:
    return tuple(_kept(part) for part in sentence.parts)


def sentence_of(parts: Parts) -> Sentence:
    """The inverse of `parts_of`."""
    return Sentence(tuple(_shown(part) for part in parts))


def kept_large(large: LargeNumber | None) -> Large | None:
    return large and Large(number=_kept(large.number), of=_kept(large.of), marks=large.marks, scale=large.scale)


def _kept(part: str | Figure) -> str | Number:
    return Number(text=part.text, value=part.value, cell=part.address) if isinstance(part, Figure) else part


def _shown(part: str | Number) -> str | Figure:
    return Figure(part.cell, part.value, part.text) if isinstance(part, Number) else part
