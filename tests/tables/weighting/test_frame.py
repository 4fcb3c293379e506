"""The counts of the frame, as people write them."""

from __future__ import annotations

import pytest

from analysis.intake.margins import MarginLine
from analysis.tables.weighting import WeightingError, frame_margins
from tests.tables.small_survey import REGIONS, survey

TYPES = {"worker": "노동자", "consumer": "소비자"}
QUESTIONNAIRE = survey(
    {"id": "region", "kind": "single", "label": "지역", "options": REGIONS},
    {"id": "type", "kind": "single", "label": "유형", "options": TYPES},
    {"id": "about", "kind": "multi", "options": TYPES},
)
REGION = ("region", "seoul", "20"), ("region", "busan", "10"), ("region", "jeju", "0")


def lines(*written: tuple[str, str, str]) -> list[MarginLine]:
    return [MarginLine(*line, ("s.margins.csv", f"A{at}")) for at, line in enumerate(written, start=2)]


def populations(*written: tuple[str, str, str]) -> dict[str, float]:
    (margin,) = frame_margins(QUESTIONNAIRE, lines(*written))
    return {category.label.ko: category.population for category in margin.categories}


@pytest.mark.parametrize("question", ["region", "지역", "Q1", "물음 1"])
@pytest.mark.parametrize("seoul", ["seoul", "서울", "Seoul", " 서 울"])
def test_questions_and_options_may_be_called_by_id_or_words(question: str, seoul: str) -> None:
    written = [(question, seoul, "1,200"), (question, "부산", "300명"), (question, "제주", "0")]
    assert populations(*written) == {"서울": 1200, "부산": 300, "제주": 0}


def test_options_can_be_merged() -> None:
    assert populations(("지역", "서울", "20"), ("지역", "부산 + 제주", "10")) == {
        "서울": 20,
        "부산 + 제주": 10,
    }


@pytest.mark.parametrize("question", ["region × type", "지역*유형"])
def test_two_questions_may_be_counted_together(question: str) -> None:
    (margin,) = frame_margins(
        QUESTIONNAIRE,
        lines(
            (question, "서울 × 노동자", "5"),
            (question, "seoul*소비자", "4"),
            (question, "부산+제주 × worker", "3"),
        ),
    )
    assert margin.ids == ("region", "type")
    assert margin.category_of[("jeju", "worker")] == margin.category_of[("busan", "worker")] == 2
    assert ("busan", "consumer") not in margin.category_of


@pytest.mark.parametrize(
    ("numbers", "shares"),
    [(("20", "10", "0"), False), (("62.5%", "37.5 %", "0%"), True), (("0.625", "0.375", "0"), True)],
)
def test_what_adds_up_to_a_whole_are_shares(numbers: tuple[str, ...], shares: bool) -> None:
    written = [("region", option, number) for option, number in zip(REGIONS, numbers, strict=True)]
    (margin,) = frame_margins(QUESTIONNAIRE, lines(*written))
    assert margin.shares is shares


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ([("regoin", "seoul", "1")], "s.margins.csv A2: 'regoin'이라는 문항이 없습니다. 'region'을 쓰려던"),
        ([("weather", "seoul", "1")], "s.margins.csv A2: 'weather'라는 문항이 없습니다. 문항의 id나 번호"),
        ([("about", "worker", "1")], "'about'는 multi 문항이라"),
        (
            [*REGION, ("region", "sejong", "1")],
            "A5: '지역'에는 'sejong'이라는 보기가 없습니다. 있는 보기: 서울(seoul)",
        ),
        ([*REGION, ("지역", "서울", "1")], "A5: '서울'은 s.margins.csv A2에 이미"),
        (REGION[:2], "s.margins.csv: '지역'의 보기 제주의 줄이 없습니다"),
        ([*REGION[:2], ("region", "jeju", "-1")], "A4: 모집단의 수가 0보다 작습니다('-1')"),
        ([*REGION[:2], ("region", "jeju", "몰라요")], "A4: 모집단의 수로 읽을 수 없는 값입니다('몰라요')"),
        ([*REGION[:2], ("region", "jeju", "")], "A4: 모집단의 수로 읽을 수 없는 값입니다('')"),
        ([*REGION[:2], ("region", "jeju", "3%")], "수와 비율(%)이 섞여"),
        ([("region", option, "20%") for option in REGIONS], "비율을 더하면 60%입니다"),
        ([("region", option, "0") for option in REGIONS], "모집단이 모두 0입니다"),
        ([("region × type", "서울", "1")], "문항 2개의 보기를 × 사이에"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(written: list[tuple[str, str, str]], told: str) -> None:
    with pytest.raises(WeightingError) as caught:
        frame_margins(QUESTIONNAIRE, lines(*written))
    (problem,) = caught.value.problems
    assert told in problem.text("ko")
    assert problem.text("en") != problem.text("ko")


def test_everything_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(WeightingError) as caught:
        frame_margins(QUESTIONNAIRE, lines(("weather", "sun", "1"), *REGION[:2], ("region", "jeju", "?")))
    assert len(caught.value.problems) == 2
