"""Reading a questionnaire: what comes out of a good file, and what is said of a bad one."""

from __future__ import annotations

import datetime as dt
import pickle
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import start
from analysis.errors import DureError
from analysis.questionnaire import (
    Questionnaire,
    QuestionnaireError,
    find_questionnaire,
    known_surveys,
    load_questionnaire,
)  # fmt: skip

SMALL = """\
survey: small
year: 2016
title: 작은 조사
publisher: 연대회의
respondents:
  ko: 회원단체
  en: member
  en_plural: members
sample:
  kind: census
sections:
  A: 일반현황
scales:
  satisfaction:
    good: high
    points:
      1: 불만족
      2: 보통
      3: 만족
lists:
  regions:
    seoul: 서울
    busan: 부산
    jeju: 제주
banners:
  - id: area
    by: region
    levels:
      capital:
        ko: 수도권
        of:
          - seoul
      elsewhere:
        ko: 그 밖
        of:
          - busan
          - jeju
questions:
  - id: region
    no: A1
    section: A
    kind: single
    ask: 어디에 있습니까?
    options: regions
  - id: satisfaction
    no: A2
    section: A
    kind: scale
    ask: 만족하십니까?
    scale: satisfaction
  - id: reasons
    no: A3
    section: A
    kind: multi
    ask: 왜 그렇습니까?
    ask_if: satisfaction <= 1
    max_choices: 2
    options:
      money: 돈
      time: 시간
      none:
        ko: 없음
        exclusive: yes
"""
REASONS = "ask_if: satisfaction <= 1"


def line_of(text: str, part: str) -> int:
    """The line in which `part` stands."""
    return text[: text.index(part)].count("\n") + 1


def load(tmp_path: Path, text: str | bytes) -> Questionnaire:
    path = tmp_path / "questionnaire.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_questionnaire(path)


def problems(tmp_path: Path, text: str | bytes) -> list[tuple[str, int, str]]:
    """Rule, line and question of everything that is wrong, in the order told."""
    with pytest.raises(QuestionnaireError) as caught:
        load(tmp_path, text)
    for language in ("ko", "en"):
        assert len(caught.value.words(language).splitlines()) <= len(caught.value.problems) + 1
    return [(problem.rule, problem.line, problem.question) for problem in caught.value.problems]


# What a good file becomes


def test_questions_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    questionnaire = load(tmp_path, SMALL)
    assert [question.id for question in questionnaire.questions] == ["region", "satisfaction", "reasons"]
    assert questionnaire.question("satisfaction").no == "A2"
    assert questionnaire.sections[0].ko == "일반현황"


def test_a_named_list_and_a_named_scale_stand_where_their_name_stood(tmp_path: Path) -> None:
    questionnaire = load(tmp_path, SMALL)
    assert [option.id for option in questionnaire.question("region").options] == ["seoul", "busan", "jeju"]
    assert [point.ko for point in questionnaire.question("satisfaction").scale.points] == [
        "불만족",
        "보통",
        "만족",
    ]


def test_names_are_looked_up_inside_grids_too(tmp_path: Path) -> None:
    grid = """\
  - id: services
    no: A4
    section: A
    kind: grid
    ask: 써 보셨습니까?
    rows: regions
    columns:
      where:
        ko: 곳
        answer:
          kind: single
          options: regions
      how:
        ko: 만족도
    answer:
      kind: scale
      scale: satisfaction
"""
    parts = load(tmp_path, SMALL + grid).question("services").parts()
    assert [(part.row, part.column, part.answer.kind) for part in parts[:2]] == [
        ("seoul", "where", "single"),
        ("seoul", "how", "scale"),
    ]


@pytest.mark.parametrize("word", ["no", "yes", "on", "null", "1.10", "0123", "2016-04-01", "~"])
def test_a_scalar_stays_the_text_it_is(tmp_path: Path, word: str) -> None:
    text = SMALL.replace("no: A1", f"no: {word}").replace("money: 돈", f"money: {word}")
    question = load(tmp_path, text).questions
    assert question[0].no == word
    assert question[2].options[0].ko == word


def test_yes_and_no_name_options(tmp_path: Path) -> None:
    text = SMALL.replace("money: 돈", "yes: 있다").replace("time: 시간", "no: 없다")
    assert [option.id for option in load(tmp_path, text).question("reasons").options] == ["yes", "no", "none"]


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("no", False), ("true", True), ("off", False)])
def test_a_yes_or_no_field_reads_yes_and_no(tmp_path: Path, word: str, value: bool) -> None:
    text = SMALL.replace("    options: regions", f"    options: regions\n    key: {word}")
    assert load(tmp_path, text).question("region").key is value


