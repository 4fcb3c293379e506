"""What pydantic finds wrong with a piece of a questionnaire, as problems in our words."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from analysis.questionnaire.problem import Place, Problem
from analysis.questionnaire.words import OURS, Model

# What pydantic's name of an error begins with, and our rule.
RULES = {
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


class Shape:
    """What a piece of a questionnaire has to look like: a model, or an annotation made of models."""

    def __init__(self, annotation: Any) -> None:
        self.annotation = annotation
        self.adapter: TypeAdapter[Any] = TypeAdapter(annotation)

    def validate(self, raw: Any, place: Place) -> tuple[Any, list[Problem]]:
        """What `raw` is, or None and what is wrong with it; `place` is where it stands in the file.

        A field that is missing because its name is misspelt is one problem, not two.
        """
        try:
            return self.adapter.validate_python(raw), []
        except ValidationError as error:
            found = error.errors(include_url=False)
        problems = [self._problem(one, place) for one in found]
        misspelt = {(*p.path[:-1], p.hints["nearest"]) for p in problems if p.rule == "misspelt_field"}
        return None, [p for p in problems if p.rule != "missing_field" or p.path not in misspelt]

    def _problem(self, found: Any, place: Place) -> Problem:
        kind, value, ctx = found["type"], found["input"], found.get("ctx", {})
        models, inner = _walk(self.annotation, found["loc"])
        path = (*place, *inner)
        field = str(path[-1]) if path else ""
        if kind.startswith(OURS):
            return Problem(kind.removeprefix(OURS), path, ctx)
        if kind == "extra_forbidden":
            return _unknown(field, path, models)
        if kind == "union_tag_not_found":
            return Problem("missing_field", (*path, "kind"), {"field": "kind"})
        if kind == "union_tag_invalid":
            allowed = ctx["expected_tags"].replace("'", "")
            return Problem("unknown_kind", (*path, "kind"), {"value": ctx["tag"], "allowed": allowed})
        rule = next((rule for start, rule in RULES.items() if kind.startswith(start)), "wrong_value")
        if value is None:
            rule = "empty_field"
        allowed = str(ctx.get("expected", "")).replace("'", "").replace(" or ", ", ")
        hints = {"field": field, "value": str(value), "allowed": allowed, "limit": str(ctx.get("ge", ""))}
        return Problem(rule, path, hints | {"detail": found["msg"]})


def _walk(annotation: Any, loc: Place) -> tuple[list[type[Model]], Place]:
    """The models at `loc`, and `loc` as the file has it: without the kinds by which models are picked."""
    models = list(_models(annotation))
    path: list[str | int] = []
    for step in loc:
        of_kind = [model for model in models if step in _kinds(model)]
        if of_kind and len(models) > 1:
            models = of_kind
            continue
        path.append(step)
        # A number is a place in a list of these models, a name that none of them has is wrong itself.
        models = [
            inner
            for model in models
            for name, field in model.model_fields.items()
            if step == (field.alias or name)
            for inner in _models(field.annotation)
        ] or models
    return models, tuple(path)


def _kinds(model: type[Model]) -> tuple[str, ...]:
    """The values of `kind:` by which a model is picked."""
    return get_args(model.model_fields["kind"].annotation) if "kind" in model.model_fields else ()


def _models(annotation: Any) -> Iterator[type[Model]]:
    """The models that an annotation is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _unknown(field: str, path: Place, models: list[type[Model]]) -> Problem:
    """A field that none of the models has: the nearest that they have, or all."""
    allowed = sorted({field.alias or name for model in models for name, field in model.model_fields.items()})
    near = difflib.get_close_matches(field, allowed, n=1)
    if near:
        return Problem("misspelt_field", path, {"field": field, "nearest": near[0]})
    return Problem("unknown_field", path, {"field": field, "allowed": ", ".join(allowed)})
