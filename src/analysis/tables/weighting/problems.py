"""What can be wrong with the counts of the frame, or with fitting weights to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.errors import DureError
from analysis.language.text import one_line
from analysis.questionnaire.words import Words, said

_SHOWN = 10


@dataclass(frozen=True)
class Problem:
    """place: the file and the cell in which it stands, "" where there is none"""

    said: Words
    place: tuple[str, str] = ("", "")

    def text(self, language: str) -> str:
        """Led by its place."""
        at, words = " ".join(filter(None, self.place)), one_line(self.said.text(language))
        return f"{at}: {words}" if at else words


class WeightingError(DureError):
    """Everything that is wrong, a line each."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(*(self._text(language) for language in ("ko", "en")))

    def _text(self, language: str) -> str:
        lines = [problem.text(language) for problem in self.problems[:_SHOWN]]
        if more := len(self.problems) - len(lines):
            lines.append(said("weight.more", number=more).text(language))
        return "\n  ".join(lines)


def problem(rule: str, place: tuple[str, str] = ("", ""), **fields: object) -> Problem:
    """The message "weight.problem.<rule>", and the cell that it is about."""
    return Problem(said(f"weight.problem.{rule}", **fields), place)
