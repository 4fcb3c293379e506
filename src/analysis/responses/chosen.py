"""Cells that name options: one, several, or a point of a scale."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from analysis.language.text import match_key
from analysis.questionnaire.answer import Multi, Scale, Single
from analysis.questionnaire.words import Option
from analysis.responses.reading import Doubt, Reading, absent
from analysis.responses.values.choice import Choices, match_option, split_choices

_ALIKE = 0.6  # difflib's ratio from which a label is suggested


def labels_of(options: Sequence[Option]) -> list[str]:
    """Everything that names an option, in either language."""
    return [label for option in options for label in (option.ko, option.en) if label]


def read_single(text: str, answer: Single) -> Reading:
    chosen = _choices(text, answer.options, single=True)
    if len(chosen.selected) == 1 and not chosen.other and not chosen.problems:
        return Reading(code=chosen.selected[0])
    several = _choices(text, answer.options, single=False, other=False)
    if len(several.selected) > 1 and not several.problems:
        return absent("invalid", "several_chosen", Doubt("several_chosen"))
    if chosen.other and len(chosen.selected) == 1:
        return Reading(
            code=chosen.selected[0], text=chosen.other, doubts=(_write_in(chosen.other, answer.options),)
        )
    return _unreadable(text, answer.options)


def read_multi(text: str, answer: Multi) -> Reading:
    """What can be read of a list is the answer; a piece that cannot be read is told."""
    chosen = _choices(text, answer.options, single=False)
    if not chosen.selected:
        return _unreadable(text, answer.options)
    doubts = [_write_in(chosen.other, answer.options)] if chosen.other else []
    doubts += [Doubt("choice_unread", problem.partition(":")[2] or text) for problem in chosen.problems]
    detail = "partly_read" if chosen.problems else ""
    return Reading(
        code="|".join(chosen.selected), text=chosen.other or "", detail=detail, doubts=tuple(doubts)
    )


def read_scale(text: str, answer: Scale) -> Reading:
    points = answer.scale.points
    for labels in _label_lists(points):
        match = match_option(text, labels)
        if match.option is not None:
            position = labels.index(match.option) + 1
            return Reading(code=str(position), number=position)
    if (match.problem or "").startswith("out_of_range"):
        return absent("invalid", "out_of_range", Doubt("out_of_range", f"1~{len(points)}"))
    return _unreadable(text, points)


def _choices(text: str, options: Sequence[Option], single: bool, other: bool = True) -> Choices:
    """Chosen options by id, read by the Korean labels, or by the English ones where only they fit."""
    box = next((at for at, option in enumerate(options) if option.other), None) if other else None
    readings = []
    for labels in _label_lists(options):
        ids = dict(zip(labels, (option.id for option in options), strict=True))
        write_in = False if box is None else labels[box]
        found = split_choices(text, labels, () if single else None, write_in)
        readings.append(Choices(tuple(ids[label] for label in found.selected), found.other, found.problems))
    return next((found for found in readings if not found.other and not found.problems), readings[0])


def _label_lists(options: Sequence[Option]) -> list[list[str]]:
    korean = [option.ko for option in options]
    english = [option.en or option.ko for option in options]
    return [korean, english] if english != korean else [korean]


def _write_in(text: str, options: Sequence[Option]) -> Doubt:
    near = _near(text, [option for option in options if not option.other])
    return Doubt("write_in_near", near) if near else Doubt("write_in", text)


def _unreadable(text: str, options: Sequence[Option]) -> Reading:
    near = _near(text, options)
    return absent("invalid", "unreadable", Doubt("unreadable_near", near) if near else Doubt("unreadable"))


def _near(text: str, options: Sequence[Option]) -> str:
    labels = {match_key(label): label for label in labels_of(options)}
    close = difflib.get_close_matches(match_key(text)[:200], labels, n=1, cutoff=_ALIKE)
    return labels[close[0]] if close else ""
