"""What is known of the frame: how many of it would choose each option of a question.

It lies beside the folder of the survey, data/raw/<year>/<survey>.margins.csv.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from analysis.intake.errors import IntakeError
from analysis.intake.kept_list import is_kept_list, kept_lists, read_kept_list

COLUMNS = ("question", "option", "population")
HEADING = ("문항", "보기", "모집단")
KIND = "margins"
_CALLED = dict(zip(HEADING, COLUMNS, strict=True))


@dataclass(frozen=True)
class MarginLine:
    """One line of the list, as it is written. place: the list and the cell in which the line begins."""

    question: str
    option: str
    population: str
    place: tuple[str, str] = ("", "")


def margin_lists(year: Path, survey: str) -> tuple[Path, ...]:
    """The lists of a survey in the raw folder of a year."""
    return kept_lists(year, survey, KIND)


def is_margin_list(path: Path) -> bool:
    """Whether a file goes by the name of such a list."""
    return is_kept_list(path, KIND)


def read_margins(path: Path) -> tuple[MarginLine, ...]:
    """The lines of a list; one without a question goes on with that above it. Raises IntakeError where a column is
    missing."""
    found = read_kept_list(path, _CALLED)
    if found is None:
        return ()
    for name, korean in zip(COLUMNS, HEADING, strict=True):
        if name not in found.columns:
            raise IntakeError(
                f"{path.name}: '{korean}({name})' 열이 없습니다. 첫 줄은 {','.join(HEADING)}입니다.",
                f"{path.name}: there is no column '{name}'. The first row is {','.join(COLUMNS)}.",
            )
    lines, question = [], ""
    for row in found.rows:
        question = found.text(row, "question") or question
        lines.append(
            MarginLine(question, found.text(row, "option"), found.text(row, "population"), found.place(row))
        )
    return tuple(lines)
