"""What changed from one year's questionnaire to the next, and which of it ends a trend."""

from __future__ import annotations

from pathlib import Path

import pytest

import start
from analysis.questionnaire import QuestionnaireError, load_questionnaire
from analysis.questionnaire.follows import changes, undeclared

BEFORE = """\
survey: visits
year: 2016
title: 방문 조사
publisher: 연합회
respondents:
  ko: 조합원
  en: member
  en_plural: members
sample:
  kind: census
scales:
  satisfaction:
    good: high
    points:
      1: 불만족
      2: 만족
questions:
  - id: satisfied
    no: A1
    kind: scale
    ask: 만족하십니까?
    scale: satisfaction
  - id: hours
    no: A2
    kind: grid
    ask: 몇 시간 쓰셨습니까?
    rows:
      shop: 매장
      meeting: 모임
    columns:
      week:
        ko: 한 주
        answer:
          kind: number
          unit: 시간
      paid:
        ko: 낸 돈
        answer:
          kind: money
          unit: 천원
"""


def years(tmp_path: Path, *changed: tuple[str, str], head: str = "follows: 2016\n") -> Path:
    """The file of 2017, which follows that of 2016 but for what is `changed` in it."""
    (tmp_path / "2016.yml").write_text(BEFORE, encoding="utf-8")
    text = BEFORE.replace("year: 2016\n", f"year: 2017\n{head}")
    for old, new in changed:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path = tmp_path / "2017.yml"
    path.write_text(text, encoding="utf-8")
    return path


def told(path: Path) -> list[str]:
    return [change.text() for change in changes(path, load_questionnaire(path))]


def breaking(path: Path) -> list[tuple[str, str]]:
    questionnaire = load_questionnaire(path)
    return [(one.question, one.what) for one in undeclared(changes(path, questionnaire), questionnaire)]


def test_nothing_has_changed_in_a_copy(tmp_path: Path) -> None:
    assert told(years(tmp_path)) == []


def test_nothing_is_compared_where_no_year_is_followed(tmp_path: Path) -> None:
    assert told(years(tmp_path, ("no: A1", "no: A9"), head="")) == []


def test_words_numbers_and_rows_may_change_without_ending_a_trend(tmp_path: Path) -> None:
    path = years(
        tmp_path,
        ("no: A1", "no: B1"),
        ("ask: 만족하십니까?", "ask: 얼마나 만족하십니까?\n    ask_if: hours.shop.week > 0"),
        ("      meeting: 모임", "      trip: 답사"),
        ("2: 만족", "2: 매우 만족"),
        ("unit: 천원", "unit: 만원"),
    )
    text = path.read_text(encoding="utf-8")
    first, second = text.index("  - id: satisfied"), text.index("  - id: hours")
    path.write_text(text[:first] + text[second:] + text[first:second], encoding="utf-8")
    assert told(path) == [
        "문항 hours(A2): 행 '답사'가 더해졌습니다.",
        "문항 hours(A2): 행 '모임'이 없어졌습니다.",
        "문항 satisfied(B1): 번호가 바뀌었습니다: A1 → B1.",
        "문항 satisfied(B1): 문구가 바뀌었습니다: 만족하십니까? → 얼마나 만족하십니까?",
        "문항 satisfied(B1): 묻는 조건이 바뀌었습니다: - → hours.shop.week > 0.",
        "문항 satisfied(B1): 보기의 글이 바뀌었습니다: 만족 → 매우 만족.",
    ]
    assert breaking(path) == []


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("kind: scale\n    ask: 만족하십니까?\n    scale: satisfaction", "kind: open\n    ask: 만족하십니까?", ("satisfied", "kind")),
        ("good: high", "good: low", ("satisfied", "scale")),
        ("      2: 만족", "      2: 보통\n      3: 만족", ("satisfied", "scale")),
        ("unit: 시간", "unit: 분", ("hours", "unit")),
        ("kind: money\n          unit: 천원", "kind: open", ("hours", "kind")),
    ],
)  # fmt: skip
def test_another_kind_scale_or_unit_has_to_be_declared(
    tmp_path: Path, old: str, new: str, change: tuple[str, str]
) -> None:
    assert breaking(years(tmp_path, (old, new))) == [change]
    declared = f"follows: 2016\nbreaks:\n  {change[0]}: 새로 물음\n"
    assert breaking(years(tmp_path, (old, new), head=declared)) == []


def test_a_question_that_came_and_one_that_went_are_told(tmp_path: Path) -> None:
    assert told(years(tmp_path, ("id: satisfied", "id: overall"))) == [
        "문항 overall(A1): 새 문항입니다(만족하십니까?).",
        "문항 satisfied(A1): 없어진 문항입니다(만족하십니까?).",
    ]


def test_a_year_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = years(tmp_path, head="follows: 2015\n")
    with pytest.raises(QuestionnaireError, match="2015.yml"):
        changes(path, load_questionnaire(path))


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("follows: 2017\n", "3행: 이어받는 해"),
        ("breaks:\n  satisfid: 까닭\n", "4행: 추세가 끊긴다고.*'satisfied'"),
        ("breaks:\n  zzz: 까닭\n", "추세가 끊긴다고"),
    ],
)
def test_what_cannot_be_followed_is_refused_with_its_line(tmp_path: Path, head: str, said: str) -> None:
    with pytest.raises(QuestionnaireError, match=said):
        load_questionnaire(years(tmp_path, head=head))


def test_the_example_of_the_guide_loads(tmp_path: Path) -> None:
    guide = (start.ROOT / "docs" / "questionnaire-format.md").read_text(encoding="utf-8")
    example = guide.partition("## 해를 이어받기")[2].partition("```yml\n")[2].partition("```")[0]
    head = example.partition("follows:")[2].replace("satisfaction", "satisfied")
    path = years(tmp_path, ("year: 2017", "year: 2018"), head=f"follows:{head}")
    assert load_questionnaire(path).breaks["satisfied"].ko == "5점에서 7점으로 바꿈"
