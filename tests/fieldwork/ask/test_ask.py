"""Asking again: who gets a note, what it says, and what lies beside it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

import start
from analysis.errors import DureError
from analysis.fieldwork.ask.ask import Asked, ask
from analysis.fieldwork.ask.blanks import blanks
from analysis.fieldwork.ask.items import items
from analysis.fieldwork.ask.rules import GRAVITY, IN_BLANKS, OWN
from analysis.intake.columns.matching import Matching
from analysis.intake.corrections import read_corrections
from analysis.intake.register import Organisation, Register
from analysis.intake.sheet import Cell, sheet_of_rows
from analysis.language.catalogue import LANGUAGES, catalogue, message
from analysis.questionnaire.load import find_questionnaire, load_questionnaire
from analysis.questionnaire.question import PartKey
from analysis.responses.build import responses_of
from analysis.responses.finding import Finding
from analysis.responses.opening import Opened
from analysis.responses.read import read_survey
from analysis.responses.rules import SEVERITY
from tests.project import copy_inputs
from tests.responses.answers_file import rules

REGISTER = """id,name,short,contact,email,phone,frames
gaon,가온지원센터,가온,김보람,gaon@example.org,02-000-0101,small
nae,나래지원센터,,,nae@example.org,,small
dari,다리지원센터,다리|다리센터,이나래,dari@example.org,02-000-0103,small
masil,마실지원센터,,,,,small
bada,바다지원센터,,,,,
"""
QUESTIONNAIRE = """\
survey: small
year: 2016
title: 작은 조사
publisher: 연대회의
contact: 사무국 02-000-0000
respondents: {ko: 기관, en: organisation, en_plural: organisations}
sample: {kind: census}
sections:
  A: 기관
  M: 방문 기록(조사자 작성)
questions:
  - {id: name, no: A1, section: A, kind: text, label: 기관명, ask: 기관명을 적어 주십시오., identifier: yes}
  - {id: tenure, no: A2, section: A, kind: number, unit: 개월, label: 평균 근속기간, ask: 몇 개월입니까?, required: yes}
  - {id: form, no: A3, section: A, kind: single, label: 법인 형태, ask: 무엇입니까?, options: {club: 사단법인, coop: 협동조합}}
  - {id: budget, no: A4, section: A, kind: money, unit: 천원, label: 예산, ask: 얼마입니까?}
  - {id: wish, no: A5, section: A, kind: open, label: 바라는 점, ask: 적어 주십시오.}
  - {id: author, no: A6, section: A, kind: text, label: 작성자, ask: 누구입니까?, pii: [name], export: never}
  - {id: visited, no: M1, section: M, kind: date, label: 방문일, ask: 방문일}
