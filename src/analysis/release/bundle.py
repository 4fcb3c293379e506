"""The bundle: all that one audience gets of one survey. What a notebook reads, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from analysis.errors import DureError
from analysis.questionnaire.words import Words
from analysis.tables import Table
from analysis.tables.table import compact

if TYPE_CHECKING:
    from analysis.questionnaire.questionnaire import Audience

SCHEMA = 1


class BundleError(DureError):
    """A released file that cannot be read, or has no such table."""


@dataclass(frozen=True)
class Section:
    """A chapter of the questionnaire and the questions of it that this audience sees, in their order."""

    id: str
    words: Words
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Bundle:
    """Released tables with the words that a page needs around them.

    invented    made from invented answers: marked wherever it is shown
    protection  what was hidden and by which rule, sentences for the methods box
    facts       field_period, as_of, sample, respondents and the like; JSON values
    records     listings that are no statistics: the ledger's events
    """

    survey: str
    year: int
    audience: Audience
    invented: bool
    title: Words
    publisher: Words
    n_respondents: int | None = None
    purpose: Words | None = None
    method: Words | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    protection: tuple[Words, ...] = ()
    records: Mapping[str, Any] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()

    def table(self, question: str, group: str = "") -> Table:
        """The released table of a question, alone or by a group. Raises BundleError where there is none."""
        for table in self.tables:
            if table.question == question and table.group == group:
                return table
        by = f" (집단: {group})" if group else ""
        raise BundleError(
            f"{self.survey} {self.year}에 공개된 표가 없습니다: {question}{by}. 질문지의 id를 확인하세요.",
            f"no released table in {self.survey} {self.year}: {question} by={group}. Check the question's id.",
        )

    def groups(self, question: str) -> tuple[str, ...]:
        """The groups by which a question was released, in the order of the banners."""
        return tuple(table.group for table in self.tables if table.question == question and table.group)

    def to_json(self) -> dict[str, Any]:
        """A JSON object that `from_json` turns back into an equal bundle."""
        return {
            "schema": SCHEMA,
            "survey": self.survey,
            "year": self.year,
            "audience": self.audience,
            "invented": self.invented,
            **{key: _dump(getattr(self, key)) for key in ("title", "publisher", "purpose", "method")},
            "n_respondents": self.n_respondents,
            "facts": dict(self.facts),
            "sections": [
                {"id": s.id, **_dump(s.words), "questions": list(s.questions)} for s in self.sections
            ],
            "protection": [_dump(words) for words in self.protection],
            "records": dict(self.records),
            "tables": [table.to_json() for table in self.tables],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Bundle:
        """The inverse of `to_json`. Raises BundleError for another schema."""
        if data.get("schema") != SCHEMA:
            raise BundleError(
                "다른 판의 프로그램이 만든 공개 파일입니다. `dure report`로 다시 만드세요.",
                f"bundle schema {data.get('schema')!r} is not {SCHEMA}: make the report again.",
            )
        return cls(
            **{
                key: data[key]
                for key in ("survey", "year", "audience", "invented", "n_respondents", "facts", "records")
            },
            **{key: _load(data[key]) for key in ("title", "publisher", "purpose", "method")},
            sections=tuple(
                Section(s["id"], Words(ko=s["ko"], en=s.get("en")), tuple(s["questions"]))
                for s in data["sections"]
            ),
            protection=tuple(Words(**words) for words in data["protection"]),
            tables=tuple(Table.from_json(table) for table in data["tables"]),
        )

    def dumps(self) -> str:
        """The text of released.<audience>.json: one table a line, the same bytes for the same bundle."""
        data = self.to_json()
        tables = ",\n".join(compact(table) for table in data.pop("tables"))
        return f'{compact(data)[:-1]},"tables":[\n{tables}\n]}}\n'

    @classmethod
    def loads(cls, text: str) -> Bundle:
        return cls.from_json(json.loads(text))


def _dump(words: Words | None) -> dict[str, str] | None:
    return words.model_dump(include={"ko", "en"}, exclude_none=True) if words else None


def _load(data: dict[str, str] | None) -> Words | None:
    return Words(**data) if data else None
