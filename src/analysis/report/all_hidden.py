"""What of a table the page leaves out since all of it is hidden: columns and lines of means, sums and the like.

An option that is hidden everywhere is still one that somebody chose, and stays. The workbook keeps every column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.language import message
from analysis.narrative.figure import is_count
from analysis.report.face import Column, Entry, Face, Line
from analysis.tables import Cell
from analysis.tables.table import OF_HOW_MANY

Entries = Sequence[Entry | str | None]


@dataclass(frozen=True)
class Told:
    """A face without its columns and lines of which nothing is shown, and the words of these."""

    face: Face
    left_out: tuple[str, ...]


def without_all_hidden(face: Face) -> Told:
    """What the page tells of it; the face itself where nothing would be left."""
    lines = [line for block in face.blocks for line in block.lines]
    columns = [
        not _all_hidden(column.stats, [line.entries[at] for line in lines]) for at, column in enumerate(face.columns)
    ]
    kept = [line for line in lines if line.total or not _all_hidden(_stats(face.columns), line.entries)]
    if not any(columns) or not kept or (all(columns) and len(kept) == len(lines)):
        return Told(face, ())
    blocks = (replace(block, lines=tuple(_of(columns, block.lines, kept))) for block in face.blocks)
    made = replace(
        face,
        columns=tuple(column for column, stays in zip(face.columns, columns, strict=True) if stays),
        blocks=tuple(block for block in blocks if block.lines),
    )
    beside = {line.words for block in face.blocks for line in block.lines if any(one in kept for one in block.lines)}
    gone = [column.words for column, stays in zip(face.columns, columns, strict=True) if not stays]
    gone += [line.words for line in lines if line not in kept and line.words in beside]
    return Told(made, tuple(dict.fromkeys(gone)))


def left_out_note(found: Sequence[Told], language: str) -> tuple[str, ...]:
    """What these faces leave out, said once; of several faces behind the words of each."""
    parts = [
        f"{one.face.words}({words})" if one.face.words and len(found) > 1 else words
        for one in found
        if (words := ", ".join(one.left_out))
    ]
    return (message("report.caption.all_hidden", language, what=", ".join(parts)),) if parts else ()


def _of(columns: Sequence[bool], lines: Sequence[Line], kept: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        if line in kept:
            entries = (entry for entry, stays in zip(line.entries, columns, strict=True) if stays)
            yield replace(line, entries=tuple(entries))


def _stats(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(stat for column in columns for stat in column.stats)


def _all_hidden(stats: Sequence[str], entries: Entries) -> bool:
    """They are statistics, and none of them is shown."""
    cells = [cell for entry in entries if isinstance(entry, Entry) for cell in entry.cells if cell is not None]
    words = any(isinstance(entry, str) and entry for entry in entries)
    if not (stats and cells) or words or any(cell.status != "suppressed" for cell in cells):
        return False
    figures = [cell for cell in cells if not (cell.stat == "base" or cell.stat.endswith(OF_HOW_MANY))]
    return bool(figures) and all(map(_is_statistic, figures))


def _is_statistic(cell: Cell) -> bool:
    """No number of answers, and no part of them."""
    return not (is_count(cell) or cell.stat == "share")
