"""What is new in a year against the one before it, as far as their contents tell."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.report.place import file_name
from analysis.report.site.contents import Block, Contents, Face, Leading
from analysis.report.site.news import in_language

MOST = 5  # questions by name
QUESTION = "q-"


@dataclass(frozen=True)
class Then:
    """A question that was asked before: what is found now, where, and what was found then."""

    title: str
    finding: str
    page: str
    before: str


@dataclass(frozen=True)
class Change:
    """begun, ended: titles of reports. new: (title of a report, how many questions are new, (title, page) of some).
    again: questions that both years lead with or tell of."""

    year: int
    begun: tuple[str, ...]
    ended: tuple[str, ...]
    new: tuple[tuple[str, int, tuple[tuple[str, str], ...]], ...]
    again: tuple[Then, ...]

    def __bool__(self) -> bool:
        return bool(self.begun or self.ended or self.new or self.again)


def change(contents: Contents, before: Contents, language: str) -> Change:
    """before: the contents of an earlier year of the same audience."""
    faces = {report.name: in_language(report, language) for report in contents.reports}
    former = {report.name: in_language(report, language) for report in before.reports}
    new, again = [], []
    for name in faces.keys() & former.keys():
        found, face = faces[name]
        page = file_name(name, "html", found)
        fresh = _fresh(face, former[name][1])
        if fresh:
            new.append((face.title, len(fresh), tuple((b.heading, f"{page}#{b.id}") for b in fresh[:MOST])))
        again += _again(face, former[name][1], page)
    return Change(
        before.year,
        tuple(face.title for name, (_, face) in faces.items() if name not in former),
        tuple(face.title for name, (_, face) in former.items() if name not in faces),
        tuple(sorted(new)),
        tuple(sorted(again, key=lambda one: one.page)[:MOST]),
    )


def _fresh(face: Face, before: Face) -> list[Block]:
    """Questions that were not there."""
    had = {block.id for block in before.blocks}
    return [block for block in face.blocks if block.id.startswith(QUESTION) and block.id not in had]


def _again(face: Face, before: Face, page: str) -> list[Then]:
    """What this year leads with, where the year before told of it, too."""
    then = {block.id: block for block in before.blocks if block.finding}
    now = {block.id: block for block in face.blocks}
    return [
        Then(leading.title, _told(leading, now), f"{page}#{place}", then[place].finding)
        for leading in face.leading
        if (place := QUESTION + leading.id) in then
    ]


def _told(leading: Leading, now: dict[str, Block]) -> str:
    block = now.get(QUESTION + leading.id)
    return block.finding if block else "".join(p if isinstance(p, str) else p.text for p in leading.finding)
