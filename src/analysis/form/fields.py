"""The cells of a form that are to be filled in, and their names.

The name of a cell is made of ids, which are the same in every year: it says which answer the cell holds, wherever
rows were inserted, sheets renamed or the form saved by another program. In a workbook it is a defined name, in a
Hangul document the name of a table's cell (its field name there).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.errors import DureError
from analysis.questionnaire.question import Part, Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Option

PREFIX = "dure__"
HIDDEN = "dure"  # the sheet of a workbook that counts what is open, and holds no answers
OWN_WORDS = "own_words"  # stands where the option of a cell would
_LONGEST = 200  # letters of a name; Excel takes 255


@dataclass(frozen=True)
class Field:
    """One cell to fill in.

    part       what it answers; of a line for one's own words the first part of the question that takes them
    option     the option that a mark in it chooses, of a part that may take several; None where the whole answer
               goes into this cell
    own_words  whether it is the line where 기타 (or the like) is spelt out; a question has at most one
    """

    name: str
    part: Part
    option: Option | None = None
    own_words: bool = False


def fields_of(questionnaire: Questionnaire) -> tuple[Field, ...]:
    """Every cell to fill in, in the order of the form.

    Raises DureError where two would have the same name, as `a__b` of one question and `b` in a row `a` of another.
    """
    fields = tuple(field for question in questionnaire.questions for field in _of_question(question))
    seen: dict[str, Field] = {}
    for field in fields:
        if (other := seen.setdefault(field.name, field)) is not field:
            ids = f"{other.part.question}, {field.part.question}"
            raise DureError(
                f"서식의 칸 두 개가 같은 이름('{field.name}')이 됩니다. 조사표에서 문항이나 보기의 id를 바꾸어 주십시오({ids}).",
                f"two cells of the form would have one name ('{field.name}'). Change an id of a question or an option "
                f"in the questionnaire ({ids}).",
            )
    return fields


def _of_question(question: Question) -> Iterator[Field]:
    parts = question.parts()
    for part in parts:
        if part.answer.kind == "multi":
            for option in part.answer.options:
                yield Field(_name(*part.key, option.id), part, option)
        else:
            yield Field(_name(*part.key), part)
    spelt_out = [part for part in parts if part.answer.takes_own_words]
    if spelt_out:
        yield Field(_name(question.id, OWN_WORDS), spelt_out[0], own_words=True)


def _name(*ids: str) -> str:
    name = PREFIX + "__".join(filter(None, ids))
    if len(name) <= _LONGEST:
        return name
    return f"{name[: _LONGEST - 9]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"
