"""Columns that say how a respondent was drawn (`sample.design`): weights, strata, clusters, sizes of the population."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.intake.columns.heading_row import refusal
from analysis.intake.columns.heading_words import heading_key
from analysis.intake.personal import masked
from analysis.intake.sheet import Sheet
from analysis.language.particle import particle

if TYPE_CHECKING:
    from analysis.intake.columns.matching import Matching

_NAMED = 8  # headings of the file that an error lists


def find_design(sheet: Sheet, headings: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The columns (from 0) of each heading that the sheet has. What is written just so goes before what only looks
    alike: "n" and "N" may both be there."""
    found: dict[str, tuple[int, ...]] = {}
    columns = range(len(sheet.columns))
    for heading in headings:
        exact = tuple(at for at in columns if heading.strip() in map(str.strip, sheet.names(at)))
        key = heading_key(heading)
        alike = exact or tuple(at for at in columns if key in map(heading_key, sheet.names(at)))
        if alike:
            found[heading] = alike
    return found


def refuse_without_design(matching: Matching, headings: Iterable[str]) -> None:
    """Raise IntakeError for the first of these headings that no column of the sheet has, or more than one."""
    sheet = matching.sheet
    for heading in headings:
        columns = matching.design.get(heading, ())
        if len(columns) == 1:
            continue
        if columns:
            places = ", ".join(map(sheet.head, columns))
            raise refusal(
                sheet,
                f"표본 설계(design)의 열 '{heading}'{particle(heading, '이/가')} 둘 이상 있습니다({places}). 제목을 서로 다르게 고쳐 주십시오.",
                f"there is more than one column '{heading}' of the sample's design ({places}). Give them headings "
                "of their own.",
            )
        if matching.form is not None or matching.serial is not None:
            raise refusal(
                sheet,
                f"표본이 어떻게 뽑혔는지 적힌 열(design) '{heading}'{particle(heading, '이/가')} 없습니다. 서식과 입력 파일에는 그런 열이 없으니, 응답을 표 하나로 "
                "모아 그 열을 더하거나 조사표에서 design을 지워 주십시오.",
                f"there is no column '{heading}' of the sample's design. Forms and data entry workbooks have no such "
                "columns: gather the answers in one table and add it, or take design out of the questionnaire.",
            )
        there = _there(matching, heading)
        raise refusal(
            sheet,
            f"'{heading}'{particle(heading, '이라는/라는')} 열이 없습니다. 조사표의 sample.design이나 --weight, --strata, --cluster, "
            f"--population에 적은 제목을 확인해 주십시오. 이 파일에 있는 열: {there}",
            f"there is no column '{heading}'. Check the heading in sample.design of the questionnaire, or given to "
            f"--weight, --strata, --cluster or --population. Columns of this file: {there}",
        )


def _there(matching: Matching, heading: str) -> str:
    """The headings of the sheet, those first that may have been meant: the most alike, and what answers no question."""
    sheet, answering = matching.sheet, frozenset(matching.columns.values())
    names = [" ".join(name.split()) for name in sheet.heading]
    free = [name for at, name in enumerate(names) if name and at not in answering]
    near = difflib.get_close_matches(heading, free, n=3)
    listed = list(dict.fromkeys([*near, *free, *filter(None, names)]))
    more = ", …" if len(listed) > _NAMED else ""
    return masked(", ".join(f"'{name[:40]}'" for name in listed[:_NAMED])) + more
