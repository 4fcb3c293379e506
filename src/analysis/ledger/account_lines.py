"""Lines of 관, 항 and 목 as people write them: blanks that carry down, totals told from what they add up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from analysis.language.text import match_key
from analysis.ledger.ruled_sheet import RuledRow

SideName = Literal["income", "expense"]
LEVELS = ("gwan", "hang", "mok")

_BRACKETS = str.maketrans("", "", "()[]〔〕<>")
_WHOLE = frozenset(("계", "합계", "총계", "총합계", "총액"))
_PART = frozenset(("소계", "부분계"))
_OF_SIDE = re.compile(r"(수입|지출|세입|세출)부?(?:의)?(총)?(계|소계|합계|총계|총액)\Z")
_OF_NAME = re.compile(r"(.+?)의?(소계|합계|계)\Z")
_CARRIED_OVER = re.compile(r"(차기|차년도|다음해|익년도?)?이월(금|액)?\Z|차기이월.*")


@dataclass(frozen=True)
class AccountLine:
    """A line with amounts of its own.

    path: 관, 항, 목, as deep as it goes. amounts in won, and the places where they stand, by column. note_en: the note
    in English, "" where none is given.
    """

    path: tuple[str, ...]
    amounts: dict[str, int]
    note: str = ""
    places: dict[str, str] = field(default_factory=dict)
    note_en: str = ""

    @property
    def carried_over(self) -> bool:
        """What is left at the end of the year (차기이월금), which is no spending."""
        return any(_CARRIED_OVER.match(match_key(name)) for name in self.path)


@dataclass(frozen=True)
class TypedTotal:
    """A sum that somebody typed, the lines that it is of, and where it stands. words: "인건비 계", as typed."""

    words: str
    amounts: dict[str, int]
    lines: tuple[AccountLine, ...]
    places: dict[str, str]


@dataclass(frozen=True)
class Side:
    """Income or expense: lines in printed order, those of one 관 and one 항 together.

    bare: lines that have a name, no amount, and nothing below them.
    """

    lines: tuple[AccountLine, ...] = ()
    totals: tuple[TypedTotal, ...] = ()
    bare: tuple[AccountLine, ...] = ()

    def total(self, column: str) -> int:
        """Of all lines, those carried over among them."""
        return sum(line.amounts.get(column, 0) for line in self.lines)

    def under(self, *path: str) -> tuple[AccountLine, ...]:
        return tuple(line for line in self.lines if line.path[: len(path)] == path)


@dataclass
class SideReader:
    """Takes the rows of one side one after the other. columns: the names of its columns of amounts."""

    side: SideName
    columns: Sequence[str]
    names: list[str] = field(default_factory=lambda: ["", "", ""])
    lines: list[AccountLine] = field(default_factory=list)
    typed: list[tuple[str, tuple[str, ...] | None, int, AccountLine]] = field(default_factory=list)
    bare: list[AccountLine] = field(default_factory=list)

    def take(self, row: RuledRow) -> None:
        """Raises LedgerError for an amount that cannot be read, or that stands under no name."""
        given = [row.text(level) for level in LEVELS]
        if not any(given):
            given[0] = _named_beside(row.text("side"))
        amounts = {
            column: amount for column in self.columns if (amount := row.amount(column)) is not None
        }
        places = {column: row.place(column) for column in self.columns}
        named = [(at, text) for at, text in enumerate(given) if text]
        total = next(((text, of) for at, text in named if (of := self._total(text, at)) is not False), None)
        if total:
            line = AccountLine((), amounts, "", places)
            if amounts:
                self.typed.append((total[0], total[1], len(self.lines), line))
            return
        if not any(given):
            self._without_name(row, amounts)
            return
        self._carry(given)
        path = self._path(row, given)
        line = AccountLine(path, amounts, row.text("note"), places, row.text("note_en"))
        (self.lines if amounts else self.bare).append(line)

    def done(self) -> Side:
        """The side, with lines that turn out to be the sum of those below them taken for typed totals."""
        heads = [line for line in self.lines if any(_is_below(other, line) for other in self.lines)]
        lines = tuple(_together([line for line in self.lines if line not in heads]))
        side = Side(lines)
        totals = [
            TypedTotal(line.path[-1], line.amounts, side.under(*line.path), line.places) for line in heads
        ]
        for words, path, so_far, line in self.typed:
            if path is None:  # of everything above it; at the top, of everything below it
                above = [other for other in self.lines[:so_far] if other not in heads]
                of = tuple(above or lines)
            else:
                of = side.under(*path)
            totals.append(TypedTotal(words, line.amounts, of, line.places))
        bare = tuple(line for line in self.bare if not side.under(*line.path))
        return replace(side, totals=tuple(totals), bare=bare)

    def _total(self, text: str, at: int) -> tuple[str, ...] | None | Literal[False]:
        """What a typed total is of: a path, None for the whole side, False where the text is no total."""
        key = match_key(text).translate(_BRACKETS)
        above = tuple(filter(None, self.names[:at]))
        if _OF_SIDE.match(key):
            return None
        if key in _WHOLE:
            return above or None
        if key in _PART:
            return above or tuple(filter(None, self.names[:1])) or None
        match = _OF_NAME.match(key)
        if match:
            for depth, name in enumerate(self.names[:2], start=1):
                if name and match_key(name) == match[1]:
                    return tuple(filter(None, self.names[:depth]))
        return False

    def _carry(self, given: Sequence[str]) -> None:
        """A name that is written anew ends those of the levels below it."""
        for at, text in enumerate(given):
            if text:
                anew = at < 2 and text != self.names[at]
                self.names[at] = text
                if anew:
                    self.names[at + 1 :] = [""] * (2 - at)

    def _path(self, row: RuledRow, given: Sequence[str]) -> tuple[str, ...]:
        deepest = max(at for at, text in enumerate(given) if text)
        path = tuple(filter(None, self.names[: deepest + 1]))
        if not self.names[0]:
            raise row.error("gwan", "no_gwan", name=path[-1])
        return path

    def _without_name(self, row: RuledRow, amounts: dict[str, int]) -> None:
        """More of the note above, or an amount of nobody."""
        if amounts:
            raise row.error(next(iter(amounts)), "amount_without_name")
        if self.lines:
            last = self.lines[-1]
            note, english = (
                ", ".join(filter(None, (so_far, row.text(column))))
                for column, so_far in (("note", last.note), ("note_en", last.note_en))
            )
            self.lines[-1] = replace(last, note=note, note_en=english)


def _named_beside(side: str) -> str:
    """The name of a line that only the column 구분 tells: "수입 계", "차기이월금"."""
    key = match_key(side).translate(_BRACKETS)
    return side if key in _WHOLE or _OF_SIDE.match(key) or _CARRIED_OVER.match(key) else ""


def _is_below(line: AccountLine, head: AccountLine) -> bool:
    return len(line.path) > len(head.path) and line.path[: len(head.path)] == head.path


def _together(lines: Iterable[AccountLine]) -> Iterator[AccountLine]:
    """Lines of one 관, and within it of one 항, one after the other; each where the first of them stands."""
    lines = list(lines)
    firsts: dict[tuple[str, ...], int] = {}
    for at, line in enumerate(lines):
        for depth in (1, 2):
            firsts.setdefault(line.path[:depth], at)
    yield from sorted(lines, key=lambda line: (firsts[line.path[:1]], firsts[line.path[:2]]))
