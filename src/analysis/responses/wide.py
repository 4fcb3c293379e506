"""The responses as a person likes to see them: a row a respondent, a column a question, answers in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from analysis.intake.columns.headings import name_of
from analysis.language import message
from analysis.questionnaire.question import Part
from analysis.responses.reading import Reading
from analysis.responses.responses import Responses
from analysis.responses.standing import Standing

_GIVEN_ANYWAY = (
    "answered_anyway",
    "condition_unread",
)  # not asked, or not known to be: but something stood there
_APPROXIMATE = {"approx": "약 {}", "over": "{} 남짓", "ge": "{} 이상"}

_COUNTED = {
    Standing.COUNTED: "예",
    Standing.REPLACED: "아니오(같은 응답자의 다른 응답으로 갈음)",
    Standing.EMPTY: "아니오(답이 없음)",
    Standing.BROKEN_OFF: "아니오(끝까지 답하지 않음)",
    Standing.LEFT_OUT: "아니오(뺄 응답의 목록에 있음)",
    Standing.UNPLACED: "아니오(표본 설계의 값을 쓸 수 없음)",
}


def wide_rows(responses: Responses) -> Iterator[list[str | float]]:
    """A heading, then a row for every response of the files, those that do not count included.

    Options by their labels, money in won, absent answers as "[무응답]", what cannot be read as it stood.
    """
    questionnaire = responses.questionnaire
    parts = list(questionnaire.parts())
    names = [name_of(questionnaire, part.key) for part in parts]
    units = [" (원)" if part.answer.kind == "money" else "" for part in parts]
    yield ["응답자", "집계 여부", *(name + unit for name, unit in zip(names, units, strict=True))]
    columns = [_shown(part, responses) for part in parts]
    standing = responses.origin.standing.tolist()
    for at, respondent in enumerate(responses.origin.respondent.to_pylist()):
        yield [respondent, _COUNTED[standing[at]], *(column[at] for column in columns)]


def _shown(part: Part, responses: Responses) -> list[str | float]:
    """What every respondent answered to a part. Answers alike are put into words once."""
    key = part.key
    answers, raw = responses.answers[key], responses.raw[key]
    show = _shower(part)
    seen: dict[tuple[int, int], str | float] = {}
    shown = []
    for at, pair in enumerate(zip(answers.which.tolist(), raw.which.tolist(), strict=True)):
        if pair not in seen:
            seen[pair] = show(answers.at(at), raw.at(at).text)
        shown.append(seen[pair])
    return shown


def _shower(part: Part) -> Callable[[Reading, str], str | float]:
    """How an answer to this part is shown."""
    answer = part.answer
    labels = {choice.id: choice.ko for choice in answer.choices}

    def show(given: Reading, raw: str) -> str | float:
        if given.reason:
            return _absent(given, raw)
        if given.code:
            chosen = "; ".join(labels[code] for code in given.codes)
            return f"{chosen}: {given.text}" if given.text else chosen
        if given.number is not None:
            return _number(given.number, given.qualifier)
        if answer.kind == "date":
            return _date(given)
        return given.text

    return show


def _absent(given: Reading, raw: str) -> str:
    """The reason, and what stood there where that may be worth a look."""
    words = raw if given.reason == "invalid" or given.detail in _GIVEN_ANYWAY else given.text
    reason = message(f"common.reason.{given.reason}")
    if given.detail == "condition_unread":  # the finding says that it is not yet known
        reason = "대상인지 알 수 없음"
    return f"[{reason}] {words}".strip()


def _number(number: float, qualifier: str) -> str | float:
    plain = int(number) if number.is_integer() else number
    return _APPROXIMATE[qualifier].format(f"{plain:,}") if qualifier in _APPROXIMATE else plain


def _date(given: Reading) -> str:
    width = {"day": 10, "month": 7, "year": 4}.get(given.precision)
    return given.start[:width] if width else f"{given.start}~{given.end}"
