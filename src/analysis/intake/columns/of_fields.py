"""Columns that are known by the names of a form's cells: no heading has to be understood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from analysis.form.fields import fields_of
from analysis.intake.columns.claims import Claimed
from analysis.intake.columns.matching import Matching
from analysis.intake.sheet import Sheet
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire


def match_fields(
    sheet: Sheet, places: Mapping[str, int], questionnaire: Questionnaire, **more: Any
) -> Matching:
    """Which column answers which part; places: the columns (from 0) by `Field.name`.

    more: the other fields of `Matching`.
    """
    columns: dict[PartKey, int] = {}
    companions: dict[str, int] = {}
    ticks: dict[PartKey, dict[str, int]] = defaultdict(dict)
    options = {}
    for field in fields_of(questionnaire):
        key = field.part.key
        if field.name not in places:
            continue
        if field.own_words:
            companions[key.question] = places[field.name]
        else:
            columns.setdefault(key, places[field.name])
        if field.option:
            ticks[key][field.option.id] = places[field.name]
            options[key] = field.part.answer.options  # type: ignore[union-attr]  # it takes several
    claimed = {key: Claimed(options[key], ticks=ticks[key]) for key in ticks}
    without = {
        key: lacking
        for key in ticks
        if (lacking := tuple(one.ko for one in options[key] if one.id not in ticks[key]))
    }
    return Matching(sheet, columns, companions, without=without, claimed=claimed, **more)
