"""사업별 보고: a block for each pillar of the year's work, with its sections, items, and a card for what took place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from markupsafe import Markup

from analysis import narrative
from analysis.language import message
from analysis.narrative import Sentence, show_cell
from analysis.release import Bundle
from analysis.report.annual import PILLARS, attended, colours_of, in_language, number
from analysis.report.front import title_of
from analysis.report.markup import flow, render
from analysis.report.place import file_name
from analysis.report.stated import Stated

VISIT = "visit"  # a kind of event of which not who came is told, but how many were visited
DETAILS = ("place", "participants", "hosts", "content", "evaluation")


@dataclass(frozen=True)
class Activities:
    """The ledger's outline on a page. others: the bundles of surveys that an item may report on."""

    bundle: Bundle
    stated: Stated
    others: Mapping[str, Bundle]
    language: str

    @property
    def surveys(self) -> tuple[Bundle, ...]:
        """The surveys that the outline reports on, as far as there are reports."""
        sections = [section for pillar in self._pillars for section in pillar["sections"]]
        items = [item for section in sections for item in (section, *section["items"])]
        return tuple(self.others[name] for item in items for name in item["findings"] if name in self.others)

    def blocks(self) -> Iterator[tuple[str, str, Markup]]:
        """(block id, title, HTML) of every pillar that the outline tells of."""
        table = self.bundle.table(PILLARS)
        colours = colours_of(table)
        for pillar in self._pillars:
            block = f"work-{pillar['id']}"
            title = self._in(pillar["title"])
            cell = table.get("count", pillar["id"])
            html = render(
                "activities", self.language, id=block, title=title, colour=colours.get(pillar["id"], ""),
                number=number(table, cell, self.language) if cell else "", kinds=self._kinds(pillar["id"]), two_kinds=self._two_kinds(pillar["id"]),
                sections=[self._section(section) for section in pillar["sections"]], notes=self.stated.notes(),
            )  # fmt: skip
            yield block, title, html

    def _kinds(self, pillar: str) -> list[Sentence]:
        """How many of each kind of event, most first."""
        table = self.bundle.table(PILLARS)
        found = [(item.words, table.get("count", item.id, pillar)) for item in table.items]
        kinds = [(words.text(self.language), cell) for words, cell in found if cell and cell.value]
        kinds.sort(key=lambda kind: -(kind[1].value or 0))
        return [Sentence((f"{name} ", show_cell(table, cell, self.language))) for name, cell in kinds]

    def _two_kinds(self, pillar: str) -> str:
        """Which events make the kinds more than the events: "12월 6일은 두 종류에 들어 …"; "" for none."""
        events = self.bundle.records["events"]
        own = [event for event in events if event["pillar"] == pillar and len(event["kinds"]) > 1]
        days = ", ".join(self._in(event["day"]) or self._in(event["title"]) for event in own)
        return message("report.annual.two_kinds", self.language, days=days) if days else ""

    def _section(self, section: dict[str, Any]) -> dict[str, Any]:
        items = [self._item(item) for item in section["items"]]
        return self._item(section) | {"highlight": section["highlight"], "items": items}

    def _item(self, item: dict[str, Any]) -> dict[str, Any]:
        title = self._in(item["title"])
        return {
            "id": f"a-{item['id']}",
            "title": flow(title),
            "lines": [self._line(line[self.language]) for line in item["lines"]],
            "cards": list(self._cards(item["events"], title)),
            "notes": [flow(self._in(note)) for note in item.get("notes", ())],
            "findings": list(self._findings(item["findings"])),
        }

    def _line(self, parts: list[Any]) -> Markup:
        """A line with the dates and counts that it refers to."""
        return flow([self._part(part) for part in parts])

    def _part(self, part: str | dict[str, str]) -> str:
        if isinstance(part, str):
            return part
        if "claim" in part:
            return self.stated.show(part["claim"])
        event = self._event(part["event"])
        day = in_language(event["day"], self.language).replace(" ", "\N{NO-BREAK SPACE}")
        return Markup('<time datetime="{}">{}</time>').format(event["start"], day)

    def _cards(self, names: list[str], title: str) -> Iterator[dict[str, Any]]:
        """A card for events that tell the same of themselves; nothing for an event that tells only its name."""
        events = map(self._event, names)
        for _, same in groupby(events, key=lambda event: [event[detail] for detail in DETAILS]):
            together = list(same)
            rows = list(self._rows(together))
            name = self._in(together[0]["title"])
            if rows:
                yield {"title": flow(name) if len(together) == 1 and name != title else "", "rows": rows}

    def _rows(self, events: list[dict[str, Any]]) -> Iterator[tuple[str, list[Markup]]]:
        """진행, 장소, 참여, 주관·주최, 내용, 평가: what the events tell, line by line."""
        say = partial(message, language=self.language)
        first = events[0]
        held = ", ".join(filter(None, (self._in(event["held"]) for event in events)))
        told = {
            "held": [flow(held)] if held else [],
            "where": [flow(self._in(first["place"]))] if first["place"] else [],
            "visited" if VISIT in first["kinds"] else "who": [self._attended(first)] if first["participants"] else [],
            "hosts" if len(first["hosts"]) > 1 else "host": self._lines(first["hosts"]),
            "content": self._lines(first["content"]),
            "evaluation": self._lines(first["evaluation"]),
        }
        for name, lines in told.items():
            if lines:
                yield say(f"report.annual.{name}"), lines

    def _attended(self, event: dict[str, Any]) -> Markup:
        """How many took part, as it was written: "100여 명", with a mark where its note says what that means."""
        written, stated = attended(event, self.language), self._in(event["participants"])
        if not event["stated"]:
            return flow(written)
        written = written if written != stated else ""  # in the words of the claim
        return self.stated.plain(event["stated"], written) + self.stated.mark(event["stated"])

    def _findings(self, findings: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
        """What was found by a survey of which there is a report."""
        for survey, questions in findings.items():
            if other := self.others.get(survey):
                yield {
                    "page": file_name(survey, "html", self.language),
                    "title": title_of(other, self.language),
                    "invented": other.invented,
                    "found": [(question, *self._found(other, question)) for question in questions],
                }

    def _found(self, other: Bundle, question: str) -> tuple[str, Sentence]:
        table = other.table(question)
        return table.title.text(self.language), narrative.headline(table, self.language)

    @property
    def _pillars(self) -> list[dict[str, Any]]:
        return self.bundle.records["outline"]["pillars"]

    def _event(self, name: str) -> dict[str, Any]:
        return next(event for event in self.bundle.records["events"] if event["id"] == name)

    def _lines(self, lines: list[dict[str, str]]) -> list[Markup]:
        return [flow(self._in(line)) for line in lines]

    def _in(self, words: dict[str, str]) -> str:
        return in_language(words, self.language)
