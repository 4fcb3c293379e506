"""Questionnaires that are damaged or hostile are refused with file and line; nothing in them is ever carried out."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.questionnaire import Questionnaire, QuestionnaireError, load_questionnaire
from analysis.responses.build import build_responses
from tests.bad_input.control import rows, text
from tests.bad_input.index import row
from tests.bad_input.questionnaires import FILES, NORWAY
from tests.responses.answers_file import column, finding


def load(folder: Path, name: str) -> Questionnaire:
    path = folder / name
    path.write_text(FILES[name](), encoding="utf-8")
    return load_questionnaire(path)


def problem(folder: Path, name: str) -> tuple[str, str]:
    """The rule of the only thing that is wrong, and how it is told."""
    with pytest.raises(QuestionnaireError) as caught:
        load(folder, name)
    [found] = caught.value.problems
    assert name in str(caught.value)
    return found.rule, str(caught.value)


def line_of(name: str, part: str, time: int = 1) -> str:
    return f"{[at for at, line in enumerate(FILES[name]().splitlines(), 1) if part in line][time - 1]}행"


@row("00_control_codebook.yaml")
def test_the_control_is_in_order(tmp_path: Path, name: str) -> None:
    assert len(load(tmp_path, name).questions) == 8


@row("y02_python_tag.yaml")
def test_a_tag_is_refused_and_not_obeyed(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rule, said = problem(tmp_path, name)
    assert (rule, "python/object/apply:os.system" in said) == ("tag", True)
    assert not (tmp_path / "yaml_pwned").exists()


@row("y03_duplicate_keys.yaml")
def test_a_key_that_is_there_twice(tmp_path: Path, name: str) -> None:
    rule, said = problem(tmp_path, name)
    assert rule == "duplicate_key"
    assert "'max'" in said and line_of(name, "max:", 1) in said and line_of(name, "max:", 2) in said


@row("y05_norway.yaml")
def test_yes_no_null_and_numbers_are_the_words_that_stand_there(tmp_path: Path, name: str) -> None:
    questionnaire = load(tmp_path, name)
    assert [option.ko for option in questionnaire.question("words").options] == NORWAY
    path = tmp_path / "answers.csv"
    table = [[*line, word] for line, word in zip(rows(), ["words", *NORWAY], strict=False)]
    path.write_bytes(text(table).encode())
    responses = build_responses(questionnaire, [path])
    assert column(responses, "code", "words") == [f"o{at}" for at in range(len(NORWAY))]


@row("y07_absent_column.yaml")
def test_a_column_that_the_answers_lack_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(text(rows()).encode())
    found = finding(build_responses(load(tmp_path, name), [path]), "required_not_in_file")
    assert (found.severity, found.file) == ("error", "answers.csv")
    assert "income" in found.text()


@row("y08_min_gt_max.yaml")
def test_a_least_above_the_most(tmp_path: Path, name: str) -> None:
    rule, said = problem(tmp_path, name)
    assert (rule, "years" in said, "40" in said) == ("min_above_max", True, True)


@row("y10_empty.yaml")
def test_an_empty_questionnaire(tmp_path: Path, name: str) -> None:
    assert problem(tmp_path, name)[0] == "empty_file"
