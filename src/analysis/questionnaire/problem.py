"""What is wrong with a questionnaire, in words for the person who wrote it, and the error that gathers it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from analysis.errors import DureError
from analysis.language import LANGUAGES, message
from analysis.questionnaire.words import Words

Place = tuple[str | int, ...]

# Told before the others: mending these often mends what follows.
FIRST = frozenset(
    "duplicate_key misspelt_field unknown_field missing_field unknown_kind unknown_list unknown_scale".split()
)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    rule      names the message "questionnaire.<rule>"; hints fill it, in its language where they are Words
    path      where in the questionnaire, as pydantic names places: ("questions", 3, "options")
    other     the place it collides with; its line becomes the hint `first`
    line      in the file, from 1; 0 where the whole file is meant
    cell      in a workbook, with its sheet ("문항 › E5"); "" elsewhere
    question  id and no of the question, "" where none is concerned
    """

    rule: str
    path: Place = ()
    hints: Mapping[str, str | Words] = field(default_factory=dict)
    other: Place = ()
    line: int = 0
    question: str = ""
    no: str = ""
    cell: str = ""

    def words(self, language: str = "ko") -> str:
        """Line, question and what is wrong, on one line."""
        hints = self.hints.items()
        filled = {name: hint.text(language) if isinstance(hint, Words) else hint for name, hint in hints}
        text = message(f"questionnaire.{self.rule}", language, **filled)
        if name := f"{self.question}({self.no})" if self.question and self.no else self.question or self.no:
            text = message("questionnaire.in_question", language, question=name, text=text)
        if self.cell:
            text = f"{self.cell}: {text}"
        elif self.line:
            text = message("questionnaire.in_line", language, line=self.line, text=text)
        return text


class QuestionnaireError(DureError):
    """A questionnaire that cannot be used, with everything that is wrong with it: `path` and `problems`."""

    def __init__(self, path: Path, problems: Iterable[Problem]) -> None:
        self.path = path
        once = {problem.words(): problem for problem in problems}.values()
        self.problems = tuple(sorted(once, key=lambda problem: (problem.rule not in FIRST, problem.line)))
        super().__init__(*(self._text(language) for language in LANGUAGES))

    def _text(self, language: str) -> str:
        lines = [problem.words(language) for problem in self.problems]
        name = self.path.as_posix()
        return f"{name}: {lines[0]}" if len(lines) == 1 else "\n  ".join([f"{name}:", *lines])


class RoutingError(DureError):
    """A condition that cannot be read: at `position` (from 1) stands something else than what is expected.

    expected names the message "questionnaire.expected.<expected>"; hints fill "questionnaire.routing_syntax".
    """

    def __init__(self, text: str, position: int, found: str, expected: str) -> None:
        self.position, self.expected = position, expected
        self.hints: dict[str, str | Words] = {
            "condition": text,
            "position": str(position),
            "found": found or _expected("end"),
            "expected": _expected(expected),
        }
        problem = Problem("routing_syntax", hints=self.hints)
        super().__init__(problem.words("ko"), problem.words("en"))


def _expected(key: str) -> Words:
    return Words(**{language: message(f"questionnaire.expected.{key}", language) for language in LANGUAGES})
