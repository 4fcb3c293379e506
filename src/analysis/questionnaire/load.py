"""A questionnaire from its file: read, names of lists filled in, validated; all problems are told at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from analysis.questionnaire.answer import Points
from analysis.questionnaire.check import Pieces, check
from analysis.questionnaire.problem import Place, Problem, QuestionnaireError
from analysis.questionnaire.question import Question
from analysis.questionnaire.questionnaire import Banner, Questionnaire, Sections
from analysis.questionnaire.source import Mapping, Sequence, SourceError, decode, line_of, parse
from analysis.questionnaire.validation import Shape
from analysis.questionnaire.words import Options, Words
from analysis.questionnaire.xlsform import Form, read_form

FOLDER = "questionnaires"
_WORKBOOK = b"PK\x03\x04"  # how an .xlsx begins

_OPTIONS = Shape(Options)
_POINTS = Shape(Points)
_QUESTION = Shape(Question)
_SECTIONS = Shape(Sections)
_BANNER = Shape(Banner)
_HEAD = Shape(Questionnaire)

# Fields that may hold the name of a list or scale, where it stands, and the rule for an unknown one.
_NAMED = {
    "options": ("lists", "unknown_list"),
    "rows": ("lists", "unknown_list"),
    "scale": ("scales", "unknown_scale"),
    "importance": ("scales", "unknown_scale"),
    "performance": ("scales", "unknown_scale"),
}
# What is read apart from the head of the file; questions are too, but must be there.
_APART = ("lists", "scales", "sections", "banners")
# What stands in for a list or scale that is not in order, so that the rest of the question can be looked at.
_STAND_IN = {
    "lists": {f"option_{number}": f"{number}" for number in range(100)},
    "scales": {"good": "none", "points": {"1": "1", "2": "2"}},
}


def find_questionnaire(root: Path, survey: str, year: int) -> Path:
    """The file of a survey in a year in the project folder `root`; QuestionnaireError where there is none."""
    path = root / FOLDER / survey / f"{year}.yml"
    if not path.is_file():
        files = sorted((root / FOLDER).glob("*/*.yml"))
        known = ", ".join(f"{file.parent.name}/{file.stem}" for file in files) or "-"
        raise QuestionnaireError(path, [Problem("not_found", hints={"known": known})])
    return path


def known_surveys(root: Path, year: int) -> list[str]:
    """Surveys that have a questionnaire for `year` under the project folder `root`, by name."""
    return sorted(path.parent.name for path in (root / FOLDER).glob(f"*/{year}.yml"))


def load_questionnaire(path: Path) -> Questionnaire:
    """Read and check a questionnaire file; QuestionnaireError with everything that is wrong in it."""
    try:
        content = path.read_bytes()
        if content.startswith(_WORKBOOK):
            hints = {"file": path.name, "to": path.with_suffix(".yml").name}
            raise QuestionnaireError(path, [Problem("is_workbook", hints=hints)])
        root = parse(decode(content))
    except OSError as error:
        problem = Problem("unreadable", hints={"detail": error.strerror or str(error)})
        raise QuestionnaireError(path, [problem]) from error
    except SourceError as error:
        raise QuestionnaireError(path, error.problems) from error
    form = _form(path, root)
    questionnaire = questionnaire_of(path, root)
    return questionnaire.model_copy(update={"remarks": form.remarks}) if form else questionnaire


def questionnaire_of(path: Path, root: Mapping) -> Questionnaire:
    """The questionnaire of these fields, which stand in the file `path`; QuestionnaireError with all that is wrong."""
    reading = _Reading(root)
    questionnaire = reading.questionnaire()
    if questionnaire and path.resolve().parent.parent.name == FOLDER:
        reading.problems += _misplaced(questionnaire, path.resolve())
    if questionnaire is None or reading.problems:
        raise QuestionnaireError(path, list(reading.placed()))
    return questionnaire


def _form(path: Path, root: Mapping) -> Form | None:
    """The XLSForm beside the file that `xlsform` names; what it asks is put into `root`."""
    if "xlsform" not in root:
        return None
    name, line = root.pop("xlsform"), root.lines.pop("xlsform")
    if not isinstance(name, str) or Path(name).name != name or not (path.parent / name).is_file():
        raise QuestionnaireError(path, [Problem("form_not_beside", line=line, hints={"file": str(name)})])
    form = read_form(path.parent / name)
    added, silent = root.get("questions"), root.get("ignore_columns")
    for field, value in form.fields.items():
        if field not in root or field in ("questions", "ignore_columns"):
            root[field], root.lines[field] = value, form.fields.lines[field]
    if isinstance(silent, list):
        root["ignore_columns"] = [*silent, *root["ignore_columns"]]
    if isinstance(added, Sequence):
        _add(root["questions"], added)
    return form


def _add(questions: Sequence, added: Sequence) -> None:
    """What a file says of its form's questions beside the form (key, pii, label, …), and questions of its own."""
    of_form = {question["id"]: question for question in questions}
    for item, line in zip(added, added.lines, strict=True):
        question = of_form.get(item.get("id")) if isinstance(item, Mapping) else None
        if question is None:
            questions.append(item)
            questions.lines.append(line)
        else:
            question.update(item)
            question.lines.update(item.lines)


