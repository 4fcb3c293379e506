"""The text of next year's questionnaire: last year's, comments and all, with its year and its days moved on.

What is asked is left as it is, also where it speaks of a year gone by: such lines are listed, for only people can say what
they should be now.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from analysis.errors import DureError
from analysis.language import LANGUAGES, message
from analysis.questionnaire.load import load_questionnaire, questionnaire_of
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.source import Mapping, Sequence, decode, line_of, parse

_DAYS = (("field_period", "from"), ("field_period", "to"), ("as_of",))


class Line(NamedTuple):
    """A line of a file, from 1, what stands there, and the question that it belongs to ("B3 퇴사자 수"; "" for none)."""

    number: int
    text: str
    question: str = ""


@dataclass(frozen=True)
class NextYear:
    """text   of the new file
    moved    its lines whose day was moved on
    dated    its other lines that speak of a year gone by
    remarks  its comments that do
    """

    text: str
    moved: tuple[Line, ...]
    dated: tuple[Line, ...]
    remarks: tuple[Line, ...]


def next_year(path: Path, year: int, language: str = "ko") -> NextYear:
    """What the questionnaire in `path` becomes in `year`; what is added in comments is in `language`.

    Raises QuestionnaireError where it is not in order, DureError where its text is of a kind that cannot be edited.
    """
    before = load_questionnaire(path)
    text = decode(path.read_bytes()).replace("\r\n", "\n")
    editing = _Editing(text, parse(text))
    for place in _DAYS:
        editing.move(place, year - before.year, language)
    if not (editing.follow(before.year, year) and _is_next(path, editing.text, before, year)):
        file = path.as_posix()
        raise DureError(*(message("start.not_editable", one, file=file) for one in LANGUAGES))
    dated = [
        line._replace(question=_question_at(line.number, editing.text, before, language))
        for line in editing.numbered()
        if _speaks_of(line.text, before.year)
    ]
    of_file = [line for line in dated if not line.text.startswith(("#", "follows:"))]
    return NextYear(
        editing.text,
        tuple(line for line in editing.numbered() if line.number in editing.moved),
        tuple(line for line in of_file if line.number not in editing.moved),
        tuple(line for line in dated if line.text.startswith("#")),
    )


class _Editing:
    """The lines of a file while they are edited; `moved` are the numbers of those whose day was."""

    def __init__(self, text: str, root: Mapping) -> None:
        self.lines, self.root = text.split("\n"), root
        self.moved: set[int] = set()

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def numbered(self) -> list[Line]:
        return [Line(number, line.strip()) for number, line in enumerate(self.lines, start=1)]

    def move(self, place: tuple[str, ...], years: int, language: str) -> None:
        """Move a day on by so many years, where the file has it."""
        value: object = self.root
        for step in place:
            value = value.get(step) if isinstance(value, Mapping) else None
        if not isinstance(value, str):
            return
        number = line_of(self.root, place)
        assert isinstance(number, int)
        said = message("start.confirm_day", language, day=value)
        line = self.lines[number - 1].replace(value, _later(value, years), 1).rstrip()
        self.lines[number - 1] = f"{line} · {said}" if " #" in line else f"{line}  # {said}"
        self.moved.add(number)

    def follow(self, before: int, year: int) -> bool:
        """Say which year it is and which it follows; False where the lines do not show it. What ended a trend then does
        not end one now."""
        for field in ("breaks", "follows"):
            if field in self.root and not self._drop(field):
                return False
        at = self._at("year")
        if at is None:
            return False
        self.lines[at] = self.lines[at].replace(str(before), str(year), 1)
        self.lines.insert(at + 1, f"follows: {before}")
        self.moved = {number + (number > at + 1) for number in self.moved}
        return True

    def _drop(self, field: str) -> bool:
        """Take a field of the file out, with what is indented below it."""
        first = self._at(field)
        if first is None:
            return False
        last = first + 1
        while last < len(self.lines) and self.lines[last][:1] in (" ", "\t"):
            last += 1
        del self.lines[first:last]
        self.moved = {number - (last - first) * (number > last) for number in self.moved}
        return True

    def _at(self, field: str) -> int | None:
        """The place of the line of a field of the file, as the lines are now."""
        return next((at for at, line in enumerate(self.lines) if line.startswith(f"{field}:")), None)


def _later(day: str, years: int) -> str:
    """The same day so many years on; of 29 February the day before."""
    then = dt.date.fromisoformat(day)
    try:
        return then.replace(year=then.year + years).isoformat()
    except ValueError:
        return then.replace(year=then.year + years, day=28).isoformat()


def _speaks_of(line: str, year: int) -> bool:
    """Whether a line speaks of that year or the one before it, as the wording of its survey would."""
    return re.search(rf"(?<!\d)(?:{year}|{year - 1})(?!\d)", line) is not None


def _question_at(number: int, text: str, before: Questionnaire, language: str) -> str:
    """The number and short name of the question to which a line of the file belongs; "" for one that belongs to none."""
    listed = parse(text).get("questions")
    if not isinstance(listed, Sequence):
        return ""
    starts = [start for start in listed.lines if isinstance(start, int) and start <= number]
    question_id = listed[len(starts) - 1].get("id", "") if starts else ""
    if question_id not in before:
        return ""
    question = before.question(question_id)
    return f"{question.no} {question.label.text(language)}"


def _is_next(path: Path, text: str, before: Questionnaire, year: int) -> bool:
    """Whether nothing but what should have changed has."""
    root = parse(text)
    if "xlsform" in root:  # what is asked stands in a file beside, and has not changed
        return True
    made = questionnaire_of(path.with_name(f"{year}.yml"), root)
    changed = {"year", "follows", "breaks", "field_period", "as_of"}
    return made.year == year and made.model_dump(exclude=changed) == before.model_dump(exclude=changed)
