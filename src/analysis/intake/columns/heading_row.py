"""The heading is where it should be: another one further down would be read as a respondent, and a respondent that
is taken for a heading would be lost."""

from __future__ import annotations

import numpy as np
import pyarrow.compute as pc

from analysis.intake.columns.headings import Headings, heading_key
from analysis.intake.errors import IntakeError
from analysis.intake.sheet import Row, Sheet, cell_at

_LOOK = 10  # rows in which a heading further down is looked for
_MORE = 20  # blanks and the like that the same heading may have more elsewhere

# What came is kept as it came, and only the shape of a copy is mended: docs/ko/README.md, step 3.
IN_A_COPY = "받은 파일은 다른 곳에 그대로 두고, 베낀 파일에서"
IN_A_COPY_EN = "Keep the file that came elsewhere as it is, make a copy"


def refuse_other_headings(sheet: Sheet, headings: Headings, declared: int | None = None) -> None:
    """Raise IntakeError where the heading stands further down, takes two rows, or is repeated; and where the
    questionnaire says that it takes several (`declared`), and there is but one."""
    if sheet.titles and declared == sheet.heading_rows:
        _refuse_answers_as_heading(sheet, headings)
    if sheet.titles:
        return
    first, *body = sheet.first_rows(_LOOK + 1)
    ours = [heading_key(cell.text) for cell in first.cells]
    for number in _repeated(sheet, ours) if any(map(str.isalpha, "".join(ours))) else ():
        raise refusal(
            sheet,
            f"{number}번째 줄에 제목이 다시 나옵니다. {IN_A_COPY} 그 줄을 뺀 것을 넣어 주십시오.",
            f"row {number} repeats the heading. {IN_A_COPY_EN}, and put it in without that row.",
        )
    above = {headings.part(cell.text) for cell in first.cells} - {None}
    for row in body:
        texts = [cell.text for cell in row.cells if cell.text.strip()]
        # A bare number says nothing: where questions are numbered 1, 2, 3, an answer of 3 is no heading.
        questions = {headings.part(text) for text in texts if any(map(str.isalpha, text))} - {None}
        if len(questions) >= 2 and len(questions) * 2 >= len(texts):
            raise _further_down(sheet, first, row, repeats=bool(above & questions), begun=bool(above))
    for column, heading in enumerate(ours):
        question = headings.bases.get(heading)
        below = cell_at(body[0], column).text if body else ""
        if question and (
            headings.within(question, below) or _lists_options(question, column, first, body, headings)
        ):
            raise refusal(
                sheet,
                f"제목이 두 줄({first.number}~{body[0].number})입니다. 질문지에 heading_rows: 2라고 적어 주십시오. "
                f"그러면 '{first.cells[column].text} [{below}]'처럼 합쳐 읽습니다.",
                f"the heading takes two rows ({first.number} and {body[0].number}). Write heading_rows: 2 into the "
                f"questionnaire: they are then read as one, such as '{first.cells[column].text} [{below}]'.",
            )


def _further_down(sheet: Sheet, first: Row, row: Row, repeats: bool, begun: bool) -> IntakeError:
    """What a row of questions below the first row is taken for, and what may be done."""
    if repeats:
        return refusal(
            sheet,
            f"{row.number}번째 줄에 제목이 다시 나오는데 첫 제목과 다릅니다. 모양이 다른 응답을 이어 붙인 것 같습니다. "
            f"{IN_A_COPY} 제목마다 파일을 나누어 넣어 주십시오.",
            f"row {row.number} is a heading again, and not the same: answers of two shapes seem to have been put "
            f"together. {IN_A_COPY_EN}, and put in a file for each heading.",
        )
    if begun:
        told = row.number == first.number + 1
        return refusal(
            sheet,
            f"문항 제목이 {first.number}번째 줄과 {row.number}번째 줄에 나뉘어 있습니다. "
            + (
                "질문지에 heading_rows: 2라고 적어 주십시오."
                if told
                else f"{IN_A_COPY} 한 줄로 합친 것을 넣어 주십시오."
            ),
            f"the questions stand in rows {first.number} and {row.number}. "
            + (
                "Write heading_rows: 2 into the questionnaire."
                if told
                else f"{IN_A_COPY_EN}, and put it in with all of them in one row."
            ),
        )
    lines = row.number - 1
    return refusal(
        sheet,
        f"문항 제목이 첫 줄이 아니라 {row.number}번째 줄에 있습니다. {IN_A_COPY} 그 위의 {lines}줄을 뺀 것을 넣어 주십시오.",
        f"the questions stand in row {row.number}, not in the first. {IN_A_COPY_EN}, and put it in without the "
        f"{lines} rows above.",
    )


def _lists_options(question: str, column: int, first: Row, body: list[Row], headings: Headings) -> bool:
    """Whether options stand below a question and the empty cells to its right, and no other row repeats them."""
    if not body or cell_at(first, column + 1).text.strip():
        return False
    pair = [cell_at(body[0], at).text for at in (column, column + 1)]
    further = [cell_at(row, at).text for row in body[1:] for at in (column, column + 1)]
    return all(headings.is_choice(question, text) for text in pair) and not any(
        headings.is_choice(question, text) for text in further
    )


def _refuse_answers_as_heading(sheet: Sheet, headings: Headings) -> None:
    """Several rows make a heading only if they say more than the first of them does alone."""
    rows = sheet.first_rows(sheet.heading_rows)
    if len(rows) < 2:
        return
    first, *below = [[cell.text for cell in row.cells] for row in rows]
    together = sum(
        any(headings.claim(name) or headings.companion(name) for name in sheet.names(at))
        for at in range(len(sheet.columns))
    )
    alone = sum(headings.claim(text) is not None for text in first)
    if together <= alone and not any(headings.claim(text) for texts in below for text in texts):
        raise refusal(
            sheet,
            f"질문지에는 제목이 {len(rows)}줄이라고 적혀 있으나(heading_rows), {rows[1].number}번째 줄은 제목이 아니라 응답으로 "
            "보입니다. 질문지의 heading_rows를 고쳐 주십시오.",
            f"the questionnaire says that the heading takes {len(rows)} rows (heading_rows), but row "
            f"{rows[1].number} looks like answers. Mend heading_rows in the questionnaire.",
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
        letters = pc.utf8_length(column.texts).to_numpy(zero_copy_only=False)
        near = np.flatnonzero(
            (letters <= 2 * letters[column.which[0]] + _MORE) & (letters * 4 >= len(heading))
        )
        alike = [at for at in near.tolist() if heading_key(column.texts[at].as_py()) == heading]
        same &= np.isin(column.which, alike)
    return sheet.numbers[body][same[body]].tolist()


def refusal(sheet: Sheet, korean: str, english: str) -> IntakeError:
    """An error that begins with where it is."""
    return IntakeError(f"{sheet.place}: {korean}", f"{sheet.place}: {english}")
