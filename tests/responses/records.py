"""Responses made from records in the long form, for tests of what is done with responses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pyarrow as pa

from analysis.intake.sheet import nothing
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.answer_column import FIELDS, AnswerColumn
from analysis.responses.origin import AnswerSheet, Origin
from analysis.responses.reading import NO_COLUMN, Reading
from analysis.responses.responses import Responses
from analysis.responses.standing import Standing


def responses_of(
    questionnaire: Questionnaire, records: Iterable[Mapping[str, Any]], **more: Any
) -> Responses:
    """Responses whose readings are the `records`: respondent, question, row, column, and the fields they have. What
    no record names is not in the file."""
    records = [{"counted": True} | dict(record) for record in records]
    people = list(dict.fromkeys((record["respondent"], record["counted"]) for record in records))
    at = {person: position for position, person in enumerate(people)}
    keys = [part.key for part in questionnaire.parts()]
    columns = {key: AnswerColumn(np.zeros(len(people), np.int32), [NO_COLUMN]) for key in keys}
    for record in records:
        key = PartKey(record.get("question", ""), record.get("row", ""), record.get("column", ""))
        if key in columns:
            fields = {name: record[name] for name in FIELDS if name in record}
            columns[key].put(at[record["respondent"], record["counted"]], Reading(**fields))
    origin = Origin(
        pa.array([name for name, _ in people], pa.string()),
        np.array([Standing.COUNTED if counted else Standing.REPLACED for _, counted in people], np.int8),
        (AnswerSheet("", "", {}),),
        np.zeros(len(people), np.int32),
        np.arange(2, len(people) + 2, dtype=np.int32),
    )
    raw = {key: nothing(len(people)) for key in keys}
    return Responses(questionnaire, origin, columns, raw, **more)
