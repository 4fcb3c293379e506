"""The heading of a sheet of which nothing is known yet: how many rows it takes, and what each column is called."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from analysis.draft.absent import is_absent
from analysis.draft.notes import Note
from analysis.draft.wording import tidy
from analysis.intake.columns.heading_rows import settle_heading
from analysis.intake.columns.headings import Headings, heading_key
from analysis.intake.errors import IntakeError
from analysis.intake.sheet import AnswerFile, Sheet

NO_HEADINGS = Headings({}, {}, {}, {}, {}, {}, {}, {}, {})
_MOST_ROWS = 3
_FEWEST_BELOW = 3  # rows below a heading of several, so that an answer can be told from it
_LOOK = 200  # rows in which a text of the heading is looked for again
_QUESTION = re.compile(r"\?\s*\Z|^[A-Za-z]{0,2}\d{1,3}[.)]")
_FEWEST_TURNED = 4  # questions below each other


class Settled(NamedTuple):
    """sheet     with its heading put together
    headings  what every column is called
    rows      of the heading, where a questionnaire has to say it; None where the file's tool is known
    """

    sheet: Sheet
    headings: tuple[str, ...]
    rows: int | None = None
    notes: tuple[Note, ...] = ()


def largest(answers: AnswerFile) -> Sheet:
    """The sheet with most cells that hold anything: the others explain it, or sum it up."""
    return max(answers.sheets, key=lambda sheet: sum(int(column.filled.sum()) for column in sheet.columns))


def settled(sheet: Sheet) -> Settled:
    """The sheet with its heading. Raises IntakeError for a form that lies on its side."""
    if sheet.titles or sheet.heading_rows != 1:
        return Settled(sheet, sheet.heading)
    known = settle_heading(sheet, NO_HEADINGS)
    if known.titles:
        return Settled(known, tuple(titles[0] if titles else "" for titles in known.titles))
    _refuse_turned(sheet)
    rows = _rows_of_heading(sheet)
    if rows == 1:
        return Settled(sheet, sheet.heading)
    declared = settle_heading(sheet, NO_HEADINGS, rows)
    return Settled(
        declared, _names(declared), rows, (Note(("heading_rows",), "heading_rows", {"rows": rows}),)
    )


def _rows_of_heading(sheet: Sheet) -> int:
    """How many rows the heading takes: titles that stand over all columns, groups over several."""
    texts = [[tidy(cell.text) for cell in row.cells] for row in sheet.first_rows(_MOST_ROWS + 1)]
    rows = 1
    while rows < min(_MOST_ROWS, len(sheet) - _FEWEST_BELOW) and _goes_on(
        sheet, texts[rows - 1], texts[rows], rows
    ):
        rows += 1
    return rows


def _goes_on(sheet: Sheet, above: list[str], below: list[str], row: int) -> bool:
    """Whether a row stands under gaps that the row above leaves, as items do under a group; and is no answer."""
    gaps = [at for at, text in enumerate(above) if not text and below[at]]
    alone = sum(map(bool, above)) == 1 and sum(map(bool, below)) >= 3  # the title of the whole table
    if not gaps or not (alone or any(at and above[at - 1] for at in gaps)):
        return False
    named = [at for at, text in enumerate(below) if text]
    if any(is_absent(below[at]) or re.fullmatch(r"[-\d.,%\s]*", below[at]) for at in named):
        return False
    width = sum(map(bool, below))
    if width * 2 < len(below) or (Counter(below).most_common(1)[0][1] > 2 and alone):
        return False
    return not any(_again(sheet, at, below[at], row) for at in named)


def _again(sheet: Sheet, column: int, text: str, row: int) -> bool:
    """Whether a text stands further down in its column too, as an answer does."""
    cells = sheet.columns[column]
    return any(tidy(cells.at(at).text) == text for at in range(row + 1, min(len(sheet), _LOOK)))


def _names(sheet: Sheet) -> tuple[str, ...]:
    """ "group [item]" for items of a group; the item alone, where it stands under a title of the whole table or
    under a group that has but one."""
    firsts = [titles[0] if titles else "" for titles in sheet.titles]
    groups = Counter(title.rpartition(" [")[0] for title in firsts if title.endswith("]"))
    over_all = len(groups) == 1 and next(iter(groups.values())) >= len(firsts) - 1
    names = []
    for titles in sheet.titles:
        first = titles[0] if titles else ""
        group, bracket, _ = first.rpartition(" [")
        alone = bracket and (over_all or groups[group] < 2)
        names.append(titles[-1] if alone and len(titles) > 1 else first)
    return (
        tuple(names) if len({*map(heading_key, names)}) >= len({*map(heading_key, firsts)}) else tuple(firsts)
    )


def _refuse_turned(sheet: Sheet) -> None:
    """Raise IntakeError where questions stand below each other at the left, and hardly any at the head."""
    if not 2 <= len(sheet.columns) <= 4 or len(sheet) > _LOOK:
        return
    for column in sheet.columns[:2]:
        texts = [column.at(at).text.strip() for at in range(len(sheet))]
        below = sum(bool(_QUESTION.search(text)) for text in texts)
        beside = sum(bool(_QUESTION.search(text.strip())) for text in sheet.heading)
        if below >= max(_FEWEST_TURNED, 0.6 * len(texts)) and beside <= 1:
            raise IntakeError(
                f"{sheet.place}: 표가 옆으로 누워 있습니다. 문항 {below}개가 아래로 적혀 있습니다. 베낀 파일에서 표를 복사해 "
                "[선택하여 붙여넣기 › 행/열 바꿈]으로 붙인 것을 넣어 주십시오.",
                f"{sheet.place}: the table lies on its side: {below} questions stand below each other. Make a copy of "
                "the file, and paste its table transposed (Paste Special › Transpose).",
            )
