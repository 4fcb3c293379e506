"""A questionnaire from its workbook: what is wrong in it is told with sheet and cell, all at once."""

from __future__ import annotations

from pathlib import Path

from analysis.questionnaire.load import questionnaire_of
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.sheets import read_sheets
from analysis.questionnaire_book.fields import fields_of
from analysis.questionnaire_book.lines import missing_sheets, read_lines


def read_book(path: Path) -> Questionnaire:
    """The questionnaire that a workbook describes. Raises QuestionnaireError with everything that is wrong in it."""
    return questionnaire_of(path, fields_of(path, read_lines(path)))


def is_book(path: Path) -> bool:
    """Whether a workbook is a questionnaire's, as `write_book` makes them; raises QuestionnaireError where it is none."""
    return not missing_sheets(read_sheets(path))
