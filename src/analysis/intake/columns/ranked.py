"""A ranking whose options have a column each, with the rank in its cells: turned into the columns of the ranks."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from analysis.intake.columns.combined import Chosen, body, column_of, place_of
from analysis.intake.sheet import Cell, Sheet, SheetColumn
from analysis.language.text import match_key
from analysis.questionnaire.words import Option

_RANK = re.compile(r"(\d{1,2})(?:\.0)?(?:순위|위|번째|번|st|nd|rd|th)?")
_STRAY = -1
_STRAYS = 100  # what the different strays are numbered from, behind every rank of two digits


def ranks_of(
    sheet: Sheet, options: Sequence[Option], columns: Sequence[tuple[str, int]], ranks: int
) -> list[SheetColumn]:
    """The column of the first rank, of the second, …, whose cells hold `Chosen`, from options with their columns.

    Two options of one rank, a rank that is left out, and what is no rank are problems. Ranks behind the last
    that the question asks for are not asked for; 0 is none.
    """
    words = {option.id: option.ko for option in options}
    here = [
        (option, column, body(sheet, column)) for option, column in sorted(columns, key=lambda one: one[1])
    ]
    read = [[_rank(text) for text in cells.texts.to_pylist()] for _, _, cells in here]
    parts = [
        np.array([_STRAYS + at if rank == _STRAY else rank for at, rank in enumerate(one)], np.int64)[cells.which]
        for one, (_, _, cells) in zip(read, here, strict=True)
    ]  # fmt: skip

    def at_rank(rank: int, row: int) -> Cell:
        given = {option: one[cells.which[row]] for one, (option, _, cells) in zip(read, here, strict=True)}
        chosen = tuple(option for option in words if given.get(option) == rank)
        problems = []
        if len(chosen) > 1:
            problems.append(("rank_tie", ", ".join(words[option] for option in chosen)))
        if _left_out(rank, list(given.values())):
            problems.append(("rank_gap", str(rank)))
        if rank == 1:
            problems += [
                ("tick_unread", f"{words[option]} [{place_of(sheet, column)}]: {cells.at(row).text.strip()}")
                for option, column, cells in here
                if given[option] == _STRAY
            ]
        return Cell("; ".join(words[option] for option in chosen), Chosen(chosen, problems=tuple(problems)))

    first = min(column for _, column in columns)
    return [
        column_of(sheet, first, parts, lambda row, rank=rank: at_rank(rank, row))  # type: ignore[misc]
        for rank in range(1, ranks + 1)
    ]


def _left_out(rank: int, given: list[int]) -> bool:
    """Whether nothing has this rank though something comes behind it; 1, 1, 3 is a tie and no gap."""
    before = sum(0 < one < rank for one in given)
    return rank not in given and any(one > rank for one in given) and before < rank


def _rank(text: str) -> int:
    key = match_key(text)
    if not key:
        return 0
    found = _RANK.fullmatch(key)
    return int(found[1]) if found else _STRAY
