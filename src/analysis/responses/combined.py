"""Answers that several columns give together: ticks, one choice a column, ranks; and whether they agree.

The cell that holds all choices is what the respondent said; the columns of its options are what a tool made of it.
Where they differ, the cell is the answer and the difference is told. They differ where an option is ticked that the
cell does not name, and where the cell names an option whose column says no, or is blank though others of its row
are not. A row that is blank in every such column says nothing: the columns may have been added later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from analysis.intake.columns.combined import Chosen, Tick
from analysis.intake.sheet import Cell
from analysis.questionnaire.answer import Single
from analysis.questionnaire.question import Part
from analysis.responses.reading import BLANK, Doubt, Reading, absent

ReadCell = Callable[[Cell, Part], Reading]


def read_chosen(chosen: Chosen, part: Part, read: ReadCell) -> Reading:
    """What several columns answer to `part`, which takes one option or several; `read` reads a single cell."""
    labels = {option.id: option.ko for option in part.answer.options}  # type: ignore[union-attr]
    if chosen.joined.text.strip():
        said = read(chosen.joined, part)
    elif chosen.slots:
        said = _slots(chosen.slots, part, read)
    else:
        return _ticked(chosen, part)
    if said.reason == "invalid":
        return said
    if differing := list(_differing(chosen.ticks, said.codes)):
        hint = "; ".join(f"{labels[tick.option]} [{tick.place}]: '{tick.text}'" for tick in differing)
        return replace(said, doubts=(*said.doubts, Doubt("ticks_differ", hint)))
    return said


def _differing(ticks: tuple[Tick, ...], named: tuple[str, ...]) -> Iterator[Tick]:
    speak = any(tick.says is not None for tick in ticks)
    for tick in ticks:
        if bool(tick.says) != (tick.option in named) and (tick.says is not None or speak):
            yield tick


def _ticked(chosen: Chosen, part: Part) -> Reading:
    doubts = tuple(Doubt(*problem) for problem in chosen.problems)
    if part.answer.kind != "multi" and len(chosen.options) > 1:
        tie = any(doubt.rule == "rank_tie" for doubt in doubts)
        rule = "rank_tie" if tie else "several_chosen"
        return absent("invalid", rule, *(doubts if tie else (*doubts, Doubt(rule))))
    if chosen.options:
        if chosen.written:
            doubts += (Doubt("write_in", chosen.written),)
        return Reading(
            code="|".join(chosen.options),
            text=chosen.written,
            detail="partly_read" if _unread(doubts) else "",
            doubts=doubts,
        )
    if _unread(doubts):
        return absent("invalid", "unreadable", *doubts)
    if any(tick.says is False for tick in chosen.ticks):
        return absent("no_answer", "nothing_chosen", Doubt("nothing_chosen"))
    return replace(BLANK, doubts=doubts)


def _unread(doubts: tuple[Doubt, ...]) -> bool:
    return any(doubt.rule == "tick_unread" for doubt in doubts)


def _slots(slots: tuple[Cell, ...], part: Part, read: ReadCell) -> Reading:
    """One choice a cell: each is read as if it were the only one, so that no comma in it parts anything."""
    options = part.answer.options  # type: ignore[union-attr]  # of a part that may take several
    # Not validated: the options of several are in order, and one that excludes the others is fine here.
    alone = replace(part, answer=Single.model_construct(kind="single", options=options))
    readings = [(cell.text.strip(), read(cell, alone)) for cell in slots]
    chosen = [(text, one) for text, one in readings if one.answered]
    unread = [text for text, one in readings if one.reason == "invalid"]
    doubts = [Doubt("choice_unread", text) for text in unread]
    doubts += [doubt for _, one in chosen for doubt in one.doubts]
    if not chosen:
        return replace(readings[0][1], doubts=tuple(doubts) or readings[0][1].doubts)
    codes = {code for _, one in chosen for code in one.codes}
    return Reading(
        code="|".join(option.id for option in options if option.id in codes),
        text=", ".join(filter(None, (one.text for _, one in chosen))),
        detail="partly_read" if unread else "",
        doubts=tuple(doubts),
    )
