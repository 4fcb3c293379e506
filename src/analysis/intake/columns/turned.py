"""A form that was sent on its side: a question a row, the answer beside it. Its rows are no respondents."""

from __future__ import annotations

from analysis.intake.columns.heading_row import IN_A_COPY, IN_A_COPY_EN, refusal
from analysis.intake.columns.headings import Headings
from analysis.intake.sheet import Sheet

_LOOK = 150  # rows; a form of more questions has some of them among these
_LONGEST = 300  # characters of a question
_COLUMNS = 3  # a number or a section may stand before the question
_ENOUGH = 3  # questions below each other; fewer may be names that look like numbers


def refuse_turned(sheet: Sheet, headings: Headings) -> None:
    """Raise IntakeError where a column at the left names questions, and several times as many as the heading."""
    rows = range(min(_LOOK, len(sheet)))
    left = ([column.at(row).text for row in rows] for column in sheet.columns[:_COLUMNS])
    below = max((_questions(texts, headings) for texts in left), default=0)
    beside = _questions([name for at in range(len(sheet.columns)) for name in sheet.names(at)], headings)
    if below >= _ENOUGH and below > 2 * beside:
        raise refusal(
            sheet,
            f"표가 옆으로 누워 있습니다. 문항 {below}개가 한 줄에 하나씩 아래로 적혀 있습니다. {IN_A_COPY} 표를 복사해 "
            "[선택하여 붙여넣기 › 행/열 바꿈]으로 붙인 것을 넣어 주십시오. 첫 줄이 문항 제목, 그 아래 한 줄이 응답자 하나여야 합니다.",
            f"the table lies on its side: {below} questions stand below each other, one a row. {IN_A_COPY_EN}, copy "
            "the table in it and paste it transposed (Paste Special › Transpose). The first row must hold the "
            "questions, and each row below it one respondent.",
        )


def _questions(texts: list[str], headings: Headings) -> int:
    """How many different parts these texts name. A bare number names none: it may be an answer."""
    claims = (headings.claim(text) for text in texts if len(text) <= _LONGEST and any(map(str.isalpha, text)))
    return len({claim.key for claim in claims if claim})
