"""Grids with columns, or with cells that hold numbers or options: column by column, each of its own
kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from analysis.narrative import choice, rows
from analysis.narrative.order import (
    Line,
    Place,
    amount,
    any_few,
    counted,
    listed,
    measured,
    name,
    named,
    places,
    quoted,
)  # fmt: skip
from analysis.narrative.quantity import figure
from analysis.narrative.sentence import Field, Sentence, compose, join
from analysis.tables import Label, Table

TOLD = 4  # rows of numbers, or of options, that are told
OF_NUMBERS = ("number", "money")
OF_OPTIONS = ("single", "multi")

Column = Mapping[str, Any]


def lines(table: Table, language: str) -> list[Line]:
    """The medians of a grid of numbers: row by row, and of several columns cell by cell. Columns of other kinds have no
    common order."""
    columns = _columns(table)
    if any(column["kind"] not in OF_NUMBERS for column in columns):
        return []
    found = []
    for column in columns:
        words = table.words("items", column["id"], language) if column["id"] else ""
        for line in measured(table, "median", language, column["id"]):
            label = compose("rows.of_column", language, row=line.label, column=words) if words else line.label
            found.append(replace(line, label=label))
    return found


def headline(table: Table, language: str) -> Sentence | None:
    return next(iter(_told(table, language)), None)


def sentences(table: Table, language: str) -> list[Sentence]:
    """After the first, which is the headline."""
    return _told(table, language)[1:]


def _told(table: Table, language: str) -> list[Sentence]:
    columns = _columns(table)
    if all(column["kind"] in OF_NUMBERS for column in columns) and len(columns) > 1:
        return _rows_of_numbers(table, columns, language)
    told: list[Sentence] = []
    for at, column in enumerate(columns):
        told += _column(table, column, columns[at - 1] if at else None, language)
    return told


def _columns(table: Table) -> list[Column]:
    """The columns with their kinds; one without a name where the grid has none."""
    columns = table.facts.get("columns")
    return list(columns) if columns else [{**table.facts, "id": "", "kind": table.facts.get("cell_kind", "")}]


def _column(table: Table, column: Column, before: Column | None, language: str) -> list[Sentence]:
    """What a column holds: which rows most chose, how satisfied those who were asked on are, how much
    it is."""
    item, kind = column["id"], column["kind"]
    begin: Field = _begin(table, item, language) if item else ""
    if kind in OF_OPTIONS:
        labels = list(choice.options(table, language, f"{item}:" if item else "").items())
        if len(labels) == 2:  # yes and no: how many said the first of each row
            ids = [row.id for row in table.rows]
            told = rows.shares_of(table, *labels[0], language, ids, begin)
            found = [] if item else rows.row_counts(table, labels[0][0], language, ids)
            return told + rows.after_the_highest(table, found, language)
        return _chosen(table, dict(labels), begin, language)
    if kind == "scale":
        asked = _asked_of(table, column, before, language)
        lines_of = rows.straight(table, measured(table, "mean", language, item))
        begin = join([asked or begin, rows.usual(table, language)], "")
        told = rows.means(table, lines_of, language, column, begin)
        return [told] if told else []
    if kind in OF_NUMBERS:
        asked = _asked_of(table, column, before, language)
        order = places(measured(table, "median", language, item))[:TOLD]
        if order:
            medians = listed([named(table, place, language) for place in order], language)
            return [compose("rows.medians", language, begin=asked or begin, list=medians)]
    return []


def _begin(table: Table, column: str, language: str) -> Sentence:
    return compose("rows.column", language, column=table.words("items", column, language))


def _asked_of(table: Table, column: Column, before: Column | None, language: str) -> Sentence | None:
    """That a column was asked only of those who chose the first option of the one before."""
    item = column["id"]
    asked_of_some = any(cell.item == f"{item}:not_asked" and cell.value for cell in table.cells)
    if not asked_of_some or before is None or before["kind"] != "single":
        return None
    first = next(iter(choice.options(table, language, f"{before['id']}:").values()), None)
    if first is None:
        return None
    return compose("rows.column_of", language, column=table.words("items", item, language), answer=first)


def _rows_of_numbers(table: Table, columns: list[Column], language: str) -> list[Sentence]:
    """The medians of the rows, column by column: of the largest row, then of those that follow."""
    largest = _largest_first(table, columns, language)[:TOLD]
    if not largest:
        return []
    if alike := _all_alike(table, largest, columns, language):
        return [alike]
    first, *others = [(line.label, _medians(table, line.cell.row, columns, language)) for line in largest]
    told = [compose("rows.row_medians", language, row=first[0], list=listed(first[1], language))]
    if others:
        rest = [compose("rows.row_of", language, row=row, amount=listed(found, language)) for row, found in others]
        told.append(compose("rows.other_medians", language, list=join(rest, "; ")))
    return told


def _all_alike(table: Table, largest: list[Line], columns: list[Column], language: str) -> Sentence | None:
    """That the medians of all those rows are the same in every column, which needs no list."""
    found = [figure(table, "median", language, column["id"], line.cell.row) for line in largest for column in columns]
    if len({number.text if number is not None else "" for number in found}) != 1 or found[0] is None:
        return None
    words = [_named(table, column["id"], language) for column in columns]
    fields = {"columns": join(words, "·") if language == "ko" else listed(words, language), "median": found[0]}
    return compose("rows.alike", language, rows=name(Place(tuple(largest)), language), **fields)


def _medians(table: Table, row: str, columns: list[Column], language: str) -> list[Sentence]:
    found = []
    for column in columns:
        number = figure(table, "median", language, column["id"], row)
        if number is not None:
            words = _named(table, column["id"], language)
            found.append(compose("rows.row", language, row=words, amount=number))
    return found


def _named(table: Table, column: str, language: str) -> Field:
    """A column in the middle of a sentence: in Korean its name as it stands before a number, in English in quotes."""
    words = table.words("items", column, language)
    return words if language == "ko" else quoted(words, language)


def _largest_first(table: Table, columns: list[Column], language: str) -> list[Line]:
    """The rows by their first median that is not nothing, column after column."""
    found: list[Line] = []
    for column in columns:
        known = {line.cell.row for line in found}
        own = places(measured(table, "median", language, column["id"]))
        lines_of = [line for place in own for line in place.lines if line.cell.value]
        found += [line for line in lines_of if line.cell.row not in known]
    return found


def _chosen(table: Table, labels: Mapping[str, Sentence], begin: Field, language: str) -> list[Sentence]:
    """The answer that most gave, row by row."""
    first: list[tuple[Label, Place]] = []
    for row in table.rows:
        order = places(counted(table, labels, row.id))
        if order and len(first) < TOLD:
            first.append((row, order[0]))
    few = any_few(table, (place.first for _, place in first))
    phrases = []
    for row, place in first:
        fields = {
            "name": name(place, language),
            "amount": amount(table, place, language, few),
            "row": quoted(row.words.text(language), language),
        }
        phrases.append(compose(f"rows.answer{'_tie' if place.tie else ''}", language, **fields))
    if not phrases:
        return []
    return [compose("rows.chosen", language, begin=begin, list=listed(phrases, language))]
