"""A claim: a count that the report states, with the rule that counts it in the ledger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.language import counted, message
from analysis.ledger.event import Event
from analysis.ledger.rows import Row, read_rows
from analysis.ledger.rule import Rule, parse_rule
from analysis.ledger.vocabulary import Vocabulary
from analysis.questionnaire.words import Words

COLUMNS = tuple("id subject subject_en value unit unit_en count note note_en section quote".split())
_NUMBERED = re.compile(r"\d+[.)]\s*")
_VALUE = re.compile(r"(\d+)( 이상)?\Z")


@dataclass(frozen=True)
class Claim:
    """One line of claims.csv.

    value, at_least  "10", or "100 이상" for what is written "100여명"
    unit             how it is counted: "회", in English as `language.counted` takes it ("person/people")
    note             what a reader should know besides
    """

    id: str
    subject: Words
    value: int
    at_least: bool
    unit: Words
    rule: Rule
    note: Words | None
    section: str
    quote: str
    file: str
    line: int

    @property
    def place(self) -> str:
        """Where it stands, as a reader finds it, by its last two headings: "‘회의진행’의 ‘지역정책협의회’"."""
        headings = [_NUMBERED.sub("", heading.strip()) for heading in self.section.split(">") if heading.strip()]
        return "의 ".join(f"‘{heading}’" for heading in headings[-2:])

    def allows(self, number: int) -> bool:
        """That number is what the claim states."""
        return number >= self.value if self.at_least else number == self.value

    def amount(self, number: int, language: str) -> str:
        """A number in the claim's unit: "10회", "1 meeting"."""
        return counted(number, self.unit.text(language), language)

    def stated(self, language: str) -> str:
        """What the claim states: "10회", "100명 이상"."""
        amount = self.amount(self.value, language)
        return message("ledger.at_least", language, amount=amount) if self.at_least else amount


def read_claims(path: Path, vocabulary: Vocabulary, events: Sequence[Event]) -> tuple[Claim, ...]:
    """The claims of claims.csv in file order. Raises LedgerError for the first line that cannot be used."""
    return tuple(_claim(row, vocabulary, events) for row in read_rows(path, COLUMNS))


def _claim(row: Row, vocabulary: Vocabulary, events: Sequence[Event]) -> Claim:
    match = _VALUE.match(row.required("value"))
    if not match:
        raise row.error("no_value", value=row["value"])
    return Claim(
        id=row["id"],
        subject=Words(ko=row.required("subject"), en=row["subject_en"] or None),
        value=int(match[1]),
        at_least=bool(match[2]),
        unit=Words(ko=row.required("unit"), en=row["unit_en"] or None),
        rule=parse_rule(row, vocabulary, events),
        note=Words(ko=row["note"], en=row["note_en"] or None) if row["note"] else None,
        section=row["section"],
        quote=row["quote"],
        file=row.file,
        line=row.line,
    )