"""
HEADING = ["A1", "A2", "A3", "A4", "A5", "A6", "M1"]
FULL = ["가온지원센터", "12", "사단법인", "3000", "", "", ""]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for path, text in (
        ("data/raw/organisations.csv", REGISTER),
        ("questionnaires/small/2016.yml", QUESTIONNAIRE),
    ):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    answers(tmp_path, FULL)
    return tmp_path


def answers(project: Path, *rows: list[str]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([HEADING, *rows])
    folder = project / "data/raw/2016/small"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "answers.csv").write_text(file.getvalue(), encoding="utf-8")


def asked(project: Path, language: str = "ko") -> Asked:
    return ask(project, "small", 2016, project / "ask", language)


def note(project: Path, name: str = "가온", language: str = "ko") -> str:
    asked(project, language)
    return (project / "ask" / f"{name}.txt").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def rows(project: Path, name: str) -> list[list[str]]:
    text = (project / "ask" / name).read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def changed(**cells: str) -> list[str]:
    """The full answer with other cells."""
    return [cells.get(no, full) for no, full in zip(HEADING, FULL, strict=True)]


def test_every_rule_is_asked_of_the_respondent_or_the_secretariat_s_own() -> None:
    """A new finding has to be put into one of the three."""
    assert set(SEVERITY) == {*GRAVITY, *IN_BLANKS, *OWN}
    assert len(SEVERITY) == len(GRAVITY) + len(IN_BLANKS) + len(OWN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_asked_has_words_of_its_own(language: str) -> None:
    keys = {key.removeprefix("ask.item.") for key in catalogue(language) if key.startswith("ask.item.")}
    assert keys == {*GRAVITY, "blank", "pending"}


@pytest.mark.parametrize("rule", ["amount_far_above", "amount_far_below"])
def test_nothing_is_told_of_what_others_answered(rule: str) -> None:
    assert "{hint" not in catalogue("ko")[f"ask.item.{rule}"] + catalogue("en")[f"ask.item.{rule}"]


LEADING = ("맞는지요", "맞습니까", "되는지요", "될지요", "Did you mean", "May we", " right?", "Is it ", "Is {hint}")
GUESSES = (
    "unreadable_near", "write_in_near", "write_in_alone", "unit_repeated",
    "year_inferred", "month_shortened", "share_below_one", "point_for_comma", "form_stray_text",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", GUESSES)
def test_what_the_program_guessed_is_not_put_into_the_mouth_of_who_is_asked(rule: str, language: str) -> None:
    """Who is asked to agree agrees."""
    said = catalogue(language)[f"ask.item.{rule}"]
    assert "{hint" not in said
    assert not any(words in said for words in LEADING)


def test_of_a_misspelt_option_all_are_named_and_none_is_proposed(project: Path) -> None:
    answers(project, changed(A3="사단볍인"))
    assert (
        "‘사단볍인’이라고 적어 주셨는데 보기에 없는 말입니다. 보기 가운데 어느 것인지, 아니면 다른 답인지 알려 주십시오. "
        "(보기: 사단법인, 협동조합)"
    ) in note(project)


def test_a_whole_note(project: Path) -> None:
    answers(project, changed(A2="수시", A3="사단법인, 협동조합", A4=""))
    assert note(project) == (
        "받는 사람: gaon@example.org\n"
        "제목: [연대회의] 작은 조사 2016 답변 확인 부탁드립니다\n"
        "\n"
        "가온 김보람 님께\n"
        "\n"
        "안녕하십니까. 연대회의입니다.\n"
        "‘작은 조사 2016’에 답해 주셔서 고맙습니다. 보내 주신 답을 정리하다가 세 가지 여쭙고자 연락드립니다.\n"
        "\n"
        "1. A2 평균 근속기간: ‘수시’라고 적어 주셨습니다. 수로 알려 주시겠습니까? 어림수도 괜찮습니다. (단위: 개월)\n"
        "\n"
        "2. A3 법인 형태: 하나만 고르는 문항에 ‘사단법인, 협동조합’을 함께 적어 주셨습니다. 하나만 고르신다면 어느 것인지요?\n"
        "\n"
        "3. 다음 문항이 비어 있습니다. 답을 알려 주십시오. 해당하지 않거나 답하기 어려우시면 그렇게만 적어 주셔도 됩니다.\n"
        "   - A4 예산 (단위: 천원)\n"
        "\n"
        "이 메일에 번호와 답만 적어 회신해 주시면 됩니다. 조사표를 다시 보내지 않으셔도 됩니다.\n"
        "바쁘시겠지만 받으신 날부터 일주일 안에 알려 주시면 고맙겠습니다.\n"
        "문의: 사무국 02-000-0000\n"
        "\n"
        "늘 고맙습니다.\n"
        "연대회의 드림\n"
    )


def test_the_same_in_english(project: Path) -> None:
    answers(project, changed(A2="수시"))
    text = note(project, language="en")
    assert "Dear 김보람 of 가온," in text
    assert (
        "1. A2 평균 근속기간: you wrote ‘수시’. Could you tell us a number? A rough one will do. (in 개월)"
        in text
    )
    assert {path.name for path in (project / "ask").glob("*.csv")} == {
        "to_ask.csv",
        "not_answered.csv",
        "corrections_to_fill_in.csv",
    }


def test_windows_notepad_reads_it(project: Path) -> None:
    answers(project, changed(A2="수시"))
    asked(project)
    written = (project / "ask/가온.txt").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\n") == written.count(b"\r\n") > 10


def test_who_has_nothing_to_be_asked_gets_no_note(project: Path) -> None:
    made = asked(project)
    assert made.notes == 0
    assert not list((project / "ask").glob("*.txt"))


def test_opinions_contacts_and_what_an_interviewer_writes_are_not_asked_for(project: Path) -> None:
    answers(project, changed(A5="", A6="", M1="4월 14일(월)"))
    assert asked(project).notes == 0


def test_what_is_hardly_in_doubt_is_no_reason_to_write_but_goes_along(project: Path) -> None:
    answers(project, changed(A2="약 30"))
    assert asked(project).notes == 0
    answers(project, changed(A2="약 30", A3=""))
    assert "2. A2 평균 근속기간: ‘약 30’이라고 적어 주셨습니다. 정확한 수를 아시면 알려 주십시오." in note(project)


def test_an_amount_in_another_unit_was_read_and_is_not_asked_about_at_all(project: Path) -> None:
    answers(project, changed(A2="2년 6개월", A3="", A4="3천만원"))
    text = note(project)
    assert "A3 법인 형태" in text
    assert "A2" not in text
    assert "A4" not in text


def test_the_gravest_seven_are_asked_and_the_rest_counted(project: Path, tmp_path: Path) -> None:
    more = "".join(
        f"  - {{id: n{at}, no: B{at}, kind: number, unit: 명, label: 수 {at}, ask: 몇?}}\n" for at in range(9)
    )
    path = project / "questionnaires/small/2016.yml"
    path.write_text(QUESTIONNAIRE + more, encoding="utf-8")
    file = project / "data/raw/2016/small/answers.csv"
    heading = ",".join([*HEADING, *(f"B{at}" for at in range(9))])
    file.write_text(f"{heading}\n{','.join(changed(A3=''))}{',수시' * 9}\n", encoding="utf-8")
    text = note(project)
    assert "일곱 가지 여쭙고자" in text
    assert "7. B6 수 6" in text
    assert "8." not in text
    assert "비어 있습니다" not in text  # what could not be used goes before
    assert rows(project, "물어볼_곳.csv")[1][4:6] == ["7", "3"]


def test_what_must_be_answered_goes_before_what_is_only_doubtful(project: Path) -> None:
    answers(project, changed(A2="", A3="사단법인, 협동조합", A4="3.000"))
    text = note(project)
    assert text.index("1. A3") < text.index("2. 다음 문항이 비어") < text.index("3. A4")
    answers(project, changed(A2="무응답"))
    assert "   - A2 평균 근속기간" in note(project)


def test_what_was_to_come_later_is_asked_after(project: Path) -> None:
    answers(project, changed(A4="결산중"))
    assert "1. A4 예산: ‘결산중’이라고 적어 주셨습니다. 정해졌으면 알려 주십시오. (단위: 천원)" in note(
        project
    )


@pytest.mark.parametrize("word", ["모름", "비공개", "해당없음"])
def test_who_says_why_there_is_no_answer_is_not_asked_again(project: Path, word: str) -> None:
    answers(project, changed(A4=word))
    assert asked(project).notes == 0


def test_personal_data_is_not_repeated(project: Path) -> None:
    answers(project, changed(A2="담당 010-1234-5678"))
    assert "010" not in note(project)
    assert "연락처처럼 보이는 내용이 적혀 있어" in note(project)
    assert "010" not in (project / "ask/고칠_답.csv").read_text(encoding="utf-8-sig")


def test_a_long_or_broken_text_is_quoted_by_its_beginning(project: Path) -> None:
    answers(project, changed(A3="보기에 없는\n긴 말 " * 20))
    line = next(line for line in note(project).splitlines() if line.startswith("1. A3"))
    assert "‘보기에 없는 긴 말 보기에" in line
    assert "…’" in line
    assert len(line) < 200


def test_what_many_wrote_alike_is_asked_of_each(project: Path) -> None:
    """A check tells it once."""
    names = ["가온", "나래지원센터", "다리", "마실지원센터", "바다지원센터", "사랑", "아람"]
    answers(project, *([name, *changed(A2="수시")[1:]] for name in names))
    assert rules(read_survey(project, "small", 2016))["unreadable_number"] == 1
    assert asked(project).notes == len(names)
    assert "‘수시’라고 적어 주셨습니다" in note(project, "아람")


def test_an_answer_that_only_an_earlier_response_has_is_asked_for(project: Path) -> None:
    answers(project, FULL, ["가온", "13", "사단법인", "", "", "", ""])
    text = note(project)
    assert "1. 조사표를 두 번 보내 주셔서 나중 것으로 정리했습니다." in text
    assert "   - A4 예산: ‘3000’" in text
    assert "2." not in text  # it is not asked again as one that is empty


def test_a_corrected_answer_is_not_asked_again(project: Path) -> None:
    answers(project, changed(A2="수시"))
    assert asked(project).notes == 1
    (heading, line) = rows(project, "고칠_답.csv")
    assert line[:6] == ["gaon", "A2", "", "", "", "수시"]
    filled = [*line[:6], "40", "메일로 받음", "김보람", "2016-08-01"]
    corrections = project / "data/raw/2016/small.corrections.csv"
    corrections.write_text("\n".join(map(",".join, (heading, filled))), encoding="utf-8")
    assert asked(project).notes == 0
    assert rules(read_survey(project, "small", 2016))["corrected"] == 1


def test_what_was_put_right_is_quoted_as_it_is_now(project: Path) -> None:
    path = project / "questionnaires/small/2016.yml"
    path.write_text(
        QUESTIONNAIRE.replace("label: 예산,", "label: 예산, ask_if: form is coop,"), encoding="utf-8"
    )
    assert "A3 법인 형태에 ‘사단법인’이라고 답하시면" in note(project)
    answers(project, changed(A3="모름"))
    corrections = project / "data/raw/2016/small.corrections.csv"
    corrections.write_text(
        "응답자,문항,전,후,까닭,누가,날짜\ngaon,A3,모름,사단법인,전화로 확인,김보람,2016-08-01\n",
        encoding="utf-8",
    )
    assert "A3 법인 형태에 ‘사단법인’이라고 답하시면" in note(project)


def test_a_list_that_nobody_filled_in_corrects_nothing(project: Path) -> None:
    answers(project, changed(A2="수시", A4=""))
    asked(project)
    assert read_corrections(project / "ask/고칠_답.csv") == ()


def test_who_goes_by_a_row_is_listed_with_its_cell(project: Path) -> None:
    answers(project, changed(A1="새로운 곳", A2="수시"))
    made = asked(project)
    assert made.unknown == 1
    assert rows(project, "고칠_답.csv")[1][:6] == ["row-2", "A2", "answers.csv", "", "B2", "수시"]
    assert "새로운 곳 담당자님께" in note(project, "새로운 곳")


def test_who_has_not_answered_is_listed_with_how_to_reach_them(project: Path) -> None:
    answers(project, FULL, ["나래지원센터", "", "", "", "", "", ""], ["다리센터", "3", "", "", "", "", ""])
    leave = project / "data/raw/2016/small/leave_out.csv"
    leave.write_text("file,row,reason\nanswers.csv,4,다시 받기로 함\n", encoding="utf-8")
    made = asked(project)
    assert made.silent == 3
    assert rows(project, "답하지_않은_곳.csv")[1:] == [
        ["나래지원센터", "", "", "nae@example.org", "", "받았으나 새로 적은 답 없음"],
        ["다리지원센터", "다리, 다리센터", "이나래", "dari@example.org", "02-000-0103", "집계에서 뺌"],
        ["마실지원센터", "", "", "", "", "응답 없음"],
    ]


def test_without_a_frame_nobody_is_known_to_be_silent(project: Path) -> None:
    (project / "data/raw/organisations.csv").unlink()
    assert asked(project).silent is None


def test_of_an_anonymous_survey_there_is_nobody_to_ask(project: Path) -> None:
    path = project / "questionnaires/small/2016.yml"
    path.write_text(QUESTIONNAIRE.replace(", identifier: yes", ""), encoding="utf-8")
    assert asked(project) == Asked(None)
    assert not (project / "ask").exists()


def test_a_note_that_no_longer_applies_is_taken_away(project: Path) -> None:
    answers(project, changed(A2="수시"))
    asked(project)
    answers(project, FULL)
    asked(project)
    assert not (project / "ask/가온.txt").exists()


def test_what_the_secretariat_filled_in_is_not_written_over(project: Path) -> None:
    answers(project, changed(A2="수시"))
    asked(project)
    (project / "ask/고칠_답.csv").write_text("채우는 중", encoding="utf-8")
    with pytest.raises(DureError, match=r"고칠_답\.csv에 누가 고쳐 적은 것이 있어"):
        asked(project)
    assert (project / "ask/고칠_답.csv").read_text(encoding="utf-8") == "채우는 중"


def test_the_notes_of_the_samples_are_polite_and_plain() -> None:
    """No word of the program, no rule, no column of a file."""
    words = ("오류", "규칙", "파일", "시트", "열이", "csv", "프로그램", "집계", "명부", "***", "{", "}")
    responses = [read_survey(start.ROOT, survey, 2016) for survey in ("member_orgs", "intermediary")]
    texts = [
        item.text
        for read in responses
        for found in (items(read, "ko"), blanks(read, "ko", {}))
        for of_respondent in found.values()
        for item in of_respondent
    ]
    assert len(texts) > 30
    for text in texts:
        assert not any(word in text for word in words), text
        assert text.endswith(("?", ".", ")", "-")) or "\n   - " in text, text


def test_the_sample_is_asked_what_a_reader_would_ask(tmp_path: Path) -> None:
    made = ask(copy_inputs(tmp_path), "intermediary", 2016, tmp_path / "ask")
    assert (made.notes, made.silent) == (10, 0)
    text = (tmp_path / "ask/쪽물재센터.txt").read_text(encoding="utf-8-sig")
    assert "쪽물재센터 백해든 님께" in text
    assert (
        "3. A8-2 위탁(지정) 종료일: ‘2015-02-28’이라고 적어 주셨는데 A8-1 위탁(지정) 시작일 ‘2016-03-01’보다 앞섭니다. "
        "두 날짜를 확인해 주시겠습니까?"
    ) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_filled_by_what_is_known(language: str) -> None:
    fields = dict.fromkeys(("value", "hint", "unit", "options", "precision", "when", "cells"), "가")
    said = {rule: message(f"ask.item.{rule}", language, **fields) for rule in GRAVITY}
    assert {rule: text for rule, text in said.items() if not text.endswith((".", "?", "가"))} == {}


def test_what_happened_to_a_form_is_asked_of_its_only_respondent() -> None:
    questionnaire = load_questionnaire(find_questionnaire(start.ROOT, "intermediary", 2016))
    register = Register((Organisation("gaon", "가온센터"), Organisation("nae", "나래센터")))
    forms = []
    for name in ("가온센터", "나래센터"):
        rows = [(1, [Cell("A1", "A1"), Cell("F4", "F4")]), (2, [Cell(name), Cell("법률")])]
        sheet = sheet_of_rows(f"{name}.xlsx", "", rows, places=("A. 기관 › C4", "F. 의견 › C9"))
        lost = Finding("error", "form_cell_lost", question="B2", file=f"{name}.xlsx", value="B2")
        forms.append(
            Opened(
                (Matching(sheet, {PartKey("organisation_name"): 0, PartKey("law_wish"): 1}),),
                (lost,) * (name == "나래센터"),
            )
        )
    found = items(responses_of(questionnaire, forms, register), "ko")
    assert [(at, item.text) for at, of in found.items() for item in of] == [
        (
            1,
            "B2 직원 평균 근속기간: 보내 주신 서식에서 이 문항의 칸이 지워져 답을 보지 못했습니다. "
            "답을 알려 주십시오. (단위: 개월)",
        )
    ]
