"""The answers on their way: columns of readings, side by side with the rows of the files they came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.intake.headings import PartKey
from analysis.intake.matching import Matching
from analysis.intake.sheet import EMPTY, Cell, Row, cell_at, reference
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.finding import Finding
from analysis.responses.reading import Reading
from analysis.responses.rules import SEVERITY

_NOT_SHOWN = "***"


@dataclass(frozen=True)
class Source:
    """One row of one file: the response of one respondent."""

    respondent: str
    counted: bool
    matching: Matching
    row: Row

    def line(self, seen_from: Source) -> str:
        """Where the row is, for people: its number, after file › sheet where `seen_from` is in another."""
        place = self.matching.sheet.place
        return (
            f"{self.row.number}"
            if place == seen_from.matching.sheet.place
            else f"{place} › {self.row.number}"
        )

    def cell(self, key: PartKey) -> Cell:
        column = self.matching.columns.get(key)
        return EMPTY if column is None else cell_at(self.row, column)

    def companion(self, question: str) -> Cell:
        column = self.matching.companions.get(question)
        return EMPTY if column is None else cell_at(self.row, column)

    def reference(self, key: PartKey) -> str:
        """The name of the part's cell, "" where the file has no column for it."""
        column = self.matching.columns.get(key)
        return "" if column is None else reference(self.row.number, column)


@dataclass
class Collected:
    """sources and every list of `readings` go in step; `findings` gather what the stages notice.

    words  the row and column of every part, as the form has them
    """

    questionnaire: Questionnaire
    sources: list[Source]
    readings: dict[PartKey, list[Reading]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    words: dict[PartKey, str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = {
            PartKey(part.question, part.row, part.column): " / ".join(
                words.ko for words in (part.row_words, part.column_words) if words is not None
            )
            for part in self.questionnaire.parts()
        }

    def keys(self, question: str) -> list[PartKey]:
        return [key for key in self.readings if key.question == question]

    def counted(self) -> Iterator[tuple[int, Source]]:
        return ((position, source) for position, source in enumerate(self.sources) if source.counted)

    def find(
        self,
        rule: str,
        source: Source,
        key: PartKey,
        hint: str = "",
        value: str | None = None,
        whole: bool = False,
    ) -> None:
        """A finding about one answer, or about the `whole` question that begins with it. Nothing is said of a
        response that a later one has replaced."""
        if source.counted:
            question = self.questionnaire.question(key.question)
            if question.private and not question.identifier:
                value, hint = _NOT_SHOWN, ""  # the contact of a person, in whatever words
            self.findings.append(
                Finding(
                    SEVERITY[rule],
                    rule,
                    survey=self.questionnaire.survey,
                    respondent=source.respondent,
                    question=question.no,
                    file=source.matching.sheet.file,
                    sheet=source.matching.sheet.name,
                    cell=source.reference(key),
                    value=source.cell(key).text if value is None else value,
                    hint=hint,
                    part="" if whole else self.words[key],
                )
            )
