"""Which columns of a sheet are asked, and which were put there by a tool, number the rows or weigh them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from analysis.draft.cells import Cells, cells_of
from analysis.draft.grouping import Column
from analysis.draft.notes import Note, listed
from analysis.draft.wording import tidy
from analysis.intake.columns.heading_words import heading_key
from analysis.intake.columns.tool_columns import is_tool_column
from analysis.intake.sheet import Sheet
from analysis.language.text import match_key

_ID = re.compile(
    r"(?:id|no\.?|번호|연번|순번|일련번호|접수번호|관리번호|응답(?:자)?\s?(?:번호|id)|(?:respondent|response|case|record|user)?[\s_-]?id|uuid|index|key)",
    re.IGNORECASE,
)
_WEIGHT = re.compile(r"가중치|가중값|\bweights?\b|_weight\b|\bweight_|\bw(?:gh)?t\d*\b", re.IGNORECASE)
_STATUS = frozenset(
    map(
        match_key,
        (
            "Status",
            "상태",
            "응답 상태",
            "응답상태",
            "완료 여부",
            "완료여부",
            "진행 상태",
            "Finished",
            "Completed",
        ),
    )
)
_TO_THE_END = frozenset(
    map(
        match_key,
        ("Complete", "Completed", "완료", "응답 완료", "제출 완료", "끝까지 응답", "TRUE", "Finished"),
    )
)
_BROKEN_OFF = frozenset(
    map(
        match_key,
        (
            "Partial",
            "Incomplete",
            "In progress",
            "Abandoned",
            "미완료",
            "중도 이탈",
            "중도이탈",
            "진행 중",
            "부분 응답",
            "FALSE",
            "Disqualified",
        ),
    )
)


@dataclass(frozen=True)
class Sorted:
    """asked    columns that a question asks for
    ignored  headings of those that are no answers
    status   the column that tells responses that were broken off
    moments  cells of the columns that say when a response came
    """

    asked: tuple[Column, ...]
    ignored: tuple[str, ...]
    notes: tuple[Note, ...]
    status: Column | None = None
    moments: tuple[Cells, ...] = ()


def sort_columns(sheet: Sheet, headings: tuple[str, ...]) -> Sorted:
    """headings: what every column is called."""
    asked: list[Column] = []
    ignored: dict[str, list[str]] = {}
    moments: list[Cells] = []
    status: Column | None = None
    times = Counter(map(heading_key, headings))
    for at, heading in enumerate(map(tidy, headings)):
        filled = bool(sheet.columns[at].filled[sheet.heading_rows :].any())
        column = Column(at, heading, cells_of(sheet, at)) if filled or heading else None
        if column is None:
            continue
        if not heading_key(heading):
            ignored.setdefault("unnamed", []).append("")
        elif times[heading_key(heading)] > 1:
            ignored.setdefault("same_heading", []).append(heading)
        elif status is None and _tells_the_end(column):
            status = column
            asked.append(column)
        elif is_tool_column(heading):
            ignored.setdefault("tool", []).append(heading)
            moments.append(column.cells)
        elif reason := _no_answer(column):
            ignored.setdefault(reason, []).append(heading)
        else:
            asked.append(column)
    notes = tuple(
        Note(
            ("ignore_columns",), f"ignored_{reason}", {"headings": listed(found, 5, 40), "count": len(found)}
        )
        for reason, found in ignored.items()
    )
    names = tuple(dict.fromkeys(name for found in ignored.values() for name in found))
    return Sorted(tuple(asked), names, notes, status, tuple(moments))


def ends(label: str) -> bool:
    """Whether a status says that the response was made to the end."""
    return match_key(label) in _TO_THE_END


def _tells_the_end(column: Column) -> bool:
    labels = {match_key(label) for label in column.cells.alike} if len(column.cells.texts) <= 10 else set()
    both = labels & _TO_THE_END and labels & _BROKEN_OFF
    return bool(match_key(column.heading) in _STATUS and both and labels <= _TO_THE_END | _BROKEN_OFF)


def _no_answer(column: Column) -> str:
    """Why a column is no answer: "ids", "weight"; "" where it may be one."""
    cells = column.cells
    unique = cells.filled == cells.rows and (max(cells.texts.values(), default=0) == 1)
    if unique and cells.rows >= 3 and _ID.fullmatch(column.heading):
        return "ids"
    if _WEIGHT.search(column.heading) and _weighs(cells):
        return "weight"
    return ""


def _weighs(cells: Cells) -> bool:
    """Positive numbers, not all whole, about 1 on an average."""
    try:
        numbers = {float(text): count for text, count in cells.texts.items()}
    except ValueError:
        return False
    total = sum(number * count for number, count in numbers.items())
    whole = all(number.is_integer() for number in numbers)
    return bool(numbers) and min(numbers) >= 0 and not whole and 0.5 < total / cells.filled < 2
