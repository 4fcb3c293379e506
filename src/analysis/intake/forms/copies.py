"""Sheets of a form, or rows, that were copied within the file: the same names then lead to several cells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from analysis.form.code import digest
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


def settle_copies(fields: Iterable[Field], cells: Iterable[FormCell], sent: str = "") -> Settled:
    """Of each answer the copy that is filled in; where several are, the form's own sheet, which came first. Where that
    is still as it was sent, with facts to confirm, whoever answered did so on a copy: what differs there is meant.

    sent: the digest of what was filled in when the form was sent, "" where nothing was

    An answer of several cells (a mark for every option) is taken from one copy as a whole: the marks of two would
    add up to what nobody said. A copy on a hidden sheet gives way to any that can be seen.
    """
    by_name: dict[str, list[FormCell]] = defaultdict(list)
    for cell in cells:
        by_name[cell.name].append(cell)
    as_sent = bool(sent) and sent == digest(_own_texts(by_name))
    answers: dict[tuple[PartKey, bool], list[str]] = defaultdict(list)
    for field in fields:
        if field.name in by_name:
            answers[field.part.key, field.own_words].append(field.name)
    found: dict[str, FormCell] = {}
    differing = []
    for (part, _), names in answers.items():
        first, *others = _by_copy(names, by_name, as_sent)
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


def _own_texts(by_name: Mapping[str, list[FormCell]]) -> dict[str, str]:
    """What stands on the form's own sheets."""
    own = {name: next((cell for cell in cells if not cell.copy), cells[0]) for name, cells in by_name.items()}
    return {name: cell.cell.text for name, cell in own.items()}


def _by_copy(
    names: Iterable[str], by_name: Mapping[str, list[FormCell]], as_sent: bool
) -> list[dict[str, FormCell]]:
    """The cells of an answer copy by copy, the one to be used first.

    as_sent: whether nobody wrote on the form's own sheets
    """
    copies: dict[tuple[str, int], dict[str, FormCell]] = defaultdict(dict)
    for name in names:
        again: Counter[str] = Counter()  # rows of a Hangul document are copied with their names
        for cell in by_name[name]:
            copies[cell.copy, again[cell.copy]][name] = cell
            again[cell.copy] += 1
    seen = [copy for copy in copies.values() if not all(cell.hidden for cell in copy.values())]
    own = _texts(copies["", 0])
    return sorted(
        seen or [copy for copy in copies.values() if copy],
        key=lambda copy: (
            not any(cell.filled for cell in copy.values()),
            as_sent and _texts(copy) == own,
            any(cell.copy for cell in copy.values()),
        ),
    )


def _texts(copy: Mapping[str, FormCell]) -> dict[str, str]:
    return {name: cell.cell.text.strip() for name, cell in copy.items()}
