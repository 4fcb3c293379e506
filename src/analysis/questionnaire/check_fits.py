"""Answers that have to fit another one: sums with their total, a date with an earlier one."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.questionnaire.answer import Money, Number
from analysis.questionnaire.pieces import Pieces, misnamed
from analysis.questionnaire.problem import Place, Problem
from analysis.questionnaire.question import DateQuestion, GridQuestion, MoneyQuestion, NumberQuestion
from analysis.questionnaire.rows import AddsUpTo


def check_fits(pieces: Pieces) -> Iterator[Problem]:
    """What is wrong with `adds_up_to` and `after`."""
    for index, question in pieces.questions.items():
        if isinstance(question, GridQuestion) and question.adds_up_to:
            yield from _sum(question, question.adds_up_to, pieces, ("questions", index, "adds_up_to"))
        elif isinstance(question, DateQuestion) and question.after is not None:
            yield from _date(question, question.after, pieces, ("questions", index, "after"))


def _sum(grid: GridQuestion, total: AddsUpTo, pieces: Pieces, place: Place) -> Iterator[Problem]:
    """The cells can be added, and the other question asks for as much of the same."""
    units = {_unit(part.answer) for part in grid.parts()}
    at: Place = (*place, "question")
    named = {"name": total.question}
    if len(units) > 1 or not any(units):
        yield Problem("adds_up_to_cells", place)
    elif total.question not in pieces.ids:
        yield misnamed("adds_up_to", at, total.question, pieces.ids)
    elif other := pieces.question(total.question):
        if not isinstance(other, (NumberQuestion, MoneyQuestion)):
            yield Problem("adds_up_to_kind", at, named | {"kind": other.kind})
        elif _unit(other) not in units:
            yield Problem("adds_up_to_unit", at, named | {"unit": _unit(other), "cells": units.pop()})


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
