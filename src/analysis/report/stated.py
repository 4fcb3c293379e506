"""Counts as the report states them, each with a mark where a reader should know more, and the notes behind them."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from analysis.language import message
from analysis.narrative import Figure, show_cell
from analysis.release import Bundle
from analysis.report.markup import flow

CLAIMS = "claims"


class Stated:
    """The claims of a page. Notes are numbered in the order in which their claims are met."""

    def __init__(self, bundle: Bundle, language: str) -> None:
        self._table = bundle.table(CLAIMS)
        self._language = language
        self._marks: dict[str, int] = {}  # how often the mark of each claim stands on the page
        self._told = 0

    def show(self, claim: str) -> Markup:
        """The count, its number leading to its cell, and the mark of its note."""
        return self.plain(claim) + self.mark(claim)

    def plain(self, claim: str, written: str = "") -> Markup:
        """The count as it was stated: "100명 이상"; in the words in which it is `written`, where they are given."""
        return self._number(claim, "stated", "claimed", written)

    def counted(self, claim: str) -> Markup:
        """What the ledger counts; "" where nothing counts it."""
        return self._number(claim, "counted", "counted")

    def mark(self, claim: str) -> Markup:
        """A raised 3, leading to the note of a claim that is not simply borne out; "" for the others."""
        if not self._note(claim):
            return Markup("")
        self._marks[claim] = self._marks.get(claim, 0) + 1
        number, times = [*self._marks].index(claim) + 1, self._marks[claim]
        place = f"r-{claim}" if times == 1 else f"r-{claim}-{times}"
        name = message("report.annual.note", self._language, number=number)
        return Markup(
            '<sup class="mark"><a id="{}" href="#n-{}" role="doc-noteref" aria-label="{}">{}</a></sup>'
        ).format(place, claim, name, number)

    def notes(self) -> list[dict[str, Any]]:
        """The notes whose marks were made since they were last asked for."""
        new = [*self._marks][self._told :]
        first, self._told = self._told + 1, self._told + len(new)
        return [
            {"id": claim, "number": number, "text": flow(self._note(claim))}
            for number, claim in enumerate(new, start=first)
        ]

    def _number(self, claim: str, name: str, item: str, written: str = "") -> Markup:
        words = written or self._in(self._verdict(claim)[name])
        cell = self._table.get("count", item, claim)
        number = show_cell(self._table, cell, self._language, unit=False) if cell else ""
        if not isinstance(number, Figure):
            return escape(number)
        before, _, after = words.partition(number.text)
        return Markup("{}{}{}").format(before, Markup(number.html()), after)

    def _note(self, claim: str) -> str:
        """What to know of a claim: why it is not borne out, and what its keeper wrote to it."""
        verdict = self._verdict(claim)
        doubtful = verdict["verdict"] != "agrees" or verdict["rivals"]
        told = [self._in(verdict["reason"])] if doubtful else []
        return ". ".join(filter(None, [*told, self._in(verdict["note"])]))

    def _verdict(self, claim: str) -> dict[str, Any]:
        return self._table.facts["verdicts"][claim]

    def _in(self, words: dict[str, str] | None) -> str:
        return (words.get(self._language) or words["ko"]) if words else ""
