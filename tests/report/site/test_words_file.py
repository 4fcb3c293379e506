from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

from analysis.questionnaire.words import Words
from analysis.release import Bundle
from analysis.report.site.contents import Block, Face, ReportContents
from analysis.report.site.words_file import write_questions, write_words
from analysis.tables import Label
from tests.report.small_report import KIND, SATISFACTION, bundle, choice

BY_KIND = choice("satisfied", "만족", {"a": 5}, group="kind", level="union")
BY_AREA = choice("satisfied", "만족", {"a": 5}, group="area", level="seoul")


def lines(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))


def questions(tmp_path: Path, given: Bundle, **faces: tuple[str, ...]) -> list[dict[str, str]]:
    told = {
        language: Face(title="조사", blocks=tuple(Block(id=f"q-{one}", heading=one) for one in blocks))
        for language, blocks in faces.items()
    }
    write_questions(given, ReportContents(name="orgs", faces=told), tmp_path / "orgs.questions.csv")
    return lines(tmp_path / "orgs.questions.csv")


def test_a_question_is_told_once_with_its_number_wording_and_kind(tmp_path: Path) -> None:
    english = replace(KIND, title=Words(ko="조직유형", en="Type"), facts=dict(KIND.facts))
    (line,) = questions(tmp_path, bundle(english), ko=("kind",), en=("kind",))
    assert line == {
        "question": "kind", "no": "A1", "ko": "조직유형", "en": "Type", "asked_ko": "조직유형?", "kind": "single",
        "counter": "개", "page": "../orgs.html#q-kind", "page_en": "../orgs.en.html#q-kind",
    }  # fmt: skip


def test_a_question_is_found_in_the_page_there_is_or_nowhere(tmp_path: Path) -> None:
    told = questions(tmp_path, bundle(KIND, SATISFACTION), en=("satisfaction",))
    assert {line["question"]: line["page"] for line in told} == {
        "kind": "", "satisfaction": "../orgs.en.html#q-satisfaction"
    }  # fmt: skip


def test_a_group_that_is_no_question_has_a_line_of_its_own(tmp_path: Path) -> None:
    given = bundle(
        KIND, BY_KIND, BY_AREA, facts={"banners": {"kind": {"ko": "유형별"}, "area": {"ko": "권역별"}}}
    )
    told = questions(tmp_path, given)
    assert [(line["question"], line["kind"], line["ko"]) for line in told] == [
        ("kind", "single", "조직유형"), ("satisfied", "single", "만족"), ("area", "group", "권역별"),
    ]  # fmt: skip


def test_options_are_of_their_question_and_levels_of_their_group(tmp_path: Path) -> None:
    items = (Label("a", Words(ko="예", en="Yes")),)
    write_words(bundle(replace(BY_AREA, items=items, facts=dict(BY_AREA.facts))), tmp_path / "orgs.words.csv")
    assert lines(tmp_path / "orgs.words.csv") == [
        {"question": "area", "part": "level", "id": "seoul", "ko": "seoul", "en": ""},
        {"question": "satisfied", "part": "item", "id": "a", "ko": "예", "en": "Yes"},
    ]