def test_a_field_left_empty_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    assert load(tmp_path, SMALL.replace(REASONS, "ask_if:")).question("reasons").ask_if is None


def test_hangul_written_in_parts_is_composed(tmp_path: Path) -> None:
    in_parts = unicodedata.normalize("NFD", SMALL)
    assert in_parts != SMALL
    assert load(tmp_path, in_parts) == load(tmp_path, SMALL)


def test_a_byte_order_mark_is_no_part_of_the_first_field(tmp_path: Path) -> None:
    assert load(tmp_path, SMALL.encode("utf-8-sig")).survey == "small"


def test_a_month_or_a_year_bounds_by_its_first_and_last_day(tmp_path: Path) -> None:
    date = """\
  - id: founded
    no: A4
    kind: date
    ask: 언제 세웠습니까?
    min: 1987
    max: 2016-02
    bands:
      before:
        ko: 1999년 이전
        to: 1999
      later:
        ko: 2000년 이후
        from: 2000
"""
    question = load(tmp_path, SMALL + date).question("founded")
    assert (question.min, question.max) == (dt.date(1987, 1, 1), dt.date(2016, 2, 29))
    assert (question.bands[0].end, question.bands[1].start) == (dt.date(1999, 12, 31), dt.date(2000, 1, 1))


def test_aliases_may_repeat_what_stands_in_the_file(tmp_path: Path) -> None:
    text = SMALL.replace("ask: 어디에 있습니까?", "ask: &ask 어디에 있습니까?").replace(
        "ask: 만족하십니까?", "ask: *ask"
    )
    assert load(tmp_path, text).question("satisfaction").ask.ko == "어디에 있습니까?"


# Where questionnaires are kept


def keep(root: Path, folder: str, name: str, text: str = SMALL) -> Path:
    path = root / "questionnaires" / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_questionnaire_is_found_by_survey_and_year(tmp_path: Path) -> None:
    path = keep(tmp_path, "small", "2016.yml")
    keep(tmp_path, "large", "2017.yml")
    assert find_questionnaire(tmp_path, "small", 2016) == path
    assert known_surveys(tmp_path, 2016) == ["small"]
    with pytest.raises(QuestionnaireError, match="large/2017, small/2016"):
        find_questionnaire(tmp_path, "small", 2017)


def test_folder_and_file_name_say_the_same_as_the_file(tmp_path: Path) -> None:
    with pytest.raises(QuestionnaireError) as caught:
        load_questionnaire(keep(tmp_path, "large", "2017.yml"))
    told = [(problem.rule, problem.line) for problem in caught.value.problems]
    assert told == [("wrong_folder", 1), ("wrong_year", 2)]


def test_a_file_elsewhere_may_be_called_anything(tmp_path: Path) -> None:
    assert load(tmp_path, SMALL).year == 2016


@pytest.mark.parametrize(
    "path", sorted(start.ROOT.glob("questionnaires/*/*.yml")), ids=lambda path: path.stem
)
def test_every_questionnaire_of_the_project_loads(path: Path) -> None:
    assert load_questionnaire(path).questions


def test_a_folder_or_nothing_in_place_of_the_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.yml"):
        with pytest.raises(QuestionnaireError) as caught:
            load_questionnaire(path)
        assert caught.value.problems[0].rule == "unreadable"


# Files that are no questionnaire


@pytest.mark.parametrize("text", ["", "\n\n", "# 설명만\n", "---\n"])
def test_an_empty_file(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text) == [("empty_file", 0, "")]


@pytest.mark.parametrize("text", ["- a\n- b\n", "그냥 글\n"])
def test_a_file_without_fields(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text) == [("no_fields", 1, "")]


def test_a_line_that_is_no_yaml(tmp_path: Path) -> None:
    text = SMALL.replace("ask: 만족하십니까?", "ask: 다음: 만족하십니까?")
    assert problems(tmp_path, text) == [("not_yaml", line_of(text, "다음:"), "")]


def test_a_tab_that_indents(tmp_path: Path) -> None:
    text = SMALL.replace("    good: high", "\tgood: high")
    assert problems(tmp_path, text) == [("tab", line_of(text, "\tgood"), "")]


def test_a_second_document(tmp_path: Path) -> None:
    assert problems(tmp_path, SMALL + "---\nsurvey: other\n") == [("not_yaml", SMALL.count("\n") + 1, "")]


def test_a_file_in_the_korean_encoding_of_windows(tmp_path: Path) -> None:
    assert problems(tmp_path, SMALL.encode("cp949")) == [("not_utf8", line_of(SMALL, "작은"), "")]


def test_a_workbook_is_named_with_the_way_back(tmp_path: Path) -> None:
    path = tmp_path / "2016.xlsx"
    path.write_bytes(b"PK\x03\x04\xff")
    with pytest.raises(QuestionnaireError, match="dure questionnaire 2016.xlsx --to 2016.yml"):
        load_questionnaire(path)


