"""What was answered, as it is written into the cells of a form: read again, it is the same answer.

Several ways to write an answer are tried on the reader itself, the plainest first, for a word may be an option of one
question, a reason in another, and a number in a third.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from analysis.form.fields import Field, fields_of
from analysis.intake.sheet import Cell
from analysis.questionnaire.answer import Money
from analysis.questionnaire.question import Part, PartKey, Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Option
from analysis.responses.cellvalue import missing_codes, read_cell
from analysis.responses.reading import BLANK, Reading

MARK = "○"  # in the cell of an option that is chosen
_REASONS = {
    "no_answer": ("무응답", "미응답", "응답없음"),
    "dont_know": ("모름", "모르겠음", "미상"),
    "refused": ("응답거절", "비공개", "거부"),
    "not_applicable": ("해당없음", "비해당", "N/A"),
}
_DETAILS = {
    "pending": "확인중",
    "empty_comment": "없음",
    "dash": "-",
    "suppressed_by_sender": "x",
    "dk_or_na": "모름/무응답",
}
_NONE_CHOSEN = "아니오"  # in the cells of all options, where somebody said that none of them is
_QUANTITIES = {
    "exact": "{number}",
    "approx": "약 {number}",
    "over": "{number} 남짓",
    "ge": "{number} 이상",
    "gt": "{low} 초과",
    "le": "{high} 이하",
    "lt": "{high} 미만",
    "range": "{low}~{high}",
}
_HALVES, _QUARTERS = {1: "상반기", 7: "하반기"}, {1: 1, 4: 2, 7: 3, 10: 4}
_PRECISIONS = ("day", "fuzzy_month", "month", "quarter", "half", "year")
_THIRDS = {1: "초순", 11: "중순", 21: "하순"}


def texts_of(questionnaire: Questionnaire, answers: Mapping[PartKey, Reading]) -> dict[str, str]:
    """What stands in the cells of the form by their names (`Field.name`) once these answers of one respondent are
    filled in. Cells that stay blank are left out: of answers that are not given, or that nothing that could be
    written says (what was not asked, what could not be read)."""
    fields = fields_of(questionnaire)
    texts: dict[str, str] = {}
    for question in questionnaire.questions:
        codes = missing_codes(questionnaire, question)
        beside = _with_own_words(question, answers)
        for field in fields:
            if field.part.question != question.id:
                continue
            reading = answers.get(field.part.key, BLANK)
            if field.own_words:
                text = answers[beside].text if beside else ""
            else:
                in_the_cell = replace(reading, text="") if field.part.key == beside else reading
                write = _mark if field.option else _whole
                text = write(field, in_the_cell, codes)
            if text:
                texts[field.name] = text
    return texts


def text_of(reading: Reading, part: Part, codes: Mapping[str, str]) -> str:
    """The text of one cell that is read as this answer; "" where there is none. Words that stand with a number, a date or
    a choice and cannot be written with it are left out before the answer is."""
    nearly = without_words = ""
    for text in _ways(reading, part, codes):
        found = replace(read_cell(Cell(text, text), part, codes), doubts=())
        if found == replace(reading, doubts=()):
            return text
        if not nearly and found == replace(reading, doubts=(), detail=found.detail):
            nearly = text
        said = found.code or found.start or found.number is not None
        if said and found == replace(reading, doubts=(), detail=found.detail, text=found.text):
            without_words = without_words or text
    return nearly or without_words


def _with_own_words(question: Question, answers: Mapping[PartKey, Reading]) -> PartKey | None:
    """The part whose own words stand in the line beside the question: the first that chose an option for them; where
    none did, the first part that takes them. None where it takes none."""
    parts = [part for part in question.parts() if part.answer.takes_own_words]
    writable = {choice.id for part in parts for choice in part.answer.choices if choice.other}
    keys = [part.key for part in parts if part.key in answers]
    if not writable or not keys:
        return None
    chose = (key for key in keys if writable.intersection(answers[key].codes))
    return next(chose, keys[0] if keys[0] == parts[0].key else None)


def _whole(field: Field, reading: Reading, codes: Mapping[str, str]) -> str:
    return text_of(reading, field.part, codes)


def _mark(field: Field, reading: Reading, codes: Mapping[str, str]) -> str:
    """What stands in the cell of one option: a mark, words of the respondent's own; or, in those of all of them,
    why none is chosen."""
    options = field.part.answer.choices
    assert field.option is not None
    if reading.answered:
        chosen = [option for option in options if option.id in reading.codes]
        written = next((option for option in chosen if option.other), None) if reading.text else None
        if field.option == written:
            return reading.text
        return MARK if field.option in chosen else ""
    if reading.detail == "nothing_chosen":
        return _NONE_CHOSEN
    return text_of(reading, field.part, codes) if len(options) > 1 else ""


def _ways(reading: Reading, part: Part, codes: Mapping[str, str]) -> Iterator[str]:
    """The ways to write an answer into one cell, the plainest first."""
    answer = part.answer
    if reading.qualifier in _QUANTITIES and answer.kind in ("number", "money"):
        yield _quantity(reading, answer.won if isinstance(answer, Money) else 1)
    elif reading.reason:
        yield from _reasons(reading, part, codes)
    elif reading.code:
        yield from _names(reading, answer.choices)
    elif reading.start:
        yield from _dates(reading)
    else:
        yield reading.text


def _reasons(reading: Reading, part: Part, codes: Mapping[str, str]) -> Iterator[str]:
    box = getattr(part.answer, "not_applicable", None)
    if reading.detail == "option" and box:
        yield box.ko
    if reading.detail in _DETAILS:
        yield _DETAILS[reading.detail]
    if reading.detail != "blank":
        yield from _REASONS.get(reading.reason, ())
        yield from (code for code, meaning in codes.items() if meaning == reading.reason)


def _names(reading: Reading, options: Sequence[Option]) -> Iterator[str]:
    for number, option in enumerate(options, start=1):
        if option.id == reading.code:
            names = [*filter(None, (option.ko, option.header, option.en)), str(number)]
            yield from (f"{name}: {reading.text}" if reading.text else name for name in names)


def _quantity(reading: Reading, unit: int) -> str:
    figures = {name: getattr(reading, name) for name in ("number", "low", "high")}
    return _QUANTITIES[reading.qualifier].format(
        **{name: "" if value is None else plain_number(value, unit) for name, value in figures.items()}
    )


def plain_number(value: float, unit: int = 1) -> str:
    """The digits of a number in so many of what it is kept in: 1500 won in 천원 is "1.5"."""
    digits = f"{Decimal(repr(value)) / unit:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _dates(reading: Reading) -> Iterator[str]:
    """The days, months or years; of spans the ends, as coarse as they were written."""
    coarse = reading.precision.removesuffix("_range")
    first = _point(reading.start, coarse)
    if coarse == reading.precision:
        yield first
        return
    for last in (coarse, *(other for other in _PRECISIONS if other != coarse)):
        end = _last_point(reading.end, last)
        yield f"{first}~{end}"
        yield f"{reading.start}~{end}"


def _point(day: str, precision: str) -> str:
    """A date that begins on that day."""
    year, month = day[:4], int(day[5:7])
    match precision:
        case "year":
            return year
        case "month":
            return day[:7]
        case "half":
            return f"{year}년 {_HALVES.get(month, '')}"
        case "quarter":
            return f"{year}년 {_QUARTERS.get(month, '')}분기"
        case "fuzzy_month":
            return f"{year}년 {month}월 {_THIRDS.get(int(day[8:]), '')}"
    return day


def _last_point(day: str, precision: str) -> str:
    """A date that ends on that day."""
    year, month = day[:4], int(day[5:7])
    match precision:
        case "half":
            return f"{year}년 {_HALVES.get(month - 5, '')}"
        case "quarter":
            return f"{year}년 {_QUARTERS.get(month - 2, '')}분기"
        case "fuzzy_month":
            third = {10: "초순", 20: "중순"}.get(int(day[8:]), "하순")
            return f"{year}년 {month}월 {third}"
    return _point(day, precision)
