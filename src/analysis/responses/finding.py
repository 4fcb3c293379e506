"""A finding: something wrong or doubtful in the input, with its place and what to do."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from analysis.intake.personal import masked
from analysis.language import message

Severity = Literal["error", "warning", "note"]
NOT_SHOWN = "***"  # in place of an answer that no finding repeats
_LONGEST = 500  # letters of an answer that are told; the answer itself is kept whole among the responses


@dataclass(frozen=True)
class Finding:
    """severity  error: an answer could not be used, or the file is not what it should be; warning: read, but
                 look at it; note: what was done, for the record
    rule         names the message "findings.<rule>" and what the program did
    question     printed number; `part` the row and column where one cell of a question is meant
    value        what stood there
    hint         what it was read as, what was expected, or the like; fills {hint} of the message
    alike        how many findings it stands for: more than one where the same was to be told of many cells, of which
                 `cell` names the first; or where too many were alike to be told

    Telephone numbers and the like are starred in value and hint, whoever makes the finding, and long texts cut:
    they are printed, and lie in findings.csv.
    """

    severity: Severity
    rule: str
    survey: str = ""
    respondent: str = ""
    question: str = ""
    file: str = ""
    sheet: str = ""
    cell: str = ""
    value: str = ""
    hint: str = ""
    part: str = ""
    alike: int = 1

    def __post_init__(self) -> None:
        for name in ("value", "hint"):
            object.__setattr__(self, name, _shortened(masked(getattr(self, name))))

    @property
    def name(self) -> str:
        """D1, or D1 [상담 / 실적]: what on the form is meant."""
        return f"{self.question} [{self.part}]" if self.part else self.question

    @property
    def place(self) -> str:
        """file › sheet › cell, as far as known."""
        return " › ".join(part for part in (self.file, self.sheet, self.cell) if part)

    def text(self, language: str = "ko") -> str:
        """One sentence for the person who can mend it."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        sentence = message(f"findings.{self.rule}", language, **said | {"question": self.name})
        if self.alike == 1 or self.rule == "more_alike":
            return sentence
        return f"{sentence} {message('findings.same_value', language, number=f'{self.alike:,}')}"


def _shortened(text: str) -> str:
    """The beginning of a long text, and how many letters it has."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text):,})"
