"""A YAML file as a model: what is wrong in it is told with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from analysis.ledger.errors import LedgerError
from analysis.questionnaire.problem import Problem
from analysis.questionnaire.source import SourceError, decode, line_of, parse
from analysis.questionnaire.words import Words

M = TypeVar("M", bound=BaseModel)

# A place in the file, the rule that is broken there, and what fills the rule's message.
Fault = tuple[tuple[str | int, ...], str, dict[str, Any]]

# What pydantic calls it, and what the room of questionnaires says of it.
_RULES = {
    "missing": "missing_field",
    "tuple_type": "not_a_list",
    "string_type": "not_text",
    "dict_type": "not_fields",
    "model_type": "not_fields",
}


def read_yaml(path: Path, model: type[M], faults: Callable[[M], Iterator[Fault]] | None = None) -> M:
    """The file as a `model`. Raises LedgerError for the first thing that is wrong.

    faults: what is wrong in it beyond its form, such as a name that nothing has.
    """
    if not path.is_file():
        raise LedgerError(path.name, 0, "no_file", folder=path.parent.as_posix())
    try:
        root = parse(decode(path.read_bytes()))
    except SourceError as error:
        problem = error.problems[0]
        raise LedgerError(path.name, problem.line, "yaml", detail=_words(problem)) from error
    try:
        made = model.model_validate(root)
    except ValidationError as error:
        # A misspelt field is also missing under its right name; what stands there says more.
        first = min(error.errors(include_url=False), key=lambda found: found["type"] != "extra_forbidden")
        place, field = first["loc"], str(first["loc"][-1])
        line = line_of(root, place)
        if first["type"] == "extra_forbidden":
            raise LedgerError(path.name, line, "field_unknown", field=field) from error
        rule = _RULES.get(first["type"], "wrong_value")
        problem = Problem(rule, hints={"field": field, "detail": first["msg"]})
        raise LedgerError(path.name, line, "yaml", detail=_words(problem)) from error
    for place, rule, fields in faults(made) if faults else ():
        raise LedgerError(path.name, line_of(root, place), rule, **fields)
    return made


def _words(problem: Problem) -> Words:
    """Without its line, which the error tells."""
    return Words(ko=replace(problem, line=0).words("ko"), en=replace(problem, line=0).words("en"))
