"""What of a question's counts has to be hidden, and what beside it, so that subtraction does not bring it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from analysis.release.audit import found, line_is_hidden
from analysis.release.board import Block, Board, Key, Line, line_of

Candidate = TypeVar("Candidate", str, Key)


@dataclass(frozen=True)
class Secrecy:
    """How much of a question is to be kept.

    threshold  a count or base from 1 up to this is hidden
    total      what all respondents answered together may be hidden, too
    unanimous  an answer that all of a line gave is hidden: it tells what each of them answered
    """

    threshold: int
    total: bool
    unanimous: bool


@dataclass
class Hidden:
    """The counts and the lines that are hidden, by the rule that hid each."""

    counts: dict[Key, str] = field(default_factory=dict)
    lines: dict[Line, str] = field(default_factory=dict)


def hide(board: Board, secrecy: Secrecy, hidden: Hidden) -> None:
    """Add to what is hidden: small lines first, then counts, then whatever a reader would need to work out either."""
    _small_lines(board, secrecy, hidden)
    for block in board.blocks:
        _telling_counts(board, block, secrecy, hidden)
    _balance(board, secrecy, hidden)
    _stop_the_reader(board, secrecy, hidden)


def _small_lines(board: Board, secrecy: Secrecy, hidden: Hidden) -> None:
    """Lines with a small base, and others beside them: the levels of a group add up to a total that is seen."""
    for _, row, side in [line for line in board.bases if not line[0]]:
        for group in board.groups:
            bases = {
                level: board.bases[level, row, side] for level in group if (level, row, side) in board.bases
            }
            out = [level for level, n in bases.items() if 0 < n < secrecy.threshold]
            hidden.lines |= {(level, row, side): "small" for level in out}
            while out and _weak([bases[level] for level in out], secrecy.threshold):
                beside = _smallest({level: n for level, n in bases.items() if level not in out}, len(out))
                if beside is None:
                    break
                out.append(beside)
                hidden.lines.setdefault((beside, row, side), "complement")
        if secrecy.total and 0 < board.bases["", row, side] < secrecy.threshold:
            hidden.lines["", row, side] = "small"


def _telling_counts(board: Board, block: Block, secrecy: Secrecy, hidden: Hidden) -> None:
    """Counts of a few, and the answer that everybody of a line gave."""
    for level in _open_levels(block, secrecy, hidden):
        base = board.bases.get((level, block.row, block.side))
        for item in block.items:
            n = board.counts.get((level, block.row, item), 0)
            if 0 < n < secrecy.threshold:
                hidden.counts[level, block.row, item] = "small"
            elif secrecy.unanimous and n and n == base and not block.is_box:
                hidden.counts[level, block.row, item] = "unanimous"


def _balance(board: Board, secrecy: Secrecy, hidden: Hidden) -> None:
    """Hide on until neither a line nor a column has a lone X, or X's that add up to a few."""
    while any([_balance_block(board, block, secrecy, hidden) for block in board.blocks]) or _ranks_together(
        board, hidden
    ):
        pass


def _balance_block(board: Board, block: Block, secrecy: Secrecy, hidden: Hidden) -> bool:
    """The same in one block. True where something was hidden."""
    before = len(hidden.counts)
    levels = _open_levels(block, secrecy, hidden) if board.one_choice else []
    columns = {item: [(level, block.row, item) for level in block.levels] for item in block.items}
    lines = {level: [(level, block.row, item) for item in block.items] for level in ("", *block.levels)}
    directions = [
        *((lines[level], lambda key: columns[key[2]]) for level in levels),
        *((keys, lambda key: lines[key[0]]) for keys in columns.values()),
    ]
    while any([_hide_beside(keys, crossing, board, secrecy, hidden) for keys, crossing in directions]):
        pass
    return len(hidden.counts) > before


def _hide_beside(
    keys: Sequence[Key],
    crossing: Callable[[Key], Sequence[Key]],
    board: Board,
    secrecy: Secrecy,
    hidden: Hidden,
) -> bool:
    """Hide on until the hidden ones of a line (or column) keep each other's secret: what has a hidden count in the
    column (or line) that is `crossing` there, for it will need no further company, and of that the smallest."""
    out = [key for key in keys if key in hidden.counts or line_is_hidden(line_of(key), hidden.lines)]
    if not out:
        return False
    counts = {key: board.counts.get(key, 0) for key in keys}
    moved = False
    while out and _weak([counts[key] for key in out], secrecy.threshold):
        left = {key: n for key, n in counts.items() if key not in out}
        in_company = {key: n for key, n in left.items() if any(at in hidden.counts for at in crossing(key))}
        beside = _smallest(in_company, len(out)) or _smallest(left, len(out))
        if beside is None:
            break
        out.append(beside)
        hidden.counts[beside] = "complement"
        moved = True
    return moved


