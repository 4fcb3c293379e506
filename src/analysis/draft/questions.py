"""A question of the questionnaire from the columns that answer it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from analysis.draft.answers import Guess, answer_of
from analysis.draft.cells import together
from analysis.draft.grouping import Group, Item
from analysis.draft.notes import Note
from analysis.draft.options import chosen, is_other, named, yes_or_no
from analysis.draft.rows_of_numbers import are_ranks, numbers_of, share_of_a_whole
from analysis.draft.scales import FoundScale
from analysis.draft.wording import tidy
from analysis.intake.columns.combined import body
from analysis.intake.columns.ticks import TickColumn, are_ticks, ones_and_twos
from analysis.intake.sheet import Sheet
from analysis.language.text import match_key
from analysis.questionnaire.answer import Scale
from analysis.questionnaire.words import Option, Words

_IMPORTANCE = re.compile(r"중요|importan", re.IGNORECASE)
_TRUE_FALSE = frozenset(("true", "false", "t", "f"))
MOST_RANKED = 100


@dataclass(frozen=True)
class Fields:
    """What a question is besides its id, its number and its wording: `kind` and the fields of that kind.

    scales  that were found by their words
    """

    fields: dict[str, Any]
    notes: tuple[Note, ...] = ()
    scales: tuple[FoundScale, ...] = ()

    @property
    def kind(self) -> str:
        return str(self.fields["kind"])


@dataclass(frozen=True)
class Asking:
    """What is known beside the columns of one question.

    sheet    the whole sheet
    scales   found elsewhere in the file
    written  whether words of one's own stand in a column beside
    """

    sheet: Sheet
    scales: Sequence[FoundScale] = field(default=())
    written: bool = False

    def guess(self, items: Sequence[Item], heading: str, rows: int = 1) -> Guess:
        cells = together(item.column.cells for item in items)
        return answer_of(cells, heading, rows, self.scales, self.written)


def fields_of(group: Group, asking: Asking) -> Fields | None:
    """The question that the columns of a group answer; None where they are no one question after all."""
    if group.shape == "one":
        guess = asking.guess(group.items, group.base)
        return Fields(
            {**dict(guess.answer), **guess.more}, guess.notes, (guess.scale,) if guess.scale else ()
        )
    if group.shape == "ranks":
        return _ranking(group, asking)
    for builder in _BUILDERS:
        if found := builder(group, asking):
            return found
    return None


def _ranking(group: Group, asking: Asking) -> Fields | None:
    """1순위, 2순위, …: the same options in every column."""
    cells = together(item.column.cells for item in group.items)
    found = chosen(cells.alike, cells.filled, 1)
    if not len(group.items) <= len(found.options) <= MOST_RANKED:
        return None
    return Fields({"kind": "ranking", "options": found.options, "ranks": len(group.items)}, found.notes)


def _ticks(group: Group, asking: Asking) -> Fields | None:
    """A column for every option, with a mark where it was chosen."""
    if group.sides != [""]:
        return None
    options = _tick_options(group)
    columns = [
        TickColumn(option, number, item.column.at, body(asking.sheet, item.column.at))
        for number, (option, item) in enumerate(zip(options, group.items, strict=True), start=1)
    ]
    twos = ones_and_twos(columns)
    if not (twos or are_ticks(columns)) or _is_asked_of_each(group):
        return None
    separator = _separator(group)
    notes = (Note(("options",), "two_is_no"),) if twos else ()
    return Fields({"kind": "multi", "options": options, "separator": separator}, notes)


def _tick_options(group: Group) -> tuple[Option, ...]:
    options = list(named([item.row for item in group.items]))
    by_label = {option.ko: option for option in options}
    return tuple(
        by_label[item.row].model_copy(update={"other": True}) if is_other(item.row) else by_label[item.row]
        for item in group.items
    )


def _is_asked_of_each(group: Group) -> bool:
    """Whether 예 and 아니오 stand in words in the columns: a grid that asks of every row; or there is no mark at all."""
    said = {match_key(text) for item in group.items for text in item.column.cells.texts}
    words = {yes_or_no(key) for key in said if key not in _TRUE_FALSE} - {None}
    return words == {True, False} or (not said and group.joined is None)


def _separator(group: Group) -> str | None:
    """Of the column that joins the choices: a blank, where they are codes."""
    if group.joined is None:
        return None
    codes = {match_key(item.row) for item in group.items}
    pieces = {match_key(piece) for text in group.joined.cells.texts for piece in text.split(" ")}
    return " " if pieces and len(pieces & codes) * 2 > len(pieces) else None


def _allocation(group: Group, asking: Asking) -> Fields | None:
    if group.sides != [""] or len(group.items) < 2:
        return None
    tolerance = share_of_a_whole(numbers_of(asking.sheet, group.items))
    if tolerance is None:
        return None
    rows = tuple(named(group.rows, "row"))
    return Fields(
        {"kind": "allocation", "rows": rows, "tolerance": tolerance}, (Note(("kind",), "allocation"),)
    )


def _ranked(group: Group, asking: Asking) -> Fields | None:
    """A column for every option, with its rank."""
    if group.sides != [""] or len(group.items) < 3:
        return None
    ranks = are_ranks(numbers_of(asking.sheet, group.items))
    if not ranks:
        return None
    fields = {"kind": "ranking", "options": tuple(named(group.rows)), "ranks": ranks}
    return Fields(fields, (Note(("kind",), "ranked"),))


def _grid(group: Group, asking: Asking) -> Fields | None:
    """The same answer in every row; in every column its own."""
    rows = tuple(named(group.rows, "row"))
    sides = [[item for item in group.items if item.side == side] for side in group.sides]
    guesses = [asking.guess(items, f"{group.base} {items[0].side}", len(rows)) for items in sides]
    if not all(_holds_together(items, guess, asking) for items, guess in zip(sides, guesses, strict=True)):
        return None
    scales = tuple(guess.scale for guess in guesses if guess.scale)
    if found := _importance_performance(group, guesses):
        return Fields(found.fields, found.notes, scales)
    first = guesses[0]
    more = {name: value for guess in guesses for name, value in guess.more.items()}
    if all(guess.answer == first.answer for guess in guesses):
        fields: dict[str, Any] = {"kind": "grid", "rows": rows, "answer": first.answer}
        notes = tuple(_inside(("answer",), note) for note in first.notes)
        if group.sides != [""]:
            fields["columns"] = tuple(named(group.sides, "col"))
        return Fields({**fields, **more}, notes, scales)
    columns = [
        {**dict(option), "answer": guess.answer}
        for option, guess in zip(named(group.sides, "col"), guesses, strict=True)
    ]
    notes = tuple(
        _inside(("columns", str(column["id"]), "answer"), note)
        for column, guess in zip(columns, guesses, strict=True)
        for note in guess.notes
    )
    return Fields({"kind": "grid", "rows": rows, "columns": columns, **more}, notes, scales)


def _inside(answer: tuple[str, ...], note: Note) -> Note:
    """The note at its place within a grid; what is missing is said of the whole question."""
    return note if note.place == ("missing",) else Note((*answer, *note.place), note.key, note.words)


def _holds_together(items: Sequence[Item], whole: Guess, asking: Asking) -> bool:
    """Whether the columns are rows of one grid, and not questions under one heading."""
    alone = [asking.guess([item], item.row) for item in items if item.column.cells.filled]
    if whole.kind in ("text", "open"):
        return all(guess.kind in ("text", "open") for guess in alone)
    if whole.kind not in ("single", "multi"):
        return True
    labels = [
        {option.ko for option in guess.answer.options} for guess in alone if hasattr(guess.answer, "options")
    ]
    most = max(map(len, labels), default=0)
    return len(labels) == len(alone) and len(whole.answer.options) <= 1.5 * most + 2


def _importance_performance(group: Group, guesses: Sequence[Guess]) -> Fields | None:
    """Every row judged twice: how important, and how well done."""
    important = [bool(_IMPORTANCE.search(side)) for side in group.sides]
    scales = [guess.answer for guess in guesses if isinstance(guess.answer, Scale)]
    if important not in ([True, False], [False, True]) or len(scales) != 2:
        return None
    importance, performance = sorted(scales, key=lambda scale: not important[scales.index(scale)])
    if scales[0] == scales[1]:
        importance = performance = scales[0]
    side = group.sides[important.index(False)]
    rows = tuple(named(group.rows, "row"))
    fields = {
        "kind": "importance_performance",
        "rows": rows,
        "importance": importance.scale,
        "performance": performance.scale,
        "not_applicable": importance.not_applicable or performance.not_applicable,
        "performance_label": Words(ko=tidy(side)),
    }
    notes = []
    for at, guess in enumerate(guesses):
        name = "importance" if important[at] else "performance"
        notes += [Note((name, *note.place[1:]), note.key, note.words) for note in guess.notes]
    return Fields(fields, tuple(notes))


_BUILDERS: tuple[Callable[[Group, Asking], Fields | None], ...] = (_ticks, _allocation, _ranked, _grid)
