"""What a questionnaire changed since that of the year that it follows, and which of it ends a trend.

A question is the same where its id is. Another kind, scale or unit under the same id would put unlike numbers side by
side: it has to be declared under `breaks`. Amounts are kept in won, so that another unit of money breaks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from analysis.language import message
from analysis.questionnaire.answer import Date, Multi, Number, Scale, Single
from analysis.questionnaire.load import load_questionnaire
from analysis.questionnaire.question import Question, RankingQuestion
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Option

BREAKING = frozenset(("kind", "scale", "unit"))


class Change(NamedTuple):
    """One thing that is not as it was.

    question  id; no: its printed number now, before where it was dropped
    what      names the message "questionnaire.follows.<what>"
    """

    question: str
    no: str
    what: str
    before: str = ""
    now: str = ""

    def text(self, language: str = "ko") -> str:
        """Which question, and what was changed."""
        sentence = message(f"questionnaire.follows.{self.what}", language, before=self.before, now=self.now)
        name = f"{self.question}({self.no})"
        return message("questionnaire.in_question", language, question=name, text=sentence)


def followed(path: Path, questionnaire: Questionnaire) -> Path | None:
    """The file that the questionnaire in `path` follows, whether it is there or not; None where it follows none."""
    return path.with_name(f"{questionnaire.follows}.yml") if questionnaire.follows else None


def changes(path: Path, questionnaire: Questionnaire) -> tuple[Change, ...]:
    """What the questionnaire in `path` changed, in its order; empty where it follows none. Raises QuestionnaireError
    where the one that it follows is not there or not in order."""
    before = followed(path, questionnaire)
    return changes_between(load_questionnaire(before), questionnaire) if before else ()


def undeclared(changes: tuple[Change, ...], questionnaire: Questionnaire) -> tuple[Change, ...]:
    """Those that end a trend without being declared under `breaks`."""
    return tuple(
        change
        for change in changes
        if change.what in BREAKING and change.question not in questionnaire.breaks
    )


def changes_between(before: Questionnaire, now: Questionnaire) -> tuple[Change, ...]:
    """Question by question, in the order of `now`; what was dropped comes last."""
    found: list[Change] = []
    for question in now.questions:
        if question.id in before:
            found += _of_question(before.question(question.id), question)
        else:
            found.append(Change(question.id, question.no, "added", now=question.label.ko))
    for question in before.questions:
        if question.id not in now:
            found.append(Change(question.id, question.no, "dropped", before=question.label.ko))
    return tuple(found)


def _of_question(before: Question, now: Question) -> Iterator[Change]:
    def change(what: str, old: str, new: str) -> Iterator[Change]:
        if old != new:
            yield Change(now.id, now.no, what, old or "-", new or "-")

    yield from change("kind", before.kind, now.kind)
    were, are = _measures(before), _measures(now)
    for what in ("kind", "scale", "unit") if before.kind == now.kind else ():
        other = [column for column in were if column in are and were[column][what] != are[column][what]]
        old, new = ([*dict.fromkeys(side[column][what] or "-" for column in other)] for side in (were, are))
        if other:
            yield Change(now.id, now.no, what, ", ".join(old), ", ".join(new))
    yield from change("no", before.no, now.no)
    yield from change("section", before.section, now.section)
    yield from change("ask", before.ask.ko, now.ask.ko)
    yield from change("ask_if", before.ask_if or "", now.ask_if or "")
    for field in ("options", "rows", "columns"):
        yield from _of_list(now, field, _listed(before, field), _listed(now, field))


def _of_list(
    question: Question, field: str, before: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[Change]:
    """Options, rows or columns that came, went, or have other words under the same id."""
    name = (question.id, question.no)
    for one, words in now.items():
        if one not in before:
            yield Change(*name, f"{field}_added", now=words)
        elif before[one] != words:
            yield Change(*name, f"{field}_reworded", before[one], words)
    for one, words in before.items():
        if one not in now:
            yield Change(*name, f"{field}_dropped", before=words)


def _measures(question: Question) -> dict[str, dict[str, str]]:
    """By column of the question: the kind of its answer, its scale (number of points and good end), its unit."""
    return {
        part.column: {"kind": part.answer.kind, "scale": _scale(part.answer), "unit": _unit(part.answer)}
        for part in question.parts()
    }


def _scale(answer: object) -> str:
    return f"{len(answer.scale.points)} ({answer.scale.good})" if isinstance(answer, Scale) else ""


def _unit(answer: object) -> str:
    return answer.unit.ko if isinstance(answer, Number) else ""


def _listed(question: Question, field: str) -> dict[str, str]:
    """Words by id; as options also the points of a scale and the bands of a date."""
    listed: tuple[Option, ...] = getattr(question, field, ())
    if field == "options":
        match question:
            case Single() | Multi() | RankingQuestion():
                listed = question.options
            case Scale():
                listed = question.scale.points
            case Date():
                listed = question.bands
    return {one.id: one.ko for one in listed}
