"""The room where files that came back are opened for what they are, and columns find their questions."""

from analysis.intake.columns.matching import Matching, match_columns
from analysis.intake.errors import EncodingError, IntakeError
from analysis.intake.read import read_answers
from analysis.intake.register import Register, read_register
from analysis.intake.sheet import AnswerFile, Cell, Row, Sheet, reference

__all__ = [
    "AnswerFile",
    "Cell",
    "EncodingError",
    "IntakeError",
    "Matching",
    "Register",
    "Row",
    "Sheet",
    "match_columns",
    "read_answers",
    "read_register",
    "reference",
]
