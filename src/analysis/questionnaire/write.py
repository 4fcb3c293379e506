"""A questionnaire written out as its file, as a person would have written it.

What is loaded from the text is equal to what was written. Comments can be put at any place of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from analysis.language import message
from analysis.questionnaire.problem import Place
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.write_fields import fields_of_file
from analysis.questionnaire.write_scalar import WIDTH, folded, on_one_line, shown, width, written

HEAD: Place = ("",)
_APART = frozenset("missing ignore_columns sections scales lists banners sessions remarks questions".split())
_EXPLAINED = frozenset("missing ignore_columns scales lists banners remarks".split())
_RULE = 70  # columns of the line above a section
_ASIDE = 24  # columns of a field before the comment that stands beside it


def write_questionnaire(questionnaire: Questionnaire, comments: Mapping[Place, str] | None = None) -> str:
    """The text of the file of `questionnaire`.

    comments  by place: ("title",), ("questions", "<id>"), ("questions", "<id>", "scale"), ("banners", "<id>", "for"),
              and ("",) for the head of the file. One line stands beside its field where there is room, else above it.
              Where the file does not have the place, its comment stands at the nearest around it.
    """
    fields, moved = fields_of_file(questionnaire)
    writing = _Writing(_placed(comments or {}, fields, moved), questionnaire)
    lines = [*_comment(writing.comments.get(HEAD, ()), 0), "", *writing.mapping(fields, (), 0)]
    return "\n".join(lines).lstrip("\n") + "\n"


class _Writing:
    """One pass over the fields, top to bottom; a line has no line break."""

    def __init__(self, comments: Mapping[Place, list[str]], questionnaire: Questionnaire) -> None:
        self.comments = comments
        self.sections = {section.id: section.ko for section in questionnaire.sections}

    def mapping(self, fields: Mapping[str, Any], place: Place, indent: int) -> Iterator[str]:
        for name, value in fields.items():
            if not place and name in _APART:
                yield ""
                if name in _EXPLAINED:
                    yield from _comment([message(f"questionnaire.written.{name}")], 0)
            if (*place, name) == ("questions",):
                yield from self.questions(value)
            else:
                yield from self.entry(on_one_line(name) + ":", value, (*place, name), indent)

    def questions(self, questions: list[dict[str, Any]]) -> Iterator[str]:
        """A blank line before each, a ruled one where a section begins."""
        yield from self.entry("questions:", {}, ("questions",), 0)
        section = ""
        for index, question in enumerate(questions):
            yield ""
            if question.get("section", "") != section:
                section = question.get("section", "")
                ruled = f"  # ── {section}. {shown(self.sections.get(section, ''))} "
                yield ruled + "─" * max(_RULE - width(ruled), 3)
                yield ""
            yield from self.item(question, ("questions", _step(question, index)), 2)

    def entry(self, opening: str, value: Any, place: Place, indent: int) -> Iterator[str]:
        """A field ("name:") or an item ("-") with its comments, and what belongs to it below."""
        line, below = f"{' ' * indent}{opening}", ()
        if isinstance(value, str):
            first, below = written(value, width(line) + 1, indent + 2)
            line += f" {first}"
        elif not value and place != ("questions",):
            line += " {}" if isinstance(value, dict) else " []"
        beside, above = _beside(line, self.comments.get(place, ()), indent)
        yield from _comment(above, indent)
        yield line + beside
        yield from (f"{' ' * (indent + 2)}{more}" if more else "" for more in below)
        if isinstance(value, dict):
            yield from self.mapping(value, place, indent + 2)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from self.item(item, (*place, _step(item, index)), indent + 2)

    def item(self, item: Any, place: Place, indent: int) -> Iterator[str]:
        """An item of a list; the first field of what has fields stands behind the dash."""
        if isinstance(item, str):
            yield from self.entry("-", item, place, indent)
            return
        yield from _comment(self.comments.get(place, ()), indent)
        lines = list(self.mapping(item, place, indent + 2))
        first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from (line[2:] for line in lines[:first])
        yield f"{' ' * indent}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]


def _step(item: Any, index: int) -> str | int:
    """How a place names an item of a list: by its id, where it has one."""
    return item.get("id", index) if isinstance(item, dict) else index


def _placed(
    comments: Mapping[Place, str], fields: dict[str, Any], moved: Mapping[Place, Place]
) -> dict[Place, list[str]]:
    """The comments by places that the file has."""
    places = {HEAD, *_places(fields, ())}
    placed: dict[Place, list[str]] = {}
    for place, text in comments.items():
        here = place or HEAD
        while here not in places:
            shared = next((start for start in moved if here[: len(start)] == start and here != start), None)
            here = (*moved[shared], *here[len(shared) :]) if shared else here[:-1] or HEAD
        placed.setdefault(here, []).append(text)
    return placed


def _places(value: Any, place: Place) -> Iterator[Place]:
    yield place
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _places(inner, (*place, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _places(item, (*place, _step(item, index)))


def _beside(line: str, comments: list[str] | tuple[()], indent: int) -> tuple[str, list[str]]:
    """What stands behind a line, and the comments that stand above it."""
    if len(comments) == 1 and len(comments[0].splitlines()) == 1 and comments[0].strip():
        blanks = " " * max(indent + _ASIDE - width(line), 2)
        text = f"{blanks}# {shown(comments[0]).strip()}"
        if width(line + text) <= WIDTH:
            return text, []
    return "", [*comments]


def _comment(comments: list[str] | tuple[()], indent: int) -> Iterator[str]:
    """Lines of nothing but a comment."""
    for comment in comments:
        for line in comment.splitlines():
            start = f"{' ' * indent}# "
            bare = shown(line).rstrip()
            blanks = bare[: len(bare) - len(bare.lstrip())]
            for part in folded(bare.lstrip(), WIDTH - width(start + blanks)):
                yield f"{start}{blanks}{part}".rstrip()