def test_a_control_character(tmp_path: Path) -> None:
    text = SMALL.replace("만족하십니까?", "만족\x00하십니까?")
    assert problems(tmp_path, text) == [("control_character", line_of(text, "\x00"), "")]


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    assert problems(tmp_path, "#" * 1_000_001) == [("too_large", 0, "")]


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!secret", "!!set", "!!binary"])
def test_a_tag_is_refused(tmp_path: Path, tag: str) -> None:
    text = SMALL.replace("title: 작은 조사", f"title: {tag} [touch pwned]")
    assert problems(tmp_path, text) == [("tag", 3, "")]
    assert not (tmp_path / "pwned").exists()


def test_a_chain_of_aliases_that_would_unfold_without_end(tmp_path: Path) -> None:
    chain = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    chain += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 8)]
    assert problems(tmp_path, "\n".join(chain))[0][0] == "too_many_values"


def test_an_alias_to_what_it_stands_in(tmp_path: Path) -> None:
    assert problems(tmp_path, "survey: &s\n  again: *s\n")[0][0] == "too_deep"


@pytest.mark.parametrize(("bracket", "depth"), [("[", 30), ("[\n", 100_000)], ids=["30", "100000"])
def test_brackets_within_brackets(tmp_path: Path, bracket: str, depth: int) -> None:
    assert problems(tmp_path, "survey: " + bracket * depth + "]" * depth)[0][0] == "too_deep"


def test_a_field_that_is_there_twice(tmp_path: Path) -> None:
    text = SMALL.replace("    no: A2", "    no: A2\n    no: A9")
    second, first = line_of(text, "no: A9"), line_of(text, "no: A2")
    with pytest.raises(QuestionnaireError, match=f"{second}행: 'no' .*먼저 {first}행"):
        load(tmp_path, text)


def test_an_option_that_is_there_twice(tmp_path: Path) -> None:
    text = SMALL.replace("busan: 부산", "seoul: 부산")
    assert problems(tmp_path, text) == [("duplicate_key", line_of(text, "seoul: 부산"), "")]


def test_a_list_that_stands_before_a_colon(tmp_path: Path) -> None:
    assert problems(tmp_path, SMALL.replace("title:", "[title, name]:")) == [("key_no_text", 3, "")]


def test_options_written_as_a_list_may_not_share_an_id_either(tmp_path: Path) -> None:
    options = "    options:\n      - id: a\n        ko: 가\n      - id: a\n        ko: 나\n"
    text = SMALL.replace("    options: regions\n", options)
    assert problems(tmp_path, text)[0] == ("two_ids", line_of(text, "    options:"), "region")


# A mistake each: (what stands there, what is put in its place, rule, the line it is told of, the question)

