"""Words that people write where they have no answer. What they are read as is said where answers are read
(responses); here they are only kept from being taken for options."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.language.text import match_key
from analysis.questionnaire.question import Reason

_WORDS: dict[Reason, str] = {
    "no_answer": "무응답|미응답|응답없음|응답 안 함|무답|미기재|미기입|미입력|N/R|no answer|no response",
    "refused": "응답거절|응답거부|답변거부|답변거절|거절|거부|비공개|대외비|공개불가|공개 안 함|refused",
}
# On a form, these are boxes to tick as often as they are words that somebody wrote.
_PERHAPS: dict[Reason, str] = {
    "dont_know": "모름|잘 모름|모르겠음|잘 모르겠음|모르겠다|잘 모르겠다|모르겠습니다|잘 모르겠습니다|"
    "don't know|do not know",
    "not_applicable": "해당없음|비해당|해당사항 없음|해당 안 됨|해당되지 않음|N/A|not applicable",
}
# These are boxes, or opinions.
_BOXES: dict[Reason, str] = {
    "dont_know": "not sure|I don't know|unsure",
    "not_applicable": "이용 안 함|이용하지 않음|이용 경험 없음|경험 없음|does not apply|doesn't apply",
}
# What spreadsheets write; what is to come later; "the same as above".
_NOTHING_YET = (
    "#N/A|#DIV/0!|#REF!|#VALUE!|#NAME?|#NULL!|#NUM!|확인중|확인 예정|파악중|집계중|작성중|결산중|미정|미확정|추후 제출|추후 기재|"
    "추후 확인|추후 통보|위와 같음|위와 동일|상동|좌동"
)


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(match_key(word) for several in words for word in several.split("|"))


_REASONS: dict[str, Reason] = {
    key: reason
    for table in (_BOXES, _PERHAPS, _WORDS)
    for reason, words in table.items()
    for key in _keys([words])
}
_CERTAIN = _keys([*_WORDS.values(), _NOTHING_YET])
_ANYWHERE = _keys([*_WORDS.values(), *_PERHAPS.values()])
_BOX = _keys([*_PERHAPS.values(), *_BOXES.values()])


def is_absent(text: str) -> bool:
    """Whether a text means "no answer" and nothing else."""
    return match_key(text) in _CERTAIN


def reason_of(text: str) -> Reason | None:
    """Why somebody has no answer who writes so; None for what may be an answer."""
    return _REASONS.get(match_key(text))


def means_nothing_anywhere(text: str) -> bool:
    """Whether a text means "no answer" wherever it is no option."""
    return match_key(text) in _ANYWHERE


def may_be_a_box(text: str) -> bool:
    """Whether a form may have a box that says so: "잘 모름" beside a scale."""
    return match_key(text) in _BOX
