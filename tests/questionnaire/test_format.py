"""The examples of docs/questionnaire-format.md are what they say: files that load, conditions that parse."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

import start
from analysis.intake.columns.headings import headings_of
from analysis.intake.sheet import Cell
from analysis.questionnaire import Questionnaire, QuestionnaireError, load_questionnaire
from analysis.questionnaire.answer import WON, Money, Number
from analysis.questionnaire.counterpart import Named
from analysis.questionnaire.question import KINDS, QuestionBase
from analysis.questionnaire.questionnaire import SampleDesign
from analysis.questionnaire.rows import Column, GridRow
from analysis.questionnaire.sessions import Sessions
from analysis.questionnaire.weighting import Weighting
from analysis.responses.measured import read_money, read_number

DOCUMENT = (start.ROOT / "docs" / "questionnaire-format.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", DOCUMENT, flags=re.MULTILINE | re.DOTALL)


WHOLE, *QUESTIONS = blocks("yaml")
CONDITIONS = blocks("text")[0].splitlines()


def load(tmp_path: Path, *added: str) -> Questionnaire:
    path = tmp_path / "example.yml"
    path.write_text(WHOLE + "".join(textwrap.indent(block, "  ") for block in added), encoding="utf-8")
    return load_questionnaire(path)


def test_the_whole_example_loads(tmp_path: Path) -> None:
    assert load(tmp_path).question("region").label.ko == "사는 곳"


def test_the_example_of_sessions_loads(tmp_path: Path) -> None:
    (sessions,) = (block for block in blocks("yml") if block.startswith("sessions:"))
    path = tmp_path / "example.yml"
    path.write_text(WHOLE.replace("questions:\n", sessions), encoding="utf-8")
    assert load_questionnaire(path).sessions == Sessions(
        question="status", complete=("complete",), partial="not_counted"
    )


def test_the_example_of_weighting_loads(tmp_path: Path) -> None:
    (sample,) = (block for block in blocks("yml") if block.startswith("sample:"))
    path = tmp_path / "example.yml"
    head, tail = WHOLE.split("sample:\n")
    path.write_text(head + sample + tail[tail.index("small_bases:") :], encoding="utf-8")
    assert load_questionnaire(path).sample.weighting == Weighting(by=("region",), max_ratio=5)


def test_the_example_of_a_design_loads(tmp_path: Path) -> None:
    (sample,) = (block for block in blocks("yml") if "  design:" in block)
    path = tmp_path / "example.yml"
    head, tail = WHOLE.split("sample:\n")
    path.write_text(head + sample + tail[tail.index("small_bases:") :], encoding="utf-8")
    design = load_questionnaire(path).sample.design
    assert design == SampleDesign(
        weight="가중치", strata="시도", cluster="동네", population=("동네_수", "가구_수")
    )
    assert design.stages == 2


def test_the_examples_of_questions_load_and_show_every_kind(tmp_path: Path) -> None:
    shown = {question.kind for question in load(tmp_path, *QUESTIONS).questions}
    assert shown | {"text"} == set(KINDS)
    assert "`text`" in DOCUMENT


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_examples_of_conditions_fit_the_examples_of_questions(tmp_path: Path, condition: str) -> None:
    question = f"- id: last\n  no: Z9\n  kind: text\n  ask: 끝\n  ask_if: {condition}\n"
    assert load(tmp_path, *QUESTIONS, question).question("last").ask_if == condition


def test_the_example_of_an_error_is_what_the_loader_says(tmp_path: Path) -> None:
    added = (
        QUESTIONS[2].replace("ask: 얼마나", "aks: 얼마나").replace("satisfaction <= 2", "satisfation <= 2")
    )
    with pytest.raises(QuestionnaireError) as caught:
        load(tmp_path, added)
    without_lines = [re.sub(r"^\s*\d+행: ", "", line) for line in str(caught.value).splitlines()[1:]]
    assert without_lines == [re.sub(r"^\d+행: ", "", line) for line in blocks("error")[0].splitlines()]


HEADINGS = re.findall(
    r"`([A-Z]\d[^`…]*)`", DOCUMENT[DOCUMENT.index("## 응답 파일의 열 제목") :].partition("```")[0]
)


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_examples_of_headings_find_the_examples_of_questions(tmp_path: Path, heading: str) -> None:
    headings = headings_of(load(tmp_path, *QUESTIONS))
    assert headings.claim(heading) or headings.companion(heading)


def test_the_example_of_changed_headings_accepts_each(tmp_path: Path) -> None:
    headings = headings_of(load(tmp_path, *QUESTIONS))
    assert headings.part("활동 시간") == headings.part("월 활동시간(시간)") == headings.part("C8") is not None


def test_the_headings_that_are_ids_find_the_examples_of_questions(tmp_path: Path) -> None:
    headings = headings_of(load(tmp_path, *QUESTIONS))
    for heading in ("region", "activities/meeting", "group/activities/meeting"):
        assert f"`{heading}`" in DOCUMENT
        assert headings.claim(heading)
    assert headings.companion("joined_through_other") == "joined_through"


READINGS = re.findall(r"^\| `([^`]+)` \| (\S+) \| (.+) \|$", DOCUMENT, flags=re.MULTILINE)


@pytest.mark.parametrize(("written", "unit", "value"), READINGS)
def test_the_examples_of_units_are_read_so(written: str, unit: str, value: str) -> None:
    cell = Cell(written, written)
    if unit in WON:
        reading, kept_in = read_money(cell, Money(kind="money", unit=unit)), "원"
    else:
        reading, kept_in = read_number(cell, Number(kind="number", unit=unit)), unit
    assert ("읽지 않음" if reading.number is None else f"{reading.number:,.10g}{kept_in}") == value


def test_there_are_examples_of_both() -> None:
    assert len(HEADINGS) > 10 and len(READINGS) > 5


FIELDS = sorted(
    {
        field.alias or name
        for model in (QuestionBase, *KINDS.values(), GridRow, Column, Named, Sessions)
        for name, field in model.model_fields.items()
    }
)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_a_question_is_explained(field: str) -> None:
    assert re.search(rf"(?:`{field}[:`]|^ +{field}:(?: |$))", DOCUMENT, flags=re.MULTILINE), field
