"""One question on the page: the finding in words, the chart, the table behind it, notes and source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from analysis import narrative
from analysis.charts import draw
from analysis.language import message
from analysis.narrative import Sentence, by_group
from analysis.narrative.figure import NOTHING, SIGNS, UNKNOWN, sign_of
from analysis.narrative.merged import merged
from analysis.narrative.scope import counts_lead
from analysis.questionnaire.words import Words
from analysis.release import Bundle
from analysis.report.all_hidden import left_out_note, without_all_hidden
from analysis.report.balance import divide
from analysis.report.face import Column, Entry, Face
from analysis.report.layout import faces
from analysis.report.markup import render
from analysis.report.sheet import within_a_sentence
from analysis.tables import Table

MOST_OPEN = 6  # lines of a table that stands where there is no chart
MUCH = 2  # sentences below a finding
MOST_BRIEF = 4  # numbers of a table that needs none
WRITTEN = ("open", "text")


@dataclass(frozen=True)
class FigureBlock:
    """What the template shows of one question. subtitle: base and unit of the chart. table_notes: what only the
    table behind it needs."""

    id: str
    title: str
    headline: Sentence | str
    sentences: tuple[Sentence, ...]
    quotes: tuple[str, ...]
    remark: str
    drawing: Any
    subtitle: str
    units: tuple[str, ...]
    faces: tuple[Face, ...]
    notes: tuple[str, ...]
    table_notes: tuple[str, ...]
    source: str

    @property
    def long(self) -> bool:
        """Its tables would push what follows off the screen."""
        return sum(face.lines for face in self.faces) > MOST_OPEN

    @property
    def brief(self) -> tuple[tuple[Column, Entry | str | None], ...]:
        """The numbers of a table of one line, each with its heading; nothing where there are more."""
        if len(self.faces) != 1 or self.faces[0].lines != 1 or len(self.faces[0].columns) > MOST_BRIEF:
            return ()
        (line,) = (line for block in self.faces[0].blocks for line in block.lines)
        return tuple(zip(self.faces[0].columns, line.entries, strict=True))

    def html(self, language: str) -> Markup:
        svg = self.drawing.svg_wide if self.drawing else ""
        divided = divide(self.sentences, (*self.quotes, self.remark), (*self.notes, self.source), svg)
        return render("figure", language, block=self, divided=divided)


def figure_block(
    bundle: Bundle, question: str, language: str, remark: Words | None = None, heading: Words | None = None
) -> FigureBlock:
    """The block of a question, with all groups it was released by. Raises BundleError where it was not.

    remark: what a person wrote to it; heading: what a person says in place of the finding.
    """
    table = bundle.table(question)
    groups = tuple(bundle.table(question, group) for group in bundle.groups(question))
    breakdowns = _breakdowns(table, groups, language)
    block = _block(bundle, table, (table, *groups), language, breakdowns)
    return replace(
        block,
        headline=heading.text(language) if heading else block.headline,
        sentences=(block.headline, *block.sentences) if heading else block.sentences,
        quotes=table.quotes,
        remark=remark.text(language) if remark else "",
    )


def _breakdowns(table: Table, groups: Iterable[Table], language: str) -> list[Sentence]:
    """What the groups add: fewer contrasts where much is said already."""
    much = len(narrative.sentences(table, language)) >= MUCH
    told = by_group.contrasts(groups, language, most=1 if much else 2)
    return [narrative.with_capital(sentence) for sentence in told]


def figure_block_by(bundle: Bundle, question: str, group: str, language: str) -> FigureBlock:
    """The block of a question by one group. Raises BundleError where it was not released by it."""
    table = bundle.table(question, group)
    block = _block(bundle, table, (bundle.table(question), table), language, ())
    words = banner_words(bundle.facts, language).get(group, group)
    return replace(block, id=f"{question}-by-{group}", title=f"{block.title}: {words}")


def _block(
    bundle: Bundle, table: Table, tables: tuple[Table, ...], language: str, also: Iterable[Sentence]
) -> FigureBlock:
    """The finding and figure of `table`, and the tables behind it. also: to be said at the end."""
    banners = banner_words(bundle.facts, language)
    written = table.kind in WRITTEN  # how many wrote is said; the table of it stands in the workbook
    found = [] if written else [without_all_hidden(face) for face in faces(tables, banners, language)]
    shown = tuple(one.face for one in found)
    drawing = draw(table, language)
    notes = (*notes_of(tables, language, shown), *(() if written else left_out(tables, shown, banners, language)))
    notes += left_out_note(found, language)
    hidden = narrative.hidden(table, language)  # is to be read with the figure, and is no finding
    own = (*notes_of((table,), language, shown if written else None), *(sentence.text for sentence in hidden))
    headline = narrative.headline(table, language)
    known = None if table.group else merged(table, bundle.tables, language)
    if known is not None and not any(cell.shown and cell.value and cell.stat == "count" for cell in table.cells):
        headline = narrative.with_capital(known)  # that all is hidden is no finding beside what is public
    own_words = [one for one in narrative.sentences(table, language) if one not in hidden]
    if known is not None:
        own_words = [one for one in own_words if one.text != narrative.headline(table, language).text]
        own_words.append(narrative.with_capital(known))
    said = [*own_words, *(one for one in also if one not in hidden)]
    return FigureBlock(
        id=table.question,
        title=table.title.text(language),
        headline=headline,
        sentences=tuple(dict.fromkeys(one for one in said if one.text != headline.text)),
        quotes=(),
        remark="",
        drawing=drawing
        and SimpleNamespace(svg_wide=Markup(drawing.svg_wide), svg_narrow=Markup(drawing.svg_narrow)),
        subtitle=drawing.subtitle if drawing else "",
        units=tuple(dict.fromkeys(unit for face in shown for unit in face.units(language))),
        faces=shown,
        notes=own if drawing else tuple(dict.fromkeys((*notes, *own))),
        table_notes=tuple(note for note in notes if note not in own) if drawing else (),
        source=source_of(table, bundle.invented, language),
    )


def banner_words(facts: Mapping[str, Any], language: str) -> dict[str, str]:
    """The words of the groups by their id."""
    return {group: Words(**words).text(language) for group, words in (facts.get("banners") or {}).items()}


def source_of(table: Table, invented: bool, language: str) -> str:
    """Where the table's figures come from, without the label ("자료:") that stands before it.

    invented: the whole bundle is; a table may also be invented by itself.
    """
    label = message("report.caption.source", language)
    source = table.source.text(language).removeprefix(label).strip()
    if invented or table.facts.get("invented"):
        return message("report.caption.source_invented", language, source=source)
    return source


def left_out(
    tables: Iterable[Table], shown: Iterable[Face], banners: Mapping[str, str], language: str
) -> tuple[str, ...]:
    """That groups are in no table, for everything of them is hidden; nothing where there are none."""
    told = {block.words for face in shown for block in face.blocks}
    told |= {column.group for face in shown for column in face.columns}
    hidden = [
        words
        for table in tables
        if table.group
        and (words := banners.get(table.group, table.group)) not in told
        and any(cell.level and cell.status == "suppressed" for cell in table.cells)
    ]
    if not hidden:
        return ()
    first, *others = hidden
    groups = ", ".join((first, *(within_a_sentence(words, language) for words in others)))
    return (message("report.caption.left_out", language, groups=groups),)


def comparison_notes(tables: Iterable[Table], language: str, shown: Iterable[Face]) -> list[str]:
    """How groups were compared, where what is shown has letters or tests."""
    cells = [cell for face in shown for _, cell in face.shown()]
    told = next((table.facts["comparison"] for table in tables if "comparison" in table.facts), None)
    if told is None:
        return []
    facts = {"alpha": format(round(told["alpha"] * 100, 6), "g"), "tests": f"{told['tests']:,}"}
    notes = []
    if any(cell.letters for cell in cells):
        least = counts_lead(next(iter(tables)))
        notes.append(message("report.caption.letters", language, least=least, **facts))
    if any(cell.stat == "p_adjusted" for cell in cells):
        notes.append(message(f"report.caption.tests_{told['family']}", language, **facts))
    return notes


def notes_of(
    tables: Iterable[Table], language: str, shown: Iterable[Face] | None = None
) -> tuple[str, ...]:
    """The notes of these tables, then what the signs mean that occur in them, or in what of them is `shown`."""
    tables = tuple(tables)
    notes = [note.text(language) for table in tables for note in (*table.told_notes, *table.remarks)]
    if shown is None:
        signs = {sign_of(cell) for table in tables for cell in table.cells}
    else:
        signs = {sign for face in shown for sign in face.signs()}
    notes += comparison_notes(tables, language, shown or ())
    for sign, key in ((UNKNOWN, "signs_unknown"), (SIGNS["suppressed"], "signs_hidden"), (NOTHING, "signs_none")):
        if sign in signs:
            notes.append(message(f"report.caption.{key}", language))
    return tuple(dict.fromkeys(notes))
