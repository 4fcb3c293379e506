"""The questions that a respondent was asked and left empty, as one item; and answers that were to come later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.fieldwork.ask.items import Item, may_be_asked
from analysis.fieldwork.ask.rules import BLANK, BLANK_REQUIRED, PENDING
from analysis.fieldwork.ask.words import inner_of, name_of_question, quoted, unit_asked
from analysis.intake.personal import masked
from analysis.language import message
from analysis.questionnaire.question import AllocationQuestion, Part, PartKey, Question, RankingQuestion
from analysis.responses.responses import Responses

_NOT_ASKED = ("not_asked", "not_in_file")
_MISSING = ("no_answer", "dont_know", "refused")
_CELLS = 3  # empty cells of a table that are named one by one


@dataclass(frozen=True)
class _Empty:
    """A question with the cells that are empty, of the `asked` ones that there are."""

    question: Question
    parts: Sequence[Part]
    asked: int


def blanks(
    responses: Responses, language: str, asked_of: Mapping[int, Collection[PartKey]]
) -> dict[int, list[Item]]:
    """What was left empty or put off, by the position of the response that counts; but for what each is asked of
    already, or is not to be."""
    empty: dict[int, list[_Empty]] = defaultdict(list)
    found: dict[int, list[Item]] = defaultdict(list)
    for order, question in enumerate(responses.questionnaire.questions):
        if not may_be_asked(question, responses):
            continue
        parts = question.parts()
        given = {
            part.key: [responses.answers[part.key].of(name).tolist() for name in ("reason", "detail")]
            for part in parts
        }
        for at in np.flatnonzero(responses.origin.counted).tolist():
            asked = [part for part in parts if given[part.key][0][at] not in _NOT_ASKED]
            for part in asked:
                if given[part.key][1][at] == "pending" and part.key not in asked_of.get(at, ()):
                    found[at].append(_pending(responses, question, part, at, order, language))
            missing = [
                part for part in asked if _is_missing(question, part, *(of[at] for of in given[part.key]))
            ]
            missing = _to_ask(question, missing, asked)
            if missing := [part for part in missing if part.key not in asked_of.get(at, ())]:
                empty[at].append(_Empty(question, missing, len(asked)))
    for at, questions in empty.items():
        found[at].append(_item(questions, language))
    return found


def _is_missing(question: Question, part: Part, reason: str, detail: str) -> bool:
    """Left empty; of what must be answered any answer that is none. An opinion is nobody's duty."""
    if question.required:
        return reason in _MISSING and detail != "pending"
    return detail in ("blank", "nothing_chosen") and part.answer.kind != "open"


def _to_ask(question: Question, missing: list[Part], asked: list[Part]) -> list[Part]:
    """Nobody needs a second choice, and shares that do not add up are asked of as such."""
    if isinstance(question, RankingQuestion) and missing and missing[0] is not asked[0]:
        return []
    if isinstance(question, AllocationQuestion) and len(missing) < len(asked):
        return []
    return missing


def _item(questions: Sequence[_Empty], language: str) -> Item:
    keys = tuple(part.key for empty in questions for part in empty.parts)
    required = any(empty.question.required for empty in questions)
    said = message("ask.item.blank", language)
    lines = (f"   - {_named(empty, language)}" for empty in questions)
    return Item(BLANK_REQUIRED if required else BLANK, 0, "\n".join((said, *lines)), keys)


def _named(empty: _Empty, language: str) -> str:
    """A question with its unit, and its empty cells where others hold something."""
    question, parts = empty.question, empty.parts
    units = {unit_asked(part, language) for part in parts}
    unit = units.pop() if len(units) == 1 else ""
    if len(parts) == empty.asked:
        return name_of_question(question, language) + unit
    if len(parts) <= _CELLS:
        cells = "; ".join(inner_of(part, language) for part in parts)
    else:
        cells = message("ask.cells", language, number=len(parts), of=empty.asked)
    return name_of_question(question, language, cells) + unit


def _pending(
    responses: Responses, question: Question, part: Part, at: int, order: int, language: str
) -> Item:
    name = name_of_question(question, language, inner_of(part, language))
    value = quoted(masked(responses.raw[part.key].at(at).text))
    said = message("ask.item.pending", language, value=value, unit=unit_asked(part, language))
    return Item(PENDING, order, f"{name}: {said}", (part.key,))
