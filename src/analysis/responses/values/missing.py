"""Why an answer is absent. A declared option goes before these words; codes are per question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.language.text import match_key, normalise

Words = dict[str, tuple[str, str]]


@dataclass(frozen=True)
class Absence:
    """reason: no_answer, dont_know, refused, not_applicable, invalid. detail: blank, pending, dk_or_na, …"""

    reason: str
    detail: str | None = None


def _table(*rows: tuple[str, str, str]) -> Words:
    return {
        match_key(word): (reason, detail) for words, reason, detail in rows for word in words.split(" | ")
    }


# Whatever is asked. Blanks, case and closing punctuation do not count.
_ANYWHERE = _table(
    ("무응답 | 미응답 | 응답없음 | 응답 안 함 | 무답 | 미기재 | 미기입 | 미입력", "no_answer", ""),
    ("N/R | no answer | no response", "no_answer", ""),
    ("모름 | 잘 모름 | 모르겠음 | 잘 모르겠음 | 모르겠다 | 잘 모르겠다", "dont_know", ""),
    ("모르겠습니다 | 잘 모르겠습니다 | 미상 | 불명 | 기억 안 남 | 기억나지 않음", "dont_know", ""),
    ("don't know | do not know", "dont_know", ""),
    ("해당없음 | 비해당 | 미해당 | 해당사항 없음 | 해당 안 됨 | 해당되지 않음", "not_applicable", ""),
    ("N/A | not applicable", "not_applicable", ""),
    ("응답거절 | 응답거부 | 답변거부 | 답변거절 | 거절 | 거부", "refused", ""),
    ("비공개 | 대외비 | 공개불가 | 공개 안 함 | refused", "refused", ""),
    ("확인중 | 확인 예정 | 파악중 | 집계중 | 작성중 | 결산중 | 미정 | 미확정", "no_answer", "pending"),
    ("추후 제출 | 추후 기재 | 추후 확인 | 추후 통보", "no_answer", "pending"),
    ("위와 같음 | 위와 동일 | 상동 | 동일 | 좌동 | 〃 | ″ | 同上 | ditto", "invalid", "ditto"),
    ("#N/A | #DIV/0! | #REF! | #VALUE! | #NAME? | #NULL! | #NUM!", "invalid", "tool_artifact"),
)
# Signs of statistical tables (- none, … unknown, x confidential) and what programs write for nothing.
_IN_NUMBERS = _table(
    ("-", "not_applicable", "dash"),
    ("… | ...", "dont_know", ""),
    ("x", "refused", "suppressed_by_sender"),
    ("NaN | NA | null | None | inf | -inf", "invalid", "tool_artifact"),
)
_IN_OPINIONS = _table(
    ("없음 | 없다 | 없습니다 | 없어요 | 무 | 無 | - | x | no | none | nothing", "no_answer", "empty_comment"),
    ("전혀 없음 | 별로 없음 | 특별히 없음 | 딱히 없음 | 특이사항 없음", "no_answer", "empty_comment"),
    ("의견 없음 | 기타 의견 없음 | 별다른 의견 없음 | 할 말 없음", "no_answer", "empty_comment"),
    ("특별히 없습니다 | 딱히 없습니다 | 의견 없습니다", "no_answer", "empty_comment"),
)
# A rank that nothing was put on, even where an option takes words of one's own.
_IN_RANKS = _table(("없음 | 없다 | 없습니다 | 없어요 | none | nothing", "no_answer", ""))
_BY_KIND: Mapping[str, Words] = {
    "number": _IN_NUMBERS,
    "money": _IN_NUMBERS,
    "scale": _IN_NUMBERS,
    "open": _IN_OPINIONS,
    "ranking": _IN_RANKS,
}
_WORDS = {kind: _ANYWHERE | words for kind, words in _BY_KIND.items()}
_BLANK = re.compile(r"[\s.\-_·…]*")
_REASONS = frozenset(("no_answer", "dont_know", "refused", "not_applicable", "invalid"))


def absence(cell: object, kind: str, codes: Mapping[str, str] | None = None) -> Absence | None:
    """The reason why a cell holds no answer; None where it holds one. Of an option nobody is to ask: it is an answer,
    even 해당없음 or None.

    kind     single, multi, scale, number, money, date, text or open; ranking for a rank of one
    codes    what stands for no answer in this question: {"9": "무응답"} or {"9": "no_answer"}; "answer" for a word
             that is one here

    "없음" is an answer except in an opinion and in a ranking; `parse_number` and `parse_money` read it as 0 to be confirmed.
    """
    text = normalise(cell)
    key = match_key(text)
    for code, meaning in (codes or {}).items():
        if match_key(code) == re.sub(r"(?<=\d)\.0+$", "", key):
            if meaning == "answer":
                return None
            return Absence(meaning) if meaning in _REASONS else _of_words(meaning, kind)
    if found := _of_words(text, kind):
        return found
    return Absence("no_answer", "blank") if _BLANK.fullmatch(text) else None


def missing_keys(kind: str) -> frozenset[str]:
    """The words that mean no answer to a question of this kind, as `match_key` leaves them."""
    return frozenset(_WORDS.get(kind, _ANYWHERE))


def _of_words(text: str, kind: str) -> Absence | None:
    """The reason that a word, or several with slashes between (모름/무응답), stand for."""
    words = _WORDS.get(kind, _ANYWHERE)
    key = match_key(text)
    for spelled in (key, key.rstrip(".!~")):
        if spelled in words:
            reason, detail = words[spelled]
            return Absence(reason, detail or None)
    reasons = {words[part][0] for part in key.split("/") if part in words}
    if reasons == {"no_answer", "dont_know"}:
        return Absence("no_answer", "dk_or_na")
    known = [part for part in key.split("/") if part in words or part == "없음"]
    if len(reasons) == 1 and len(known) == len(key.split("/")):
        return Absence(reasons.pop())
    return None