MISTAKES = [
    ("kind: scale", "kind: likert", "unknown_kind", "kind: likert", "satisfaction"),
    ("    kind: scale\n", "", "missing_field", "- id: satisfaction", "satisfaction"),
    ("    ask: 만족하십니까?\n", "", "missing_field", "- id: satisfaction", "satisfaction"),
    ("ask: 만족하십니까?", "aks: 만족하십니까?", "misspelt_field", "aks:", "satisfaction"),
    ("ask: 만족하십니까?", "ask: 만족하십니까?\n    ranks: 3", "unknown_field", "ranks:", "satisfaction"),
    ("title: 작은 조사", "title:", "empty_field", "title:", ""),
    ("publisher: 연대회의", "publicher: 연대회의", "misspelt_field", "publicher:", ""),
    ("respondents:", "respondent:", "misspelt_field", "respondent:", ""),
    ("year: 2016", "year: 이천십육", "not_a_number", "year:", ""),
    ("survey: small", "survey: Small Survey", "not_an_id", "survey:", ""),
    ("  A: 일반현황", "  'A 1': 일반현황\n  A: 일반현황", "not_a_section_id", "'A 1'", ""),
    ("seoul: 서울", "Seoul: 서울", "not_an_id", "Seoul:", ""),
    ("id: region\n", "id: 지역\n", "not_an_id", "id: 지역", "지역"),
    ("max_choices: 2", "max_choices: 두 개", "not_a_number", "max_choices:", "reasons"),
    ("max_choices: 2", "max_choices: 0", "too_small", "max_choices:", "reasons"),
    ("exclusive: yes", "exclusive: 예", "not_yes_or_no", "exclusive:", "reasons"),
    ("kind: census", "kind: everybody", "not_a_choice", "kind: everybody", ""),
    ("good: high", "good: up", "not_a_choice", "good: up", ""),
    ("title: 작은 조사", "title: 작은 조사\nencoding: 완성형", "unknown_encoding", "encoding:", ""),
    ("title: 작은 조사", "title: 작은 조사\nencoding: base64", "unknown_encoding", "encoding:", ""),
    ("title: 작은 조사", "title: 작은 조사\nencoding: UTF_7", "unknown_encoding", "encoding:", ""),
    ("title: 작은 조사", "title: 작은 조사\nencoding: unicode_escape", "unknown_encoding", "encoding:", ""),
    ("          - seoul\n", "          seoul\n", "not_a_list", "        of:\n          seoul", ""),
    ("ask: 만족하십니까?", "ask:\n      - 만족하십니까?", "not_fields", "ask:\n      - 만족", "satisfaction"),
    (
        "ask: 만족하십니까?",
        "ask:\n      ko:\n        - 만족",
        "not_text",
        "ko:\n        - 만족",
        "satisfaction",
    ),
    (
        "title: 작은 조사",
        "title: 작은 조사\nfield_period:\n  from: 봄\n  to: 2016-05-31",
        "not_a_date",
        "from: 봄",
        "",
    ),
    (
        "title: 작은 조사",
        "title: 작은 조사\nfield_period:\n  from: 2016-05-31\n  to: 2016-05-30",
        "ends_before_start",
        "field_period:",
        "",
    ),
    ("options: regions", "options: region", "unknown_list", "options: region", "region"),
    ("    scale: satisfaction", "    scale: satisfied", "unknown_scale", "scale: satisfied", "satisfaction"),
    ("busan: 부산", "busan: ' 서울 '", "two_labels", "  regions:", ""),
    ("      2: 보통\n", "", "scale_points", "  satisfaction:\n    good", ""),
    ("      1: 불만족", "      0: 불만족", "scale_points", "  satisfaction:\n    good", ""),
    ("max_choices: 2", "max_choices: 4", "too_many_choices", "- id: reasons", "reasons"),
    ("id: reasons", "id: region", "duplicate_question", "id: region\n    no: A3", "region"),
    ("no: A3", "no: A1", "duplicate_no", "no: A1\n    section: A\n    kind: multi", "reasons"),
    ("no: A3\n    section: A", "no: A3\n    section: Z", "unknown_section", "section: Z", "reasons"),
    ("by: region", "by: regoin", "banner_unknown_question", "by: regoin", ""),
    (
        "id: area\n    by: region",
        "id: area\n    by: satisfaction",
        "level_unknown_option",
        "        of:\n          - seoul",
        "",
    ),
    ("          - jeju\n", "", "level_option_nowhere", "    levels:", ""),
    (
        "          - jeju\n",
        "          - jeju\n          - seoul\n",
        "level_option_twice",
        "        of:\n          - busan",
        "",
    ),
    (
        "          - jeju\n",
        "          - jeju\n          - sejong\n",
        "level_unknown_option",
        "        of:\n          - busan",
        "",
    ),
    ("    by: region\n", "    by: region\n    for:\n      - press\n", "not_a_choice", "- press", ""),
    (
        "questions:",
        "  - id: area\n    by: region\nquestions:",
        "duplicate_banner",
        "id: area\n    by: region\nques",
        "",
    ),
    (REASONS, "ask_if: satisfaction <= ", "routing_syntax", "ask_if:", "reasons"),
    (REASONS, "ask_if: satisfation <= 1", "routing_misspelt", "ask_if:", "reasons"),
    (REASONS, "ask_if: weather is fine", "routing_unknown", "ask_if:", "reasons"),
    (REASONS, "ask_if: reasons has money", "routing_later", "ask_if:", "reasons"),
    (REASONS, "ask_if: region is sejong", "routing_option", "ask_if:", "reasons"),
    (REASONS, "ask_if: satisfaction in [1, 4]", "routing_option", "ask_if:", "reasons"),
    (REASONS, "ask_if: region <= 2", "routing_kind", "ask_if:", "reasons"),
    (REASONS, "ask_if: satisfaction <= 0", "routing_no_point", "ask_if:", "reasons"),
    (REASONS, "ask_if: satisfaction = 2.5", "routing_no_point", "ask_if:", "reasons"),
    (REASONS, "ask_if: not satisfaction >= 1", "routing_every_point", "ask_if:", "reasons"),
    (REASONS, "ask_if: count(region) <= 2", "routing_kind", "ask_if:", "reasons"),
    (REASONS, "ask_if: region has seoul", "routing_kind", "ask_if:", "reasons"),
    (REASONS, "ask_if: region.seoul is yes", "routing_part", "ask_if:", "reasons"),
]


