"""One cell: the reason why it holds no answer, or the answer. Which of them is decided in this order:

a value that the file itself declares to be no answer, as SPSS and Stata do, whatever its label
an option of the question, even one called 해당없음 or None
the box beside a scale ("이용 안 함")
a missing code of the question, then of the questionnaire
the words that mean no answer anywhere (무응답, 모름, …), an empty cell
the number, date, choice or words that the question asks for
"""

from __future__ import annotations

from collections.abc import Mapping

from analysis.intake.columns.combined import Chosen
from analysis.intake.personal import masked
from analysis.intake.sheet import Cell, DeclaredMissing
from analysis.language.text import match_key, normalise
from analysis.questionnaire.question import Part, Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Words
from analysis.responses.chosen import is_option, read_list, read_multi, read_scale, read_single
from analysis.responses.combined import read_chosen
from analysis.responses.measured import read_date, read_money, read_number
from analysis.responses.reading import BLANK, Doubt, Reading, absent
from analysis.responses.values.missing import Absence, absence

_LONGEST_FIGURE = (
    1_000  # letters; a longer text is no number and no date, and would take long to look through
)


def missing_codes(questionnaire: Questionnaire, question: Question) -> Mapping[str, str]:
    """What means "no answer" in this question, its own codes before those of the questionnaire."""
    return {**questionnaire.missing, **question.missing}


def read_cell(cell: Cell, part: Part, codes: Mapping[str, str]) -> Reading:
    """What `cell` answers to `part`."""
    answer = part.answer
    if isinstance(cell.value, Chosen):
        return read_chosen(cell.value, part, lambda one, of: read_cell(one, of, codes))
    if not normalise(cell.text):
        return BLANK
    if isinstance(cell.value, DeclaredMissing):
        return absent(_declared(cell.text, cell.value.code, part, codes), "declared_missing")
    if answer.kind == "multi" and (listed := read_list(cell.text, answer)):
        return listed
    if _in_box(cell.text, part):
        return absent("not_applicable", "option")
    missing = None if is_option(cell.text, part.answer.choices) else _absence(cell, _kind(part), codes)
    if missing is not None:
        return absent(missing.reason, missing.detail or "", *_doubts(missing.reason, missing.detail or ""))
    reading = _answered(cell, part)
    if reading.reason == "invalid" and masked(cell.text) != cell.text:
        return absent("invalid", "personal_data", Doubt("personal_data"))
    return reading


def _kind(part: Part) -> str:
    """The kind of answer, for the words that mean none. Of parts with one choice only a rank has a column and no row."""
    is_rank = part.answer.kind == "single" and part.column and not part.row
    return "ranking" if is_rank else part.answer.kind


def _absence(cell: Cell, kind: str, codes: Mapping[str, str]) -> Absence | None:
    """Why there is no answer, by what the cell shows; of a number also by its digits, where 999 shows as 999명."""
    found = absence(cell.text, kind, codes)
    if found is None and cell.number is not None and kind in ("number", "money"):
        return absence(cell.number, kind, codes)
    return found


def _declared(label: str, code: str, part: Part, codes: Mapping[str, str]) -> str:
    """The reason for a value that the file declares to be no answer: by its code, or by the words of its label."""
    if _in_box(label, part):
        return "not_applicable"
    for text in (code, label):
        found = absence(text, part.answer.kind, codes)
        if found is not None and found.reason != "invalid":
            return found.reason
    return "no_answer"


def _in_box(text: str, part: Part) -> bool:
    """Whether it says what the box beside the scale says."""
    answer = part.answer
    return answer.kind == "scale" and bool(answer.not_applicable) and _is(text, answer.not_applicable)


def _answered(cell: Cell, part: Part) -> Reading:
    answer = part.answer
    if answer.kind in ("number", "money", "date") and len(cell.text) > _LONGEST_FIGURE:
        rule = "unreadable_date" if answer.kind == "date" else "unreadable_number"
        return absent("invalid", "unreadable", Doubt(rule))
    match answer.kind:
        case "single":
            return read_single(cell.text, answer)
        case "multi":
            return read_multi(cell.text, answer)
        case "scale":
            return read_scale(cell.text, answer)
        case "number":
            return read_number(cell, answer)
        case "money":
            return read_money(cell, answer)
        case "date":
            return read_date(cell, answer)
        case _:
            return Reading(text=normalise(cell.text))


def _is(text: str, words: Words) -> bool:
    return match_key(text) in {match_key(label) for label in (words.ko, words.en) if label}


def _doubts(reason: str, detail: str) -> tuple[Doubt, ...]:
    """A cell that says in words why there is no answer is recorded; one that is merely empty is not."""
    if detail in ("blank", "empty_comment"):
        return ()
    if reason == "invalid":
        return (Doubt("ditto" if detail == "ditto" else "error_value"),)
    return (Doubt("absent_word", reason),)
