"""Columns that are asked together: the rows of a grid, the options of one question, the ranks of a ranking.

What belongs together is told by headings: "질문 [행]", "질문 - 열 [행]", "질문 [행 / 열]", "question/option", "질문 - 보기".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from analysis.draft.cells import Cells
from analysis.draft.options import is_other
from analysis.draft.wording import wording
from analysis.intake.columns.heading_words import brackets, heading_key, path_of
from analysis.language.text import match_key

_RANK = re.compile(
    r"(?:(?:rank|choice|priority)\s*#?)?(\d{1,2})\s*(?:순위|위|번째|st|nd|rd|th)?(?:\s*(?:choice|rank))?",
    re.IGNORECASE,
)
_SAYS_RANK = re.compile(r"순위|위\Z|번째|rank|choice|priority|st\Z|nd\Z|rd\Z|th\Z", re.IGNORECASE)
_BETWEEN = (" / ", " - ", " – ", " > ", " | ")
_BEHIND = (" - ", " – ", " > ", ": ")
_FEWEST_BEHIND = 3  # columns that share a beginning, where no bracket says that they belong together


class Column(NamedTuple):
    """at       position in the sheet (from 0)
    heading  what it is called, on one line
    cells    what stands in it
    """

    at: int
    heading: str
    cells: Cells


class Item(NamedTuple):
    """A column that is a part of a question. side: the column of a grid that it is in, "" where there is but one."""

    column: Column
    row: str
    side: str = ""


Shape = Literal["one", "several", "ranks"]


class Group(NamedTuple):
    """base    what heads the question
    items   its columns; one, without a row, of a plain question
    joined  the column that holds all choices beside those of the options
    """

    shape: Shape
    base: str
    items: tuple[Item, ...]
    joined: Column | None = None

    @property
    def first(self) -> int:
        return min(item.column.at for item in self.items)

    @property
    def rows(self) -> list[str]:
        return list(dict.fromkeys(item.row for item in self.items))

    @property
    def sides(self) -> list[str]:
        return list(dict.fromkeys(item.side for item in self.items))

    def columns(self) -> set[int]:
        joined = {self.joined.at} if self.joined else set()
        return {item.column.at for item in self.items} | joined

    def apart(self) -> tuple[Group, ...]:
        """Every column as a question of its own."""
        alone = [item.column for item in self.items] + ([self.joined] if self.joined else [])
        return tuple(one(column) for column in sorted(alone, key=lambda column: column.at))


def one(column: Column) -> Group:
    return Group("one", column.heading, (Item(column, ""),))


def groups_of(columns: Sequence[Column]) -> list[Group]:
    """The columns in groups, in the order of the file."""
    by_heading = {heading_key(column.heading): column for column in columns}
    found: list[Group] = []
    taken: set[int] = set()
    for base, items in [*_bracketed(columns), *_by_path(columns)]:
        if (
            len(items) > 1
            and not taken & {item.column.at for item in items}
            and not _only_own_words(items, base, by_heading)
        ):
            joined = by_heading.get(heading_key(base))
            group = Group(_shape(items), base, tuple(_with_sides(items)), joined)
            found.append(group)
            taken |= group.columns()
    rest = [column for column in columns if column.at not in taken]
    for base, items in _behind(rest):
        group = Group(_shape(items), base, tuple(_with_sides(items)))
        found.append(group)
        taken |= group.columns()
    found = _sides_joined(found)
    found += [one(column) for column in columns if column.at not in taken]
    return sorted(found, key=lambda group: group.first)


def _bracketed(columns: Sequence[Column]) -> Iterator[tuple[str, list[Item]]]:
    """Columns whose headings differ in the brackets at their end."""
    groups: dict[str, list[Item]] = defaultdict(list)
    bases: dict[str, str] = {}
    for column in columns:
        base, inner = brackets(column.heading)
        if inner and base and all(text.strip() for text in inner):
            key = heading_key(base)
            bases.setdefault(key, base)
            groups[key].append(Item(column, inner[0].strip(), " / ".join(text.strip() for text in inner[1:])))
    for key, items in groups.items():
        if key and len({(match_key(item.row), match_key(item.side)) for item in items}) == len(items):
            yield bases[key], items


def _by_path(columns: Sequence[Column]) -> Iterator[tuple[str, list[Item]]]:
    """Technical names: "group/water_sources/piped"."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for column in columns:
        if "/" in column.heading and len(path_of(column.heading)) > 1:
            base, _, option = column.heading.rpartition("/")
            groups[base].append(Item(column, option))
    yield from groups.items()


