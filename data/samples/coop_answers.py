"""A respondent's answers in codes, on their way into the sample of the survey on the Basic Plan."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.intake.columns.headings import PartKey

from .dice import Dice
from .spelling import AND

OWN_WORDS = {
    "legal_type": ("비영리 임의단체", "주식회사에서 전환 중", "영농조합법인", "농업회사법인"),
    "industry": ("인쇄, 출판", "여행", "장례", "재활용품 수집", "공연 기획", "반려동물", "상조"),
    "inactive_reasons": ("대표자의 건강", "공사 지연", "임대 계약 만료"),
    "information_sources": ("국회 토론회", "대학원 수업", "아는 조합의 소개"),
    "nonuse_reasons": ("담당자가 자주 바뀌어서", "거리가 멀어서"),
    "collaboration": ("공동 물류", "직원 교환 근무", "연구 모임"),
    "position": ("감사역", "자문위원", "조합원"),
}
MAKE_UP = {  # how often somebody writes in words of their own
    "inactive_reasons": 0.06, "information_sources": 0.02, "nonuse_reasons": 0.05, "collaboration": 0.02,
}  # fmt: skip


class Answers(dict[PartKey, str]):
    """Codes by part; `words` is what was written under 기타."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[PartKey, str] = {}

    def put(self, question: str, code: object, row: str = "", column: str = "") -> None:
        self[PartKey(question, row, column)] = str(code)


def choose(dice: Dice, answers: Answers, question: str, code: str) -> None:
    answers.put(question, code)
    if code == "other":
        answers.words[PartKey(question)] = dice.one(OWN_WORDS[question])


def some(dice: Dice, weights: Mapping[str, float], n: int) -> list[str]:
    """n of them, in the order of the form."""
    return sorted(dice.ranked(weights, n), key=list(weights).index)


def several(dice: Dice, answers: Answers, question: str, codes: list[str]) -> None:
    if "none" not in codes and dice.chance(MAKE_UP[question]):
        codes = [*codes[:1], "other"]
        answers.words[PartKey(question)] = dice.one(OWN_WORDS[question])
    answers.put(question, AND.join(codes))