@pytest.mark.parametrize(
    ("right", "mistaken", "rule", "place", "question"),
    MISTAKES,
    ids=[f"{number}-{rule}" for number, (_, _, rule, _, _) in enumerate(MISTAKES)],
)
def test_a_mistake_is_told_with_its_line_and_question(
    tmp_path: Path, right: str, mistaken: str, rule: str, place: str, question: str
) -> None:
    assert right in SMALL
    text = SMALL.replace(right, mistaken, 1)
    assert (rule, line_of(text, place), question) in problems(tmp_path, text)


ADDED = [
    (
        "kind: single\n    options:\n      a: 가\n      b:\n        ko: 나\n        exclusive: yes",
        "exclusive_on_single",
    ),
    ("kind: number\n    min: 5\n    max: 2", "min_above_max"),
    ("kind: number\n    max: inf", "not_a_number"),
    ("kind: money\n    unit: 천원\n    min: 5\n    max: 2", "min_above_max"),
    ("kind: money\n    unit: 달러", "not_a_choice"),
    ("kind: date\n    min: 2016-05\n    max: 2016-04", "min_above_max"),
    ("kind: date\n    min: 2016-13", "not_a_date"),
    (
        "kind: date\n    bands:\n      a:\n        ko: 앞\n        from: 2001\n        to: 2000",
        "ends_before_start",
    ),
    (
        "kind: date\n    bands:\n      a:\n        ko: 앞\n        to: 1999\n"
        "      b:\n        ko: 뒤\n        from: 2001",
        "bands_not_joined",
    ),
    ("kind: ranking\n    ranks: 4\n    options: regions", "too_many_ranks"),
    ("kind: ranking\n    ranks: 1\n    options: regions", "too_small"),
    ("kind: grid\n    rows: regions", "grid_without_answer"),
    ("kind: grid\n    rows: regions\n    index: yes\n    answer:\n      kind: number", "index_without_scale"),
    ("kind: scale\n    scale: satisfaction\n    top_box: 4", "boxes_overlap"),
    ("kind: number\n    min: 1\n    max: 10\n    nps: yes", "nps_bounds"),
    (
        "kind: importance_performance\n    rows: regions\n    importance: satisfaction\n"
        "    performance: satisfaction\n    cut: middle",
        "not_a_choice",
    ),
    ("kind: grid\n    rows: regions\n    answer:\n      kind: scale\n      scale: joy", "unknown_scale"),
    ("kind: grid\n    rows: regions\n    answer:\n      kind: number\n      mni: 0", "misspelt_field"),
    ("kind: allocation\n    rows: towns", "unknown_list"),
    (
        "kind: importance_performance\n    rows: regions\n    importance: joy\n    performance: satisfaction",
        "unknown_scale",
    ),
    ("kind: text\n    missing:\n      없음: nothing", "not_a_choice"),
    ("kind: text\n    export: sometimes", "not_a_choice"),
    ("kind: text\n    pii: name", "not_a_list"),
]


@pytest.mark.parametrize(("fields", "rule"), ADDED)
def test_a_question_that_contradicts_itself(tmp_path: Path, fields: str, rule: str) -> None:
    text = f"{SMALL}  - id: added\n    no: A4\n    ask: 무엇입니까?\n    {fields}\n"
    [(found, line, question)] = problems(tmp_path, text)
    assert (found, question) == (rule, "added")
    assert line >= line_of(text, "- id: added")


# Words that reach into rows, or to another question


GRID = """\
  - id: help
    no: A4
    kind: grid
    ask: 지원을 이용했습니까?
    groups:
      start: 시작
      growth: 성장
    rows:
      advice:
        ko: 상담
        group: start
      training:
        ko: 교육
        group: start
      audits:
        ko: 점검이 지나치다
        group: growth
        reverse: yes
    columns:
      used:
        ko: 이용
        answer:
          kind: single
          options:
            yes: 예
            no: 아니오
      joy:
        ko: 만족도
        ask_if: used is yes
        answer:
          kind: scale
          scale: satisfaction
  - id: why_not
    no: A5
    kind: open
    ask: 왜 이용하지 않았습니까?
    ask_if: all(help.used) is no
  - id: budget
    no: A6
    kind: money
    ask: 예산은 얼마입니까?
    unit: 천원
  - id: sources
    no: A7
    kind: grid
    ask: 재원별 금액
    rows:
      own: 자체
      public: 보조
    answer:
      kind: money
      unit: 만원
    adds_up_to:
      question: budget
      percent: 1
  - id: started
    no: A8
    kind: date
    ask: 시작일
  - id: ended
    no: A9
    kind: date
    ask: 종료일
    after: started
  - id: costs
    no: A10
    kind: grid
    ask: 비용
    rows:
      rent: 임대료
    answer:
      kind: money
      unit: 천원
  - id: audited
    no: A11
    kind: money
    ask: 감사 금액
    unit: 원
    equals:
      question: costs.rent
"""


