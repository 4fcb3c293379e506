"""What pydantic finds wrong with a piece of a questionnaire, as problems in our words."""

from __future__ import annotations

import difflib
from typing import Any

from pydantic import TypeAdapter, ValidationError

from analysis.questionnaire.problem import RULES, Place, Problem
from analysis.questionnaire.question import KINDS
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Model

# The first letters of pydantic's name of an error, and our rule.
_RULES = {
    "union_tag_not_found": "missing_field",
    "missing": "missing_field",
    "int": "not_a_number",
    "float": "not_a_number",
    "finite": "not_a_number",
    "date": "not_a_date",
    "bool": "not_yes_or_no",
    "literal": "not_a_choice",
    "tuple": "not_a_list",
    "string": "not_text",
    "dict": "not_fields",
    "model": "not_fields",
    "greater_than": "too_small",
}


def validate(adapter: TypeAdapter[Any], raw: Any, place: Place) -> tuple[Any, list[Problem]]:
    """The model made of `raw`, or None and what is wrong; `place` is where `raw` stands in the file."""
    try:
        return adapter.validate_python(raw), []
    except ValidationError as error:
        return None, [_problem(found, raw, place) for found in error.errors(include_url=False)]


def _problem(found: Any, raw: Any, place: Place) -> Problem:
    kind, loc, value, ctx = found["type"], found["loc"], found["input"], found.get("ctx", {})
    path = (*place, *loc)
    field = "kind" if kind == "union_tag_not_found" else str(path[-1]) if path else ""
    if kind in RULES:
        return Problem(kind, path, hints={"field": field, **ctx})
    if kind == "extra_forbidden":
        return _unknown_field(field, raw, loc, place)
    if kind == "union_tag_invalid":
        hints = {"value": ctx["tag"], "allowed": ctx["expected_tags"].replace("'", "")}
        return Problem("unknown_kind", (*path, "kind"), hints=hints)
    rule = next((rule for start, rule in _RULES.items() if kind.startswith(start)), "wrong_value")
    if value is None and rule != "missing_field":
        rule = "empty_field"
    hints = {"field": field, "value": str(value), "detail": found["msg"], "limit": str(ctx.get("ge", ""))}
    return Problem(rule, path, hints=hints | {"allowed": str(ctx.get("expected", "")).replace("'", "")})


def _unknown_field(field: str, raw: Any, loc: Place, place: Place) -> Problem:
    """A field that is not there: the nearest that is, or all that are."""
    if len(loc) == 1:
        allowed = _fields(Questionnaire) | {"lists", "scales"}
    elif len(loc) == 2 and place[:1] == ("questions",):
        allowed = _fields(KINDS[raw["kind"]])
    else:
        allowed = set().union(*(_fields(model) for model in _nested(Model)))
    near = difflib.get_close_matches(field, sorted(allowed), n=1)
    path = (*place, *loc)
    if near:
        return Problem("misspelt_field", path, hints={"field": field, "nearest": near[0]})
    return Problem("unknown_field", path, hints={"field": field, "allowed": ", ".join(sorted(allowed))})


def _fields(model: type[Model]) -> set[str]:
    """The names of a model's fields, as a file spells them."""
    return {field.alias or name for name, field in model.model_fields.items()}


def _nested(model: type[Model]) -> set[type[Model]]:
    """Every kind of model there is."""
    return set(model.__subclasses__()).union(*(_nested(child) for child in model.__subclasses__()))
