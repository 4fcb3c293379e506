"""A heading of several rows becomes one title a column: as the questionnaire says, or as a tool is known to write.

What is a heading must be certain. A row that is taken for one by mistake is a respondent lost; one that is not, a
respondent too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.intake.columns.headings import Headings, heading_key
from analysis.intake.sheet import Sheet, cell_at
from analysis.language.text import match_key

_IMPORT_ID = re.compile(r'\s*\{\s*"ImportId"\s*:')
_DEFAULT_ID = re.compile(r"Q(?:ID)?\d+(?:[_#.-]\w+)*", re.IGNORECASE)  # not the number that is printed
_SELECTED = " - Selected Choice"
_RESPONSE = frozenset(
    map(match_key, ("Response", "Open-Ended Response", "응답", "개방형 응답", "주관식 응답"))
)
_RESPONDENT = frozenset(map(match_key, ("Respondent ID", "Collector ID", "응답자 ID", "수집기 ID")))


def settle_heading(sheet: Sheet, headings: Headings, declared: int | None = None) -> Sheet:
    """The same sheet with its heading put together: `titles` and `heading_rows`.

    declared  the rows of the heading, where the questionnaire says; None where it does not. Then the heading is
              the first row, but for the exports of Qualtrics and SurveyMonkey
    """
    if sheet.titles or sheet.heading_rows != 1:
        return sheet  # the reader of the file knew better
    rows = [
        [cell_at(row, at).text.strip() for at in range(len(sheet.columns))] for row in sheet.first_rows(3)
    ]
    if declared is not None:
        if declared == 1 or len(rows) < declared:
            return sheet
        return replace(sheet, heading_rows=declared, titles=_merged(rows[:declared], headings))
    if len(rows) == 3 and _is_qualtrics(rows):
        titles = tuple(
            tuple(dict.fromkeys(_of_qualtrics(name, text)))
            for name, text in zip(rows[0], rows[1], strict=True)
        )
        return replace(sheet, heading_rows=3, titles=titles)
    if len(rows) > 1 and _is_survey_monkey(*rows[:2]):
        return replace(sheet, heading_rows=2, titles=_of_survey_monkey(*rows[:2]))
    return sheet


def _merged(rows: Sequence[Sequence[str]], headings: Headings) -> tuple[tuple[str, ...], ...]:
    """Titles such as "group [item]". A group stands over its first column only, as merged cells leave it."""
    above = [""] * (len(rows) - 1)
    titles = []
    for texts in zip(*rows, strict=True):
        for level, text in enumerate(texts[:-1]):
            if text or not any(texts):  # a new group ends those within the last one
                above[level:] = [text] + [""] * (len(above) - level - 1)
        pieces = [text for text in (*above, texts[-1]) if text] if texts[-1] else list(filter(None, texts))
        titles.append(tuple(dict.fromkeys(_titles(pieces, headings))))
    return tuple(titles)


def _titles(pieces: Sequence[str], headings: Headings) -> Iterator[str]:
    """What a column may be called, under groups that may be its question or only a section of the form."""
    for at in range(len(pieces) - 1):
        yield f"{pieces[at]} [{' / '.join(pieces[at + 1 :])}]"
    if len(pieces) > 2:
        yield f"{pieces[0]} [{pieces[-1]}]"
    over = {headings.bases.get(heading_key(piece)) for piece in pieces[:-1]} - {None}
    for piece in pieces[-1:]:
        claim = headings.claim(piece)
        if not over or (
            claim and claim.key.question in over
        ):  # the item of one question is no other question
            yield piece


def _is_qualtrics(rows: Sequence[Sequence[str]]) -> bool:
    """Row 1 holds ids, row 2 the questions, row 3 {"ImportId":"QID1"} in every column."""
    filled = [text for text in rows[2] if text]
    return len(filled) > 1 and all(_IMPORT_ID.match(text) for text in filled)


def _of_qualtrics(name: str, text: str) -> Iterator[str]:
    if text:
        yield text
        yield text.removesuffix(_SELECTED)
    if name and not (text and _DEFAULT_ID.fullmatch(name)):
        yield name


def _is_survey_monkey(first: Sequence[str], second: Sequence[str]) -> bool:
    """Row 2 says "Response" under a question, or lists options under a question and empty cells to its right."""
    says = sum(bool(top) and match_key(below) in _RESPONSE for top, below in zip(first, second, strict=True))
    known = any(match_key(top) in _RESPONDENT and not below for top, below in zip(first, second, strict=True))
    lists = any(
        top and here and there and not beside
        for top, beside, here, there in zip(first, first[1:], second, second[1:], strict=False)
    )
    return says > 1 or (known and (says > 0 or lists))


def _of_survey_monkey(first: Sequence[str], second: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    question = ""
    titles = []
    for top, item in zip(first, second, strict=True):
        question = top or (question if item else "")
        if not question:
            titles.append((item,) if item else ())
        elif not item or match_key(item) in _RESPONSE:
            titles.append((question,))
        else:
            titles.append((f"{question} [{item}]",))
    return tuple(titles)
