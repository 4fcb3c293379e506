"""An event: something the federation did, when, by which body, as the report tells it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from analysis.language import message, period
from analysis.ledger.rows import Row, read_rows
from analysis.ledger.vocabulary import Vocabulary, id_of
from analysis.ledger.when import say_days, say_months
from analysis.questionnaire.words import Words
from analysis.responses.values.number import parse_number

Precision = Literal["day", "month", "year", "before"]
COLUMNS = (
    "id", "start", "end", "precision", "pillar", "kind", "also", "body",
    "title", "title_en", "place", "place_en", "participants", "section", "quote",
)  # fmt: skip
TOLD = ("hosts", "content", "evaluation")  # 주관·주최, 내용, 평가: what some events tell besides
OPTIONAL = ("participants_en", *(f"{column}{language}" for column in TOLD for language in ("", "_en")))


@dataclass(frozen=True)
class Attendance:
    """How many took part. "100여명" is at least 100."""

    number: int
    at_least: bool


@dataclass(frozen=True)
class Event:
    """One line of events.csv.

    start, end    first and last day, both included
    precision     day, month (the report names months only), year (it names no date), before (no date, but a
                  bound that was inferred). Only the first two date an event
    pillar        id of the vocabulary, "" where the report puts the event under none
    kinds         one id, or two where one event was both
    participants  as written: "18명", "100여명"; "" where nothing is. participants_en: the same in English
    hosts, content, evaluation   주관·주최, 내용, 평가, line by line; most events have none
    quote         the words of the report, `section` where they stand
    """

    id: str
    start: dt.date
    end: dt.date
    precision: Precision
    pillar: str
    kinds: tuple[str, ...]
    body: str
    title: Words
    place: Words | None
    participants: str
    participants_en: str
    hosts: tuple[Words, ...]
    content: tuple[Words, ...]
    evaluation: tuple[Words, ...]
    section: str
    quote: str
    file: str
    line: int

    @property
    def dated(self) -> bool:
        return self.precision in ("day", "month")

    @property
    def attendance(self) -> Attendance | None:
        """The number in `participants`; None where it holds none that is definite."""
        number = parse_number(self.participants)
        if number.value is None or number.qualifier not in ("exact", "over", "ge"):
            return None
        return Attendance(int(number.value), number.qualifier != "exact")

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def within(self, year: int) -> bool:
        """Some of its days lie in that year."""
        return self.start.year <= year <= self.end.year

    def in_year(self, language: str, weekday: bool = False) -> str:
        """Its dates without the year: "6월 24일(금)~25일(토)", "4월~5월"; "" for an event without a date."""
        if not self.dated:
            return ""
        if self.precision == "month":
            return say_months(self.start, self.end, language)
        return say_days(self.start, self.end, language, weekday)

    def when(self, language: str) -> str:
        """Its dates in words: "2016. 6. 24.~25.", "일자 미상"."""
        if self.precision == "year":
            return message("ledger.when.undated", language)
        if self.precision == "before":
            return message("ledger.when.before", language, day=period(self.end, self.end, language))
        return period(self.start, self.end, language)


def read_events(path: Path, vocabulary: Vocabulary) -> tuple[Event, ...]:
    """The events of events.csv in file order. Raises LedgerError for the first line that cannot be used."""
    return tuple(_event(row, vocabulary) for row in read_rows(path, COLUMNS, OPTIONAL))


def _event(row: Row, vocabulary: Vocabulary) -> Event:
    start, end = _day(row, "start"), _day(row, "end")
    if end < start:
        raise row.error("ends_before_start", start=start.isoformat(), end=end.isoformat())
    if row["precision"] not in get_args(Precision):
        known = ", ".join(get_args(Precision))
        raise row.error("unknown_word", column="precision", value=row["precision"], known=known)
    kinds = [id_of(vocabulary.kinds, row, "kind")]
    if row["also"]:
        kinds.append(id_of(vocabulary.kinds, row, "also"))
    return Event(
        id=row["id"],
        start=start,
        end=end,
        precision=row["precision"],  # type: ignore[arg-type]  # checked above
        pillar=id_of(vocabulary.pillars, row, "pillar") if row["pillar"] else "",
        kinds=tuple(dict.fromkeys(kinds)),
        body=id_of(vocabulary.bodies, row, "body"),
        title=Words(ko=row.required("title"), en=row["title_en"] or None),
        place=Words(ko=row["place"], en=row["place_en"] or None) if row["place"] else None,
        participants=row["participants"],
        participants_en=row["participants_en"],
        hosts=_lines(row, "hosts"),
        content=_lines(row, "content"),
        evaluation=_lines(row, "evaluation"),
        section=row["section"],
        quote=row["quote"],
        file=row.file,
        line=row.line,
    )


def _lines(row: Row, column: str) -> tuple[Words, ...]:
    """The lines of a cell, which "|" separates; in English as many, or none at all."""
    korean, english = (
        [line.strip() for line in row[name].split("|") if line.strip()] for name in (column, f"{column}_en")
    )
    if english and len(english) != len(korean):
        raise row.error("other_lines", column=column, korean=len(korean), english=len(english))
    return tuple(Words(ko=ko, en=en) for ko, en in zip(korean, english or [None] * len(korean), strict=True))


def _day(row: Row, column: str) -> dt.date:
    try:
        return dt.date.fromisoformat(row.required(column))
    except ValueError:
        raise row.error("no_date", column=column, value=row[column]) from None