def test_blocks_and_rows_read_the_other_way_round(tmp_path: Path) -> None:
    grid = load(tmp_path, SMALL + GRID).question("help")
    assert [(group.words.ko, [row.id for row in group.rows]) for group in grid.row_groups] == [
        ("시작", ["advice", "training"]),
        ("성장", ["audits"]),
    ]
    assert grid.reversed_rows == ("audits",)
    assert grid.columns[1].ask_if == "used is yes"


def test_a_sum_and_a_date_name_what_they_have_to_fit(tmp_path: Path) -> None:
    questionnaire = load(tmp_path, SMALL + GRID)
    total = questionnaire.question("sources").adds_up_to
    assert (total.question, total.percent) == ("budget", 1)
    assert questionnaire.question("ended").after == "started"
    assert questionnaire.question("audited").equals.part == ("costs", "rent", "")


SESSIONS = """\
sessions:
  question: region
  complete: seoul
  partial: counted
"""


def test_broken_off_responses_are_told_by_the_options_of_a_question(tmp_path: Path) -> None:
    sessions = load(tmp_path, SESSIONS + SMALL).sessions
    assert sessions and (sessions.question, sessions.complete, sessions.partial) == (
        "region",
        ("seoul",),
        "counted",
    )
    assert load(tmp_path, SMALL).sessions is None


@pytest.mark.parametrize(
    ("right", "mistaken", "rule"),
    [
        ("question: region", "question: regoin", "sessions_misspelt"),
        ("question: region", "question: weather", "sessions_unknown"),
        ("question: region", "question: satisfaction", "sessions_kind"),
        ("complete: seoul", "complete: [seoul, sejong]", "sessions_option"),
        ("partial: counted", "partial: perhaps", "not_a_choice"),
        ("  partial: counted\n", "", "missing_field"),
    ],
)
def test_a_mistake_about_sessions_is_told_once_where_it_stands(
    tmp_path: Path, right: str, mistaken: str, rule: str
) -> None:
    text = (SESSIONS + SMALL).replace(right, mistaken, 1)
    [(found, line, _)] = problems(tmp_path, text)
    assert found == rule
    assert 1 <= line <= 4


WEIGHTED = "sample: {kind: census, weighting: {by: [region], max_ratio: 5}}\n"


def test_answers_are_weighted_by_questions_whose_options_the_frame_is_counted_by(tmp_path: Path) -> None:
    weighting = load(tmp_path, weighted(WEIGHTED)).sample.weighting
    assert weighting and (weighting.by, weighting.method, weighting.max_ratio) == (("region",), "rake", 5)
    assert load(tmp_path, SMALL).sample.weighting is None


@pytest.mark.parametrize(
    ("right", "mistaken", "rule"),
    [
        ("by: [region]", "by: regoin", "weighting_misspelt"),
        ("by: [region]", "by: weather", "weighting_unknown"),
        ("by: [region]", "by: satisfaction", "weighting_kind"),
        ("by: [region]", "by: [region, region]", "weighting_twice"),
        ("max_ratio: 5", "max_ratio: 0.5", "too_small"),
        ("max_ratio: 5", "method: guess", "not_a_choice"),
    ],
)
def test_a_mistake_about_weighting_is_told_once_where_it_stands(
    tmp_path: Path, right: str, mistaken: str, rule: str
) -> None:
    text = weighted(WEIGHTED.replace(right, mistaken, 1))
    [(found, line, _)] = problems(tmp_path, text)
    assert (found, text.splitlines()[line - 1][:6]) == (rule, "sample")


@pytest.mark.parametrize(
    ("sample", "rule"),
    [
        ("{kind: probability, design: {}}", "design_empty"),
        ("{kind: probability, design: {weight: ' '}}", "design_no_heading"),
        ("{kind: probability, design: {strata: [a, b]}}", "design_too_many_stages"),
        ("{kind: probability, design: {cluster: c, population: [a, b, d]}}", "design_too_many_stages"),
        ("{kind: self_selected, design: {weight: w}}", "design_not_drawn"),
        ("{kind: census, as_if_random: yes}", "as_if_random_of_others"),
        ("{kind: probability, design: {wieght: w}}", "misspelt_field"),
    ],
)
def test_a_mistake_about_the_design_is_told_once_where_it_stands(
    tmp_path: Path, sample: str, rule: str
) -> None:
    [(found, line, _)] = problems(tmp_path, weighted(f"sample: {sample}\n"))
    assert found == rule and line


def weighted(sample: str) -> str:
    return re.sub(r"^sample:.*\n(  .*\n)*", sample, SMALL, count=1, flags=re.MULTILINE)


