"""What can be wrong with a file that came back."""

from __future__ import annotations

from typing import Literal

from analysis.errors import DureError
from analysis.language.text import one_line


class IntakeError(DureError):
    """A file that cannot be read as answers, or whose columns cannot be told apart."""

    def words(self, language: str = "ko") -> str:
        """One line, whatever stands in the file or in its name."""
        return one_line(super().words(language))


class NoAnswers(IntakeError):
    """A file that holds nothing, or nothing below its heading."""


class NothingCame(IntakeError):
    """A survey for which no file has come back yet."""


class EncodingError(IntakeError):
    """Text of no known encoding. `problem` says in what way; `line` is where, counted from 1."""

    def __init__(
        self, message: str, english: str, problem: Literal["nul", "truncated", "mixed", "unknown"], line: int
    ) -> None:
        super().__init__(message, english)
        self.problem = problem
        self.line = line
