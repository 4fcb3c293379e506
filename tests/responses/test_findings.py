"""Findings in words: gravest first, each with its place; and every rule has its words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import start
from analysis.language import LANGUAGES
from analysis.language.catalogue import catalogue
from analysis.responses.finding import Finding
from analysis.responses.findings import count_findings, findings_json, findings_text
from analysis.responses.rules import SEVERITY
from tests.responses.answers_file import finding, read_rows
from tests.tables.small_survey import survey

FINDINGS = (
    Finding("note", "zero_word", question="A8", file="a.csv", cell="C2", value="없음"),
    Finding("error", "unreadable", question="A2", file="a.csv", cell="B4", value="평양"),
    Finding("warning", "unmatched_column", file="a.xlsx", sheet="응답", cell="F1", value="비고", hint="3"),
)


def test_the_gravest_come_first_with_their_place() -> None:
    assert findings_text(FINDINGS) == (
        "■ 오류 (1)\n"
        "  a.csv › B4 A2: '평양'은 보기에 없어 읽을 수 없습니다. 보낸 곳에 확인해 보기 가운데 하나로 고쳐 주십시오.\n"
        "\n"
        "■ 확인 필요 (1)\n"
        "  a.xlsx › 응답 › F1 '비고' 열은 질문지의 어느 문항과도 맞지 않아 이 열의 내용 3개를 쓰지 않았습니다.\n"
        "\n"
        "■ 참고 (1)\n"
        "  a.csv › C2 A8: '없음'을 0으로 읽었습니다.\n"
        "\n"
        "모두 오류 1건, 확인 필요 1건, 참고 1건입니다."
    )


def test_surveys_that_are_checked_together_are_told_apart() -> None:
    both = [replace(FINDINGS[1], survey=survey) for survey in ("member_orgs", "intermediary")]
    assert findings_text(both).splitlines()[:6] == [
        "[member_orgs]",
        "■ 오류 (1)",
        "  a.csv › B4 A2: '평양'은 보기에 없어 읽을 수 없습니다. 보낸 곳에 확인해 보기 가운데 하나로 고쳐 주십시오.",
        "",
        "[intermediary]",
        "■ 오류 (1)",
    ]


def test_of_many_notes_alike_the_first_are_shown_and_all_are_counted() -> None:
    notes = [Finding("note", "write_in", question="S7", cell=f"H{row}", hint="장례") for row in range(2, 20)]
    head, *shown, more, _, _ = findings_text(notes).splitlines()
    assert (head, len(shown)) == ("■ 참고 (18)", 3)
    assert more.strip() == "… 같은 알림이 15건 더 있습니다(--json이나 findings.csv에서 더 볼 수 있습니다)."
    assert len(json.loads(findings_json(notes))) == 18


def test_what_was_only_counted_is_in_every_number() -> None:
    errors = [Finding("error", "unreadable", question="A2", cell=f"B{row}", value="x") for row in range(1000)]
    rest = Finding("error", "more_alike", question="A2", value="unreadable", hint="9,000", alike=9_000)
    assert count_findings([*errors, rest, FINDINGS[0]]) == {"error": 10_000, "warning": 0, "note": 1}
    head, *shown, more, _, _, _, _, total = findings_text([*errors, rest, FINDINGS[0]]).splitlines()
    assert (head, len(shown)) == ("■ 오류 (10,000)", 20)
    assert more.strip().startswith("… 같은 알림이 9,980건 더 있습니다")
    assert total == "모두 오류 10,000건, 확인 필요 0건, 참고 1건입니다."


def test_findings_that_come_by_turns_are_cut_each_by_itself() -> None:
    by_turns = [
        Finding("error", rule, question="A2", cell=f"B{row}", value="x")
        for row in range(100)
        for rule in ("unreadable", "several_chosen")
    ]
    lines = findings_text(by_turns).splitlines()
    assert sum("보기에 없어" in line for line in lines) == 20
    assert sum("같은 알림이 80건 더" in line for line in lines) == 2


def test_nothing_found_is_said_too() -> None:
    assert findings_text(()) == "알릴 것이 없습니다."
    assert findings_text((), "en") == "Nothing to report."


def test_json_has_every_field_and_the_sentence() -> None:
    first, *_ = json.loads(findings_json(FINDINGS, "en"))
    assert (first["rule"], first["cell"], first["value"]) == ("zero_word", "C2", "없음")
    assert first["text"] == "A8: '없음' was read as 0."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_words_that_its_fields_fill(language: str) -> None:
    for rule, severity in SEVERITY.items():
        assert Finding(severity, rule, question="A1", value="가", hint="나").text(language), rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_no_words_without_a_rule(language: str) -> None:
    keys = {key.removeprefix("findings.") for key in catalogue(language) if key.startswith("findings.")}
    keys = {
        key for key in keys if "." not in key
    }  # other rooms that find something say it in a part of their own
    assert keys == {*SEVERITY, "summary", "none", "more", "same_value", "corrections"}


def test_every_rule_is_used() -> None:
    rooms = (start.ROOT / "src/analysis" / room for room in ("intake", "responses"))
    files = [path for room in rooms for path in room.rglob("*.py") if path.name != "rules.py"]
    named = {name for path in files for name in re.findall(r'"([a-z_]+)"', path.read_text(encoding="utf-8"))}
    assert set(SEVERITY) <= named


# What is personal


def test_a_telephone_number_in_the_wrong_cell_is_told_without_its_digits() -> None:
    told = Finding("error", "unreadable", file="답.csv", cell="C7", question="A5", value="010-1234-5678")
    shown = findings_text([told]) + findings_json([told])
    assert "1234" not in shown
    assert "답.csv › C7 A5: '***-****-****'" in shown


def test_an_answer_that_names_a_person_is_not_told_in_its_words(tmp_path: Path) -> None:
    questionnaire = survey(
        {"id": "has_contact", "no": "B8", "kind": "single", "options": {"yes": "있다", "no": "없다"}},
        {"id": "contact", "no": "B8-1", "kind": "text", "pii": ["name"], "ask_if": "has_contact is yes"},
    )
    responses = read_rows(tmp_path, questionnaire, ["B8", "B8-1"], ["없다", "팀장 김가온"])
    told = finding(responses, "answered_anyway")
    assert "김가온" not in told.text()
    assert (told.file, told.cell) == ("answers.csv", "B2")


def test_what_is_personal_in_the_cell_of_a_number_is_told_as_that(tmp_path: Path) -> None:
    questionnaire = survey({"id": "supported", "no": "D3", "kind": "number"})
    responses = read_rows(tmp_path, questionnaire, ["D3"], ["02-123-4567"], ["많음"])
    told = finding(responses, "personal_data")
    assert told.text().startswith("D3: 전화번호·전자우편·주민등록번호 같은 개인정보가 적혀 있어")
    assert (told.severity, told.cell) == ("error", "A2")


def test_a_finding_names_the_cell_of_a_grid_as_the_form_does(tmp_path: Path) -> None:
    grid = {
        "id": "programs",
        "no": "D1",
        "kind": "grid",
        "rows": {"research": "조사·연구"},
        "columns": {"count": "실적"},
        "answer": {"kind": "number"},
    }
    responses = read_rows(tmp_path, survey(grid), ["D1 [조사·연구]"], ["수시"])
    told = finding(responses, "unreadable_number")
    assert told.text() == "D1 [조사·연구 / 실적]: '수시'를 수로 읽을 수 없습니다. 보낸 곳에 확인해 수만(필요하면 단위까지) 적어 주십시오."


def test_a_long_answer_is_told_by_its_beginning() -> None:
    told = Finding("error", "unreadable", value="가" * 100_000).value
    assert told == "가" * 500 + "… (100,000)"
