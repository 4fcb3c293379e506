"""Cells that name options: one, several, or a point of a scale.

An option is known, in this order, by its `header` (what the file is said to hold for it), its Korean label, its English
label, its printed number, a number and a label that agree, or its id, which a form made of the questionnaire writes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.language.text import normalise
from analysis.questionnaire.answer import Multi, Scale, Single
from analysis.questionnaire.words import Option
from analysis.responses.reading import Doubt, Reading, absent
from analysis.responses.values.choice import Choices, choices, plain_list
from analysis.responses.values.names import Names

_PREPARED: dict[int, tuple[Sequence[Option], Names]] = {}  # by the identity of the list
_PIECES = re.compile(r"[,;/\n]")
_COMPARED = 200  # characters of a text in which pieces are looked for
_LISTS = 5_000  # lists that are kept prepared, far more than a questionnaire has


def labels_of(options: Sequence[Option]) -> list[str]:
    """Everything that names an option, in either language or in the file."""
    return [label for option in options for label in (option.header, option.ko, option.en) if label]


def is_option(text: str, options: Sequence[Option]) -> bool:
    """Whether a cell says no more than the name of an option (or of two that cannot be told apart)."""
    return _names(options).is_name(normalise(text)) or bool(_by_ids(text, options))


def read_single(text: str, answer: Single) -> Reading:
    if by_number := _same_number(text, answer.options):
        return by_number
    if len(by_id := _by_ids(text, answer.options)) == 1:
        return Reading(code=by_id[0])
    chosen = _choices(text, answer.options, separators=())
    if len(chosen.selected) == 1 and not chosen.other and not chosen.problems:
        return Reading(code=chosen.selected[0])
    several = _choices(text, answer.options, other=False)
    if len(several.selected) > 1 and not several.problems:
        return absent("invalid", "several_chosen", Doubt("several_chosen"))
    if chosen.other and len(chosen.selected) == 1:
        return Reading(
            code=chosen.selected[0], text=chosen.other, doubts=(_write_in(chosen.other, answer.options),)
        )
    return _unreadable(text, answer.options)


def read_list(text: str, answer: Multi) -> Reading | None:
    """A cell that is a list of options and nothing else; None for any other."""
    chosen = plain_list(normalise(text), _names(answer.options), _separators(answer))
    chosen = chosen or _by_ids(text, answer.options)
    return Reading(code="|".join(chosen)) if chosen else None


def read_multi(text: str, answer: Multi) -> Reading:
    """What can be read of a list is the answer; a piece that cannot be read is told."""
    if by_number := _same_number(text, answer.options):
        return by_number
    chosen = _choices(text, answer.options, _separators(answer))
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
    match = _names(points).match(normalise(text))
    if match.option is not None:
        return Reading(code=match.option, number=int(match.option))
    if (match.problem or "").startswith("out_of_range"):
        return absent("invalid", "out_of_range", Doubt("out_of_range", f"1~{len(points)}"))
    return _unreadable(text, points)


def _by_ids(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The options whose ids a cell holds, with blanks between them, and nothing else; empty where it says anything else,
    or what it says is the name of an option. An id that is a number is taken for no more than a number."""
    written = normalise(text).split()
    found = tuple(option.id for option in options if option.id in written and not option.id.isdigit())
    return found if len(found) == len(written) and not _names(options).is_name(normalise(text)) else ()


def _separators(answer: Multi) -> tuple[str, ...] | None:
    return (answer.separator,) if answer.separator else None


def _names(options: Sequence[Option]) -> Names:
    """The list made ready for matching: once, for it is asked for every different cell."""
    prepared = _PREPARED.get(id(options))
    if prepared is None or prepared[0] is not options:
        if len(_PREPARED) >= _LISTS:
            _PREPARED.clear()
        named = ((option.id, (option.header or "", option.ko, option.en or "")) for option in options)
        prepared = _PREPARED[id(options)] = options, Names(dict(enumerate(named, start=1)))
    return prepared[1]


def _choices(
    text: str, options: Sequence[Option], separators: Sequence[str] | None = None, other: bool = True
) -> Choices:
    """Chosen options by id. Words of one's own are welcome where an option is for them, unless `other` is False."""
    names = _names(options)
    box = next((option.id for option in options if option.other), None) if other else None
    return choices(normalise(text), names, separators, box is not None, box or names.other)


def _same_number(text: str, options: Sequence[Option]) -> Reading | None:
    """A cell that holds a number and nothing else, where options are numbers such as 3.10: a spreadsheet that was
    given 3.10 keeps 3.1. It is that option where no other is meant, and somebody is told; in a list of several
    (3.8, 3.10) nothing is changed, for a list is text."""
    text = normalise(text)
    names = _names(options)
    same = names.same_number(text)
    if not same:
        return None
    named = names.match(text).option
    label = {option.id: option.ko for option in options}
    if len(same) > 1 and named:
        return Reading(
            code=named, doubts=(Doubt("number_of_several", ", ".join(label[one] for one in same)),)
        )
    if len(same) == 1 and not named:
        return Reading(code=same[0], doubts=(Doubt("number_shortened", label[same[0]]),))
    return None


def _write_in(text: str, options: Sequence[Option]) -> Doubt:
    meant = _meant(text, options, without=[option.id for option in options if option.other])
    return Doubt("write_in_near", f"'{text}' → {_quoted(meant)}") if meant else Doubt("write_in", text)


def _unreadable(text: str, options: Sequence[Option]) -> Reading:
    meant = _meant(text, options) or [name for name in [_names(options).beginning(normalise(text))] if name]
    return absent(
        "invalid", "unreadable", Doubt("unreadable_near", ", ".join(meant)) if meant else Doubt("unreadable")
    )


def _meant(text: str, options: Sequence[Option], without: Sequence[str] = ()) -> list[str]:
    """The options that a text may mean though it is no list of them: several that stand in it side by side, or those
    that it, or a piece of it, is nearly spelt like."""
    names = _names(options)
    text = normalise(text)
    within = names.within(text, without)
    if len(within) > 1:
        return [option.ko for option in options if option.id in within]
    pieces = _PIECES.split(text[:_COMPARED])
    near = [names.nearest(piece, without) for piece in (text, *(pieces if len(pieces) > 1 else ()))]
    found = list(dict.fromkeys(filter(None, near)))
    return found or list(filter(None, [names.half_named(text, without)]))


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