def _misplaced(questionnaire: Questionnaire, path: Path) -> list[Problem]:
    """The folder and the file name say the same as the file."""
    problems = []
    if questionnaire.survey != path.parent.name:
        hints = {"survey": questionnaire.survey, "folder": path.parent.name}
        problems.append(Problem("wrong_folder", ("survey",), hints=hints))
    if str(questionnaire.year) != path.stem:
        hints = {"year": str(questionnaire.year), "file": path.name}
        problems.append(Problem("wrong_year", ("year",), hints=hints))
    return problems


class _Reading:
    """One pass over a file. Pieces are validated apart: the problems of one do not hide those of another."""

    def __init__(self, root: Mapping) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.broken: set[int] = set()

    def questionnaire(self) -> Questionnaire | None:
        """The questionnaire; None where there were problems."""
        named = {"lists": self._named("lists", _OPTIONS), "scales": self._named("scales", _POINTS)}
        raw = self._items("questions")
        for index, question in enumerate(raw):
            for cell, place in _cells(question, ("questions", index)):
                if not self._fill_names(cell, place, named):
                    self.broken.add(index)
        questions = self._each("questions", raw, _QUESTION)
        banners = self._each("banners", self._items("banners"), _BANNER)
        sections = self._valid(_SECTIONS, self.root.get("sections") or (), ("sections",))
        head = {key: value for key, value in self.root.items() if key not in _APART}
        made = self._valid(_HEAD, head | {"questions": ()}, ())
        if not raw:
            self.problems.append(Problem("missing_field", hints={"field": "questions"}))
        self.problems += check(
            Pieces(
                ids=tuple(str(item.get("id") or "") if isinstance(item, Mapping) else "" for item in raw),
                questions={index: made for index, made in questions.items() if index not in self.broken},
                sections=sections,
                banners=banners,
                sessions=made.sessions if made else None,
                breaks=made.breaks if made else {},
                weighted_by=made.sample.weighting.by if made and made.sample.weighting else (),
            )
        )
        if self.problems:
            return None
        listed = {"banners": tuple(banners.values()), "questions": tuple(questions.values())}
        return made.model_copy(update={"sections": sections, **listed})

    def placed(self) -> Iterator[Problem]:
        """The problems with their lines, and the names of their questions."""
        for problem in self.problems:
            where = line_of(self.root, problem.path) if problem.path else 0
            if problem.other:
                first = line_of(self.root, problem.other)
                line = Words(ko=f"{first}행", en=f"line {first}") if isinstance(first, int) else first
                problem = replace(problem, hints={**problem.hints, "first": line})
            if problem.path[:1] == ("questions",) and len(problem.path) > 1:
                question = self.root["questions"][problem.path[1]]
                if isinstance(question, Mapping):
                    names = (str(question.get(name) or "") for name in ("id", "no"))
                    problem = replace(problem, **dict(zip(("question", "no"), names, strict=True)))
            yield replace(problem, cell=where) if isinstance(where, str) else replace(problem, line=where)

    def _valid(self, shape: Shape, raw: Any, place: Place) -> Any:
        """The model of one piece, None where it has problems."""
        made, problems = shape.validate(raw, place)
        self.problems += problems
        return made

    def _each(self, field: str, raw: list[Any], shape: Shape) -> dict[int, Any]:
        """The items of a list that are in order, by position."""
        made = {index: self._valid(shape, item, (field, index)) for index, item in enumerate(raw)}
        return {index: item for index, item in made.items() if item is not None}

    def _items(self, field: str) -> list[Any]:
        value = self.root.get(field)
        if value is None or isinstance(value, list):
            return value or []
        self.problems.append(Problem("not_a_list", (field,), hints={"field": field}))
        return []

    def _named(self, field: str, shape: Shape) -> dict[str, Any]:
        """What stands under `lists:` or `scales:`, name to raw value; None for one that is not in order."""
        named = self.root.get(field)
        if named is None:
            return {}
        if not isinstance(named, Mapping):
            self.problems.append(Problem("not_fields", (field,), hints={"field": field}))
            return {}
        whole = {name: self._valid(shape, raw, (field, name)) is not None for name, raw in named.items()}
        return {name: raw if whole[name] else None for name, raw in named.items()}

    def _fill_names(self, cell: Mapping, place: Place, named: dict[str, dict[str, Any]]) -> bool:
        """Put the list or scale where its name stands; False where one is missing or not in order."""
        whole = True
        for field, (where, rule) in _NAMED.items():
            name = cell.get(field)
            if not isinstance(name, str):
                continue
            if name not in named[where]:
                hints = {"name": name, "known": ", ".join(named[where]) or "-"}
                self.problems.append(Problem(rule, (*place, field), hints=hints))
            whole = whole and named[where].get(name) is not None
            cell[field] = named[where].get(name) or _STAND_IN[where]
        return whole


def _cells(question: Any, place: Place) -> Iterator[tuple[Mapping, Place]]:
    """A question, the answer of its cells, the answers of its columns: wherever options and scales stand."""
    if not isinstance(question, Mapping):
        return
    yield question, place
    columns = question.get("columns")
    columns = columns if isinstance(columns, Mapping) else {}
    answers = [(("answer",), question.get("answer"))]
    answers += [
        (("columns", name, "answer"), column.get("answer"))
        for name, column in columns.items()
        if isinstance(column, Mapping)
    ]
    for inner, answer in answers:
        if isinstance(answer, Mapping):
            yield answer, (*place, *inner)
