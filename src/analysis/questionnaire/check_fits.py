"""Answers that have to fit another one: sums with their total, equal numbers, a date with an earlier one."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.questionnaire.answer import Money, Number
from analysis.questionnaire.counterpart import Named
from analysis.questionnaire.pieces import Pieces, misnamed
from analysis.questionnaire.problem import Place, Problem
from analysis.questionnaire.question import DateQuestion, GridQuestion, MoneyQuestion, NumberQuestion


def check_fits(pieces: Pieces) -> Iterator[Problem]:
    """What is wrong with `adds_up_to`, `equals` and `after`."""
    for index, question in pieces.questions.items():
        place: Place = ("questions", index)
        if isinstance(question, GridQuestion) and question.adds_up_to:
            yield from _sum(question, question.adds_up_to, pieces, (*place, "adds_up_to"))
        elif isinstance(question, (NumberQuestion, MoneyQuestion)) and question.equals:
            yield from _equal(question, question.equals, pieces, (*place, "equals"))
        elif isinstance(question, DateQuestion) and question.after is not None:
            yield from _date(question, question.after, pieces, (*place, "after"))


def _sum(grid: GridQuestion, total: Named, pieces: Pieces, place: Place) -> Iterator[Problem]:
    """The cells can be added, and what they add up to asks for as much of the same."""
    units = {_unit(part.answer) for part in grid.parts()}
    if len(units) > 1 or not any(units):
        yield Problem("adds_up_to_cells", place)
    else:
        yield from _counterpart("adds_up_to", total, units.pop(), pieces, place)


def _equal(
    question: NumberQuestion | MoneyQuestion, other: Named, pieces: Pieces, place: Place
) -> Iterator[Problem]:
    """The other answer is one of the same kind, and another one."""
    if other.part[0] == question.id:
        yield Problem("equals_itself", place)
    else:
        yield from _counterpart("equals", other, _unit(question), pieces, place)


def _counterpart(rule: str, named: Named, unit: str, pieces: Pieces, place: Place) -> Iterator[Problem]:
    """What is named is there, and in the same `unit`."""
    at: Place = (*place, "question")
    name = named.part[0]
    if name not in pieces.ids:
        yield misnamed(rule, at, name, pieces.ids)
    elif other := pieces.question(name):
        parts = {(part.question, part.row, part.column): part for part in other.parts()}
        part = parts.get(named.part)
        if part is None and other.kind == "grid":
            yield misnamed(rule, at, named.question, [".".join(filter(None, names)) for names in parts])
        elif part is None or not _unit(part.answer):
            yield Problem(f"{rule}_kind", at, {"name": named.question, "kind": other.kind})
        elif _unit(part.answer) != unit:
            hints = {"name": named.question, "unit": _unit(part.answer), "cells": unit}
            yield Problem(f"{rule}_unit", at, hints)


def _unit(answer: object) -> str:
    """What is counted, all money alike; "" where nothing is."""
    match answer:
        case Money():
            return "원"
        case Number():
            return answer.unit.ko or "-"
    return ""


def _date(question: DateQuestion, after: str, pieces: Pieces, place: Place) -> Iterator[Problem]:
    """The other question is a date, and does not itself hang on this one."""
    if after not in pieces.ids:
        dates = [other.id for other in pieces.questions.values() if isinstance(other, DateQuestion)]
        yield misnamed("after", place, after, [date for date in dates if date != question.id])
    elif other := pieces.question(after):
        if not isinstance(other, DateQuestion):
            yield Problem("after_kind", place, {"name": after, "kind": other.kind})
        elif _is_last_of_circle(question, pieces):
            yield Problem("after_circle", place, {"name": after})


def _is_last_of_circle(question: DateQuestion, pieces: Pieces) -> bool:
    """Whether its dates lead back to it; told of the last in the file only."""
    chain = [question.id]
    while isinstance(one := pieces.question(chain[-1]), DateQuestion) and one.after:
        if one.after == question.id:
            return question.id == max(chain, key=pieces.ids.index)
        if one.after in chain:
            return False
        chain.append(one.after)
    return False