GRID_MISTAKES = [
    ("ask_if: used is yes", "ask_if: user is yes", "row_condition_misspelt", "help"),
    ("ask_if: used is yes", "ask_if: region is seoul", "row_condition_unknown", "help"),
    ("ask_if: used is yes", "ask_if: joy <= 2", "row_condition_later", "help"),
    ("ask_if: used is yes", "ask_if: help.advice.used is yes", "row_condition_reaches_out", "help"),
    ("ask_if: used is yes", "ask_if: all(help.used) is yes", "row_condition_reaches_out", "help"),
    ("ask_if: used is yes", "ask_if: used is maybe", "routing_option", "help"),
    ("ask_if: used is yes", "ask_if: used <= 2", "routing_kind", "help"),
    ("ask_if: used is yes", "ask_if: used is", "routing_syntax", "help"),
    ("ask_if: all(help.used) is no", "ask_if: all(help) is no", "routing_part", "why_not"),
    ("ask_if: all(help.used) is no", "ask_if: any(region) is seoul", "routing_part", "why_not"),
    ("ask_if: all(help.used) is no", "ask_if: any(sources) > 0", "routing_later", "why_not"),
    ("ask_if: all(help.used) is no", "ask_if: all(help.used) is off", "routing_option", "why_not"),
    ("group: growth", "group: grwoth", "row_group_misspelt", "help"),
    ("group: growth", "group: the_end", "row_group_unknown", "help"),
    ("group: growth", "header: 점검", "row_without_group", "help"),
    ("      growth: 성장\n", "      growth: 성장\n      later: 나중\n", "group_unused", "help"),
    ("ko: 상담\n        group: start", "ko: 상담\n        group: growth", "group_split", "help"),
    ("good: high", "good: none", "reverse_without_good", "help"),
    (
        "      public: 보조\n",
        "      public:\n        ko: 보조\n        reverse: yes\n",
        "reverse_without_scale",
        "sources",
    ),
    ("question: budget", "question: budgte", "adds_up_to_misspelt", "sources"),
    ("question: budget", "question: weather", "adds_up_to_unknown", "sources"),
    ("question: budget", "question: region", "adds_up_to_kind", "sources"),
    (
        "kind: money\n    ask: 예산은 얼마입니까?\n    unit: 천원",
        "kind: number\n    ask: 예산은 얼마입니까?\n    unit: 명",
        "adds_up_to_unit",
        "sources",
    ),
    (
        "      kind: money\n      unit: 만원",
        "      kind: scale\n      scale: satisfaction",
        "adds_up_to_cells",
        "sources",
    ),
    ("percent: 1", "percent: -1", "too_small", "sources"),
    ("after: started", "after: stared", "after_misspelt", "ended"),
    ("after: started", "after: weather", "after_unknown", "ended"),
    ("after: started", "after: region", "after_kind", "ended"),
    ("after: started", "after: ended", "after_circle", "ended"),
    ("ask: 시작일", "ask: 시작일\n    after: ended", "after_circle", "ended"),
    ("question: costs.rent", "question: costs.rnet", "equals_misspelt", "audited"),
    ("question: costs.rent", "question: cost", "equals_misspelt", "audited"),
    ("question: costs.rent", "question: weather", "equals_unknown", "audited"),
    ("question: costs.rent", "question: region", "equals_kind", "audited"),
    ("question: costs.rent", "question: audited", "equals_itself", "audited"),
    (
        "kind: money\n    ask: 감사 금액\n    unit: 원",
        "kind: number\n    ask: 감사 금액\n    unit: 명",
        "equals_unit",
        "audited",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("right", "mistaken", "rule", "question"),
    GRID_MISTAKES,
    ids=[f"{number}-{rule}" for number, (_, _, rule, _) in enumerate(GRID_MISTAKES)],
)
def test_a_mistake_in_rows_or_between_questions_is_told_once_where_it_stands(
    tmp_path: Path, right: str, mistaken: str, rule: str, question: str
) -> None:
    text = SMALL + GRID
    assert right in text
    mistaken_text = text.replace(right, mistaken, 1)
    [(found, line, named)] = problems(tmp_path, mistaken_text)
    assert (found, named) == (rule, question)
    assert line >= line_of(mistaken_text, f"id: {question}")


def test_a_row_in_a_block_where_there_are_none(tmp_path: Path) -> None:
    text = (SMALL + GRID).replace(
        "      public: 보조", "      public:\n        ko: 보조\n        group: start"
    )
    assert [rule for rule, _, _ in problems(tmp_path, text)] == ["row_group_unknown"]


def test_headings_that_two_questions_claim(tmp_path: Path) -> None:
    text = SMALL.replace("no: A1", "no: A1\n    header: Where?").replace(
        "no: A2", "no: A2\n    header: where?"
    )
    assert problems(tmp_path, text) == [("duplicate_header", line_of(text, "header: where"), "satisfaction")]


def test_only_one_question_names_the_respondent(tmp_path: Path) -> None:
    text = SMALL.replace("no: A1", "no: A1\n    identifier: yes").replace(
        "no: A2", "no: A2\n    identifier: yes"
    )
    assert [rule for rule, _, _ in problems(tmp_path, text)] == ["second_identifier"]


def test_a_banner_by_written_answers(tmp_path: Path) -> None:
    text = SMALL + "  - id: name\n    no: A4\n    kind: text\n    ask: 이름은?\n"
    text = text.replace("questions:", "  - id: names\n    by: name\nquestions:")
    assert [rule for rule, _, _ in problems(tmp_path, text)] == ["banner_kind"]


def test_no_questions_at_all(tmp_path: Path) -> None:
    text = SMALL[: SMALL.index("banners:")]
    assert [rule for rule, _, _ in problems(tmp_path, text)] == ["missing_field"]


LINES = SMALL.splitlines()
GARBLED = [
    "",
    "x",
    "- a",
    "a: b",
    "{}",
    "[[]]",
    "yes",
    "-5",
    "nan",
    "99999-01-01",
    '"',
    "&a",
    "*a",
    "!!int x",
    "|",
    "%",
]
changes = st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(GARBLED), st.booleans())