def _ranks_together(board: Board, hidden: Hidden) -> bool:
    """What was chosen at any rank is the sum of its ranks: hide it with them, and them with it."""
    before = len(hidden.counts)
    for level, row, item in board.counts:
        if "+" in row:
            keys = [(level, rank, item) for rank in (row, *row.split("+"))]
            if any(key in hidden.counts for key in keys):
                for key in keys:
                    hidden.counts.setdefault(key, "complement")
    return len(hidden.counts) > before


def _stop_the_reader(board: Board, secrecy: Secrecy, hidden: Hidden) -> None:
    """Hide more, as long as all equations together give something away; where counts do not help, whole levels."""
    while worked_out := found(board, hidden.counts, hidden.lines, secrecy.threshold):
        if any(_hide_near(key, board, secrecy, hidden) for key in worked_out):
            _balance(board, secrecy, hidden)
        elif not any(_hide_levels(key, board, hidden) for key in worked_out):
            return


def _hide_near(found_count: Key, board: Board, secrecy: Secrecy, hidden: Hidden) -> bool:
    """Hide the base of a column that was asked of those whom this count counts, or another count of a sum that it
    stands in. False where there is nothing to hide."""
    told_by = [
        equation.total
        for equation in board.equations
        if equation.parts == (found_count,) and not line_is_hidden(equation.total, hidden.lines)
    ]
    hidden.lines |= dict.fromkeys(told_by, "complement")
    if told_by or found_count not in board.counts:
        return bool(told_by)
    sums = [equation for equation in board.equations if found_count in (*equation.parts, equation.total)]
    for equation in sorted(sums, key=lambda equation: _value(equation.total, board)):  # the tightest tells most
        shown = {
            key: board.counts[key]
            for key in equation.parts
            if key in board.counts and key not in hidden.counts and (key[0] or secrecy.total)
            and not line_is_hidden(line_of(key), hidden.lines) and board.bases.get(line_of(key))
        }  # fmt: skip
        beside = _smallest(shown, out_count=1)
        if beside is not None:
            hidden.counts[beside] = "complement"
            return True
    return False


def _value(key: Key, board: Board) -> int:
    return board.counts[key] if key in board.counts else board.bases[key]


def _hide_levels(found_count: Key, board: Board, hidden: Hidden) -> bool:
    """Hide all levels of the groups that have the level of this count. False where there is nothing left of them."""
    own = {level for level, _, _ in board.counts if _in_a_group_with(found_count[0], level, board)}
    left = {line for line in board.bases if line[0] in own and line not in hidden.lines}
    hidden.lines |= dict.fromkeys(left, "complement")
    return bool(left)


def _in_a_group_with(level: str, other: str, board: Board) -> bool:
    """Whether `other` is a level of a group that has `level`, too, or of any group where that is the total."""
    return bool(other) and any(other in group and (not level or level in group) for group in board.groups)


def _open_levels(block: Block, secrecy: Secrecy, hidden: Hidden) -> list[str]:
    """The levels, and the total where that is not for everybody to see, of which something is still shown."""
    levels = ("", *block.levels) if secrecy.total else block.levels
    return [level for level in levels if not line_is_hidden((level, block.row, block.side), hidden.lines)]


def _weak(counts: Iterable[int], threshold: int) -> bool:
    """One X alone, or X's that together are few: subtraction from the total would give them back."""
    counts = list(counts)
    return len(counts) == 1 or 0 < sum(counts) < threshold


def _smallest(candidates: Mapping[Candidate, int], out_count: int) -> Candidate | None:
    """The smallest count that is not nothing; a nothing only to give a lone X its company."""
    real = {key: count for key, count in candidates.items() if count > 0}
    pool = real or (candidates if out_count == 1 else {})
    return min(pool, key=lambda key: (pool[key], key)) if pool else None
