"""The heading is the first row, and the only one: a second heading would be read as a respondent."""

from __future__ import annotations

import numpy as np

from analysis.intake.errors import IntakeError
from analysis.intake.headings import Headings, heading_key
from analysis.intake.sheet import Sheet, cell_at

_LOOK = 10  # rows in which a heading further down is looked for


def refuse_other_headings(sheet: Sheet, headings: Headings) -> None:
    """Raise IntakeError where the heading stands further down, takes two rows, or is repeated."""
    first, *body = sheet.first_rows(_LOOK + 1)
    ours = [heading_key(cell.text) for cell in first.cells]
    for row in body:
        texts = [cell.text for cell in row.cells if cell.text.strip()]
        # A bare number says nothing: where questions are numbered 1, 2, 3, an answer of 3 is no heading.
        questions = sum(headings.part(text) is not None for text in texts if any(map(str.isalpha, text)))
        if questions >= 2 and questions * 2 >= len(texts):
            if any(headings.part(cell.text) for cell in first.cells):
                raise _refusal(
                    sheet,
                    f"문항 제목이 {first.number}번째 줄과 {row.number}번째 줄에 나뉘어 있습니다. 제목을 한 줄로 합쳐 주십시오.",
                    f"the questions stand in rows {first.number} and {row.number}. Put them into one row.",
                )
            raise _refusal(
                sheet,
                f"문항 제목이 첫 줄이 아니라 {row.number}번째 줄에 있습니다. 그 위의 줄을 지워 주십시오.",
                f"the questions stand in row {row.number}, not in the first. Remove the rows above.",
            )
    for column, heading in enumerate(ours):
        question = headings.bases.get(heading)
        if body and question and headings.within(question, cell_at(body[0], column).text):
            raise _refusal(
                sheet,
                f"제목이 두 줄({first.number}~{body[0].number})입니다. '{first.cells[column].text} "
                f"[{cell_at(body[0], column).text}]'처럼 한 줄로 합쳐 주십시오.",
                f"the heading takes two rows ({first.number} and {body[0].number}). Put it into one, such as "
                f"'{first.cells[column].text} [{cell_at(body[0], column).text}]'.",
            )
    for number in _repeated(sheet, ours) if any(map(str.isalpha, "".join(ours))) else ():
        raise _refusal(
            sheet,
            f"{number}번째 줄에 제목이 다시 나옵니다. 그 줄을 지워 주십시오.",
            f"row {number} repeats the heading. Remove it.",
        )


def _repeated(sheet: Sheet, ours: list[str]) -> list[int]:
    """The numbers of the rows that say the same as the heading in every column."""
    if len(ours) < 2:
        return []
    body = slice(sheet.heading_rows, None)
    same = np.ones(len(sheet), bool)
    # The columns of few different cells first: after them hardly a row is left that could be a heading.
    for column, heading in sorted(zip(sheet.columns, ours, strict=True), key=lambda pair: len(pair[0].texts)):
        if not same[body].any():
            break
        alike = [at for at, text in enumerate(column.texts.to_pylist()) if heading_key(text) == heading]
        same &= np.isin(column.which, alike)
    return sheet.numbers[body][same[body]].tolist()


def _refusal(sheet: Sheet, korean: str, english: str) -> IntakeError:
    return IntakeError(f"{sheet.place}: {korean}", f"{sheet.place}: {english}")
