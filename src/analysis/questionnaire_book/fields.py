"""The rows of a workbook as the fields of a questionnaire file, each with the cell in which it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from analysis.questionnaire import QuestionnaireError
from analysis.questionnaire.pieces import misnamed
from analysis.questionnaire.problem import Problem
from analysis.questionnaire.source import Mapping, Sequence
from analysis.questionnaire_book.layout import BILINGUAL, OF_ANSWER, SHEETS, Column
from analysis.questionnaire_book.lines import Line, Lines, value

_LISTS = ("options", "rows", "groups", "bands")
_SCALES = ("scale", "importance", "performance")
_ALONE = ({"ko"}, {"question"})  # what says no more than this is written without it


def fields_of(path: Path, lines: Lines) -> Mapping:
    """The fields of the file, as `source.parse` would give them; QuestionnaireError where a row calls a list that is
    not there, or belongs to nothing."""
    reading = _Reading(lines)
    root = reading.root()
    if reading.problems:
        raise QuestionnaireError(path, reading.problems)
    return root


class _Reading:
    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.problems: list[Problem] = []
        self.used: set[str] = set()
        self.lists = self.called("lists", "list")
        self.scales = self.called("scales", "scale")
        self.columns = self.called("columns", "list")
        self.levels = self.called("levels", "banner")

    def called(self, sheet: str, by: str) -> dict[str, list[Line]]:
        """The rows of a sheet by the name in their first column; a row without one belongs to that above it."""
        found: dict[str, list[Line]] = {}
        name = ""
        for line in self.lines[sheet]:
            name = line.cells.get(by, name).strip()
            if not name:
                self.problems.append(Problem("book.no_name", cell=line.place))
            found.setdefault(name, []).append(line)
        return found

    def root(self) -> Mapping:
        (about,) = self.lines["survey"]
        root = _mapping(_head(), about)
        put = {
            "missing": self.missing(""),
            "sections": _sequence([_mapping(SHEETS["sections"], line) for line in self.lines["sections"]]),
            "banners": self.banners(),
            "remarks": _sequence([_mapping(SHEETS["remarks"], line) for line in self.lines["remarks"]]),
            "questions": _sequence([self.question(line) for line in self.lines["questions"]]),
            "breaks": self.breaks(),
        }
        for name, made in put.items():
            if made:
                _set(root, name, made, about.place)
        self.unused()
        return root

    def question(self, line: Line) -> Mapping:
        question = _mapping(SHEETS["questions"], line)
        question.pop("breaks", None)
        if question.get("kind") == "grid":
            answer = Mapping(line.place)
            if (kind := question.pop("answer", None)) is not None:
                _set(answer, "kind", kind["kind"], line.places["answer.kind"])
            for name in [name for name in question if name in OF_ANSWER]:
                _set(answer, name, question.pop(name), question.lines[name])
            if answer:
                _set(question, "answer", answer, line.places.get("answer.kind", line.place))
        if isinstance(name := question.get("columns"), str):
            columns = self.rows_called(self.columns, name, "columns", line)
            question["columns"] = _sequence([self.column(column) for column in columns])
        if missing := self.missing(str(question.get("id", ""))):
            _set(question, "missing", missing, line.place)
        for cell in (question, question.get("answer")):
            if isinstance(cell, Mapping):
                self.call_lists(cell, line)
        return question

    def column(self, line: Line) -> Mapping:
        """A column of a table; what it says of its answer below `answer`."""
        column = _mapping(SHEETS["columns"], line)
        del column["list"]
        answer = Mapping(line.place)
        for name in [name for name in column if name in OF_ANSWER or name == "kind"]:
            _set(answer, name, column.pop(name), column.lines[name])
        if answer:
            self.call_lists(answer, line)
            _set(column, "answer", answer, line.places.get("kind", line.place))
        return column

    def call_lists(self, cell: Mapping, line: Line) -> None:
        """Put the list or scale where its name stands."""
        for field in _LISTS:
            if isinstance(name := cell.get(field), str):
                rows = self.rows_called(self.lists, name, field, line)
                cell[field] = _sequence([_without(_mapping(SHEETS["lists"], row), "list") for row in rows])
        for field in _SCALES:
            if isinstance(name := cell.get(field), str):
                cell[field] = self.scale(self.rows_called(self.scales, name, field, line))

    def scale(self, rows: list[Line]) -> Mapping:
        """The direction of a scale stands in one of its rows, or in each."""
        points = [_mapping(SHEETS["scales"], row) for row in rows]
        scale = Mapping(rows[0].place if rows else "")
        for point, row in zip(points, rows, strict=True):
            good = point.pop("good", None)
            if good and scale.setdefault("good", good) != good:
                self.problems.append(Problem("book.two_directions", cell=row.places["good"]))
            if good:
                scale.lines.setdefault("good", row.places["good"])
        _set(scale, "points", _sequence([_without(point, "scale") for point in points]), scale.line)
        return scale

    def rows_called(self, lists: dict[str, list[Line]], name: str, field: str, line: Line) -> list[Line]:
        """The rows of a list; where there is none of that name, that is told."""
        self.used |= {row.place for row in lists.get(name, ())}
        if name not in lists:
            told = misnamed("book.list", (), name, lists)
            self.problems.append(
                Problem(told.rule, hints=told.hints, cell=line.places.get(field, line.place))
            )
        return lists.get(name, [])

    def missing(self, question: str) -> Mapping | None:
        """Words for no answer, of one question or ("") of all."""
        made = Mapping("")
        for line in self.lines["missing"]:
            if line.cells.get("question", "").strip() == question:
                self.used.add(line.place)
                word, place = line.cells.get("word", ""), line.places.get("word", line.place)
                reason = value(_column("missing", "reason"), line)
                made.line = made.line or line.place
                if word in made:
                    self.problems.append(Problem("book.word_twice", cell=place, hints={"word": word}))
                _set(made, word, reason, place)
        return made or None

    def banners(self) -> Sequence:
        made = []
        for line in self.lines["banners"]:
            banner = _mapping(SHEETS["banners"], line)
            if rows := self.levels.get(str(banner.get("id", ""))):
                self.rows_called(self.levels, str(banner["id"]), "levels", line)
                levels = [_without(_mapping(SHEETS["levels"], row), "banner") for row in rows]
                _set(banner, "levels", _sequence(levels), rows[0].place)
            made.append(banner)
        return _sequence(made)

    def breaks(self) -> Mapping | None:
        made = Mapping("")
        for line in self.lines["questions"]:
            question = _mapping(SHEETS["questions"], line)
            if "breaks" in question:
                made.line = made.line or line.place
                _set(made, str(question.get("id", "")), question["breaks"], question.lines["breaks"])
        return made or None

    def unused(self) -> None:
        """Rows that belong to no question or banner would be lost in silence."""
        for sheet in ("lists", "scales", "columns", "levels", "missing"):
            told = set[str]()
            for line in self.lines[sheet]:
                name = line.cells.get(SHEETS[sheet][0].name, "").strip()
                if line.place not in self.used and name and name not in told:
                    told.add(name)
                    self.problems.append(Problem("book.unused", cell=line.place, hints={"name": name}))


def _head() -> tuple[Column, ...]:
    """The columns of the sheet about the survey, one for each language of what is said in both."""
    return tuple(
        Column(name, column.kind, column.choices)
        for column in SHEETS["survey"]
        for name in (
            (f"{column.name}.ko", f"{column.name}.en") if column.name in BILINGUAL else (column.name,)
        )
    )


def _mapping(columns: tuple[Column, ...], line: Line) -> Mapping:
    """A row as fields; those of "ask.ko" and "ask.en" below `ask`."""
    made = Mapping(line.place)
    for column in columns:
        if (written := value(column, line)) is None:
            continue
        place, inner = line.places[column.name], made
        *outer, name = column.name.split(".")
        for step in outer:
            if step not in inner:
                _set(inner, step, Mapping(place), place)
            inner = inner[step]
        _set(inner, name, _placed(written, place), place)
    return _plain(made)


def _plain(made: Mapping) -> Mapping:
    for name, inner in made.items():
        if isinstance(inner, Mapping):
            alone = set(inner) in _ALONE and name != "respondents"
            made[name] = next(iter(inner.values())) if alone else _plain(inner)
    return made


def _placed(written: str | list[str], place: str) -> Any:
    if isinstance(written, str):
        return written
    made = Sequence(place)
    for one in written:
        made.append(one)
        made.lines.append(place)
    return made


def _sequence(items: list[Mapping]) -> Sequence:
    made = Sequence(items[0].line if items else "")
    for item in items:
        made.append(item)
        made.lines.append(item.line)
    return made


def _set(made: Mapping, name: str, value: Any, place: Any) -> None:
    made[name], made.lines[name] = value, place


def _without(made: Mapping, name: str) -> Mapping:
    made.pop(name, None)
    return made


def _column(sheet: str, name: str) -> Column:
    return next(column for column in SHEETS[sheet] if column.name == name)
