"""Sheets of a form, or rows, that were copied within the file: the same names then lead to several cells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from analysis.form.fields import Field
from analysis.intake.forms.returned import FormCell
from analysis.questionnaire.question import PartKey


class Differing(NamedTuple):
    """Two copies of one answer, both filled in, that are not the same; the cells are the first that differ."""

    part: PartKey
    used: FormCell
    other: FormCell


class Settled(NamedTuple):
    """cells      the cell of every field that has one
    differing  what was answered twice, and differently
    copied     the sheets that are copies
    """

    cells: Mapping[str, FormCell]
    differing: tuple[Differing, ...]
    copied: tuple[str, ...]


def settle_copies(fields: Iterable[Field], cells: Iterable[FormCell]) -> Settled:
    """Of each answer the copy that is filled in; where several are, the form's own sheet, which came first.

    An answer of several cells (a mark for every option) is taken from one copy as a whole: the marks of two would
    add up to what nobody said. A copy on a hidden sheet gives way to any that can be seen.
    """
    by_name: dict[str, list[FormCell]] = defaultdict(list)
    for cell in cells:
        by_name[cell.name].append(cell)
    answers: dict[tuple[PartKey, bool], list[str]] = defaultdict(list)
    for field in fields:
        if field.name in by_name:
            answers[field.part.key, field.own_words].append(field.name)
    found: dict[str, FormCell] = {}
    differing = []
    for (part, _), names in answers.items():
        first, *others = _by_copy(names, by_name)
        found |= first
        for other in others:
            pairs = [(first[name], other[name]) for name in names if name in first and name in other]
            unlike = [pair for pair in pairs if pair[0].cell.text.strip() != pair[1].cell.text.strip()]
            if unlike and any(cell.filled for cell in other.values()):
                differing.append(Differing(part, *unlike[0]))
    seen = [
        cell.copy for several in by_name.values() if len(several) > 1 for cell in several if not cell.hidden
    ]
    return Settled(found, tuple(differing), tuple(filter(None, dict.fromkeys(seen))))


def _by_copy(names: Iterable[str], by_name: Mapping[str, list[FormCell]]) -> list[dict[str, FormCell]]:
    """The cells of an answer copy by copy, the one to be used first."""
    copies: dict[tuple[str, int], dict[str, FormCell]] = defaultdict(dict)
    for name in names:
        again: Counter[str] = Counter()  # rows of a Hangul document are copied with their names
        for cell in by_name[name]:
            copies[cell.copy, again[cell.copy]][name] = cell
            again[cell.copy] += 1
    seen = [copy for copy in copies.values() if not all(cell.hidden for cell in copy.values())]
    return sorted(
        seen or copies.values(),
        key=lambda copy: (
            not any(cell.filled for cell in copy.values()),
            any(cell.copy for cell in copy.values()),
        ),
    )
