"""A questionnaire as the fields of its file: texts, lists and mappings, what several questions share under a name."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from analysis.questionnaire.answer import Band
from analysis.questionnaire.condition import written as number
from analysis.questionnaire.counterpart import Named
from analysis.questionnaire.problem import Place
from analysis.questionnaire.questionnaire import Questionnaire, Section
from analysis.questionnaire.words import Model, Option, Words

# The fields of a file, and of everything in it, in the order in which they are read aloud.
_FILE = (
    "survey year follows breaks title publisher contact privacy purpose method respondents sample small_bases field_period "
    "as_of encoding heading_rows missing ignore_columns sections scales lists banners sessions remarks questions"
).split()
_PIECE = (
    "id no section kind by scale ordered precision unit min max approximate total tolerance max_choices separator "
    "ranks population as_if_random ko en en_plural counter header group reverse from to of label ask note ask_if not_applicable "
    "top_box bottom_box "
    "good points options bands groups rows columns answer adds_up_to equals nps index after importance performance cut "
    "performance_label importance_header performance_header question complete partial percent counts_lead no_shares levels for other "
    "exclusive required missing key confidential identifier pii export row what text design weight strata cluster "
    "weighting method max_ratio"
).split()
_BARE = frozenset("header strata cluster population".split())  # one heading is no list
_ALWAYS = frozenset(("counter", "total"))  # said even where they are what they are by default
_SHARED = {
    "options": "lists",
    "rows": "lists",
    "scale": "scales",
    "importance": "scales",
    "performance": "scales",
}
_SCALES = {
    "satisfaction": "만족|satisf",
    "agreement": "그렇다|동의|agree",
    "importance": "중요|important",
    "need": "필요|need",
    "frequency": "자주|항상|언제나|often|always",
    "sufficiency": "충분|enough|sufficient",
    "performance": "잘|양호|우수|well|good",
}


class Fields(NamedTuple):
    """fields  of the file, by name
    moved   places of a question whose content stands under `lists` or `scales`, and where there
    """

    fields: dict[str, Any]
    moved: dict[Place, Place]


def fields_of_file(questionnaire: Questionnaire) -> Fields:
    """The fields that the file of `questionnaire` has, every value a text, a list or a mapping."""
    fields = _of_model(questionnaire)
    shared = _Shared(fields["questions"])
    fields |= shared.named
    return Fields(_sorted(fields), shared.moved)


def _of_model(model: Model) -> dict[str, Any]:
    """The fields of a model that are not what they are by default, by the names that files give them."""
    found = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if field.is_required() or value != field.get_default() or name in _ALWAYS:
            found[field.alias or name] = _raw(value, field.alias or name, model)
    return _sorted(found)


def _raw(value: Any, name: str, of: Model) -> Any:
    match value:
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case float():
            return number(value)
        case dt.date():
            return _date(value, name) if isinstance(of, Band) or name in ("min", "max") else value.isoformat()
        case Named(percent=0):
            return value.question
        case Words():
            return _words(value)
        case Model():
            return _of_model(value)
        case dict():
            return {key: _raw(inner, "", of) for key, inner in value.items()}
        case tuple() if value and all(isinstance(item, Option | Section) for item in value):
            return {item.id: _words(item) for item in value}
        case tuple() if not value:
            return {} if name in ("options", "rows", "points") else []
        case tuple() if name in _BARE and len(value) == 1:
            return value[0]
        case tuple():
            return [_raw(item, "", of) for item in value]
    return value


def _words(words: Words) -> Any:
    """A bare text where there is nothing but Korean; what carries an id is called by it."""
    fields = {name: value for name, value in _of_model(words).items() if name != "id"}
    return fields["ko"] if fields.keys() == {"ko"} else fields


def _date(day: dt.date, name: str) -> str:
    """`2012` and `2012-11` for the first or the last day of them."""
    starts = name in ("from", "min")
    after = day if starts else day + dt.timedelta(days=1) if day < dt.date.max else dt.date.min
    if day.year < 1000 or day.year > 2999 or after.day != 1:
        return day.isoformat()
    return f"{day.year}" if after.month == 1 else f"{day.year}-{day.month:02}"


def _sorted(fields: dict[str, Any]) -> dict[str, Any]:
    order = _FILE if "survey" in fields else _PIECE
    return {name: fields[name] for name in sorted(fields, key=order.index)}


class _Shared:
    """The scales of all questions, and the lists that more than one of them has, put under a name."""

    def __init__(self, questions: list[dict[str, Any]]) -> None:
        self.named: dict[str, dict[str, Any]] = {}
        self.moved: dict[Place, Place] = {}
        cells = [found for question in questions for found in _cells(question)]
        uses: dict[str, int] = {}
        for _, cell in cells:
            for field in _SHARED.keys() & cell.keys():
                uses[_key(cell[field])] = uses.get(_key(cell[field]), 0) + 1
        names: dict[tuple[str, str], str] = {}
        for place, cell in cells:
            for field in [field for field in _SHARED if field in cell]:
                where, value = _SHARED[field], cell[field]
                if where == "lists" and (uses[_key(value)] < 2 or not _is_list(value)):
                    continue
                known = self.named.setdefault(where, {})
                name = names.setdefault((where, _key(value)), _free(_name(field, value, place), known))
                known[name], cell[field] = value, name
                self.moved[(*place, field)] = (where, name)


def _cells(question: dict[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    """A question, the answer of its cells, the answers of its columns: wherever options and scales stand."""
    place: Place = ("questions", question["id"])
    yield place, question
    if "answer" in question:
        yield (*place, "answer"), question["answer"]
    columns = question.get("columns") or {}
    for name, column in columns.items():
        if isinstance(column, dict) and "answer" in column:
            yield (*place, "columns", name, "answer"), column["answer"]


def _key(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _is_list(value: dict[str, Any]) -> bool:
    """Whether `lists` takes it: rows with blocks, or read the other way round, are of their question alone."""
    rows = [row for row in value.values() if isinstance(row, dict)]
    return bool(value) and all(row.keys() <= Option.model_fields.keys() for row in rows)


def _name(field: str, value: dict[str, Any], place: Place) -> str:
    """What a shared list or scale is called: after what it says where that is plain, else after its first question."""
    question = str(place[1])
    if field in ("importance", "performance"):
        return field
    if _SHARED[field] == "lists":
        short = "_".join(value)
        return short if len(value) < 4 and len(short) <= 12 else question
    last = _key(list(value["points"].values())[-1]).casefold()
    return next((name for name, words in _SCALES.items() if re.search(words, last)), question)


def _free(name: str, taken: dict[str, Any]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    return free
