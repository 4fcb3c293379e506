"""A questionnaire becomes an XLSForm; what is on the form is what is asked, and the answers to it are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import start
from analysis.questionnaire import Questionnaire, load_questionnaire
from analysis.questionnaire.to_xlsform import XlsForm, to_xlsform
from analysis.questionnaire.to_xlsform_book import write_xlsform
from tests.questionnaire import test_format
from tests.questionnaire.made import questionnaires

OURS = sorted((start.ROOT / "questionnaires").glob("*/*.yml"))
HEAD = """\
survey: visits
year: 2017
title: 방문 조사
publisher: 연합회
respondents:
  ko: 조합원
  en: member
  en_plural: members
sample:
  kind: census
sections:
  A: 방문
questions:
"""
REGION = """\
  - id: region
    no: A1
    section: A
    kind: single
    ask: 어디에 사십니까?
    required: yes
    options:
      seoul: 서울
      elsewhere:
        ko: 그 밖
        other: yes
"""
ACTIVITIES = """\
  - id: activities
    no: A2
    section: A
    kind: multi
    ask: 무엇에 참여하셨습니까?
    max_choices: 2
    options:
      meeting: 모임
      lecture: 강좌
      none:
        ko: 없음
        exclusive: yes
"""
GRID = """\
  - id: help
    no: A3
    section: A
    kind: grid
    ask: 도움을 받으셨습니까?
    rows:
      loan: 대출
      grant: 보조금
    columns:
      received:
        ko: 받은 적
        answer:
          kind: single
          options:
            yes: 있음
            no: 없음
      amount:
        ko: 금액
        ask_if: received is yes
        answer:
          kind: money
          unit: 천원
          min: 0
"""
REST = """\
  - id: satisfied
    no: B1
    kind: scale
    ask: 만족하십니까?
    scale:
      good: high
      points:
        1: 불만족
        2: 만족
    not_applicable: 이용 안 함
  - id: order
    no: B2
    kind: ranking
    ranks: 2
    ask: 순서대로 골라 주십시오.
    options:
      price: 가격
      safety: 안전
      taste: 맛
  - id: share
    no: B3
    kind: allocation
    ask: 나누어 주십시오.
    tolerance: 1
    rows:
      shop: 매장
      school: 학교
  - id: since
    no: B4
    kind: date
    precision: year
    min: 2010
    ask: 언제부터입니까?
  - id: until
    no: B5
    kind: date
    ask: 언제까지입니까?
    after: since