def _behind(columns: Sequence[Column]) -> Iterator[tuple[str, list[Item]]]:
    """Columns side by side whose headings begin alike up to a sign, and that are answered alike."""
    run: list[Item] = []
    shared = ""
    for column in [*columns, None]:
        base, item = _cut(column.heading) if column else ("", "")
        if column and base and base == shared and run and column.at == run[-1].column.at + 1:
            run.append(Item(column, item))
            continue
        if (
            len(run) >= _FEWEST_BEHIND
            and len({match_key(one.row) for one in run}) == len(run)
            and _answered_alike(run)
        ):
            yield shared, run
        shared, run = base, [Item(column, item)] if column and base else []


def _cut(heading: str) -> tuple[str, str]:
    for sign in _BEHIND:
        base, found, item = heading.rpartition(sign)
        if found and base.strip() and item.strip() and wording(heading).text != item:
            return base.strip(), item.strip()
    return "", ""


def _answered_alike(items: Sequence[Item]) -> bool:
    """Whether a few answers stand in all columns, or each column has nothing but its own option."""
    keys = [{match_key(text) for text in item.column.cells.texts} for item in items]
    own = all(there <= {match_key(item.row), ""} for item, there in zip(items, keys, strict=True))
    every = set().union(*keys)
    return own or 0 < len(every) <= 12


def _only_own_words(items: Sequence[Item], base: str, by_heading: dict[str, Column]) -> bool:
    """Whether all that stands beside the question's own column is what was written under 기타."""
    return heading_key(base) in by_heading and all(is_other(item.row) for item in items)


def _shape(items: Sequence[Item]) -> Shape:
    numbers = [_rank(item.row) for item in items]
    return "ranks" if sorted(numbers) == list(range(1, len(items) + 1)) and len(items) > 1 else "several"


def _rank(text: str) -> int:
    found = _RANK.fullmatch(text.strip())
    return int(found[1]) if found and _SAYS_RANK.search(text.strip()) else 0


def _with_sides(items: Sequence[Item]) -> Sequence[Item]:
    """Rows and columns told apart in "상근 / 여": every row has every column."""
    if any(item.side for item in items):
        whole = len({item.row for item in items}) * len({item.side for item in items}) == len(items)
        if whole and all(item.side for item in items):
            return items
        return [Item(item.column, " / ".join(filter(None, (item.row, item.side)))) for item in items]
    for sign in _BETWEEN:
        cut = [item.row.rpartition(sign) for item in items]
        rows = list(dict.fromkeys(row for row, _, _ in cut))
        sides = list(dict.fromkeys(side for _, _, side in cut))
        if (
            all(found and row.strip() for row, found, _ in cut)
            and len(rows) > 1
            and len(sides) > 1
            and len(rows) * len(sides) == len(items)
        ):
            return [
                Item(item.column, row.strip(), side.strip())
                for item, (row, _, side) in zip(items, cut, strict=True)
            ]
    return items


def _sides_joined(groups: Sequence[Group]) -> list[Group]:
    """Grids that ask the same rows, and whose titles differ behind a dash, are the columns of one."""
    by_rows: dict[tuple[str, frozenset[str]], list[Group]] = defaultdict(list)
    for group in groups:
        before, dash, _ = group.base.rpartition(" - ")
        if dash and before and group.shape == "several" and group.sides == [""]:
            by_rows[heading_key(before), frozenset(map(match_key, group.rows))].append(group)
    joined = {id(group): parts for parts in by_rows.values() if len(parts) > 1 for group in parts}
    done: set[int] = set()
    found: list[Group] = []
    for group in groups:
        parts = joined.get(id(group))
        if parts is None:
            found.append(group)
        elif id(parts) not in done:
            done.add(id(parts))
            items = [
                Item(item.column, item.row, part.base.rpartition(" - ")[2])
                for part in parts
                for item in part.items
            ]
            items.sort(key=lambda item: item.column.at)
            found.append(Group("several", group.base.rpartition(" - ")[0], tuple(items)))
    return found
