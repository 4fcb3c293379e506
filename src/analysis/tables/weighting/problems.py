"""What can be wrong with the counts of the frame, or with fitting weights to them."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.errors import DureError
from analysis.language.text import one_line
from analysis.questionnaire.words import Words, said

_SHOWN = 10


class WeightingError(DureError):
    """Everything that is wrong, a line each."""

    def __init__(self, problems: Sequence[Words]) -> None:
        self.problems = tuple(problems)
        super().__init__(*(self._text(language) for language in ("ko", "en")))

    def _text(self, language: str) -> str:
        lines = [one_line(problem.text(language)) for problem in self.problems[:_SHOWN]]
        if more := len(self.problems) - len(lines):
            lines.append(said("weight.more", number=more).text(language))
        return "\n  ".join(lines)


def problem(rule: str, place: tuple[str, str] = ("", ""), **fields: object) -> Words:
    """The message "weight.problem.<rule>", led by the cell in which it stands."""
    text = said(f"weight.problem.{rule}", **fields)
    at = " ".join(filter(None, place))
    return Words(ko=f"{at}: {text.ko}", en=f"{at}: {text.en}") if at else text
