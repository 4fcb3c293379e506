"""Words that people write where they have no answer. What they are read as is said where answers are read
(responses); here they are only kept from being taken for options."""

from __future__ import annotations

from analysis.language.text import match_key
from analysis.questionnaire.question import Reason

_WORDS: dict[Reason, str] = {
    "no_answer": "무응답|미응답|응답없음|응답 안 함|무답|미기재|미기입|미입력|N/R|no answer|no response",
    "refused": "응답거절|응답거부|답변거부|답변거절|거절|거부|refused",
}
# On a form, these are boxes to tick as often as they are words that somebody wrote.
_PERHAPS: dict[Reason, str] = {
    "dont_know": "모름|잘 모름|모르겠음|잘 모르겠음|모르겠다|잘 모르겠다|모르겠습니다|잘 모르겠습니다|don't know|do not know|"
    "not sure|I don't know|unsure",
    "not_applicable": "해당없음|비해당|해당사항 없음|해당 안 됨|해당되지 않음|이용 안 함|이용하지 않음|이용 경험 없음|경험 없음|"
    "N/A|not applicable|does not apply|doesn't apply",
}
_TOOLS = "#N/A|#DIV/0!|#REF!|#VALUE!|#NAME?|#NULL!|#NUM!"  # what spreadsheets write
_REASONS: dict[str, Reason] = {
    match_key(word): reason for reason, words in (_WORDS | _PERHAPS).items() for word in words.split("|")
}
_CERTAIN = frozenset(match_key(word) for words in (*_WORDS.values(), _TOOLS) for word in words.split("|"))


def is_absent(text: str) -> bool:
    """Whether a text means "no answer" and nothing else."""
    return match_key(text) in _CERTAIN


def reason_of(text: str) -> Reason | None:
    """Why somebody has no answer who writes so; None for what may be an answer."""
    return _REASONS.get(match_key(text))


def may_be_a_box(text: str) -> bool:
    """Whether a form may have a box that says so: "잘 모름" beside a scale."""
    return reason_of(text) in _PERHAPS
