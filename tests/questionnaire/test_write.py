"""A questionnaire that is written out loads as what it was, and reads like one that a person wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import start
from analysis.questionnaire import Questionnaire, load_questionnaire
from analysis.questionnaire.problem import Place
from analysis.questionnaire.questionnaire import Remark
from analysis.questionnaire.sessions import Sessions
from analysis.questionnaire.words import Words
from analysis.questionnaire.write import write_questionnaire
from tests.questionnaire import test_format
from tests.questionnaire.made import HOSTILE, questionnaires

OURS = sorted((start.ROOT / "questionnaires").glob("*/*.yml"))
SMALL = """\
survey: visits
year: 2017
title: 방문 조사
publisher: 연합회
respondents:
  ko: 조합원
  en: member
  en_plural: members
  counter: 명
sample:
  kind: census

sections:
  A: 방문

# 여러 문항이 함께 쓰는 척도. 낮은 쪽이 1입니다. good은 어느 쪽이 좋은지 말합니다(high, low, none).
scales:
  satisfaction:
    good: high
    points:
      1: 불만족
      2:
        ko: 만족
        en: Satisfied

# 이름을 붙여 두고 문항에서 부르는 보기 목록
lists:
  yes_no:
    yes: 있음
    no: 없음

questions:

  # ── A. 방문 ───────────────────────────────────────────────────────

  - id: visited
    no: A1
    section: A
    kind: single
    ask: "방문: 있었습니까?"
    options: yes_no
    required: yes

  - id: satisfied
    no: A2
    section: A
    kind: scale
    scale: satisfaction
    ask: 만족하십니까?
    ask_if: visited is yes

  - id: again
    no: A3
    section: A
    kind: single
    ask: 또 오시겠습니까?
    options: yes_no
"""


def loaded(text: str, tmp_path: Path) -> Questionnaire:
    path = tmp_path / "written.yml"
    path.write_text(text, encoding="utf-8")
    return load_questionnaire(path)


@settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(questionnaire=questionnaires())
def test_any_questionnaire_loads_as_what_was_written(questionnaire: Questionnaire, tmp_path: Path) -> None:
    assert loaded(write_questionnaire(questionnaire), tmp_path) == questionnaire


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.parent.name)
def test_our_questionnaires_load_as_what_was_written(path: Path, tmp_path: Path) -> None:
    questionnaire = load_questionnaire(path)
    assert loaded(write_questionnaire(questionnaire), tmp_path) == questionnaire


def test_the_examples_of_every_field_load_as_what_was_written(tmp_path: Path) -> None:
    questionnaire = test_format.load(tmp_path, *test_format.QUESTIONS)
    assert loaded(write_questionnaire(questionnaire), tmp_path) == questionnaire


def test_what_a_form_could_not_say_stays_told(tmp_path: Path) -> None:
    remark = Remark(row=3, question="gps", what="type", text="geopoint")
    sessions = Sessions(question="visited", complete=("yes",), partial="counted")
    told = loaded(SMALL, tmp_path).model_copy(update={"remarks": (remark,), "sessions": sessions})
    assert loaded(write_questionnaire(told), tmp_path) == told


@pytest.mark.parametrize("text", ["", " ", "　", "_x000D_", "\x07", "a\r\nb", *HOSTILE])
def test_a_text_that_yaml_might_take_for_something_else_stays_a_text(text: str, tmp_path: Path) -> None:
    small = loaded(SMALL, tmp_path)
    title = Words(ko=text, en=text)  # which are legible: a text of the file alone keeps every sign
    written = small.model_copy(update={"title": title, "missing": {text: "no_answer"}})
    assert loaded(write_questionnaire(written), tmp_path) == written


def test_it_is_written_as_a_person_would(tmp_path: Path) -> None:
    assert write_questionnaire(loaded(SMALL, tmp_path)) == SMALL


def written_with(comments: dict[Place, str], tmp_path: Path) -> list[str]:
    """The lines, of which the comments change nothing."""
    small = loaded(SMALL, tmp_path)
    text = write_questionnaire(small, comments)
    assert loaded(text, tmp_path) == small
    return text.splitlines()


def test_a_short_comment_stands_beside_its_field(tmp_path: Path) -> None:
    lines = written_with({("title",): "짐작", ("questions", "visited", "kind"): "확인"}, tmp_path)
    assert "title: 방문 조사        # 짐작" in lines
    assert "    kind: single            # 확인" in lines


def test_a_long_comment_stands_above_it_in_lines(tmp_path: Path) -> None:
    lines = written_with(
        {("questions", "visited", "ask"): "길고도긴말 " * 30, ("year",): "첫째\n둘째"}, tmp_path
    )
    before = lines[: lines.index('    ask: "방문: 있었습니까?"')]
    assert before[-2].startswith("    # 길고도긴말") and before[-1].startswith("    # 길고도긴말")
    assert lines[lines.index("year: 2017") - 2 :][:2] == ["# 첫째", "# 둘째"]


def test_a_comment_on_a_question_stands_above_it(tmp_path: Path) -> None:
    lines = written_with({("questions", "again"): "새 문항"}, tmp_path)
    assert lines[lines.index("  - id: again") - 1] == "  # 새 문항"


def test_a_comment_on_a_scale_s_direction_stands_where_the_scale_does(tmp_path: Path) -> None:
    lines = written_with({("questions", "satisfied", "scale", "good"): "짐작"}, tmp_path)
    assert "    good: high              # 짐작" in lines


def test_a_comment_on_what_is_not_there_stands_at_the_nearest(tmp_path: Path) -> None:
    lines = written_with({("questions", "again", "ask_if"): "조건을 옮기지 못함", ("",): "머리말"}, tmp_path)
    assert lines[lines.index("  - id: again") - 1] == "  # 조건을 옮기지 못함"
    assert lines[:2] == ["# 머리말", ""]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_comment_becomes_part_of_the_questionnaire(text: str, tmp_path: Path) -> None:
    written_with({("title",): text, ("questions", "again"): f"{text}\x85survey: x\u2028year: 1"}, tmp_path)
