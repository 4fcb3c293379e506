"""What is known of an organisation stands on its form, to be confirmed; nothing else does."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from analysis.fieldwork.prefill import prefilled
from analysis.intake.register import Organisation, Register
from analysis.questionnaire import load_questionnaire
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.words import Words
from tests.tables.small_survey import survey

REGIONS = {"seoul": "서울", "busan": "부산"}
REGISTER = Register(
    (Organisation("dure", "두레생협"), Organisation("hansal", "한살림", short=("한살림연합",)))
)
NAME = {"id": "name", "kind": "text", "identifier": True}
REGION = {"id": "region", "kind": "single", "options": REGIONS, "key": True}
STAFF = {"id": "staff", "kind": "number", "key": True}


def project(
    root: Path, year: int, questions: list[dict[str, Any]], *answers: list[str], name: str = ""
) -> Path:
    """A project folder in which this was asked and answered in `year`."""
    asked = [{"no": f"Q{at}", "ask": f"물음 {at}", **one} for at, one in enumerate(questions, 1)]
    content = {
        "survey": "member_orgs", "year": year, "title": "현황조사", "publisher": "연대회의",
        "respondents": {"ko": "단체", "en": "organisation", "en_plural": "organisations"},
        "sample": {"kind": "census"}, "questions": asked,
    }  # fmt: skip
    path = root / "questionnaires" / "member_orgs" / f"{year}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    YAML().dump(content, path)
    load_questionnaire(path)
    folder = root / "data" / "raw" / str(year) / "member_orgs"
    folder.mkdir(parents=True)
    file = io.StringIO(newline="")
    csv.writer(file).writerows([[one["no"] for one in asked], *answers])
    (folder / (name or "answers.csv")).write_text(file.getvalue(), encoding="utf-8")
    return root


def asked_next_year(*questions: dict[str, Any]) -> Questionnaire:
    return survey(*questions, year=2017)


def test_last_year_s_facts_stand_in_the_form_of_whoever_gave_them(tmp_path: Path) -> None:
    root = project(tmp_path, 2016, [NAME, REGION], ["한살림연합", "부산"])
    assert prefilled(root, asked_next_year(NAME, REGION), REGISTER) == {
        "dure": {"dure__name": "두레생협"},
        "hansal": {"dure__name": "한살림연합", "dure__region": "부산"},
    }


def test_without_an_earlier_year_there_is_the_name_of_the_register(tmp_path: Path) -> None:
    assert prefilled(tmp_path, asked_next_year(NAME, REGION), REGISTER) == {
        "dure": {"dure__name": "두레생협"},
        "hansal": {"dure__name": "한살림"},
    }


def test_numbers_and_what_is_neither_name_nor_key_stay_blank(tmp_path: Path) -> None:
    wish = {"id": "wish", "kind": "single", "options": REGIONS}
    opinion = {"id": "opinion", "kind": "open", "key": True}
    questions = [NAME, STAFF, wish, opinion]
    root = project(tmp_path, 2016, questions, ["두레생협", "12", "서울", "좋았다"])
    assert prefilled(root, asked_next_year(*questions), REGISTER)["dure"] == {"dure__name": "두레생협"}


def test_what_is_about_a_person_or_was_said_in_confidence_stays_blank(tmp_path: Path) -> None:
    contact = {"id": "contact", "kind": "text", "key": True, "pii": ["name"]}
    secret = {**REGION, "id": "secret", "confidential": True}
    never = {**REGION, "id": "never", "export": "never"}
    questions = [NAME, contact, secret, never]
    root = project(tmp_path, 2016, questions, ["두레생협", "김두레", "서울", "서울"])
    assert prefilled(root, asked_next_year(*questions), REGISTER)["dure"] == {"dure__name": "두레생협"}


def test_an_option_that_is_gone_or_a_kind_that_changed_leaves_the_cell_blank(tmp_path: Path) -> None:
    several = {"id": "sectors", "kind": "multi", "options": {"a": "가", "b": "나"}, "key": True}
    begun = {"id": "begun", "kind": "date", "key": True}
    root = project(tmp_path, 2016, [NAME, REGION, several, begun], ["두레생협", "부산", "가, 나", "2012. 3."])
    gone = {**REGION, "options": {"seoul": "서울", "jeju": "제주"}}
    fewer = {**several, "options": {"a": "가", "c": "다"}}
    text = {**begun, "kind": "text"}
    assert set(prefilled(root, asked_next_year(NAME, gone, fewer, text), REGISTER)["dure"]) == {"dure__name"}
    kept = prefilled(root, asked_next_year(NAME, several, begun), REGISTER)["dure"]
    assert kept == {
        "dure__name": "두레생협", "dure__sectors__a": "○", "dure__sectors__b": "○", "dure__begun": "2012-03",
    }  # fmt: skip


def test_of_two_responses_the_one_that_counts_is_taken(tmp_path: Path) -> None:
    root = project(tmp_path, 2016, [NAME, REGION], ["두레생협", "서울"], ["두레생협", "부산"])
    assert prefilled(root, asked_next_year(NAME, REGION), REGISTER)["dure"]["dure__region"] == "부산"


def test_the_newest_earlier_year_with_answers_is_taken_and_told(tmp_path: Path) -> None:
    project(tmp_path, 2014, [NAME, REGION], ["두레생협", "서울"])
    root = project(tmp_path, 2015, [NAME, REGION], ["두레생협", "부산"])
    (root / "questionnaires" / "member_orgs" / "2016.yml").write_text("survey: member_orgs", encoding="utf-8")
    told: list[Words] = []
    filled = prefilled(root, asked_next_year(NAME, REGION), REGISTER, told.append)
    assert filled["dure"]["dure__region"] == "부산"
    assert ["2015년" in words.ko for words in told] == [True]


def test_a_year_that_cannot_be_read_is_told_and_names_remain(tmp_path: Path) -> None:
    root = project(tmp_path, 2016, [NAME, REGION], ["두레생협", "서울"])
    (root / "data" / "raw" / "2016" / "member_orgs" / "answers.csv").write_text("x\n1\n", encoding="utf-8")
    told: list[Words] = []
    filled = prefilled(root, asked_next_year(NAME, REGION), REGISTER, told.append)
    assert filled["dure"] == {"dure__name": "두레생협"}
    assert [("answers.csv" in words.ko, "names" in str(words.en)) for words in told] == [(True, True)]


def test_invented_answers_are_told_of(tmp_path: Path) -> None:
    root = project(tmp_path, 2016, [NAME, REGION], ["두레생협", "서울"], name="answers.invented.csv")
    told: list[Words] = []
    prefilled(root, asked_next_year(NAME, REGION), REGISTER, told.append)
    assert "예시" in told[0].ko
