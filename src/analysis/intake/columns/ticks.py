"""The column that an option has of its own: what its cells say about the option."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np

from analysis.intake.columns.heading_words import option_texts
from analysis.intake.sheet import Cell, DeclaredMissing, SheetColumn
from analysis.language.text import match_key
from analysis.questionnaire.words import Option

Says = Literal["blank", "yes", "no", "words", "missing", "stray"]

_YES = frozenset(
    "1 1.0 true t yes y 예 네 참 selected checked 선택 선택함 선택됨 체크 체크함 해당 해당함 ✓ ✔ ✅ √ ☑ v ■ ● o ㅇ ○ 〇".split()
)
_NO = frozenset(
    "0 0.0 false f no n 아니오 아니요 거짓 notselected unselected notchecked unchecked 미선택 선택안함 선택하지않음 "
    "비선택 미체크 해당안함 ☐ □".split()
)
_RINGS = frozenset("o ㅇ ○ 〇".split())  # ㅇ, the letter, is how ○ is commonly typed in Korea
_CROSSES = frozenset("x × ✗ ✕".split())  # "no" beside a ring; alone they may mean either, and are not read
_NUMBER = re.compile(r"(\d{1,2})(?:\.0)?")


class TickColumn(NamedTuple):
    """The column (from 0) of an option, which is the `number`-th of its list, and its cells below the heading."""

    option: Option
    number: int
    column: int
    cells: SheetColumn


def readings(columns: Sequence[TickColumn], two_is_no: bool = False) -> list[list[Says]]:
    """What each different cell of each column says: "words" are a respondent's own, in the column of 기타;
    "stray" is neither yes nor no.

    The columns of a question are read together: X is no where there are circles, and where every column holds
    nothing but the number of its own option, that number is yes.
    two_is_no  what `ones_and_twos` says of them
    """
    keys = [[match_key(text) for text in column.cells.texts.to_pylist()] for column in columns]
    used = [used_of(column.cells, texts) for column, texts in zip(columns, keys, strict=True)]
    rings = any(key in _RINGS for texts in used for key in texts)
    own_numbers = _own_numbers(columns, used)
    said = [
        [_says(column, key, column.cells.cell(at), rings, own_numbers) for at, key in enumerate(texts)]
        for column, texts in zip(columns, keys, strict=True)
    ]
    if not two_is_no:
        return said
    return [
        ["no" if _number(key) == 2 else one for key, one in zip(texts, its, strict=True)]
        for texts, its in zip(keys, said, strict=True)
    ]


def ones_and_twos(columns: Sequence[TickColumn]) -> bool:
    """Whether the columns are coded 1 = yes, 2 = no, as statistical packages like to: both occur and nothing else,
    and no row is blank in some columns only. Where 2 may be the number of the second option, it is that."""
    if len(columns) < 2:
        return False
    used = [
        used_of(column.cells, [match_key(text) for text in column.cells.texts.to_pylist()])
        for column in columns
    ]
    filled = [column.cells.filled for column in columns]
    return (
        {_number(key) for texts in used for key in texts if key} == {1, 2}
        and all(np.array_equal(filled[0], other) for other in filled[1:])
        and not _own_numbers(columns, used)
    )


def _own_numbers(columns: Sequence[TickColumn], used: Sequence[Sequence[str]]) -> bool:
    """Whether every column holds nothing but the number of its own option."""
    return all(
        key in ("", "0", "0.0") or _number(key) == column.number
        for column, texts in zip(columns, used, strict=True)
        for key in texts
    )


def used_of(cells: SheetColumn, about: Sequence[str]) -> list[str]:
    """Of `about` the different cells those that occur; the text of the heading does not."""
    return [about[at] for at in np.flatnonzero(np.bincount(cells.which, minlength=len(about)))]


def are_ticks(columns: Sequence[TickColumn]) -> bool:
    """Whether every cell says yes or no or nothing, or holds a respondent's own words."""
    return all("stray" not in said for said in _said(columns))


def have_no(columns: Sequence[TickColumn]) -> bool:
    """Whether any cell says no, so that yes is a tick and not the number of a choice."""
    return any("no" in said for said in _said(columns))


def _said(columns: Sequence[TickColumn]) -> list[list[str]]:
    return [used_of(column.cells, said) for column, said in zip(columns, readings(columns), strict=True)]


def _says(column: TickColumn, key: str, cell: Cell, rings: bool, own_numbers: bool) -> Says:
    if isinstance(cell.value, DeclaredMissing):
        return "missing"
    if not key:
        return "blank"
    if key in map(match_key, (column.option.id, *option_texts(column.option))):
        return "yes"
    if key in _YES or (own_numbers and _number(key) == column.number):
        return "yes"
    if key in _NO or (rings and key in _CROSSES):
        return "no"
    is_word = key not in _CROSSES and any(map(str.isalpha, key))
    return "words" if column.option.other and is_word else "stray"


def _number(key: str) -> int:
    found = _NUMBER.fullmatch(key)
    return int(found[1]) if found else 0
