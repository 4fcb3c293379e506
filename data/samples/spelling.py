"""Codes become what respondents saw and chose: option ids their labels, digits the points of a scale."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from analysis.intake.columns.headings import PartKey, name_of
from analysis.questionnaire import Questionnaire
from analysis.questionnaire.question import Part

AND = "+"  # between the options of a multi: "law+ordinance"
BESIDE = "0"  # the box beside a scale
BLANK = "."


def headings(questionnaire: Questionnaire) -> list[str]:
    """The columns of an answers file, in the order of the form."""
    return [name_of(questionnaire, key_of(part)) for part in questionnaire.parts()]


def key_of(part: Part) -> PartKey:
    return PartKey(part.question, part.row, part.column)


def spelled(part: Part, code: str) -> str:
    """What stands in the cell for an answer's code; "" for no answer."""
    answer = part.answer
    if code in ("", BLANK):
        return ""
    if answer.kind == "scale":
        return answer.not_applicable.ko if code == BESIDE else answer.scale.points[int(code) - 1].ko
    if answer.kind in ("single", "multi"):
        labels = {option.id: option.ko for option in answer.options}
        return ", ".join(labels[option] for option in code.split(AND))
    return code


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as programs on Windows write them."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    return file.getvalue()


def row_of(
    questionnaire: Questionnaire, codes: Mapping[PartKey, str], untidy: Mapping[PartKey, str]
) -> list[str]:
    """A respondent's cells, in the order of `headings`; what is `untidy` stands as it is."""
    return [
        untidy[key] if (key := key_of(part)) in untidy else spelled(part, codes.get(key, ""))
        for part in questionnaire.parts()
    ]