@given(st.lists(changes, min_size=1, max_size=3))
def test_whatever_is_garbled_is_told_with_a_line_of_the_file(
    tmp_path_factory: pytest.TempPathFactory, garbled: list[tuple[int, str, bool]]
) -> None:
    lines = list(LINES)
    for number, value, keeps_name in garbled:
        name, _, _ = lines[number].partition(":")
        lines[number] = f"{name}: {value}" if keeps_name else value
    try:
        load(tmp_path_factory.getbasetemp(), "\n".join(lines))
    except QuestionnaireError as error:
        assert all(0 <= problem.line <= len(lines) + 1 for problem in error.problems)


# How it is told


def test_every_problem_of_a_file_is_told_at_once_and_none_causes_another(tmp_path: Path) -> None:
    text = (
        SMALL.replace("title: 작은 조사", "titel: 작은 조사")
        .replace("options: regions", "options: region")
        .replace("scale: satisfaction", "scales: satisfaction")
        .replace(REASONS, "ask_if: satisfaction <=")
    )
    assert problems(tmp_path, text) == [
        ("misspelt_field", 3, ""),
        ("unknown_list", line_of(text, "options: region"), "region"),
        ("misspelt_field", line_of(text, "    scales: satisfaction"), "satisfaction"),
        ("routing_syntax", line_of(text, "ask_if:"), "reasons"),
    ]


def test_a_number_of_choices_that_nobody_can_make_is_no_condition(tmp_path: Path) -> None:
    after = "  - id: after\n    no: A4\n    section: A\n    kind: open\n    ask: 왜?\n    ask_if: "
    for never in ("count(reasons) < 1", "count(reasons) > 2", "count(reasons) = 1.5"):
        found = problems(tmp_path, f"{SMALL}{after}{never}\n")
        assert [rule for rule, _, _ in found] == ["routing_no_count"], never


def test_a_mistake_in_a_list_is_told_once_however_many_questions_use_it(tmp_path: Path) -> None:
    second = "  - id: second\n    no: A4\n    kind: multi\n    ask: 또?\n    options: regions\n"
    text = SMALL.replace("busan: 부산", "busan: 서울") + second
    assert [rule for rule, _, _ in problems(tmp_path, text)] == ["two_labels"]


def test_the_words_name_file_line_question_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DureError) as caught:
        load(tmp_path, SMALL.replace("ask: 만족하십니까?", "aks: 만족하십니까?"))
    line = line_of(SMALL, "ask: 만족")
    korean, english = caught.value.words("ko"), caught.value.words("en")
    assert korean == (
        f"{(tmp_path / 'questionnaire.yml').as_posix()}: {line}행: 문항 satisfaction(A2): "
        "'aks' 항목은 없습니다. 'ask'를 쓰려던 것이 아닌지 보세요."
    )
    assert english.endswith(
        f"line {line}: question satisfaction(A2): there is no field 'aks'; did you mean 'ask'?"
    )


def test_the_error_keeps_its_words_from_one_process_to_another(tmp_path: Path) -> None:
    with pytest.raises(QuestionnaireError) as caught:
        load(tmp_path, SMALL.replace(REASONS, "ask_if: satisfaction <="))
    revived = pickle.loads(pickle.dumps(caught.value))
    assert revived.words("en") == caught.value.words("en")
    assert [problem.rule for problem in revived.problems] == ["routing_syntax"]