"""
ALL = REGION + ACTIVITIES + GRID + REST


def questionnaire(tmp_path: Path, *questions: str) -> Questionnaire:
    path = tmp_path / "visits.yml"
    path.write_text(HEAD + "".join(questions), encoding="utf-8")
    return load_questionnaire(path)


def form(tmp_path: Path, *questions: str) -> XlsForm:
    return to_xlsform(questionnaire(tmp_path, *questions))


def row(form: XlsForm, name: str) -> dict[str, str]:
    (found,) = [row for row in form.survey if row.get("name") == name]
    return found


def test_a_question_is_called_by_its_id_in_both_languages(tmp_path: Path) -> None:
    region = row(form(tmp_path, REGION), "region")
    assert (region["type"], region["required"]) == ("select_one region", "yes")
    assert region["label::한국어 (ko)"] == region["label::English (en)"] == "A1. 어디에 사십니까?"


def test_sections_and_tables_are_groups(tmp_path: Path) -> None:
    kinds = [(row["type"].split()[0], row.get("name", "")) for row in form(tmp_path, REGION, GRID).survey]
    assert kinds == [
        ("begin_group", "section_a"),
        ("select_one", "region"),
        ("text", "region_other"),
        ("begin_group", "help__all"),
        ("select_one", "help__loan__received"),
        ("decimal", "help__loan__amount"),
        ("select_one", "help__grant__received"),
        ("decimal", "help__grant__amount"),
        ("end_group", ""),
        ("end_group", ""),
    ]


def test_lists_that_are_alike_are_one(tmp_path: Path) -> None:
    choices = form(tmp_path, GRID).choices
    assert [(choice["list_name"], choice["name"]) for choice in choices] == [
        ("help__loan__received", "yes"),
        ("help__loan__received", "no"),
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("activities", "count-selected(.) <= 2 and not(selected(., 'none') and count-selected(.) > 1)"),
        ("help__loan__amount", ". >= 0"),
        ("order__1", None),
        ("order__2", ". != ${order__1}"),
        (
            "share__school",
            ". >= 0 and . + coalesce(${share__shop}, 0) >= 99 and . + coalesce(${share__shop}, 0) <= 101",
        ),
        ("since", ". >= date('2010-01-01')"),
        ("until", "(${since} = '' or . > ${since})"),
    ],
)
def test_limits_are_constraints(tmp_path: Path, name: str, said: str | None) -> None:
    assert row(form(tmp_path, ALL), name).get("constraint") == said


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("region is seoul", "${region} = 'seoul'"),
        ("not region is seoul", "(${region} != '' and ${region} != 'seoul')"),
        ("region in [seoul, elsewhere]", "(${region} = 'seoul' or ${region} = 'elsewhere')"),
        ("activities has none", "selected(${activities}, 'none')"),
        ("count(activities) <= 1", "(${activities} != '' and count-selected(${activities}) <= 1)"),
        ("count(activities) > 1", "count-selected(${activities}) > 1"),
        ("not count(activities) > 1", "(${activities} != '' and count-selected(${activities}) <= 1)"),
        ("count(activities) >= 1", "${activities} != ''"),
        ("satisfied <= 1", "${satisfied} = '1'"),
        ("not satisfied <= 1", "${satisfied} = '2'"),
        ("answered(satisfied)", "(${satisfied} != '' and ${satisfied} != '이용안함')"),
        ("answered(region) and not answered(activities)", "(${region} != '' and ${activities} = '')"),
        ("not (region is seoul or activities has none)",
         "((${region} != '' and ${region} != 'seoul') and (${activities} != '' and not(selected(${activities}, 'none'))))"),
        ("help.loan.amount > 5000", "${help__loan__amount} > 5"),
        ("all(help.received) is no", "(${help__loan__received} = 'no' and ${help__grant__received} = 'no')"),
        ("not any(help.received) is yes",
         "((${help__loan__received} != '' and ${help__loan__received} != 'yes')"
         " and (${help__grant__received} != '' and ${help__grant__received} != 'yes'))"),
    ],
)  # fmt: skip
def test_conditions_are_relevant_where_they_are_true_here(tmp_path: Path, condition: str, said: str) -> None:
    last = f"  - id: last\n    no: Z1\n    kind: text\n    ask: 끝\n    ask_if: {condition}\n"
    assert row(form(tmp_path, REGION, ACTIVITIES, GRID, REST, last), "last")["relevant"] == said


def test_a_column_is_asked_where_an_earlier_one_says_so(tmp_path: Path) -> None:
    assert row(form(tmp_path, GRID), "help__grant__amount")["relevant"] == "${help__grant__received} = 'yes'"


def test_what_the_form_cannot_do_is_told(tmp_path: Path) -> None:
    asked = test_format.load(tmp_path, *test_format.QUESTIONS)
    *told, kinds = [words.ko for words in to_xlsform(asked).left_out]
    assert kinds.startswith("양식에 없는 종류")
    assert told == [
        "문항 share_capital(B3): 어림수('약 300')는 양식에 적을 수 없습니다. 수만 받습니다.",
        "문항 spending_on(D2): 'spending'과 맞는지는 양식이 보지 않습니다. 받은 뒤 'dure check'가 봅니다.",
        "문항 spending_audited(D4): 'spending'과 맞는지는 양식이 보지 않습니다. 받은 뒤 'dure check'가 봅니다.",
        "문항 shop_visits(D5): 'use.shop.weekday'와 맞는지는 양식이 보지 않습니다. 받은 뒤 'dure check'가 봅니다.",
    ]


def test_kinds_that_a_form_does_not_know_are_told(tmp_path: Path) -> None:
    (told,) = form(tmp_path, ALL).left_out
    assert told.ko.endswith("help(A3), satisfied(B1), order(B2), share(B3)")
    assert form(tmp_path, REGION, ACTIVITIES).left_out == []


def check_whole(made: XlsForm) -> None:
    """No name twice, none that a form cannot have, no reference to nothing, no code twice in a list."""
    names = [row["name"] for row in made.survey if row.get("name")]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", name) for name in names)
    said = " ".join(row.get(column, "") for row in made.survey for column in ("relevant", "constraint"))
    assert set(re.findall(r"\$\{(.+?)\}", said)) <= set(names)
    codes = [(choice["list_name"], choice["name"]) for choice in made.choices]
    assert len(codes) == len(set(codes))
    kinds = [row["type"] for row in made.survey]
    assert kinds.count("begin_group") == kinds.count("end_group")


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.parent.name)
def test_the_forms_of_our_questionnaires_are_whole(path: Path) -> None:
    check_whole(to_xlsform(load_questionnaire(path)))


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(asked=questionnaires())
def test_the_form_of_any_questionnaire_is_whole(asked: Questionnaire) -> None:
    made = to_xlsform(asked)
    check_whole(made)
    assert write_xlsform(made)


def read_back(tmp_path: Path, made: XlsForm) -> Questionnaire:
    """The questionnaire that our own reader makes of the form."""
    (tmp_path / "form.xlsx").write_bytes(write_xlsform(made))
    path = tmp_path / "back.yml"
    head = HEAD[: HEAD.index("sections:")]
    path.write_text(f"{head}xlsform: form.xlsx\n", encoding="utf-8")
    return load_questionnaire(path)


def test_the_form_reads_back_as_what_was_asked(tmp_path: Path) -> None:
    asked = questionnaire(tmp_path, REGION, ACTIVITIES)
    back = read_back(tmp_path, to_xlsform(asked))
    assert [section.ko for section in back.sections] == ["A. 방문"]
    for question in asked.questions:
        read = back.question(question.id)
        assert (read.kind, read.section, read.required) == (question.kind, "A", question.required)
        assert [(one.id, one.ko, one.exclusive) for one in read.options] == [
            (one.id, one.ko, one.exclusive) for one in question.options
        ]
    assert back.question("activities").max_choices == 2
    assert back.remarks == ()


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.parent.name)
def test_no_question_of_ours_is_lost_on_the_way(path: Path, tmp_path: Path) -> None:
    asked = load_questionnaire(path)
    back = read_back(tmp_path, to_xlsform(asked))
    names = {"__".join(filter(None, part.key)) for part in asked.parts()}
    assert names <= {question.no for question in back.questions}
    assert {remark.what for remark in back.remarks} <= {"constraint"}


@pytest.mark.parametrize("sign", ["<", "<=", "=", ">=", ">"])
def test_a_condition_on_a_scale_comes_back(tmp_path: Path, sign: str) -> None:
    """As its points by name, for a scale is read from a form as options; the box beside it fulfils none of them."""
    points = "        1: 불만족\n        2: 만족\n"
    scale = REST[: REST.index("  - id: order")].replace(points, f"{points}        3: 매우 만족\n")
    last = f"  - id: last\n    no: Z1\n    kind: text\n    ask: 끝\n    ask_if: satisfied {sign} 2\n"
    back = read_back(tmp_path, to_xlsform(questionnaire(tmp_path, REGION, scale, last)))
    holds = {"<": [1], "<=": [1, 2], "=": [2], ">=": [2, 3], ">": [3]}[sign]
    ids = {option.header: option.id for option in back.question("satisfied").options}
    assert back.question("last").ask_if == " or ".join(f"satisfied is {ids[str(point)]}" for point in holds)
    assert back.remarks == ()
