"""Who is asked a question, read aloud."""

from __future__ import annotations

import pytest

from analysis.form.routing_words import asked_of
from analysis.questionnaire.routing import parse
from tests.form.made import every_kind

SAID = {
    "form is a": ("Q2에서 ‘가\"나’를 골랐", "you chose ‘가\"나’ in Q2"),
    "form in [a, b, c]": ("Q2에서 ‘가\"나’, ‘=1+1’ 또는 ‘기타’를 골랐", "you chose ‘가\"나’, ‘=1+1’ or ‘기타’ in Q2"),
    "not form is b": ("Q2에서 ‘=1+1’ 말고 다른 것을 골랐", "you chose anything but ‘=1+1’ in Q2"),
    "did has none": ("Q4에서 ‘없음’을 골랐", "you chose ‘없음’ in Q4"),
    "count(did) <= 1": ("Q4에서 1개 이하를 골랐", "you chose 1 or fewer in Q4"),
    "count(did) > 1.5": ("Q4에서 2개 이상을 골랐", "you chose 2 or more in Q4"),
    "count(did) < 1.5": ("Q4에서 1개 이하를 골랐", "you chose 1 or fewer in Q4"),
    "not count(did) <= 1": ("Q4에서 2개 이상을 골랐", "you chose 2 or more in Q4"),
    "liked >= 4": ("Q6에서 ‘만족’ 또는 ‘매우 만족’을 골랐", "you chose ‘Satisfied’ or ‘Very satisfied’ in Q6"),
    "not liked > 2": (
        "Q6에서 ‘매우 불만족’ 또는 ‘불만족’을 골랐", "you chose ‘Very dissatisfied’ or ‘Dissatisfied’ in Q6",
    ),
    "people > 1200": ("Q9에 1,200명보다 큰 수를 적었", "you wrote more than 1,200 명 in Q9"),
    "spent < 5000000": ("Q11에 5,000천원보다 작은 수를 적었", "you wrote less than 5,000 thousand won in Q11"),
    "answered(founded)": ("Q13에 답했", "you answered Q13"),
    "not answered(founded)": ("Q13에 답하지 않았", "you did not answer Q13"),
    "used.a.done is yes": ("Q15 ‘상담 · 이용’에서 ‘예’를 골랐", "you chose ‘Yes’ in Q15 ‘상담 · 이용’"),
    "all(used.done) is no": ("Q15 ‘이용’의 모든 줄에서 ‘아니오’를 골랐", "you chose ‘No’ in every row of Q15 ‘이용’"),
    "not all(used.done) is no": (
        "Q15 ‘이용’의 어느 한 줄에서 ‘아니오’ 말고 다른 것을 골랐",
        "you chose anything but ‘No’ in any row of Q15 ‘이용’",
    ),
    "form is a and (did has a or answered(name))": (
        "Q2에서 ‘가\"나’를 골랐고 (Q4에서 ‘회의’를 골랐거나 Q1에 답했)",
        "you chose ‘가\"나’ in Q2 and (you chose ‘회의’ in Q4 or you answered Q1)",
    ),
    "not (form is a or did has a)": (
        "Q2에서 ‘가\"나’ 말고 다른 것을 골랐고 Q4에서 ‘회의’를 고르지 않았",
        "you chose anything but ‘가\"나’ in Q2 and you did not choose ‘회의’ in Q4",
    ),
}  # fmt: skip


@pytest.mark.parametrize("condition", SAID)
def test_a_condition_is_said_in_the_words_of_the_form(condition: str) -> None:
    korean, english = SAID[condition]
    assert asked_of(parse(condition), every_kind(), "ko") == f"{korean}을 때만 답해 주십시오."
    assert asked_of(parse(condition), every_kind(), "en") == f"Please answer only if {english}."
